"""How far it is on foot: from the school of a territory to its places, and from one stop of a walk to the next.

Streets are asked once: a distance is kept as long as its basemap and its two ends are the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..cache import Cache
from ..domain.content import Content
from ..domain.geometry import DETOUR, Position, metres_between
from ..domain.place import Place
from ..domain.territory import Territory
from ..edition.search_data import shown_position
from .basemap import Basemap

_DISTANCES, _LEGS = Cache(), Cache()


@dataclass(frozen=True)
class Leg:
    """The way from one position to the next. One that no street is known for is a straight line, and guessed."""

    line: tuple[Position, ...]
    metres: float
    is_guessed: bool = False
    has_steps: bool = False


def measured(content: Content, basemaps: Mapping[str, Basemap]) -> Content:
    """Return the content with the metres on foot from every school: what is nearest is nearest by the streets."""
    on_foot = {t.id: _from_school(content, t, basemaps[t.id]) for t in content.territories.values()}
    return replace(content, on_foot=on_foot)


def leg_between(basemap: Basemap, start: Position, end: Position) -> Leg:
    """Return the way from a position to another over a basemap."""
    leg: Leg = _LEGS.take((start, end), basemap.digest, lambda: _leg(basemap, start, end))
    return leg


def legs_along(basemap: Basemap, positions: Iterable[Position]) -> list[Leg]:
    """Return the ways from each position to the next over a basemap."""
    return [leg_between(basemap, start, end) for start, end in pairwise(positions)]


def legs_on_paper(content: Content, kind: str, id: str, basemaps: Mapping[str, Basemap]) -> list[Leg] | None:
    """Return the legs that the sheet of a walk shows; other sheets have none."""
    if kind != "walk":
        return None
    walk = content.walks[id]
    places = [content.places.get(stop.place or "") for stop in walk.stops]
    spots = [place.position if place else stop.point for place, stop in zip(places, walk.stops, strict=True)]
    return legs_along(basemaps[walk.territory], [spot for spot in spots if spot])


# Private


def _from_school(content: Content, territory: Territory, basemap: Basemap) -> Mapping[str, float]:
    school = content.places.get(territory.school or "")
    if school is None:
        return {}
    places = [p for p in content.places.values() if p.is_public and territory.holds(p.position)]
    start = school.position
    known: dict[Position, float] = _DISTANCES.take(territory.id, (basemap.digest, start), dict)
    fresh = {position for place in places if (position := _end(place, school)) not in known}
    known |= _distances(basemap, start, sorted(fresh)) if fresh else {}
    return {place.id: known[_end(place, school)] for place in places}


def _end(place: Place, school: Place) -> Position:
    """Where a place is measured to: where families may know it to be, so that a distance tells them no more."""
    return place.position if place.id == school.id else shown_position(place)


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
