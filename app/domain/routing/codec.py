"""The file of a path graph: small, the same bytes for the same graph, refused when it is not whole.

Head (14 bytes): `ADPG`, format, flags (1: the source knows steps), length and Adler-32 of the body, little-endian.
Blob: whole numbers of seven bits a byte (LEB128), signed ones zigzag, column after column; positions are
differences from the node (in Morton order) or the point before. `static/js/routing/graph.js` reads the same.
Adler-32 finds every changed byte, and takes a line of JavaScript; a pack is verified by SHA-256 besides.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import ceil

from .graph import DM, Metric, PathGraph

MAGIC = b"ADPG"
FORMAT = 1
MEDIA_TYPE = "application/octet-stream"
_HEAD = struct.Struct("<4sBBII")
KNOWS_STEPS = 1


class PathsRefused(ValueError):
    """A file that is not a whole path graph of a format we read; the sentence says why."""


def encode(graph: PathGraph) -> bytes:
    """Return the file of a graph."""
    body = _Writer()
    names = "\n".join(graph.name_table).encode()
    uses = Counter(graph.words)
    classes = {word: rank for rank, word in enumerate(sorted(uses, key=lambda word: (-uses[word], word)))}
    body.numbers([len(graph.xs), len(graph.tails), len(classes), len(graph.counts), graph.metric.east, len(names)])
    body.data += names
    body.numbers(classes)
    body.differences(graph.xs)
    body.differences(graph.ys)
    degrees = Counter(graph.tails)
    body.numbers(degrees[node] for node in range(len(graph.xs)))
    body.numbers(head - tail for tail, head in zip(graph.tails, graph.heads, strict=True))
    body.numbers(classes[word] for word in graph.words)
    body.numbers(graph.names)
    body.numbers(len(shape) for shape in graph.shapes)
    for axis, starts in enumerate((graph.xs, graph.ys)):
        for tail, shape in zip(graph.tails, graph.shapes, strict=True):
            body.differences([point[axis] for point in shape], starts[tail])
    body.numbers(graph.lengths[edge] - _drawn_dm(graph, edge) for edge in graph.edges)
    body.numbers(edge - before for before, edge in pairwise([0, *graph.counts]))
    body.numbers(graph.counts.values())
    flags = KNOWS_STEPS if graph.knows_steps else 0
    return _HEAD.pack(MAGIC, FORMAT, flags, len(body.data), zlib.adler32(body.data)) + bytes(body.data)


def decode(data: bytes) -> PathGraph:
    """Return the graph of a file, or raise PathsRefused."""
    knows_steps, body = _opened(data)
    nodes, edges, classes, counted, east, size = body.numbers(6)
    name_table = body.text(size).split("\n")
    table = body.numbers(classes)
    xs, ys = body.differences(nodes), body.differences(nodes)
    tails = [node for node, degree in enumerate(body.numbers(nodes)) for _ in range(degree)]
    heads = [tail + more for tail, more in zip(tails, body.numbers(edges), strict=True)]
    words = [table[rank] for rank in body.numbers(edges)]
    names, sizes = body.numbers(edges), body.numbers(edges)
    bends = [[body.differences(n, axis[tail]) for tail, n in zip(tails, sizes, strict=True)] for axis in (xs, ys)]
    shapes = [tuple(zip(x, y, strict=True)) for x, y in zip(*bends, strict=True)]
    drawn = PathGraph(xs, ys, tails, heads, words, names, (), shapes, name_table, {}, Metric(east), knows_steps)
    lengths = [_drawn_dm(drawn, edge) + more for edge, more in enumerate(body.numbers(edges))]
    counts = dict(zip(accumulate(body.numbers(counted)), body.numbers(counted), strict=True))
    return replace(drawn, lengths=lengths, counts=counts)


# Private


class _Writer:
    def __init__(self) -> None:
        self.data = bytearray()

    def numbers(self, values: Iterable[int]) -> None:
        """Write whole numbers, none below zero."""
        for value in values:
            while value > 127:
                self.data.append(value & 127 | 128)
                value >>= 7
            self.data.append(value)

    def differences(self, values: Sequence[int], start: int = 0) -> None:
        """Write how far each number lies from the one before."""
        steps = (value - before for before, value in pairwise([start, *values]))
        self.numbers(step << 1 if step >= 0 else ~step << 1 | 1 for step in steps)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def numbers(self, count: int) -> list[int]:
        """Read whole numbers, none below zero."""
        return [self._number() for _ in range(count)]

    def differences(self, count: int, start: int = 0) -> list[int]:
        """Read numbers written as differences."""
        steps = (~(n >> 1) if n & 1 else n >> 1 for n in self.numbers(count))
        return list(accumulate(steps, initial=start))[1:]

    def text(self, size: int) -> str:
        """Read a text of so many bytes."""
        self.at += size
        return self.data[self.at - size : self.at].decode()

    def _number(self) -> int:
        value = shift = 0
        while (byte := self.data[self.at]) > 127:
            value |= (byte & 127) << shift
            shift += 7
            self.at += 1
        self.at += 1
        return value | byte << shift


def _opened(data: bytes) -> tuple[bool, _Reader]:
    if data[:4] != MAGIC:
        raise PathsRefused("This is not a path graph: it does not begin with ADPG.")
    if len(data) < _HEAD.size:
        raise PathsRefused(f"The path graph is cut: {len(data)} bytes when expected {_HEAD.size} at least.")
    _, number, flags, size, checksum = _HEAD.unpack_from(data)
    if number != FORMAT:
        raise PathsRefused(f"The path graph has format {number} when expected {FORMAT}.")
    body = data[_HEAD.size :]
    if len(body) != size:
        raise PathsRefused(f"The path graph is cut: {len(body)} bytes when expected {size}.")
    if zlib.adler32(body) != checksum:
        raise PathsRefused("The path graph is damaged: its checksum is not the one written in it.")
    return bool(flags & KNOWS_STEPS), _Reader(body)


def _drawn_dm(graph: PathGraph, edge: int) -> int:
    """The decimetres that an edge has at least: `lengths` never fall below them."""
    return ceil(graph.metric.along(graph.points(edge)) * DM)
