"""Public and school holidays: dated facts that end one day, and say so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
"""Whose clocks sessions, notices and the day of an edition go by."""


@dataclass(frozen=True)
class SchoolHoliday:
    """A school holiday of a zone: `first` day off, `last` day off (both included)."""

    id: str
    label: str
    first: date
    last: date


@dataclass(frozen=True)
class Calendar:
    """Every holiday we know of, and the last day for which the lists are complete."""

    public_holidays: Mapping[date, str]
    school_holidays: Mapping[str, Sequence[SchoolHoliday]]
    known_until: date
    timezone: str = "Europe/Paris"

    def school_holiday_on(self, day: date, zone: str) -> SchoolHoliday | None:
        """Return the school holiday of `zone` that `day` falls in."""
        found = (h for h in self.school_holidays.get(zone, ()) if h.first <= day <= h.last)
        return next(found, None)

    def next_school_holiday(self, day: date, zone: str) -> SchoolHoliday | None:
        """Return the school holiday going on on `day`, or the next one to come."""
        return next((h for h in self.school_holidays.get(zone, ()) if h.last >= day), None)
