"""Which places share a door or a pavement: found through a grid, so that 2,000 places stay cheap."""

from collections import defaultdict
from collections.abc import Iterable
from math import cos, floor, radians

from ...domain.geometry import metres_between
from ...domain.place import Place
from ...domain.text import fold

NEAR_M = 60
_SHOWN = 4
_DEGREE_M = 111_320


class Neighbours:
    """The public places whose address may be shown, by square of `NEAR_M` metres and by address."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._squares: dict[tuple[int, int], list[Place]] = defaultdict(list)
        self._doors: dict[str, list[Place]] = defaultdict(list)
        self._door_of: dict[str, str] = {}
        for place in places:
            if place.is_public and place.address_visibility == "full":
                self._squares[_square(place)].append(place)
                self._door_of[place.id] = _door(place)
                self._doors[_door(place)].append(place)

    def of(self, place: Place) -> tuple[Place, ...]:
        """Return the places within 60 m of this one or at its address, nearest first."""
        if place.address_visibility != "full":
            return ()
        near = [(metres_between(place.position, other.position), other.id, other) for other in self._around(place)]
        door = self._door_of[place.id]
        kept = sorted(item for item in near if item[0] <= NEAR_M or (door and self._door_of[item[1]] == door))
        return tuple(other for _, _, other in kept[:_SHOWN])

    def _around(self, place: Place) -> list[Place]:
        column, row = _square(place)
        squares = [(column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        found = {p.id: p for square in squares for p in self._squares.get(square, ())}
        if door := self._door_of[place.id]:
            found |= {p.id: p for p in self._doors[door]}
        found.pop(place.id, None)
        return list(found.values())


def _square(place: Place) -> tuple[int, int]:
    lon, lat = place.position
    # One cosine for the whole row of squares: neighbours must fall on the same grid.
    width = _DEGREE_M * cos(radians(floor(lat)))
    return floor(lon * width / NEAR_M), floor(lat * _DEGREE_M / NEAR_M)


def _door(place: Place) -> str:
    address = place.address
    if address is None or not address.street:
        return ""
    return f"{fold(address.street)} {address.postcode or ''}"
