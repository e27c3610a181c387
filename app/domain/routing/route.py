"""Routes: from one position to another, or to many, by the ways that suit who walks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ..geometry import Position, minutes_on_foot
from .graph import PRECISION, PathGraph, Point, position_of, total
from .landmarks import Landmarks
from .network import Network
from .pieces import Piece, pieces_of
from .profile import Profile
from .snap import Grid, Spot

Reason = Literal["far", "islands", "profile"]
"""Why there is no route: too far from any street, streets that never meet, or no way for this profile."""


@dataclass(frozen=True)
class RouteEnd:
    """Where a route joins the network, and how far from there the person or the door stands."""

    metres: float
    position: Position


@dataclass(frozen=True)
class Route:
    """A way on foot. `metres` run from door to door: those off the network count too."""

    metres: float
    pieces: tuple[Piece, ...]
    start: RouteEnd
    end: RouteEnd
    knows_steps: bool

    @property
    def minutes(self) -> int:
        """How long a family takes; on steps one goes half as fast."""
        return minutes_on_foot(self.metres + total(piece.metres for piece in self.pieces if piece.kind == "steps"))

    @property
    def step_count(self) -> int:
        """How many steps there are, as far as somebody has counted them."""
        return sum(piece.step_count for piece in self.pieces)


class Router:
    """Finds ways on a graph; what a profile needs is made ready when it is first asked for."""

    def __init__(self, graph: PathGraph) -> None:
        self.graph = graph
        self._networks: dict[Profile, Network] = {}
        self._landmarks = Landmarks(graph)

    @cached_property
    def grid(self) -> Grid:
        """The edges by square of ground."""
        return Grid(self.graph)

    def network(self, profile: Profile) -> Network:
        """Return the graph as a profile sees it."""
        if profile not in self._networks:
            self._networks[profile] = Network(self.graph, profile, self._landmarks)
        return self._networks[profile]

    def route(self, start: Position, end: Position, profile: Profile = Profile.EVERYONE) -> Route | None:
        """Return the cheapest way for a profile, or None: `why_not` says why."""
        network = self.network(profile)
        ends = shared_spots(self.spots(start, profile), self.spots(end, profile))
        if ends is None:
            return None
        if is_nearer(self.graph, start, end, ends):
            return self._straight(start, end)
        strides = network.cheapest(*ends)
        if strides is None:
            return None
        pieces = pieces_of(self.graph, strides)
        first, last = (RouteEnd(spot.metres, position_of(spot.point)) for spot in ends)
        metres = first.metres + total(piece.metres for piece in pieces) + last.metres
        return Route(metres, pieces, first, last, self.graph.knows_steps)

    def reach(self, start: Position, profile: Profile = Profile.EVERYONE) -> "Reach":
        """Return how far everything is on foot from a position."""
        return Reach(self, start, profile)

    def why_not(self, start: Position, end: Position, profile: Profile = Profile.EVERYONE) -> Reason:
        """Return why there is no route between two positions."""
        if not (self.spots(start, Profile.EVERYONE) and self.spots(end, Profile.EVERYONE)):
            return "far"
        return "profile" if profile != Profile.EVERYONE and self.route(start, end) else "islands"

    def spots(self, position: Position, profile: Profile) -> dict[int, Spot]:
        """Return where a position joins each group of edges that a profile may walk."""
        return self.grid.nearest(point_of(position), self.network(profile).groups)

    def _straight(self, start: Position, end: Position) -> Route:
        metres = self.graph.metric.straight(point_of(start), point_of(end))
        piece = Piece("", "link", metres, (start, end), {})
        return Route(metres, (piece,), RouteEnd(0.0, start), RouteEnd(0.0, end), self.graph.knows_steps)


class Reach:
    """The metres on foot from one position to any other, as `Router.route` counts them."""

    def __init__(self, router: Router, start: Position, profile: Profile) -> None:
        self._router, self._start, self._profile = router, start, profile
        self._starts = router.spots(start, profile)
        self._reached = router.network(profile).spread(self._starts.values())

    def metres(self, end: Position) -> float | None:
        """Return the metres from door to door, or None without a way."""
        ends = shared_spots(self._starts, self._router.spots(end, self._profile))
        if ends is None:
            return None
        if is_nearer(self._router.graph, self._start, end, ends):
            return self._router.graph.metric.straight(point_of(self._start), point_of(end))
        walked = self._router.network(self._profile).arrival(self._reached, *ends)
        return None if walked is None else ends[0].metres + walked + ends[1].metres


def point_of(position: Position) -> Point:
    """Return a position in units, not rounded."""
    return position[0] * PRECISION, position[1] * PRECISION


def shared_spots(starts: Mapping[int, Spot], ends: Mapping[int, Spot]) -> tuple[Spot, Spot] | None:
    """Return the two spots that are on one network, the nearest to both positions."""
    shared = [(starts[group].metres + ends[group].metres, group) for group in starts if group in ends]
    if not shared:
        return None
    group = min(shared)[1]
    return starts[group], ends[group]


def is_nearer(graph: PathGraph, start: Position, end: Position, ends: tuple[Spot, Spot]) -> bool:
    """Tell whether two positions are nearer to each other than to any street: one walks straight there."""
    return graph.metric.straight(point_of(start), point_of(end)) <= ends[0].metres + ends[1].metres
