"""What a group meets at a door when it comes: known to be open, closed, or about to close while it stays."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..category import Categories
from ..place import Place
from .asked import hours_of
from .days import Day, State
from .freshness import Freshness, freshness_of
from .schedule import Schedules
from .zone import Zone


class Door(StrEnum):
    """What a group meets; where nobody knows the hours it is told nothing."""

    OPEN = "open"
    CLOSES = "closes"
    CLOSED = "closed"
    APPOINTMENT = "appointment"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Met:
    """What a group meets; `closes_min` is the minute of the day at which a door closes before the group leaves."""

    door: Door
    closes_min: int = 0
    hearsay: Freshness | None = None
    """How old the hours are, when they are too old to be said plainly."""


def door_met(place: Place, at: datetime, stay_min: int, *, zone: Zone, categories: Categories) -> Met:
    """Return what a group meets that comes at an instant of the neighbourhood's clocks and stays some minutes."""
    asked = hours_of(place)
    [day] = Schedules(zone, at.date(), 1).days(asked)
    met = _met(day, at.hour * 60 + at.minute, stay_min)
    fresh = freshness_of(asked, categories)
    is_hearsay = asked.closure is None and fresh is not None and at.date() > fresh.due
    return Met(met.door, met.closes_min, fresh if is_hearsay else None)


# Private

_DOORS = {State.CLOSED: Door.CLOSED, State.APPOINTMENT: Door.APPOINTMENT, State.UNKNOWN: Door.UNKNOWN}


def _met(day: Day, minute: int, stay_min: int) -> Met:
    found = day.at(minute)
    if found.state is not State.OPEN:
        return Met(_DOORS[found.state])
    closings = (s.start for s in day.segments if s.state is State.CLOSED and minute < s.start < minute + stay_min)
    closes = next(closings, None)
    return Met(Door.OPEN) if closes is None else Met(Door.CLOSES, closes)
