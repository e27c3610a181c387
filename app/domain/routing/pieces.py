"""What a route is made of: strides of the same name and kind, told as one piece."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor

from ..geometry import Position
from .facts import FIELD, joined, reversed_word, unpack
from .graph import PathGraph, Point, position_of, total
from .network import Stride
from .snap import point_at


@dataclass(frozen=True)
class Piece:
    """A stretch of one name and kind; its last position is the first of the next.

    A crossing bears the name of the street that it crosses. `facts` are what is known of all of it, and the worst
    that is known of a part of it. `step_count` is 0 where nobody counted.
    """

    name: str
    kind: str
    metres: float
    line: tuple[Position, ...]
    facts: Mapping[str, str]
    step_count: int = 0


def pieces_of(graph: PathGraph, strides: Sequence[Stride]) -> tuple[Piece, ...]:
    """Return the pieces of a way; strides of no length are left out, but for the only one."""
    walked = [stride for stride in strides if stride.share] or strides[:1]
    runs = groupby(walked, key=lambda stride: (_name(graph, stride), _kind(graph, stride)))
    return tuple(_piece(graph, list(run), name, kind) for (name, kind), run in runs)


# Private


def _piece(graph: PathGraph, run: Sequence[Stride], name: str, kind: str) -> Piece:
    word = _word(graph, run[0])
    for stride in run[1:]:
        word = joined(word, _word(graph, stride))
    lines = [list(_points(graph, stride)) for stride in run]
    line = [*lines[0], *(point for each in lines[1:] for point in each[1:])]
    metres = total(graph.metres(stride.edge) * stride.share for stride in run)
    steps = sum(graph.counts.get(stride.edge, 0) for stride in run if stride.share == 1)
    facts = {fact: value for fact, value in unpack(word).items() if fact not in ("kind", "oneway")}
    return Piece(name, kind, metres, tuple(position_of(point) for point in line), facts, steps)


def _points(graph: PathGraph, stride: Stride) -> Iterator[Point]:
    points = graph.points(stride.edge)
    low, high = min(stride.start, stride.end), max(stride.start, stride.end)
    inner = range(floor(low) + 1, ceil(high))
    yield point_at(points, stride.start)
    yield from (points[n] for n in (inner if stride.is_forward else reversed(inner)))
    yield point_at(points, stride.end)


def _word(graph: PathGraph, stride: Stride) -> int:
    word = graph.words[stride.edge]
    return word if stride.is_forward else reversed_word(word)


def _name(graph: PathGraph, stride: Stride) -> str:
    return graph.name_table[graph.names[stride.edge]]


def _kind(graph: PathGraph, stride: Stride) -> str:
    return FIELD["kind"].read(graph.words[stride.edge])
