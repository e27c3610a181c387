"""The same graph, the same pairs, another library: networkx agrees on what every way costs."""

from collections.abc import Callable, Sequence
from functools import cache
from random import Random

import networkx as nx
import pytest

from app.domain.routing.build import build_graph
from app.domain.routing.graph import position_of
from app.domain.routing.network import Network
from app.domain.routing.profile import Profile
from app.domain.routing.route import Router
from app.domain.routing.way import FootWay
from tests.cast.quarter import quarter_ways

from .basemaps import osm_ways, plan_ways
from .village import village

PAIRS = 200
BASEMAPS = {
    "osm": (osm_ways, True),
    "quarter": (quarter_ways, True),
    "plan": (plan_ways, False),
    "village": (village, True),
}


@cache
def router_on(basemap: str) -> Router:
    ways: Callable[[], Sequence[FootWay]]
    ways, knows_steps = BASEMAPS[basemap]
    return Router(build_graph(ways(), knows_steps=knows_steps))


def peer_of(network: Network) -> nx.MultiDiGraph:
    """Return the graph of a profile as networkx sees it."""
    peer = nx.MultiDiGraph()
    peer.add_nodes_from(range(len(network.graph.xs)))
    for arc, cost in enumerate(network.costs):
        if cost < float("inf"):
            peer.add_edge(network.start_of(arc), network.end_of(arc), weight=cost)
    return peer


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("basemap", BASEMAPS)
def test_networkx_finds_ways_of_the_same_cost(basemap: str, profile: Profile) -> None:
    router = router_on(basemap)
    network = router.network(profile)
    peer, dice, compared = peer_of(network), Random(11), 0  # noqa: S311
    joined = sorted({node for e in router.graph.edges if network.groups[e] >= 0 for node in _ends(router, e)})
    for _ in range(PAIRS):
        one, other = dice.choice(joined), dice.choice(joined)
        start, end = (_spot(router, profile, node) for node in (one, other))
        strides = network.cheapest(start, end)
        if not nx.has_path(peer, one, other):
            assert strides is None
            continue
        compared += 1
        cost = sum(network.costs[2 * s.edge + (not s.is_forward)] * s.share for s in strides or ())
        assert cost == pytest.approx(nx.shortest_path_length(peer, one, other, weight="weight"), abs=1e-6)
    assert compared >= PAIRS // 4


def _ends(router: Router, edge: int) -> tuple[int, int]:
    return router.graph.tails[edge], router.graph.heads[edge]


def _spot(router: Router, profile: Profile, node: int):  # type: ignore[no-untyped-def]
    """Where a node itself lies on the network."""
    graph = router.graph
    spots = router.spots(position_of((graph.xs[node], graph.ys[node])), profile)
    return next(spot for spot in spots.values() if spot.metres < 1e-6 and node in _ends(router, spot.edge))
