"""The announced sessions of a walk as its pages tell them: when, for whom, and which doors are open when it passes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..domain.hours.arrival import Door, Met, door_met
from ..domain.hours.zone import Zone
from ..domain.sessions import announced, dropped_in
from ..domain.text import Text
from ..domain.walk import Session, Walk
from ..map.course import Arrival, course_of, end_of
from .context import PageContext


@dataclass(frozen=True)
class DoorMet:
    """A stop whose door a group may find closed: when it comes, when the door closes, how old the hours are."""

    number: int
    name: str
    met: Met
    comes: str
    closes: str


@dataclass(frozen=True)
class SessionCard:
    """A session: its day and hours in words, the instant after which nobody is told of it, and what is met."""

    id: str
    starts: str
    until: str
    """The instant at which it is over; "" in a rehearsal, where phones have no say in what is past."""

    day: str
    short_day: str
    hour: str
    end: str
    languages: str
    capacity: int | None
    register: Text
    cancelled: Text
    dropped: tuple[int, ...]
    doors: tuple[DoorMet, ...]
    open_doors: int


def session_cards(context: PageContext, walk: Walk) -> tuple[SessionCard, ...]:
    """Return the announced sessions of a walk, the first one first."""
    return tuple(_card(context, walk, session) for session in announced(walk))


# Private


def _card(context: PageContext, walk: Walk, session: Session) -> SessionCard:
    formats, starts = context.language.formats, session.starts_at
    dropped = dropped_in(walk, session)
    course = course_of(context.content, walk, context.basemaps[walk.territory], dropped)
    ends = end_of(session, course)
    met = () if session.cancelled else tuple(_doors(context, walk, starts, course))
    key = f"walk:{walk.id}/session/{session.id}"
    return SessionCard(
        id=session.id,
        starts=starts.isoformat(timespec="minutes"),
        until="" if context.site.rehearsal else ends.isoformat(timespec="minutes"),
        day=formats.day(starts.date()),
        short_day=formats.short_day(starts.date()),
        hour=_clock(context, starts),
        end=_clock(context, ends),
        languages=formats.list(formats.language(each) for each in session.languages or walk.languages[:1]),
        capacity=session.capacity,
        register=context.text(f"{key}/register", session.register_),
        cancelled=context.text(f"{key}/cancelled", session.cancelled),
        dropped=dropped,
        doors=tuple(each for each in met if each.met.door in (Door.CLOSED, Door.CLOSES, Door.APPOINTMENT)),
        open_doors=sum(each.met.door is Door.OPEN for each in met),
    )


def _doors(context: PageContext, walk: Walk, starts: datetime, course: tuple[Arrival, ...]) -> Iterator[DoorMet]:
    content, territory = context.content, context.content.territories[walk.territory]
    zone = Zone(content.calendar, territory.holiday_zone)
    for arrival in course:
        place = content.places.get(walk.stops[arrival.number - 1].place or "")
        if place is None:
            continue
        comes = starts + timedelta(minutes=arrival.after_min)
        met = door_met(place, comes.replace(tzinfo=None), arrival.stay_min, zone=zone, categories=content.categories)
        closes = context.language.formats.clock(met.closes_min) if met.closes_min else ""
        yield DoorMet(arrival.number, place.name, met, _clock(context, comes), closes)


def _clock(context: PageContext, at: datetime) -> str:
    return context.language.formats.clock(at.hour * 60 + at.minute)
