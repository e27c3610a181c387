"""How far every node is from four corners of the graph: no way between two nodes is shorter than the difference.

So it is for every profile: none walks a metre for less than a metre. It shows A* round a canal or a railway, where
the straight line leads it astray. `static/js/routing/landmarks.js` does the same.
"""

from functools import cached_property
from heapq import heappop, heappush

from .graph import DM, PathGraph
from .snap import Spot

_CORNERS = ((1, 1), (-1, 1), (1, -1), (-1, -1))


class Landmarks:
    """The four corners of a graph."""

    def __init__(self, graph: PathGraph) -> None:
        self._graph = graph
        self.spots = [graph.metric.metres_of(point) for point in zip(graph.xs, graph.ys, strict=True)]

    @cached_property
    def far(self) -> list[tuple[float, ...]]:
        """The metres of each node from each corner; 0 where no way leads."""
        beside: list[list[tuple[int, int]]] = [[] for _ in self.spots]
        ends = zip(self._graph.tails, self._graph.heads, self._graph.lengths, strict=True)
        for tail, head, length in ends:
            beside[tail].append((head, length))
            beside[head].append((tail, length))
        by_corner = (_spread(beside, self._farthest(*corner)) for corner in _CORNERS)
        return [tuple(length / DM for length in lengths) for lengths in zip(*by_corner, strict=True)]

    def far_from(self, spot: Spot) -> tuple[float, ...]:
        """Return the metres of a spot from each corner."""
        length = self._graph.metres(spot.edge)
        tail, head = self.far[self._graph.tails[spot.edge]], self.far[self._graph.heads[spot.edge]]
        ways = zip(tail, head, strict=True)
        return tuple(min(one + spot.share * length, other + (1 - spot.share) * length) for one, other in ways)

    def _farthest(self, east: int, north: int) -> int:
        """The first node that lies farthest that way."""
        return max(range(len(self.spots)), key=lambda node: east * self.spots[node][0] + north * self.spots[node][1])


def _spread(beside: list[list[tuple[int, int]]], first: int) -> list[int]:
    known = [-1] * len(beside)
    waiting = [(0, first)]
    while waiting:
        length, node = heappop(waiting)
        if known[node] < 0:
            known[node] = length
            for to, more in beside[node]:
                if known[to] < 0:
                    heappush(waiting, (length + more, to))
    return [max(0, length) for length in known]
