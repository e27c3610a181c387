"""The graph as one profile sees it, and the cheapest ways on it: A* to one spot, Dijkstra to all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from math import inf, sqrt

from .facts import FIELD
from .graph import PathGraph
from .landmarks import Landmarks
from .profile import Profile, cost_of
from .snap import Spot

MAIN_SHARE = 0.02
"""Edges that lead to less than this share of all one may walk are not joined: one would be stuck there."""


@dataclass(frozen=True)
class Stride:
    """A stretch of one edge, from one place along its points to another; `share` of its length."""

    edge: int
    start: float
    end: float
    share: float

    @property
    def is_forward(self) -> bool:
        """Tell whether it runs from the tail to the head."""
        return self.end >= self.start


@dataclass(frozen=True)
class _Door:
    """A way between a spot and a node at an end of its edge, by an arc walked in part."""

    node: int
    arc: int
    share: float
    cost: float


class Network:
    """What each arc costs a profile.

    An arc is an edge walked one way: 2 × edge to its head, 2 × edge + 1 to its tail.
    """

    def __init__(self, graph: PathGraph, profile: Profile, landmarks: Landmarks) -> None:
        self.graph = graph
        self.landmarks = landmarks
        self.costs = _costs(graph, profile)
        self.arcs: list[list[tuple[int, float, int]]] = [[] for _ in graph.xs]
        for arc, cost in enumerate(self.costs):
            if cost < inf:
                self.arcs[self.start_of(arc)].append((self.end_of(arc), cost, arc))

    def end_of(self, arc: int) -> int:
        """Return the node that an arc leads to."""
        return (self.graph.tails if arc & 1 else self.graph.heads)[arc >> 1]

    def start_of(self, arc: int) -> int:
        """Return the node that an arc comes from."""
        return self.end_of(arc ^ 1)

    @cached_property
    def groups(self) -> list[int]:
        """The group of each edge: edges that lead to one another; -1 where nobody goes, or where it leads nowhere."""
        nodes, tails = self._node_groups(), self.graph.tails
        groups = [nodes[tails[e]] if min(self.costs[2 * e : 2 * e + 2]) < inf else -1 for e in self.graph.edges]
        length: dict[int, int] = defaultdict(int)
        for edge, group in enumerate(groups):
            length[group] += self.graph.lengths[edge] if group >= 0 else 0
        least = MAIN_SHARE * sum(length.values())
        return [group if length[group] >= least else -1 for group in groups]

    def cheapest(self, start: Spot, end: Spot) -> list[Stride] | None:
        """Return the cheapest way between two spots, or None (A*: no way is cheaper than its straight line)."""
        best, last = self._direct(start, end), None
        search = _Search(self, [start], end)
        arrivals = list(self.doors(end, to_spot=True))
        for guess, node in search.settled():
            if guess >= best:
                break
            for door in arrivals:
                if door.node == node and search.cost[node] + door.cost < best:
                    best, last = search.cost[node] + door.cost, door
        if last:
            return self._strides(search, start, end, last)
        return [Stride(start.edge, start.along, end.along, abs(end.share - start.share))] if best < inf else None

    def spread(self, starts: Iterable[Spot]) -> dict[int, tuple[float, float]]:
        """Return cost and metres of every node from the nearest of some spots (Dijkstra)."""
        search = _Search(self, starts, None)
        metres: dict[int, float] = {}
        for _, node in search.settled():
            arc, door = search.came[node]
            length = self.graph.metres(arc >> 1)
            metres[node] = length * door.share if door else metres[self.start_of(arc)] + length
        return {node: (search.cost[node], far) for node, far in metres.items()}

    def arrival(self, reached: dict[int, tuple[float, float]], start: Spot, end: Spot) -> float | None:
        """Return the metres of the cheapest way to a spot, from what `spread` reached."""
        ways = [(self._direct(start, end), abs(end.share - start.share) * self.graph.metres(end.edge))]
        for door in self.doors(end, to_spot=True):
            if door.node in reached:
                cost, metres = reached[door.node]
                ways.append((cost + door.cost, metres + door.share * self.graph.metres(end.edge)))
        cost, metres = min(ways)
        return metres if cost < inf else None

    def doors(self, spot: Spot, *, to_spot: bool) -> Iterator[_Door]:
        """Yield the ways between a spot and the ends of its edge."""
        for arc in (2 * spot.edge, 2 * spot.edge + 1):
            behind = spot.share if arc & 1 == 0 else 1 - spot.share
            share = behind if to_spot else 1 - behind
            if (cost := _part(self.costs[arc], share)) < inf:
                yield _Door(self.start_of(arc) if to_spot else self.end_of(arc), arc, share, cost)

    # Private

    def _direct(self, start: Spot, end: Spot) -> float:
        """What it costs to stay on one edge; infinite when it is not the same."""
        if start.edge != end.edge:
            return inf
        return _part(self.costs[2 * start.edge + (end.share < start.share)], abs(end.share - start.share))

    def _strides(self, search: "_Search", start: Spot, end: Spot, last: _Door) -> list[Stride]:
        final, strides, node = len(self.graph.shapes[end.edge]) + 1, [], last.node
        strides.append(Stride(end.edge, final if last.arc & 1 else 0, end.along, last.share))
        while not (step := search.came[node])[1]:
            full = len(self.graph.shapes[step[0] >> 1]) + 1
            strides.append(Stride(step[0] >> 1, full if step[0] & 1 else 0, 0 if step[0] & 1 else full, 1))
            node = self.start_of(step[0])
        arc, door = step
        full = len(self.graph.shapes[start.edge]) + 1
        strides.append(Stride(start.edge, start.along, 0 if arc & 1 else full, door.share if door else 0))
        return strides[::-1]

    def _node_groups(self) -> list[int]:
        groups = [-1] * len(self.graph.xs)
        beside: list[list[int]] = [[] for _ in groups]
        for node, arcs in enumerate(self.arcs):
            for to, _, _ in arcs:
                beside[node].append(to)
                beside[to].append(node)
        for first in range(len(groups)):
            waiting = [first] if groups[first] < 0 else []
            while waiting:
                node = waiting.pop()
                if groups[node] < 0:
                    groups[node] = first
                    waiting += beside[node]
        return groups


class _Search:
    """Costs that spread from spots over nodes, the lowest guess first and of two equal ones the first node."""

    def __init__(self, network: Network, starts: Iterable[Spot], goal: Spot | None) -> None:
        self.network = network
        self.cost: dict[int, float] = {}
        self.came: dict[int, tuple[int, _Door | None]] = {}
        self._guess = _guess(network, goal) if goal else lambda node: 0.0
        self._waiting: list[tuple[float, int]] = []
        for start in starts:
            for door in network.doors(start, to_spot=False):
                self._offer(door.node, door.cost, door.arc, door)

    def settled(self) -> Iterator[tuple[float, int]]:
        """Yield each node once its cost is certain, with the guess of the whole way through it."""
        done: set[int] = set()
        while self._waiting:
            guess, node = heappop(self._waiting)
            if node in done:
                continue
            yield guess, node
            done.add(node)
            here = self.cost[node]
            for to, cost, arc in self.network.arcs[node]:
                self._offer(to, here + cost, arc)

    def _offer(self, node: int, cost: float, arc: int, door: _Door | None = None) -> None:
        if cost < self.cost.get(node, inf):
            self.cost[node] = cost
            self.came[node] = (arc, door)
            heappush(self._waiting, (cost + self._guess(node), node))


def _guess(network: Network, goal: Spot) -> Callable[[int], float]:
    """What a node has before it at least: the straight line, or what the landmarks tell."""
    landmarks = network.landmarks
    (east, north), far = network.graph.metric.metres_of(goal.point), landmarks.far_from(goal)

    def guess(node: int) -> float:
        dx, dy = east - landmarks.spots[node][0], north - landmarks.spots[node][1]
        told = (abs(here - there) for here, there in zip(landmarks.far[node], far, strict=True))
        return max(sqrt(dx * dx + dy * dy), *told)

    return guess


def _costs(graph: PathGraph, profile: Profile) -> list[float]:
    per_word = {word: cost_of(word, profile) for word in set(graph.words)}
    costs = []
    for edge, word in enumerate(graph.words):
        factor, extra = per_word[word]
        cost = graph.metres(edge) * factor + extra
        oneway = FIELD["oneway"].read(word)
        costs += [inf if oneway == "backward" else cost, inf if oneway == "forward" else cost]
    return costs


def _part(cost: float, share: float) -> float:
    return cost * share if share else 0.0
