"""The week of a place as a table: in term, in the school holidays, in a season; without any date of today.

The table is read from the expression itself by asking what each weekday is when no day, or every day, is a
holiday. Seasons are found by asking it for every day of a year on every weekday it can fall on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from ..place import HoursException
from .asked import Asked
from .days import State, speaks_of_sun
from .expansion import NEVER, Holidays
from .rules import WEEKDAYS, Rule, read_rules
from .year import Days, Opening, Season, read_year
from .zone import is_round_the_clock

PublicHolidays = Literal["closed", "open", "usual", "unknown"]

_IN_SCHOOL_HOLIDAYS: Holidays = {"PH": (), "SH": None}
_ON_PUBLIC_HOLIDAYS: Holidays = {"PH": None, "SH": ()}
_OCCURRENCES = (1, 2, 3, 4, 5, -1)
_NTH = re.compile(r"\[([^\]]*)\]")
_DATED = re.compile(r"\b(19|20)\d\d|easter", re.IGNORECASE)
_WEEK_NUMBERS = re.compile(r"\bweek[\d\s,/-]*", re.IGNORECASE)


@dataclass(frozen=True)
class Week:
    """Seven days from Monday; `seasons` are its days of the year (none: the whole year)."""

    days: Days
    in_school_holidays: bool = False
    seasons: tuple[Season, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing happens in that week."""
        return not any(self.days)


@dataclass(frozen=True)
class WeekTable:
    """The weeks of a place, the usual one first, and what they do not say.

    `is_irregular`: some weeks or dates differ in a way no table shows. `follows_sun`: from sunrise or to sunset,
    so that there are no weeks to show.
    """

    weeks: tuple[Week, ...]
    public_holidays: PublicHolidays
    public_hours: tuple[Opening, ...] = ()
    is_round_the_clock: bool = False
    is_irregular: bool = False
    follows_sun: bool = False
    must_call: bool = False
    notices: tuple["Notice", ...] = ()


@dataclass(frozen=True)
class Notice:
    """A dated exception, with the week of its own hours when it has some."""

    exception: HoursException
    days: Days = ()


def week_table(asked: Asked) -> WeekTable | None:
    """Return the weeks of a place or service, or nothing when it gives no hours at all."""
    if asked.expression is None:
        return None
    table = _table(asked.expression, asked.by_appointment)
    notices = tuple(_notice(exception, asked.by_appointment) for exception in asked.exceptions)
    return replace(table, must_call=not asked.is_told, notices=notices)


# Private


@lru_cache(maxsize=2048)
def _table(text: str, by_appointment: bool) -> WeekTable:
    rules = [_undated(rule) for rule in read_rules(text)]
    kept = tuple(rule for rule in rules if rule is not None)
    # Weeks of the month and seasons together would make too many tables.
    is_irregular = kept != read_rules(text) or (_counts_weeks(kept) and any(rule.wide for rule in kept))
    if speaks_of_sun(text):
        return WeekTable((), _public(text, closed=False), is_irregular=is_irregular, follows_sun=True)
    term, holidays = (_weeks(kept, mode, by_appointment) for mode in (NEVER, _IN_SCHOOL_HOLIDAYS))
    public_days = _weeks(kept, _ON_PUBLIC_HOLIDAYS, by_appointment)[0].days
    seen = {(week.days, week.seasons) for week in term}
    other = [replace(w, in_school_holidays=True) for w in holidays if (w.days, w.seasons) not in seen]
    public = _public(text, closed=not any(public_days), usual=public_days == term[0].days)
    return WeekTable(
        weeks=(*term, *other),
        public_holidays=public,
        public_hours=next(filter(None, public_days), ()) if public == "open" else (),
        is_round_the_clock=is_round_the_clock(text),
        is_irregular=is_irregular,
    )


def _notice(exception: HoursException, by_appointment: bool) -> Notice:
    table = _table(exception.hours, by_appointment) if exception.hours else None
    return Notice(exception, table.weeks[0].days if table and table.weeks else ())


def _public(text: str, *, closed: bool, usual: bool = False) -> PublicHolidays:
    if is_round_the_clock(text):
        return "usual"
    if not any(rule.mentions("PH") for rule in read_rules(text)):
        return "unknown"
    return "closed" if closed else "usual" if usual else "open"


def _undated(rule: Rule) -> Rule | None:
    """Return a rule as every year has it: one of a single year has no place in a table."""
    if _DATED.search(rule.wide):
        return None
    return replace(rule, wide=_WEEK_NUMBERS.sub("", rule.wide).strip())


def _weeks(rules: Sequence[Rule], holidays: Holidays, by_appointment: bool) -> tuple[Week, ...]:
    if _counts_weeks(rules):
        weeks = [Week(_by_occurrence(rules, holidays))]
    else:
        weeks = [Week(days, seasons=seasons) for days, seasons in read_year(rules, holidays)]
    return tuple(map(_asking_first, weeks)) if by_appointment else tuple(weeks)


def _counts_weeks(rules: Sequence[Rule]) -> bool:
    return any("[" in rule.days + rule.within for rule in rules)


def _asking_first(week: Week) -> Week:
    days = tuple(
        tuple(replace(o, state=State.APPOINTMENT) if o.state is State.OPEN else o for o in day) for day in week.days
    )
    return replace(week, days=days)


def _by_occurrence(rules: Sequence[Rule], holidays: Holidays) -> Days:
    """Return a week whose openings say in which weeks of the month they are (`Sa[1]`)."""
    found = {n: read_year(_on_occurrence(rules, n), holidays)[0][0] for n in _OCCURRENCES}
    return tuple(_merged({n: days[weekday] for n, days in found.items()}) for weekday in range(7))


def _merged(found: dict[int, tuple[Opening, ...]]) -> tuple[Opening, ...]:
    openings = sorted({o for day in found.values() for o in day}, key=lambda o: (o.start, o.end))
    return tuple(replace(o, occurrences=_rare(tuple(n for n, day in found.items() if o in day))) for o in openings)


def _rare(occurrences: tuple[int, ...]) -> tuple[int, ...]:
    return () if occurrences == _OCCURRENCES else occurrences


def _on_occurrence(rules: Sequence[Rule], n: int) -> list[Rule]:
    kept: list[Rule] = []
    for rule in rules:
        days, within = (_weekdays_on(part, n) for part in (rule.days, rule.within))
        if bool(days) == bool(rule.days) and bool(within) == bool(rule.within):
            kept.append(replace(rule, days=days, within=within))
    return kept


def _weekdays_on(days: str, n: int) -> str:
    kept = [_NTH.sub("", part) for part in _split(days) if _falls_on(part, n)]
    return ",".join(kept)


def _split(days: str) -> list[str]:
    return [part.strip() for part in re.split(r",(?![^\[]*\])", days) if part.strip()]


def _falls_on(part: str, n: int) -> bool:
    nth = _NTH.search(part)
    if not nth or not WEEKDAYS.search(part):
        return True
    ends = [[int(end) for end in re.findall(r"-?\d+", item) or ["0"]] for item in nth[1].split(",")]
    return any(n == first[0] if len(first) == 1 else first[0] <= n <= abs(first[-1]) for first in ends)
