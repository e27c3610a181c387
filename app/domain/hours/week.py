"""The week of a place as a table: in term, in the school holidays, in a season; without any date of today.

The table is read from the expression itself by asking what each weekday is when no day, or every day, is a
holiday. Seasons are found by asking it for every day of a year on every weekday it can fall on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from ..place import HoursException
from .asked import Asked
from .days import DAY_MIN, State, speaks_of_sun
from .every_year import IN_SCHOOL_HOLIDAYS, OCCURRENCES, ON_PUBLIC_HOLIDAYS, EveryYear, every_year
from .expansion import NEVER, Holidays
from .rules import read_rules
from .year import Days, Opening, Season, read_year
from .zone import covers_holidays

PublicHolidays = Literal["closed", "open", "usual", "unknown"]

_MODES = (NEVER, IN_SCHOOL_HOLIDAYS, ON_PUBLIC_HOLIDAYS)


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
    is_irregular: bool = False
    follows_sun: bool = False
    must_call: bool = False
    notices: tuple["Notice", ...] = ()

    @property
    def is_round_the_clock(self) -> bool:
        """Tell whether it is open day and night, every day of the year, whatever rule says so."""
        always = (Opening(0, DAY_MIN),)
        is_even = len(self.weeks) == 1 and self.public_holidays == "usual" and not self.is_irregular
        return is_even and all(day == always for day in self.weeks[0].days)

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing in it ever opens."""
        is_told = not self.is_irregular and not self.follows_sun
        return is_told and self.public_holidays != "open" and all(week.is_closed for week in self.weeks)

    @property
    def is_by_appointment(self) -> bool:
        """Tell whether one never comes freely."""
        openings = [o for week in self.weeks for day in week.days for o in day] + [*self.public_hours]
        is_told = not self.is_irregular and not self.follows_sun
        return is_told and bool(openings) and all(o.state is State.APPOINTMENT for o in openings)


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
    year = every_year(read_rules(text))
    (term, is_told), (holidays, _), (public, _) = (_weeks(year, h, by_appointment) for h in _MODES)
    public_days = public[0].days
    table = WeekTable(
        weeks=(*term, *_others(term, holidays)),
        public_holidays=_public(text, closed=not any(public_days), usual=public_days == term[0].days),
        is_irregular=year.is_partial or not is_told,
        follows_sun=speaks_of_sun(text),
    )
    if table.public_holidays == "open" and not table.follows_sun:
        table = replace(table, public_hours=next(filter(None, public_days), ()))
    # A week without any opening would say "closed" of a place that opens on dates no table shows.
    is_blank = table.is_irregular and all(week.is_closed for week in table.weeks)
    return replace(table, weeks=()) if table.follows_sun or is_blank else table


def _others(term: Sequence[Week], holidays: Sequence[Week]) -> list[Week]:
    """Return the weeks of the school holidays that are not those of term."""
    seen = {(week.days, week.seasons) for week in term}
    return [replace(w, in_school_holidays=True) for w in holidays if (w.days, w.seasons) not in seen]


def _notice(exception: HoursException, by_appointment: bool) -> Notice:
    table = _table(exception.hours, by_appointment) if exception.hours else None
    return Notice(exception, table.weeks[0].days if table and table.weeks else ())


def _public(text: str, *, closed: bool, usual: bool) -> PublicHolidays:
    if not any(rule.mentions("PH") for rule in read_rules(text)):
        return "usual" if covers_holidays(text) else "unknown"
    return "closed" if closed else "usual" if usual else "open"


def _weeks(year: EveryYear, holidays: Holidays, by_appointment: bool) -> tuple[tuple[Week, ...], bool]:
    """Return the weeks of one reading, and whether they are all."""
    if year.counts_weeks:
        weeks, is_told = [Week(_by_occurrence(year, holidays))], True
    else:
        found = read_year(year.rules, holidays)
        weeks, is_told = [Week(days, seasons=seasons) for days, seasons in found.weeks], found.is_told
    return tuple(map(_asking_first, weeks) if by_appointment else weeks), is_told


def _asking_first(week: Week) -> Week:
    days = tuple(
        tuple(replace(o, state=State.APPOINTMENT) if o.state is State.OPEN else o for o in day) for day in week.days
    )
    return replace(week, days=days)


def _by_occurrence(year: EveryYear, holidays: Holidays) -> Days:
    """Return a week whose openings say in which weeks of the month they are (`Sa[1]`)."""
    found = {n: read_year(year.on_occurrence(n), holidays).weeks[0][0] for n in OCCURRENCES}
    return tuple(_merged({n: days[weekday] for n, days in found.items()}) for weekday in range(7))


def _merged(found: dict[int, tuple[Opening, ...]]) -> tuple[Opening, ...]:
    openings = sorted({o for day in found.values() for o in day}, key=lambda o: (o.start, o.end))
    return tuple(replace(o, occurrences=_rare(tuple(n for n, day in found.items() if o in day))) for o in openings)


def _rare(occurrences: tuple[int, ...]) -> tuple[int, ...]:
    return () if occurrences == OCCURRENCES else occurrences
