"""What the holidays of a zone make of an expression: dates for `PH` and `SH`, reasons, and honest doubts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache

from opening_hours import OpeningHours

from ..calendar import Calendar, SchoolHoliday
from ..text import slug_of
from .days import Because, Day, Reason, State, Sun, opens_on, read_days
from .expansion import Holidays, Range, expand
from .rules import mentions, read_rules

_MARGIN = timedelta(days=10)
"""How far around a window holidays are written out: for `PH -1 day`, and for the night before."""


@dataclass(frozen=True, eq=False)
class Zone:
    """A calendar as one school zone sees it."""

    calendar: Calendar
    name: str
    _windows: dict[Range, Holidays] = field(default_factory=dict, repr=False)

    @cached_property
    def known_from(self) -> date:
        """The first day the school calendar speaks of: the start of its first school year or summer."""
        first = min((h.first for h in self._school), default=date.max)
        return date(first.year, 9, 1) if first.month > 8 and first != date.max else first

    @property
    def _school(self) -> Sequence[SchoolHoliday]:
        return self.calendar.school_holidays.get(self.name, ())

    def knows(self, day: date) -> bool:
        """Tell whether school holidays are known for a day."""
        return self.known_from <= day <= self.calendar.known_until

    @cached_property
    def _public_from(self) -> date:
        return min(self.calendar.public_holidays, default=date.max)

    def public_holiday(self, day: date) -> str | None:
        """Return the name of a public holiday; after the end of the calendar it has none."""
        if self._public_from <= day <= self.calendar.known_until:
            return self.calendar.public_holidays.get(day)
        if day in self.calendar.public_holidays:
            return self.calendar.public_holidays[day]
        return "" if _national_holidays().is_open(_noon(day)) else None

    def school_holiday(self, day: date) -> SchoolHoliday | None:
        """Return the school holiday that a day falls in."""
        return self.calendar.school_holiday_on(day, self.name)

    def holidays(self, first: date, last: date) -> Holidays:
        """Return the days that `PH` and `SH` stand for in a window."""
        if (first, last) not in self._windows:
            self._windows[first, last] = self._read_holidays(first, last)
        return self._windows[first, last]

    def _read_holidays(self, first: date, last: date) -> Holidays:
        first, last = first - _MARGIN, last + _MARGIN
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        public = [(day, day) for day in days if self.public_holiday(day) is not None]
        school: list[Range] = [(h.first, h.last) for h in self._school if h.last >= first and h.first <= last]
        return {"PH": public, "SH": school}


@lru_cache(maxsize=1)
def _national_holidays() -> OpeningHours:
    """Return the evaluator's own table, which never ends: the net below a calendar that does."""
    return OpeningHours("PH", country="FR")


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


@dataclass(frozen=True)
class Question:
    """An expression, where its sun rises, and whether it is surely meant for public holidays too."""

    text: str
    sun: Sun | None = None
    is_sure: bool = False

    @cached_property
    def minds_public(self) -> bool:
        """Tell whether the expression holds on public holidays."""
        return self.is_sure or mentions(self.text, "PH") or covers_holidays(self.text)

    @cached_property
    def minds_school(self) -> bool:
        """Tell whether school holidays change the expression."""
        return mentions(self.text, "SH")


def zone_days(question: Question, zone: Zone, first: date, count: int) -> tuple[Day, ...]:
    """Return what an expression says of each day, doubts and reasons included."""
    reader = _Reader(question, zone, zone.holidays(first, first + timedelta(days=count)))
    days = read_days(reader.without(), first, count, question.sun)
    return tuple(reader.told(first + timedelta(days=n), day) for n, day in enumerate(days))


# Private


@dataclass(frozen=True, eq=False)
class _Reader:
    """Says why a day is what it is, by asking what it would be without its holidays."""

    question: Question
    zone: Zone
    holidays: Holidays
    _expanded: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def without(self, *kinds: str) -> tuple[str, ...]:
        """Return the expression expanded as if there were no `PH`, or no `SH`."""
        if kinds not in self._expanded:
            fewer = {kind: () if kind in kinds else days for kind, days in self.holidays.items()}
            self._expanded[kinds] = expand(self.question.text, fewer)
        return self._expanded[kinds]

    def told(self, day: date, found: Day) -> Day:
        public = self.zone.public_holiday(day)
        if public is not None and not self.question.minds_public:
            return Day.whole(State.UNKNOWN, _public_reason(public))
        if self.question.minds_school and not self.zone.knows(day):
            return Day.whole(State.UNKNOWN, Reason(Because.CALENDAR_TOO_SHORT))
        return self._explained(day, found, public) if found.is_closed else found

    def _explained(self, day: date, found: Day, public: str | None) -> Day:
        if public is not None and (self._would_open(day, "PH") or self._would_open(day, "PH", "SH")):
            return found.explained(_public_reason(public))
        school = self.zone.school_holiday(day) if self.question.minds_school else None
        if school and self._would_open(day, "SH"):
            return found.explained(Reason(Because.SCHOOL_HOLIDAY, school.label, f"calendar:{school.id}/label"))
        return found

    def _would_open(self, day: date, *without: str) -> bool:
        return opens_on(self.without(*without), day, self.question.sun)


def _public_reason(name: str) -> Reason:
    return Reason(Because.PUBLIC_HOLIDAY, name, public_holiday_key(name) if name else "")


def public_holiday_key(name: str) -> str:
    """Return the key of the translations of a public holiday: `public-holiday:lundi-de-paques`."""
    return "public-holiday:" + slug_of(name)


def covers_holidays(text: str) -> bool:
    """Tell whether a rule opens day and night, whatever the day: public holidays change nothing for it."""
    return any(
        rule.times in ("24/7", "00:00-24:00") and rule.days in ("", "Mo-Su") and not rule.wide and not rule.comment
        for rule in read_rules(text)
        if not rule.is_off
    )
