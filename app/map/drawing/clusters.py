"""Pins gathered where they would cover each other; `js/map/pins/clusters.js` does the same on the phone."""

from collections.abc import Mapping, Sequence

from ..mercator import Point

REACH_PX = 32
"""Pins nearer than this are gathered: each keeps at least 24 pixels to be touched."""


def gather(spots: Sequence[Point], reach: float) -> list[list[int]]:
    """Return groups of points within `reach` of the first of their group.

    The firsts are farther than `reach` from one another, in the order given, so bubbles drawn on them
    never overlap. A grid of cells as wide as the reach keeps it linear.
    """
    cells: dict[tuple[int, int], list[int]] = {}
    for i, (x, y) in enumerate(spots):
        cells.setdefault((int(x // reach), int(y // reach)), []).append(i)
    free = [True] * len(spots)
    return [_taken(i, spots, reach, cells, free) for i in range(len(spots)) if free[i]]


# Private


def _taken(
    first: int, spots: Sequence[Point], reach: float, cells: Mapping[tuple[int, int], list[int]], free: list[bool]
) -> list[int]:
    x, y = spots[first]
    column, row = int(x // reach), int(y // reach)
    around = (cells.get((column + i, row + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1))
    near = sorted(k for cell in around for k in cell if free[k] and _square(spots[k], (x, y)) < reach * reach)
    for k in near:
        free[k] = False
    return near


def _square(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
