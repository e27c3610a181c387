"""Which places belong to which territories, asked for all at once: a tree of outlines, not each against each."""

from collections import deque
from collections.abc import Mapping, Sequence
from operator import is_

import shapely

from .geometry import Position
from .place import Place
from .territory import Territory

Inside = Mapping[str, Sequence[Place]]
"""By territory, the places inside its outline or within its reach."""


def places_inside(territories: Sequence[Territory], places: Sequence[Place]) -> Inside:
    """Return the places of each territory, in the order given: an edition asks for the same several times."""
    asked: tuple[Territory | Place, ...] = (*territories, *places)
    found = next((inside for told, inside in _ASKED if len(told) == len(asked) and all(map(is_, told, asked))), None)
    if found is None:
        found = _places_inside(territories, places)
        _ASKED.append((asked, found))
    return found


# Private

_ASKED: deque[tuple[tuple[Territory | Place, ...], Inside]] = deque(maxlen=3)
"""What was asked last: the places that are public, those that are not, all."""


def _places_inside(territories: Sequence[Territory], places: Sequence[Place]) -> Inside:
    found: dict[str, list[Place]] = {territory.id: [] for territory in territories}
    if territories and places:
        holders = _holders(tuple(territories), places)
        for place in places:
            for territory in holders[place.position]:
                found[territory].append(place)
    return found


_KNOWN: deque[tuple[tuple[Territory, ...], dict[Position, Sequence[str]]]] = deque(maxlen=2)
"""The last outlines, each with the positions that they were asked for: edits move few places."""

_MOST = 200_000


def _holders(territories: tuple[Territory, ...], places: Sequence[Place]) -> Mapping[Position, Sequence[str]]:
    """Return by position the territories that hold it."""
    known = next((held for outlines, held in _KNOWN if outlines == territories), None)
    if known is None or len(known) > _MOST:
        known = {}
        _KNOWN.append((territories, known))
    fresh = [*dict.fromkeys(place.position for place in places if place.position not in known)]
    if fresh:
        known |= _asked(territories, fresh)
    return known


def _asked(territories: Sequence[Territory], positions: Sequence[Position]) -> dict[Position, Sequence[str]]:
    found: dict[Position, list[str]] = {position: [] for position in positions}
    tree = shapely.STRtree([territory.shape for territory in territories])
    pairs = tree.query(shapely.points(positions), predicate="intersects").tolist()
    for position, territory in sorted(zip(*pairs, strict=True)):
        found[positions[position]].append(territories[territory].id)
    return {position: tuple(ids) for position, ids in found.items()}
