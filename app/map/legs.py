"""How far it is on foot: from the school of a territory to its places, and from one stop of a walk to the next.

Streets are asked once: a distance is kept as long as its basemap and its two ends are the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..cache import Cache
from ..domain.geometry import DETOUR, Position, metres_between, without_repeats
from ..domain.leg import Leg
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.subject import SUBJECTS
from ..domain.territory import Territory
from ..domain.walk import Walk
from .basemap import Basemap

_DISTANCES, _ON_FOOT, _LEGS = Cache(), Cache(), Cache()


@dataclass(frozen=True)
class RoutedLeg:
    """The way from one position to the next. One that no street is known for is a straight line, and guessed."""

    line: tuple[Position, ...]
    metres: float
    is_guessed: bool = False
    has_steps: bool = False


def measured(content: PublicContent, basemaps: Mapping[str, Basemap]) -> PublicContent:
    """Return the content with the metres on foot from every school: what is nearest is nearest by the streets."""
    on_foot = {t.id: _from_school(content, t, basemaps[t.id]) for t in content.territories.values()}
    return replace(content, on_foot=on_foot)


def leg_between(basemap: Basemap, start: Position, end: Position) -> RoutedLeg:
    """Return the way from a position to another over a basemap."""
    leg: RoutedLeg = _LEGS.take((start, end), basemap.digest, lambda: _leg(basemap, start, end))
    return leg


def stops_drawn(content: PublicContent, walk: Walk) -> dict[int, Position]:
    """Return where the stops of a walk are, by number: a place whose door is not shown is on no drawing."""
    spots = {number: content.spot_of(stop) for number, stop in enumerate(walk.stops, 1)}
    return {number: spot for number, spot in spots.items() if spot}


def legs_of(content: PublicContent, walk: Walk, basemap: Basemap) -> dict[int, RoutedLeg]:
    """Return the legs of a walk over a basemap, each by the number of the stop that it leads to.

    No leg leads to a door that is not shown. The one that passes such a stop by is a guess: the way really taken
    would tell where the door is.
    """
    drawn = stops_drawn(content, walk)
    legs = {
        end: (start, _leg_as_written(basemap, drawn[start], drawn[end], walk.leg_to(end) if start == end - 1 else None))
        for start, end in pairwise(drawn)
    }
    return {end: leg if start == end - 1 else replace(leg, is_guessed=True) for end, (start, leg) in legs.items()}


def legs_on_paper(
    content: PublicContent, kind: str, id: str, basemaps: Mapping[str, Basemap]
) -> list[RoutedLeg] | None:
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
    seen = (basemap.digest, school.position, content.public_inside[territory.id])
    metres: Mapping[str, float] = _ON_FOOT.take(
        territory.id, seen, lambda: _to_places(basemap, territory.id, *seen[1:])
    )
    return metres


def _to_places(basemap: Basemap, territory: str, start: Position, places: Sequence[Place]) -> Mapping[str, float]:
    known: dict[Position, float] = _DISTANCES.take(territory, (basemap.digest, start), dict)
    fresh = {place.position for place in places if place.position not in known}
    known |= _distances(basemap, start, sorted(fresh)) if fresh else {}
    return {place.id: known[place.position] for place in places}


def _distances(basemap: Basemap, start: Position, ends: Sequence[Position]) -> dict[Position, float]:
    reach = basemap.router.reach(start)
    return {end: DETOUR * metres_between(start, end) if (m := reach.metres(end)) is None else m for end in ends}


def _leg_as_written(basemap: Basemap, start: Position, end: Position, written: Leg | None) -> RoutedLeg:
    """Return a leg as the file of its walk says that it goes: along streets, by its own line, or straight."""
    if written is None:
        return leg_between(basemap, start, end)
    if written.mode == "routed":
        leg = _joined([leg_between(basemap, *ends) for ends in pairwise((start, *written.via, end))])
    else:
        line = without_repeats([start, *written.path, end])
        metres = sum(metres_between(*ends) for ends in pairwise(line))
        leg = RoutedLeg(line, metres, is_guessed=written.mode == "beeline")
    return leg if written.steps is None else replace(leg, has_steps=written.steps > 0)


def _joined(legs: Sequence[RoutedLeg]) -> RoutedLeg:
    line = without_repeats([position for leg in legs for position in leg.line])
    metres = sum(leg.metres for leg in legs)
    return RoutedLeg(line, metres, any(leg.is_guessed for leg in legs), any(leg.has_steps for leg in legs))


def _leg(basemap: Basemap, start: Position, end: Position) -> RoutedLeg:
    route = basemap.router.route(start, end)
    if route is None:
        return RoutedLeg((start, end), DETOUR * metres_between(start, end), is_guessed=True)
    line = without_repeats([start, *(position for piece in route.pieces for position in piece.line), end])
    return RoutedLeg(line, route.metres, has_steps=any(piece.kind == "steps" for piece in route.pieces))
