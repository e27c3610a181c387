"""From ways to a graph."""

from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest
import shapely

from app.domain.routing.build import build_graph
from app.domain.routing.codec import encode
from app.domain.routing.facts import unpack
from app.domain.routing.graph import PRECISION, PathGraph
from app.domain.routing.way import FootWay

from .basemaps import QUARTERS, ways_of
from .village import at, graph_of, spot, village, way


def kinds(graph: PathGraph) -> Counter[str]:
    return Counter(unpack(word)["kind"] for word in graph.words)


def facts_by_name(graph: PathGraph) -> dict[str, dict[str, str]]:
    return {graph.name_table[name]: unpack(word) for name, word in zip(graph.names, graph.words, strict=True)}


def flat(graph: PathGraph, points: Sequence[tuple[float, float]]) -> shapely.LineString:
    return shapely.LineString([graph.metric.metres_of(point) for point in points])


def test_ways_meet_at_shared_nodes_only() -> None:
    graph = graph_of()
    bridge = [edge for edge in graph.edges if Counter([*graph.tails, *graph.heads])[graph.tails[edge]] == 1]
    assert len(bridge) == 2  # the footbridge and the end of rue du Canal


def test_a_corner_that_nothing_tells_apart_is_no_junction() -> None:
    graph = build_graph([way("ab", name="Rue Basse"), way("bc", name="Rue Basse")], knows_steps=True)
    assert len(graph.tails) == 1


def test_a_way_is_cut_where_facts_change() -> None:
    graph = build_graph([way("ab", lit="yes"), way("bc", lit="no")], knows_steps=True)
    assert len(graph.tails) == 2


def test_two_flights_in_a_row_add_their_steps() -> None:
    ways = [way("ab", "steps", step_count="10"), way("bc", "steps", step_count="7")]
    assert list(build_graph(ways, knows_steps=True).counts.values()) == [17]


def test_a_flight_cut_in_two_has_no_count() -> None:
    ways = [way("abc", "steps", step_count="10"), way("bm", "footway")]
    assert build_graph(ways, knows_steps=True).counts == {}


def test_a_flight_walked_down_is_joined_with_one_walked_up() -> None:
    ways = [way("ab", "steps", incline="up"), way("cb", "steps", incline="down")]
    assert len(build_graph(ways, knows_steps=True).tails) == 1


def test_a_kerb_is_met_by_those_who_cross() -> None:
    ways = [
        way("ab", "footway", name="trottoir"),
        way("bc", "footway", footway="crossing", met={"b": {"kerb": "raised"}}, name="traversée"),
        way("cd", "footway", name="en face"),
    ]
    graph = build_graph(ways, knows_steps=True)
    assert [name for name, facts in facts_by_name(graph).items() if "kerb" in facts] == ["traversée"]


def test_the_crossing_of_a_street_bears_its_name() -> None:
    graph = build_graph([way("abc", name="Rue Basse"), way("fbm", "footway", footway="crossing")], knows_steps=True)
    assert set(graph.names) == {1}


def test_a_sidewalk_of_its_own_goes_by_the_street_beside_it() -> None:
    beside = tuple(at(east, 0.12) for east in (0, 1, 2))
    sidewalk = FootWay((1, 2, 3), beside, {"highway": "footway", "footway": "sidewalk"})
    path = FootWay((4, 5), (at(0, 0.2), at(2, 0.2)), {"highway": "footway"})
    graph = build_graph([way("abc", name="Rue Basse"), sidewalk, path], knows_steps=True)
    named = sorted(unpack(word)["kind"] for word, name in zip(graph.words, graph.names, strict=True) if name)
    assert named == ["path", "street"]


def test_a_sidewalk_far_from_any_street_has_no_name() -> None:
    far = FootWay((1, 2), (at(0, 0.5), at(2, 0.5)), {"highway": "footway", "footway": "sidewalk"})
    graph = build_graph([way("abc", name="Rue Basse"), far], knows_steps=True)
    assert sorted(graph.names) == [0, 1]


def test_a_crossing_on_the_roadway_is_not_met_along_it() -> None:
    graph = build_graph([way("abc", met={"b": {"highway": "crossing", "kerb": "raised"}})], knows_steps=True)
    assert "kerb" not in unpack(graph.words[0])


def test_a_shut_gate_ends_the_way_on_both_sides() -> None:
    graph = build_graph([way("abc", "footway", met={"b": {"barrier": "gate", "locked": "yes"}})], knows_steps=True)
    assert len(graph.xs) == 4


def test_a_gate_at_the_street_does_not_shut_the_street() -> None:
    gate = {"b": {"barrier": "gate", "access": "private"}}
    graph = build_graph([way("abc", name="Rue Basse"), way("bf", "footway", met=gate)], knows_steps=True)
    assert len(graph.tails) == 2  # the street in one piece, the path apart


def test_ways_that_lead_nowhere_are_left_out() -> None:
    assert len(graph_of(way("xy", "footway")).tails) == len(graph_of().tails)


def test_the_two_banks_of_a_canal_are_both_kept() -> None:
    ways = [way("abc"), way("km")]
    assert len(build_graph(ways, knows_steps=True).tails) == 2


def test_no_way_makes_an_empty_graph() -> None:
    assert build_graph([], knows_steps=True).xs == ()


@pytest.mark.parametrize("quarter", QUARTERS)
def test_a_graph_is_the_same_in_whatever_order_ways_come(quarter: str) -> None:
    ways = list(ways_of(quarter))
    first = encode(build_graph(ways, knows_steps=True))
    Random(3).shuffle(ways)  # noqa: S311
    assert encode(build_graph(ways, knows_steps=True)) == first


@pytest.mark.parametrize("quarter", QUARTERS)
def test_bends_stay_within_a_metre(quarter: str) -> None:
    for each in ways_of(quarter):
        graph = build_graph([each], knows_steps=True)
        drawn = shapely.union_all([flat(graph, graph.points(edge)) for edge in graph.edges])
        true = flat(graph, [(lon * PRECISION, lat * PRECISION) for lon, lat in each.line])
        assert drawn.is_empty or drawn.hausdorff_distance(true) <= 1


def test_lengths_are_those_before_bends_were_left_out() -> None:
    zigzag = tuple(at(n / 50, 0.004 * (n % 2)) for n in range(51))
    graph = build_graph([FootWay(tuple(range(51)), zigzag, {"highway": "footway"})], knows_steps=True)
    assert graph.shapes == ((),)
    assert abs(graph.metres(0) - 102) < 0.3


@pytest.mark.parametrize("quarter", QUARTERS)
def test_no_edge_is_shorter_than_it_is_drawn(quarter: str) -> None:
    graph = build_graph(ways_of(quarter), knows_steps=True)
    assert all(graph.metres(edge) >= graph.metric.along(graph.points(edge)) for edge in graph.edges)


def test_a_ring_is_walked_round() -> None:
    graph = build_graph([way("abfea", "pedestrian", area="yes")], knows_steps=True)
    assert graph.tails == graph.heads == (0,)
    assert abs(graph.metres(0) - 400) < 2


def test_the_village_has_its_kinds() -> None:
    assert kinds(graph_of()) == {"street": 7, "path": 2, "steps": 1}
    assert spot("a") == village()[0].line[0]
