"""Segments: ways cut where they meet, so that each is walked from end to end and known by one class word."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ..geometry import Position, metres_between
from .facts import FIELD, reversed_word
from .graph import total
from .rules import is_shut, name_of, steps_in, with_node, word_of
from .sidewalks import NamedStreets, is_sidewalk
from .way import FootWay

Junction = tuple[int, int]
"""A node and a serial number: 0, or the number of a dead end that a shut gate makes of it."""

_BESIDE = frozenset(("crossing", "traffic_signals"))
"""Nodes on a roadway that concern those who cross it, not those who walk along."""


@dataclass(frozen=True)
class Segment:
    """A piece of way between two junctions, with its full line."""

    tail: Junction
    head: Junction
    line: tuple[Position, ...]
    word: int
    name: str = ""
    count: int | None = None

    @cached_property
    def metres(self) -> float:
        """Its length on the ground, before any point is left out."""
        return total(metres_between(a, b) for a, b in pairwise(self.line))

    def turned(self) -> "Segment":
        """Return the same for one who walks the other way."""
        return replace(self, tail=self.head, head=self.tail, line=self.line[::-1], word=reversed_word(self.word))


def cut_ways(ways: Sequence[FootWay]) -> list[Segment]:
    """Return the segments of every way that people may walk.

    Ways meet at shared nodes only: where two merely cross on the map (a bridge, a tunnel), nobody can turn.
    """
    walked = [_Walked(way, word) for way in ways if len(way.nodes) > 1 and (word := word_of(way.tags)) is not None]
    meeting = _Meeting(walked)
    return [segment for serial, each in enumerate(walked, 1) for segment in _cut(each, meeting, serial)]


def merge_segments(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments with those joined end to end that nothing tells apart and where no other way comes."""
    kept: dict[int, Segment] = dict(enumerate(segments))
    at: dict[Junction, list[int]] = defaultdict(list)
    for number, segment in kept.items():
        at[segment.tail].append(number)
        at[segment.head].append(number)
    for junction, numbers in at.items():
        one, other = numbers if len(numbers) == 2 else (0, 0)
        if one == other or not (joined := _join(kept[one], kept[other], junction)):
            continue
        kept[one] = joined
        del kept[other]
        far = at[joined.head]
        far[far.index(other)] = one
    return list(kept.values())


# Private


@dataclass(frozen=True)
class _Walked:
    way: FootWay
    word: int

    @property
    def kind(self) -> str:
        return FIELD["kind"].read(self.word)


class _Meeting:
    """What comes together at each node."""

    def __init__(self, walked: Sequence[_Walked]) -> None:
        self.uses = Counter(node for each in walked for node in each.way.nodes)
        self.kinds: dict[int, list[str]] = defaultdict(list)
        self.streets: dict[int, str] = {}
        self.named = NamedStreets((name_of(e.way.tags), e.way.line) for e in walked if e.kind == "street")
        for each in walked:
            nodes, name = each.way.nodes, name_of(each.way.tags)
            for n, node in enumerate(nodes):
                self.kinds[node] += [each.kind] * (1 if n in (0, len(nodes) - 1) else 2)
                if name and each.kind == "street":
                    self.streets[node] = min(name, self.streets.get(node, name))  # whichever comes first

    def concerns(self, kind: str, node: int, tags: Mapping[str, str]) -> bool:
        """Tell whether what stands at a node is met by those who come along a way of this kind."""
        kinds = self.kinds[node]
        if "crossing" in kinds:
            return kind == "crossing"
        if any(each != "street" for each in kinds):
            return kind != "street"
        return len(kinds) <= 2 and tags.get("highway") not in _BESIDE

    def name(self, each: _Walked) -> str:
        """Return the name of a way; a crossing goes by the street that it crosses, a sidewalk by its street."""
        if name := name_of(each.way.tags):
            return name
        if each.kind == "crossing":
            return next((self.streets[node] for node in each.way.nodes if node in self.streets), "")
        return self.named.beside(each.way.line) if is_sidewalk(each.way.tags) else ""


def _cut(each: _Walked, meeting: _Meeting, serial: int) -> Iterator[Segment]:
    way, name, count = each.way, meeting.name(each), steps_in(each.way.tags)
    shut = {n for n, node in enumerate(way.nodes) if each.kind != "street" and is_shut(way.node_tags.get(node, {}))}
    cuts = [
        n for n, node in enumerate(way.nodes) if n in shut or meeting.uses[node] > 1 or n in (0, len(way.nodes) - 1)
    ]
    for piece, (start, end) in enumerate(pairwise(cuts)):
        word = _met(each, meeting, start, end)
        # On each side of a shut gate the way ends in a junction of its own.
        tail = (way.nodes[start], serial * 10_000 + 2 * piece + 1 if start in shut else 0)
        head = (way.nodes[end], serial * 10_000 + 2 * piece + 2 if end in shut else 0)
        yield Segment(tail, head, way.line[start : end + 1], word, name, count if len(cuts) == 2 else None)


def _met(each: _Walked, meeting: _Meeting, start: int, end: int) -> int:
    word = each.word
    for node in each.way.nodes[start : end + 1]:
        tags = each.way.node_tags.get(node)
        if tags and meeting.concerns(each.kind, node, tags):
            word = with_node(word, tags)
    return word


def _join(one: Segment, other: Segment, junction: Junction) -> Segment | None:
    one = one if one.head == junction else one.turned()
    other = other if other.tail == junction else other.turned()
    if (one.word, one.name) != (other.word, other.name):
        return None
    count = None if one.count is None or other.count is None else one.count + other.count
    return replace(one, head=other.head, line=(*one.line, *other.line[1:]), count=count)
