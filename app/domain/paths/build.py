"""From the ways of a source to the graph that people walk on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import shapely

from ..geometry import Position
from .graph import DM, METRES_A_UNIT, Metric, PathGraph, unit_of
from .strand import Knot, Strand, cut_ways, merge_strands
from .way import WalkWay

TOLERANCE_M = 0.6
"""How far a bend may lie from the simplified line: with the rounding of positions, less than a metre."""

ISLAND_SHARE = 0.02
"""Ways that meet no others and hold less than this share of all metres are left out: they lead nowhere."""

Shape = tuple[tuple[int, int], ...]


@dataclass(frozen=True, order=True)
class _Edge:
    tail: int
    head: int
    word: int
    name: int
    shape: Shape
    length: int
    count: int


def build_graph(ways: Iterable[WalkWay], *, knows_steps: bool) -> PathGraph:
    """Return the graph of the ways that people may walk; `knows_steps` when their source says where steps are."""
    strands = _without_islands(merge_strands(cut_ways(list(ways))))
    if not strands:
        return PathGraph(knows_steps=knows_steps)
    points = _points_of(strands)
    knots = {knot: rank for rank, knot in enumerate(points)}
    table = _names_of(strands)
    metric = _metric_of(strands)
    edges = sorted({_edge(_forward(s, knots), knots, table, metric) for s in strands})
    return PathGraph(
        xs=tuple(x for x, _ in points.values()),
        ys=tuple(y for _, y in points.values()),
        tails=tuple(edge.tail for edge in edges),
        heads=tuple(edge.head for edge in edges),
        words=tuple(edge.word for edge in edges),
        names=tuple(edge.name for edge in edges),
        lengths=tuple(edge.length for edge in edges),
        shapes=tuple(edge.shape for edge in edges),
        name_table=tuple(table),
        counts={number: edge.count for number, edge in enumerate(edges) if edge.count},
        metric=metric,
        knows_steps=knows_steps,
    )


# Private


def _without_islands(strands: Sequence[Strand]) -> list[Strand]:
    group = _groups(strands)
    metres: dict[Knot, float] = defaultdict(float)
    for strand in strands:
        metres[group[strand.tail]] += strand.metres
    least = ISLAND_SHARE * sum(metres.values())
    return [strand for strand in strands if metres[group[strand.tail]] >= least]


def _groups(strands: Sequence[Strand]) -> dict[Knot, Knot]:
    """The first knot of the group of each knot, where ways of a group lead to one another."""
    reached: dict[Knot, Knot] = {}
    beside: dict[Knot, list[Knot]] = defaultdict(list)
    for strand in strands:
        beside[strand.tail].append(strand.head)
        beside[strand.head].append(strand.tail)
    for first in beside:
        waiting = [] if first in reached else [first]
        while waiting:
            knot = waiting.pop()
            if knot not in reached:
                reached[knot] = first
                waiting += beside[knot]
    return reached


def _points_of(strands: Sequence[Strand]) -> dict[Knot, tuple[int, int]]:
    """The point of every knot, in Morton order: neighbours on the ground are neighbours in the file."""
    found = {knot: unit_of(at) for s in strands for knot, at in ((s.tail, s.line[0]), (s.head, s.line[-1]))}
    west, south = (min(axis) for axis in zip(*found.values(), strict=True))
    return dict(sorted(found.items(), key=lambda item: (_morton(item[1][0] - west, item[1][1] - south), item[0])))


def _morton(x: int, y: int) -> int:
    return sum((x >> bit & 1) << 2 * bit | (y >> bit & 1) << 2 * bit + 1 for bit in range(max(x, y).bit_length()))


def _names_of(strands: Sequence[Strand]) -> dict[str, int]:
    """The rank of every name, the most used first: ranks below 128 take one byte."""
    uses = Counter(strand.name for strand in strands if strand.name)
    ordered = sorted(uses, key=lambda name: (-uses[name], name))
    return {name: rank for rank, name in enumerate(["", *ordered])}


def _metric_of(strands: Sequence[Strand]) -> Metric:
    lats = [lat for strand in strands for _, lat in strand.line]
    return Metric.at((min(lats) + max(lats)) / 2)


def _forward(strand: Strand, knots: dict[Knot, int]) -> Strand:
    tail, head = knots[strand.tail], knots[strand.head]
    backward = tail > head or (tail == head and strand.line[::-1] < strand.line)
    return strand.turned() if backward else strand


def _edge(strand: Strand, knots: dict[Knot, int], table: dict[str, int], metric: Metric) -> _Edge:
    line = _simplified(strand.line, metric)
    length = max(ceil(metric.along(line) * DM), round(strand.metres * DM))
    tail, head = knots[strand.tail], knots[strand.head]
    return _Edge(tail, head, strand.word, table[strand.name], line[1:-1], length, strand.count or 0)


def _simplified(line: Sequence[Position], metric: Metric) -> Shape:
    """The line in whole units, without the points that it does without."""
    points = [unit_of(position) for position in line]
    flat = shapely.LineString([(x * metric.metres_x, y * METRES_A_UNIT) for x, y in points])
    kept = shapely.get_coordinates(flat.simplify(TOLERANCE_M, preserve_topology=False)) if len(points) > 2 else ()
    inner = [(round(x / metric.metres_x), round(y / METRES_A_UNIT)) for x, y in kept[1:-1]]
    return points[0], *(p for before, p in pairwise([points[0], *inner]) if p != before), points[-1]
