"""The graph that people walk on, in columns: nodes where ways meet, edges with what is known of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from itertools import pairwise
from math import cos, radians, sqrt
from operator import add

from ..geometry import Position

PRECISION = 200_000
"""Units a degree: about 0.55 metres to the north, 0.37 to the east in Paris."""

METRES_A_UNIT = 111_195.08 / PRECISION
"""Metres to the north in a unit, on the sphere of `geometry.py`."""

SCALE = 1 << 24

DM = 10
"""Lengths are kept in decimetres."""

Point = tuple[float, float]
"""A position in units; whole but for a point in the middle of an edge."""


def total(numbers: Iterable[float]) -> float:
    """Add one number after the other, as JavaScript does: from Python 3.12 on `sum` rounds in its own way."""
    return reduce(add, numbers, 0.0)


@dataclass(frozen=True)
class Metric:
    """How long units are. One to the east is `east / SCALE` times as long as one to the north.

    A whole number, and nothing but products and square roots: every language measures the same to the last bit.
    """

    east: int = SCALE

    @classmethod
    def at(cls, lat: float) -> "Metric":
        """Return the metric around a latitude."""
        return cls(round(cos(radians(lat)) * SCALE))

    @cached_property
    def metres_x(self) -> float:
        """Metres to the east in a unit."""
        return METRES_A_UNIT * self.east / SCALE

    def metres_of(self, point: Point) -> tuple[float, float]:
        """Return where a point is, in metres to the east and to the north."""
        return point[0] * self.metres_x, point[1] * METRES_A_UNIT

    def straight(self, one: Point, other: Point) -> float:
        """Return the metres between two points."""
        dx, dy = (other[0] - one[0]) * self.metres_x, (other[1] - one[1]) * METRES_A_UNIT
        return sqrt(dx * dx + dy * dy)

    def along(self, points: Sequence[Point]) -> float:
        """Return the metres of a line."""
        return total(self.straight(here, there) for here, there in pairwise(points))


@dataclass(frozen=True)
class PathGraph:
    """Nodes, and edges from `tails` to `heads` in the order of their tails (tail ≤ head).

    `lengths` are decimetres walked, never less than what is drawn; `names` are ranks in `name_table`, whose first
    name is the empty one; `counts` are the steps of an edge, where somebody counted them.
    """

    xs: Sequence[int] = ()
    ys: Sequence[int] = ()
    tails: Sequence[int] = ()
    heads: Sequence[int] = ()
    words: Sequence[int] = ()
    names: Sequence[int] = ()
    lengths: Sequence[int] = ()
    shapes: Sequence[tuple[tuple[int, int], ...]] = ()
    name_table: Sequence[str] = ("",)
    counts: Mapping[int, int] = field(default_factory=dict)
    metric: Metric = field(default_factory=Metric)
    knows_steps: bool = True

    @property
    def edges(self) -> range:
        """Every edge, by number."""
        return range(len(self.tails))

    def points(self, edge: int) -> tuple[tuple[int, int], ...]:
        """Return the points of an edge from its tail to its head."""
        tail, head = self.tails[edge], self.heads[edge]
        return (self.xs[tail], self.ys[tail]), *self.shapes[edge], (self.xs[head], self.ys[head])

    def metres(self, edge: int) -> float:
        """Return how long an edge is."""
        return self.lengths[edge] / DM


def unit_of(position: Position) -> tuple[int, int]:
    """Return the nearest point of whole units."""
    return round(position[0] * PRECISION), round(position[1] * PRECISION)


def position_of(point: Point) -> Position:
    """Return the longitude and latitude of a point."""
    return point[0] / PRECISION, point[1] / PRECISION
