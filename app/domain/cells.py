"""Places in cells of the map: each stays as it is while places elsewhere come and go, and neighbours share one.

A cell is half of a larger one, the whole Earth at first, cut from north to south and from west to east by turns: as
geohashes are made. It is cut only where more places lie in it than may, and named by the turns taken on the way there.
"""

from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

from .once import once_each
from .place import Place

_STEPS = 24
"""Steps down the map each way, to cells of a metre; beyond, what lies on one spot is cut by name."""


def in_cells(places: Sequence[Place], most: int) -> Mapping[str, Sequence[Place]]:
    """Return the places of every cell that has some, `most` at most, by the name of the cell."""
    return {f"{int('1' + way, 2):x}": here for way, here in _cut("", places, most)}


# Private


def _cut(cell: str, places: Sequence[Place], most: int) -> Iterator[tuple[str, Sequence[Place]]]:
    ways = [_way_to(place) for place in places] if len(places) > most else []
    # Until the ways part, all places lie in one half.
    step = _parting(min(ways), max(ways)) if ways else None
    if step is None:
        yield cell, places
        return
    halves: dict[str, list[Place]] = {}
    for way, place in zip(ways, places, strict=True):
        halves.setdefault(way[: step + 1], []).append(place)
    for half in sorted(halves):
        yield from _cut(half, halves[half], most)


def _parting(one: str, other: str) -> int | None:
    """Return the step at which two ways part, None where they never do."""
    return next((step for step, (here, there) in enumerate(zip(one, other, strict=True)) if here != there), None)


@once_each
def _way_to(place: Place) -> str:
    """Return the half to take at every step, 0 or 1; in the end, what the name of the place says."""
    lon, lat = place.position
    column, row = int((lon + 180) / 360 * 2**_STEPS), int((lat + 90) / 180 * 2**_STEPS)
    turns = (f"{row >> step & 1}{column >> step & 1}" for step in reversed(range(_STEPS)))
    return "".join(turns) + f"{crc32(place.id.encode()):032b}"
