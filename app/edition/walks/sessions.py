"""The announced sessions of a walk as other programs are told of them: when, where, for whom, in which languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ...domain.geometry import Position
from ...domain.public import PublicContent
from ...domain.sessions import dropped_in
from ...domain.walk import Meeting, Session, Stop, Walk
from ...map.basemap import Basemap
from ...map.course import course_of, end_of


@dataclass(frozen=True)
class TrackSession:
    """A day on which a walk is led; `where` and `position` are those of the meeting point, if they may be shown."""

    id: str
    starts_at: datetime
    ends_at: datetime
    languages: tuple[str, ...]
    capacity: int | None
    register: str
    cancelled: str
    """Why there will be none; "" for one that takes place."""

    sequence: int
    where: str
    position: Position | None


@dataclass(frozen=True)
class Entry:
    """One session in a calendar: its walk, and what is said of it."""

    walk: str
    title: str
    link: str
    """The whole address of the walk's page; "" for a site that does not know its own."""

    said: tuple[str, ...]
    session: TrackSession


def track_sessions(
    content: PublicContent, walk: Walk, basemap: Basemap, sessions: Iterable[Session]
) -> tuple[TrackSession, ...]:
    """Return what is told of some sessions of a walk."""
    where, position = _meeting(content, walk)
    return tuple(
        TrackSession(
            id=session.id,
            starts_at=session.starts_at,
            ends_at=end_of(session, course_of(content, walk, basemap, dropped_in(walk, session))),
            languages=session.languages or walk.languages[:1],
            capacity=session.capacity,
            register=session.register_ or "",
            cancelled=session.cancelled or "",
            sequence=session.sequence,
            where=where,
            position=position,
        )
        for session in sessions
    )


# Private


def _meeting(content: PublicContent, walk: Walk) -> tuple[str, Position | None]:
    """Return the words and the position of where a walk starts: its meeting point, else its first stop."""
    spot: Meeting | Stop = walk.stops[0]
    if walk.meeting and (walk.meeting.place or walk.meeting.name):
        spot = walk.meeting
    place = content.places.get(spot.place or "")
    if place is None:
        return spot.name or "", spot.point
    street = place.address.line if place.address and place.shows_address else ""
    return ", ".join(filter(None, (place.name, street))), place.position if place.shows_address else None
