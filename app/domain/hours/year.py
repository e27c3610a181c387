"""What rules make of a whole year: a usual week, and the seasons when it is another one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from .days import DAY_MIN, Day, Span, State, read_days
from .expansion import Holidays, expand_rules
from .rules import Rule

_YEARS = (2001, 2002, 2003, 2005, 2006, 2009, 2010)
"""Years of 365 days that begin on each weekday: together they put every date on every weekday."""
_MONDAY = date(2001, 1, 1)
_MOST_SEASONS = 8


@dataclass(frozen=True)
class Opening:
    """Minutes of a day, `end` past 1440 when it is after midnight; `occurrences` are weeks of the month."""

    start: int
    end: int
    state: State = State.OPEN
    comment: str = ""
    occurrences: tuple[int, ...] = ()


@dataclass(frozen=True)
class Season:
    """Days of the year as month and day, both included; it may pass the new year."""

    first: tuple[int, int]
    last: tuple[int, int]


Days = tuple[tuple[Opening, ...], ...]
"""The openings of seven days from Monday, or of a year."""


@dataclass(frozen=True)
class Year:
    """The usual week, then each other week with its seasons in the order of the year; `is_told` when that is all."""

    weeks: Sequence[tuple[Days, tuple[Season, ...]]]
    is_told: bool = True


def read_year(rules: Sequence[Rule], holidays: Holidays) -> Year:
    """Return the weeks of a year; of one that changes too often, the usual week only."""
    expressions = expand_rules(rules, holidays)
    if not any(rule.wide for rule in rules):
        return Year([(_openings(expressions, _MONDAY, 7), ())])
    runs = _runs(expressions)
    lengths = {week: sum(length for w, _, length in runs if w == week) for week, _, _ in runs}
    usual = max(lengths, key=lambda week: lengths[week])
    found = [(usual, ())] + [(week, _seasons(runs, week)) for week in lengths if week != usual]
    return Year(found) if len(runs) <= _MOST_SEASONS else Year(found[:1], is_told=False)


# Private

_Run = tuple[Days, int, int]
"""A week, the day of the year on which it begins, and for how many days."""


def _runs(expressions: Sequence[str]) -> list[_Run]:
    """Return the weeks of a year in turn; the first may have begun before the new year."""
    years = {date(year, 1, 1).weekday(): _openings(expressions, date(year, 1, 1), 365) for year in _YEARS}
    weeks = [tuple(years[(weekday - n) % 7][n] for weekday in range(7)) for n in range(365)]
    runs: list[_Run] = []
    for week, days in groupby(range(365), key=lambda n: weeks[n]):
        numbers = list(days)
        runs.append((week, numbers[0], len(numbers)))
    if len(runs) > 1 and runs[0][0] == runs[-1][0]:
        _, start, length = runs.pop()
        runs[0] = (runs[0][0], start - 365, length + runs[0][2])
    return runs


def _seasons(runs: Sequence[_Run], week: Days) -> tuple[Season, ...]:
    return tuple(Season(_month_day(start), _month_day(start + length - 1)) for w, start, length in runs if w == week)


def _month_day(number: int) -> tuple[int, int]:
    day = _MONDAY + timedelta(days=number % 365)
    return day.month, day.day


def _openings(expressions: Sequence[str], first: date, count: int) -> Days:
    return tuple(tuple(_day_openings(day)) for day in read_days(expressions, first, count))


def _day_openings(day: Day) -> Iterator[Opening]:
    """Yield what begins on a day; what goes on after its midnight in the same way is one with it."""
    late = list(day.night)
    for span in day.segments:
        if span.state is State.CLOSED:
            continue
        goes_on = bool(late) and span.end == DAY_MIN and _says_the_same(span, late[0])
        yield _opening(span, late.pop(0).end if goes_on else 0)
    for span in late:
        yield _opening(replace(span, start=span.start + DAY_MIN, end=span.end + DAY_MIN))


def _opening(span: Span, more: int = 0) -> Opening:
    return Opening(span.start, span.end + more, span.state, span.comment)


def _says_the_same(evening: Span, night: Span) -> bool:
    return night.start == 0 and (evening.state, evening.comment) == (night.state, night.comment)
