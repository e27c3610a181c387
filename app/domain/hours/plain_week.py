"""A week that a form can hold: ranges of times a day, holidays, appointments; written in OSM syntax and read back.

Most doors say no more. Hours that say more (seasons, the first Saturday of a month) are no plain week: they stay text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .asked import Asked
from .days import DAY_MIN, is_appointment
from .expression import is_readable
from .rules import Rule, read_rules
from .week import week_table

Range = tuple[int, int]
"""Minutes of a day; an end past 1440 is after midnight."""

NAMES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
APPOINTMENT = '"sur rendez-vous"'


@dataclass(frozen=True)
class PlainDay:
    """The ranges of a day, in their order; none: closed."""

    ranges: tuple[Range, ...] = ()
    by_appointment: bool = False


CLOSED = PlainDay()
Seven = tuple[PlainDay, ...]


@dataclass(frozen=True)
class PlainWeek:
    """Seven days from Monday. `public` is what public holidays are, `school` the week of the school holidays.

    None: nothing is said of them, so that public holidays are unknown, and school holidays are weeks like others.
    """

    days: Seven = (CLOSED,) * 7
    public: PlainDay | None = None
    school: Seven | None = None

    @property
    def is_blank(self) -> bool:
        """Tell whether it says nothing at all."""
        return self == PlainWeek()


def write_week(week: PlainWeek) -> str:
    """Return a week in OSM syntax; empty for one that says nothing."""
    if week == _ALWAYS:
        return "24/7"
    usual = [_rule(days, day) for days, day in _alike(week.days) if day.ranges]
    return "; ".join([*usual, *_school_rules(week), *([_rule("PH", week.public)] if week.public is not None else [])])


def read_week(text: str) -> PlainWeek | None:
    """Return the week that hours say, None where they say more than a week can hold."""
    if text.strip() == "24/7":
        return _ALWAYS
    week: PlainWeek | None = PlainWeek()
    for rule in read_rules(text):
        week = _with_rule(week, rule) if week is not None else None
    if week is None or not is_readable(text) or not _says_the_same(write_week(week), text):
        return None
    return week


def overlaps(ranges: Sequence[Range]) -> bool:
    """Tell whether ranges of a day share a minute."""
    return any(before[1] > after[0] for before, after in pairwise(sorted(ranges)))


# Private

_TIMES = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_DAYS = re.compile(r"(Mo|Tu|We|Th|Fr|Sa|Su)(?:\s*-\s*(Mo|Tu|We|Th|Fr|Sa|Su))?")
_ALWAYS = PlainWeek((PlainDay(((0, DAY_MIN),)),) * 7)
_IN_A_ROW = 3
"""So many days in a row are written by the first and the last."""


def _school_rules(week: PlainWeek) -> Iterator[str]:
    if week.school is None:
        return
    if not any(day.ranges for day in week.school):
        yield "SH off"
        return
    for days, day in _alike(week.school):
        yield _rule(f"SH {days}", day)


def _alike(days: Seven) -> Iterator[tuple[str, PlainDay]]:
    """Yield the days that are alike, as OSM writes them, and what they are."""
    for day in dict.fromkeys(days):
        yield _listed([n for n, each in enumerate(days) if each == day]), day


def _listed(numbers: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [[f"{NAMES[r[0]]}-{NAMES[r[-1]]}"] if len(r) >= _IN_A_ROW else [NAMES[n] for n in r] for r in runs]
    return ",".join(word for run in words for word in run)


def _rule(days: str, day: PlainDay) -> str:
    if not day.ranges:
        return f"{days} off"
    times = ",".join(f"{_clock(start)}-{_clock(end)}" for start, end in sorted(day.ranges))
    return f"{days} {times} {APPOINTMENT}" if day.by_appointment else f"{days} {times}"


def _clock(minute: int) -> str:
    hour, minutes = divmod(minute if minute == DAY_MIN else minute % DAY_MIN, 60)
    return f"{hour:02}:{minutes:02}"


def _with_rule(week: PlainWeek, rule: Rule) -> PlainWeek | None:
    """Return a week with a rule laid over it, None for a rule that no week can hold."""
    day = _day_of(rule)
    if day is None or rule.joint not in ("", ";") or rule.wide or not rule.days:
        return None
    if not rule.has_holiday:
        numbers = _numbers(rule.days)
        return None if numbers is None else replace(week, days=_laid(week.days, numbers, day))
    kinds = {kind.strip().upper() for kind in rule.days.split(",")}
    numbers = _numbers(rule.within) if rule.within else [*range(7)]
    if not kinds <= {"PH", "SH"} or numbers is None or (rule.within and "PH" in kinds):
        return None
    if "PH" in kinds:
        week = replace(week, public=day)
    return replace(week, school=_laid(week.school or week.days, numbers, day)) if "SH" in kinds else week


def _laid(days: Seven, numbers: Sequence[int], day: PlainDay) -> Seven:
    return tuple(day if n in numbers else each for n, each in enumerate(days))


def _numbers(days: str) -> list[int] | None:
    found: list[int] = []
    for part in days.split(","):
        ends = _DAYS.fullmatch(part.strip())
        if ends is None:
            return None
        first = NAMES.index(ends[1])
        last = NAMES.index(ends[2] or ends[1])
        found += [(first + n) % 7 for n in range((last - first) % 7 + 1)]
    return found


def _day_of(rule: Rule) -> PlainDay | None:
    if rule.is_off:
        return None if rule.times or rule.comment else CLOSED
    if rule.modifier or (rule.comment and not is_appointment(rule.comment)):
        return None
    spans = [_TIMES.fullmatch(part.strip()) for part in rule.times.split(",")]
    ranges = [_range(*map(int, span.groups())) for span in spans if span]
    if len(ranges) < len(spans) or overlaps(ranges):
        return None
    # Whose words a comment has is not lost: only ours are a mark of the form.
    if rule.comment and rule.comment != APPOINTMENT:
        return None
    return PlainDay(tuple(sorted(ranges)), bool(rule.comment))


def _range(hour: int, minute: int, last_hour: int, last_minute: int) -> Range:
    start, end = hour * 60 + minute, last_hour * 60 + last_minute
    return start, end if end > start else end + DAY_MIN


def _says_the_same(one: str, other: str) -> bool:
    return bool(one) and week_table(Asked(one)) == week_table(Asked(other))
