"""Where a position joins the graph: the nearest point of an edge, found on a grid."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, inf, sqrt

from .graph import METRES_A_UNIT, PathGraph, Point

CELL_M = 50

FARTHEST_M = 300
"""Farther than this from any street we do not pretend to know the way."""

SLACK_M = 50
"""How much farther than the nearest edge another network is still tried: a platform beside a street."""

CORNER_M = 1.5
"""Nearer than this to the end of an edge one stands at the corner: nobody is told to walk one step."""


@dataclass(frozen=True)
class Spot:
    """A point of an edge. `along` counts the points of the edge and a share of the next; `share` is of its length."""

    edge: int
    along: float
    share: float
    point: Point
    metres: float


class Grid:
    """The edges by square of ground."""

    def __init__(self, graph: PathGraph) -> None:
        self.graph = graph
        self.cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for edge in graph.edges:
            for cell in dict.fromkeys(self._cells_of(graph.points(edge))):
                self.cells[cell].append(edge)

    def nearest(self, point: Point, groups: Sequence[int]) -> dict[int, Spot]:
        """Return the nearest spot on each group of edges (`groups` by edge; below 0: not to be walked)."""
        found: dict[int, tuple[float, int, float]] = {}
        limit: float = FARTHEST_M
        ring = 0
        while ring * CELL_M <= limit:
            for edge in dict.fromkeys(self._ring(self._cell(point), ring)):
                if (group := groups[edge]) >= 0:
                    near = self._near(edge, point)
                    found[group] = min(found.get(group, near), near)
            limit = min([FARTHEST_M, *(off + SLACK_M for off, _, _ in found.values())])
            ring += 1
        return {group: self._spot(*near) for group, near in found.items() if near[0] <= limit}

    def _near(self, edge: int, point: Point) -> tuple[float, int, float]:
        """The metres from a point to an edge, the edge, and how far along it that is."""
        points = self.graph.points(edge)
        best, along = inf, 0.0
        for n, (a, b) in enumerate(pairwise(points)):
            off, share = self._off(point, a, b)
            if off < best:
                best, along = off, n + share
        return best, edge, along

    def _spot(self, off: float, edge: int, along: float) -> Spot:
        points = self.graph.points(edge)
        share, corner = share_at(self.graph, points, along), CORNER_M / max(self.graph.metres(edge), CORNER_M)
        if share <= corner or share >= 1 - corner:
            share, along = (0.0, 0.0) if share < 0.5 else (1.0, len(points) - 1.0)
        return Spot(edge, along, share, point_at(points, along), off)

    def _off(self, point: Point, a: Point, b: Point) -> tuple[float, float]:
        """The metres from a point to a segment, and where along it."""
        across = self.graph.metric.metres_x
        dx, dy = (b[0] - a[0]) * across, (b[1] - a[1]) * METRES_A_UNIT
        ex, ey = (point[0] - a[0]) * across, (point[1] - a[1]) * METRES_A_UNIT
        square = dx * dx + dy * dy
        share = min(1.0, max(0.0, (ex * dx + ey * dy) / square)) if square else 0.0
        ex -= share * dx
        ey -= share * dy
        return sqrt(ex * ex + ey * ey), share

    def _ring(self, center: tuple[int, int], ring: int) -> Iterator[int]:
        for row in range(-ring, ring + 1):
            step = 1 if abs(row) == ring else 2 * ring
            for column in range(-ring, ring + 1, step or 1):
                yield from self.cells.get((center[0] + column, center[1] + row), ())

    def _cells_of(self, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
        for a, b in pairwise(points):
            (left, bottom), (right, top) = self._cell(a), self._cell(b)
            for column in range(min(left, right), max(left, right) + 1):
                for row in range(min(bottom, top), max(bottom, top) + 1):
                    yield column, row

    def _cell(self, point: Point) -> tuple[int, int]:
        return floor(point[0] * self.graph.metric.metres_x / CELL_M), floor(point[1] * METRES_A_UNIT / CELL_M)


def point_at(points: Sequence[Point], along: float) -> Point:
    """Return the point so far along a line."""
    n = floor(along)
    (ax, ay), share = points[n], along - n
    if not share:
        return ax, ay
    bx, by = points[n + 1]
    return ax + share * (bx - ax), ay + share * (by - ay)


def share_at(graph: PathGraph, points: Sequence[Point], along: float) -> float:
    """Return which share of a line's length lies before a point of it."""
    whole = graph.metric.along(points)
    before = graph.metric.along([*points[: floor(along) + 1], point_at(points, along)])
    return before / whole if whole else 0.0
