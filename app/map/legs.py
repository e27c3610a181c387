"""How far it is on foot: from the school of a territory to its places, and from one stop of a walk to the next.

Streets are asked once: a distance is kept as long as its basemap and its two ends are the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..cache import Cache
from ..domain.geometry import DETOUR, Position, metres_between
from ..domain.public import PublicContent
from ..domain.subject import SUBJECTS
from ..domain.territory import Territory
from ..domain.walk import Walk
from .basemap import Basemap

_DISTANCES, _LEGS = Cache(), Cache()


@dataclass(frozen=True)
class Leg:
    """The way from one position to the next. One that no street is known for is a straight line, and guessed."""

    line: tuple[Position, ...]
    metres: float
    is_guessed: bool = False
    has_steps: bool = False


def measured(content: PublicContent, basemaps: Mapping[str, Basemap]) -> PublicContent:
    """Return the content with the metres on foot from every school: what is nearest is nearest by the streets."""
    on_foot = {t.id: _from_school(content, t, basemaps[t.id]) for t in content.territories.values()}
    return replace(content, on_foot=on_foot)


def leg_between(basemap: Basemap, start: Position, end: Position) -> Leg:
    """Return the way from a position to another over a basemap."""
    leg: Leg = _LEGS.take((start, end), basemap.digest, lambda: _leg(basemap, start, end))
    return leg


def stops_drawn(content: PublicContent, walk: Walk) -> dict[int, Position]:
    """Return where the stops of a walk are, by number: a place whose door is not shown is on no drawing."""
    spots = {number: content.spot_of(stop) for number, stop in enumerate(walk.stops, 1)}
    return {number: spot for number, spot in spots.items() if spot}


def legs_of(content: PublicContent, walk: Walk, basemap: Basemap) -> dict[int, Leg]:
    """Return the legs of a walk over a basemap, each by the number of the stop that it leads to.

    No leg leads to a door that is not shown. The one that passes such a stop by is a guess: the way really taken
    would tell where the door is.
    """
    drawn = stops_drawn(content, walk)
    legs = {end: (start, leg_between(basemap, drawn[start], drawn[end])) for start, end in pairwise(drawn)}
    return {end: leg if start == end - 1 else replace(leg, is_guessed=True) for end, (start, leg) in legs.items()}


def legs_on_paper(content: PublicContent, kind: str, id: str, basemaps: Mapping[str, Basemap]) -> list[Leg] | None:
    """Return the legs that a sheet shows; one without a walk has none."""
    walks = SUBJECTS[kind].walks(content, SUBJECTS[kind].of(content)[id])
    if not walks:
        return None
    return [leg for walk in walks for leg in legs_of(content, walk, basemaps[walk.territory]).values()]


# Private


def _from_school(content: PublicContent, territory: Territory, basemap: Basemap) -> Mapping[str, float]:
    school = content.anchor_of(territory)
    if school is None:
        return {}
    places = content.public_inside[territory.id]
    start = school.position
    known: dict[Position, float] = _DISTANCES.take(territory.id, (basemap.digest, start), dict)
    fresh = {place.position for place in places if place.position not in known}
    known |= _distances(basemap, start, sorted(fresh)) if fresh else {}
    return {place.id: known[place.position] for place in places}


def _distances(basemap: Basemap, start: Position, ends: Sequence[Position]) -> dict[Position, float]:
    reach = basemap.router.reach(start)
    return {end: DETOUR * metres_between(start, end) if (m := reach.metres(end)) is None else m for end in ends}


def _leg(basemap: Basemap, start: Position, end: Position) -> Leg:
    route = basemap.router.route(start, end)
    if route is None:
        return Leg((start, end), DETOUR * metres_between(start, end), is_guessed=True)
    joined = [start, *(position for piece in route.pieces for position in piece.line), end]
    line = tuple(here for before, here in zip([None, *joined], joined, strict=False) if here != before)
    return Leg(line, route.metres, has_steps=any(piece.kind == "steps" for piece in route.pieces))
