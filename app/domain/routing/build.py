"""From the ways of a source to the graph that people walk on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import shapely

from ..geometry import Position
from .graph import DM, METRES_A_UNIT, Metric, PathGraph, unit_of
from .segment import Junction, Segment, cut_ways, merge_segments
from .way import FootWay

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


def build_graph(ways: Iterable[FootWay], *, knows_steps: bool) -> PathGraph:
    """Return the graph of the ways that people may walk; `knows_steps` when their source says where steps are."""
    segments = _without_islands(merge_segments(cut_ways(list(ways))))
    if not segments:
        return PathGraph(knows_steps=knows_steps)
    points = _points_of(segments)
    junctions = {junction: rank for rank, junction in enumerate(points)}
    table = _names_of(segments)
    metric = _metric_of(segments)
    edges = sorted({_edge(_forward(s, junctions), junctions, table, metric) for s in segments})
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


def _without_islands(segments: Sequence[Segment]) -> list[Segment]:
    group = _groups(segments)
    metres: dict[Junction, float] = defaultdict(float)
    for segment in segments:
        metres[group[segment.tail]] += segment.metres
    least = ISLAND_SHARE * sum(metres.values())
    return [segment for segment in segments if metres[group[segment.tail]] >= least]


def _groups(segments: Sequence[Segment]) -> dict[Junction, Junction]:
    """The first junction of the group of each junction, where ways of a group lead to one another."""
    reached: dict[Junction, Junction] = {}
    beside: dict[Junction, list[Junction]] = defaultdict(list)
    for segment in segments:
        beside[segment.tail].append(segment.head)
        beside[segment.head].append(segment.tail)
    for first in beside:
        waiting = [] if first in reached else [first]
        while waiting:
            junction = waiting.pop()
            if junction not in reached:
                reached[junction] = first
                waiting += beside[junction]
    return reached


def _points_of(segments: Sequence[Segment]) -> dict[Junction, tuple[int, int]]:
    """The point of every junction, in Morton order: neighbours on the ground are neighbours in the file."""
    found = {junction: unit_of(at) for s in segments for junction, at in ((s.tail, s.line[0]), (s.head, s.line[-1]))}
    west, south = (min(axis) for axis in zip(*found.values(), strict=True))
    return dict(sorted(found.items(), key=lambda item: (_morton(item[1][0] - west, item[1][1] - south), item[0])))


def _morton(x: int, y: int) -> int:
    return sum((x >> bit & 1) << 2 * bit | (y >> bit & 1) << 2 * bit + 1 for bit in range(max(x, y).bit_length()))


def _names_of(segments: Sequence[Segment]) -> dict[str, int]:
    """The rank of every name, the most used first: ranks below 128 take one byte."""
    uses = Counter(segment.name for segment in segments if segment.name)
    ordered = sorted(uses, key=lambda name: (-uses[name], name))
    return {name: rank for rank, name in enumerate(["", *ordered])}


def _metric_of(segments: Sequence[Segment]) -> Metric:
    lats = [lat for segment in segments for _, lat in segment.line]
    return Metric.at((min(lats) + max(lats)) / 2)


def _forward(segment: Segment, junctions: dict[Junction, int]) -> Segment:
    tail, head = junctions[segment.tail], junctions[segment.head]
    backward = tail > head or (tail == head and segment.line[::-1] < segment.line)
    return segment.turned() if backward else segment


def _edge(segment: Segment, junctions: dict[Junction, int], table: dict[str, int], metric: Metric) -> _Edge:
    line = _simplified(segment.line, metric)
    length = max(ceil(metric.along(line) * DM), round(segment.metres * DM))
    tail, head = junctions[segment.tail], junctions[segment.head]
    return _Edge(tail, head, segment.word, table[segment.name], line[1:-1], length, segment.count or 0)


def _simplified(line: Sequence[Position], metric: Metric) -> Shape:
    """The line in whole units, without the points that it does without."""
    points = [unit_of(position) for position in line]
    flat = shapely.LineString([(x * metric.metres_x, y * METRES_A_UNIT) for x, y in points])
    kept = shapely.get_coordinates(flat.simplify(TOLERANCE_M, preserve_topology=False)) if len(points) > 2 else ()
    inner = [(round(x / metric.metres_x), round(y / METRES_A_UNIT)) for x, y in kept[1:-1]]
    return points[0], *(p for before, p in pairwise([points[0], *inner]) if p != before), points[-1]
