"""Which places lie in which outlines, asked for all of them at once: a tree of outlines, not each against each."""

from collections.abc import Sequence

import shapely

from .place import Place
from .territory import Territory


def places_inside(territories: Sequence[Territory], places: Sequence[Place]) -> dict[str, list[Place]]:
    """Return the places of each territory, inside its outline or on it, in the order given."""
    found: dict[str, list[Place]] = {territory.id: [] for territory in territories}
    if territories and places:
        tree = shapely.STRtree([territory.shape for territory in territories])
        spots = shapely.points([place.position for place in places])
        for place, territory in sorted(zip(*tree.query(spots, predicate="intersects").tolist(), strict=True)):
            found[territories[territory].id].append(places[place])
    return found
