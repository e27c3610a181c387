"""Which places share a door or a pavement: found through a grid, so that 2,000 places stay cheap."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from math import cos, floor, radians
from typing import NamedTuple

from ..cache import Cache, once_each
from ..domain.geometry import DEGREE_M, Position, metres_between
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.text import fold

NEAR_M = 60
SAME_DOOR_M = 300
"""Places at one address may be shown apart, as the gates of a hospital; further, it is another street of the same name:
two villages have one postcode, and each its rue de l’Église."""

_SHOWN = 4


class Spot(NamedTuple):
    """All that makes a place a neighbour of another."""

    id: str
    position: Position
    door: str


class Neighbours:
    """The public places whose address may be shown, each with those around it."""

    def __init__(self, content: PublicContent) -> None:
        self._places = content.places
        by_home = content.inside.at_home
        spots = tuple([_SPOTS.take(home, places, partial(_spots, places)) for home, places in by_home.items()])
        self._near: Mapping[str, tuple[str, ...]] = _NEAR.take("", spots, partial(_all_near, spots))

    def around(self, group: str, places: Sequence[Place]) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
        """Return the neighbours of each place of a group, and those of them all that are not in it."""
        found: tuple[tuple[tuple[str, ...], ...], tuple[str, ...]] = _AROUND.take(
            group, (self._near, places), lambda: _around(self._near, places)
        )
        return found

    def of(self, place: Place) -> tuple[Place, ...]:
        """Return the places within 60 m of this one, or 300 m at its address, nearest first."""
        return tuple(self._places[id] for id in self._near.get(place.id, ()))


_SPOTS, _NEAR, _AROUND = Cache(), Cache(), Cache()
"""By home, the spots of places; the neighbours of all; by group, those of its own: most edits move none."""


def _around(
    near: Mapping[str, tuple[str, ...]], places: Sequence[Place]
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    found = tuple(near.get(place.id, ()) for place in places)
    inside = {place.id for place in places}
    return found, tuple(dict.fromkeys(id for each in found for id in each if id not in inside))


@once_each
def _spot(place: Place) -> Spot:
    return Spot(place.id, place.position, _door(place))


def _spots(places: Iterable[Place]) -> Sequence[Spot]:
    return tuple([_spot(place) for place in places if place.shows_address])


def _all_near(by_home: Iterable[Sequence[Spot]]) -> Mapping[str, tuple[str, ...]]:
    """Return the neighbours of every spot."""
    spots = [*chain.from_iterable(by_home)]
    grid = _Grid(spots)
    return {spot.id: tuple(grid.near(spot)) for spot in spots}


class _Grid:
    """Spots by square of `NEAR_M` metres and by address."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._squares: dict[tuple[int, int], list[Spot]] = defaultdict(list)
        self._doors: dict[str, list[Spot]] = defaultdict(list)
        for spot in spots:
            self._squares[_square(spot.position)].append(spot)
            self._doors[spot.door].append(spot)

    def near(self, spot: Spot) -> Iterator[str]:
        """Yield the ids of the nearest ones."""
        around = [(metres_between(spot.position, other.position), other) for other in self._around(spot)]
        kept = sorted((metres, other.id) for metres, other in around if metres <= _reach(spot, other))
        yield from (id for _, id in kept[:_SHOWN])

    def _around(self, spot: Spot) -> list[Spot]:
        column, row = _square(spot.position)
        squares = [(column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        found = {s.id: s for square in squares for s in self._squares.get(square, ())}
        if spot.door:
            found |= {s.id: s for s in self._doors[spot.door]}
        found.pop(spot.id, None)
        return list(found.values())


def _reach(spot: Spot, other: Spot) -> float:
    return SAME_DOOR_M if spot.door and spot.door == other.door else NEAR_M


def _square(position: Position) -> tuple[int, int]:
    lon, lat = position
    # One cosine for the whole row of squares: neighbours must fall on the same grid.
    width = DEGREE_M * cos(radians(floor(lat)))
    return floor(lon * width / NEAR_M), floor(lat * DEGREE_M / NEAR_M)


def _door(place: Place) -> str:
    address = place.address
    if address is None or not address.street:
        return ""
    return f"{fold(address.street)} {address.postcode or ''}"
