"""A walk as other programs are told of it: its stops in order, and one line from the first to the last.

What may not be shown is not in it: a door that is hidden is no stop here, and the line passes it by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from ...domain.geometry import Position, metres_between, without_repeats
from ...domain.public import PublicContent
from ...domain.sessions import announced
from ...domain.walk import Walk
from ...map.basemap import Basemap
from ...map.legs import legs_of, stops_drawn
from ...site.addresses import Site
from .sessions import TrackSession, track_sessions

STEP_M = 50
"""Between two points of a recorded track, at most: readers take a longer gap for one in the recording."""


@dataclass(frozen=True)
class TrackStop:
    """A stop that has a place on the map; numbers are those of the page, and may have gaps."""

    number: int
    name: str
    text: str
    position: Position
    stay_min: int

    @property
    def title(self) -> str:
        """Its name with its number: readers merge points that are called the same."""
        return f"{self.number} · {self.name}"


@dataclass(frozen=True)
class Track:
    """All that is told; lengths in metres, positions are (longitude, latitude)."""

    id: str
    title: str
    summary: str
    advice: str
    page: str
    link: str
    """The whole address of its page; "" for a site that does not know its own."""

    territory: str
    city: str
    producer: str
    is_loop: bool
    transit: str
    stops: tuple[TrackStop, ...]
    line: tuple[Position, ...]
    metres: int
    notices: tuple[str, ...]
    sessions: tuple[TrackSession, ...]


def track_of(content: PublicContent, walk: Walk, basemap: Basemap, site: Site) -> Track:
    """Return what is told of a walk, in the language it was written in."""
    territory, page = content.territories[walk.territory], site.walk(walk.languages[0], walk.id)
    legs = list(legs_of(content, walk, basemap).values())
    stops = tuple(_stops(content, walk))
    joined = [position for leg in legs for position in leg.line] or [stop.position for stop in stops]
    return Track(
        id=walk.id,
        title=walk.title,
        summary=walk.summary or "",
        advice=walk.advice or "",
        page=site.address(page),
        link=site.address(page) if site.public_url else "",
        territory=territory.name,
        city=territory.city or "",
        producer=walk.producer or "",
        is_loop=walk.shape == "loop",
        transit=(walk.meeting.transit if walk.meeting else None) or "",
        stops=stops,
        line=without_repeats(joined),
        metres=round(sum(leg.metres for leg in legs)),
        notices=tuple(territory.notices),
        sessions=track_sessions(content, walk, basemap, announced(walk)),
    )


def stepwise(line: Sequence[Position], step_m: float = STEP_M) -> list[Position]:
    """Return the line with points put in, so that no two are further apart than a step."""
    found = list(line[:1])
    for start, end in pairwise(line):
        parts = max(1, ceil(metres_between(start, end) / step_m))
        found += [_between(start, end, n / parts) for n in range(1, parts + 1)]
    return found


# Private


def _stops(content: PublicContent, walk: Walk) -> list[TrackStop]:
    drawn = stops_drawn(content, walk)
    found = []
    for number, stop in enumerate(walk.stops, 1):
        place = content.places.get(stop.place or "")
        name = place.name if place else stop.name or ""
        if number in drawn:
            found.append(TrackStop(number, name, stop.text or "", drawn[number], stop.stay_min))
    return found


def _between(start: Position, end: Position, share: float) -> Position:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
