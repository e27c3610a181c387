"""Routes, in the village and in the 9e."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.geometry import metres_between
from app.domain.routing.build import build_graph
from app.domain.routing.profile import Profile
from app.domain.routing.route import Route, Router

from .basemaps import QUARTERS, ways_of
from .village import at, graph_of, spot, way

ROUTER = Router(graph_of())
WHEELS = [Profile.STROLLER, Profile.WHEELCHAIR]

AROUND = st.tuples(st.floats(2.3395, 2.3525), st.floats(48.8765, 48.8825))
"""In the frame of the extract, or a little beside it."""


@cache
def real(quarter: str) -> Router:
    return Router(build_graph(ways_of(quarter), knows_steps=True))


def found(router: Router, start: str, end: str, profile: Profile = Profile.EVERYONE) -> Route:
    route = router.route(spot(start), spot(end), profile)
    assert route is not None
    return route


def names(route: Route) -> list[str]:
    return [piece.name or piece.kind for piece in route.pieces]


def test_everyone_takes_the_stairs() -> None:
    route = found(ROUTER, "b", "f")
    assert names(route) == ["steps"]
    assert route.step_count == 20
    assert dict(route.pieces[0].facts) == {"slope": "up", "handrail": "yes"}


def test_stairs_walked_down_go_down() -> None:
    assert found(ROUTER, "f", "b").pieces[0].facts["slope"] == "down"


@pytest.mark.parametrize("profile", WHEELS)
def test_a_pushchair_goes_round_the_stairs(profile: Profile) -> None:
    route = found(ROUTER, "b", "f", profile)
    assert names(route) == ["Rue Basse", "Rue du Détour", "Rue Haute"]
    assert abs(route.metres - 300) < 2


def test_a_known_ramp_opens_the_stairs_to_pushchairs() -> None:
    ways = [way("abc"), way("bf", "steps", ramp__stroller="yes"), way("efd"), way("cd")]
    router = Router(build_graph(ways, knows_steps=True))
    assert names(found(router, "b", "f", Profile.STROLLER)) == ["steps"]
    assert router.route(spot("b"), spot("f"), Profile.WHEELCHAIR) is not None
    assert "steps" not in names(found(router, "b", "f", Profile.WHEELCHAIR))


def test_rough_paving_is_worth_a_detour_on_wheels() -> None:
    assert names(found(ROUTER, "a", "e")) == ["Passage de l’Île"]
    assert "Passage de l’Île" not in names(found(ROUTER, "a", "f", Profile.WHEELCHAIR))


def test_a_bridge_is_no_junction() -> None:
    route = found(Router(graph_of(way("qc", "footway"))), "p", "m")
    assert names(route) == ["path", "Rue Basse", "path"]
    assert route.metres > 350


def test_one_way_streets_do_not_matter_to_walkers() -> None:
    router = Router(graph_of(way("am", oneway="yes")))
    assert abs(found(router, "m", "a").metres - found(router, "a", "m").metres) < 0.01


def test_a_path_of_one_direction_does() -> None:
    router = Router(graph_of(way("ak", "footway", oneway__foot="yes")))
    assert found(router, "a", "k").metres < 110
    assert found(router, "k", "a").metres > 250


def test_half_way_along_one_edge() -> None:
    route = ROUTER.route(at(2, 0.25), at(2, 0.75))
    assert route is not None
    assert names(route) == ["Rue du Détour"]
    assert abs(route.metres - 50) < 0.5


def test_metres_run_from_door_to_door() -> None:
    route = ROUTER.route(at(0.5, -0.2), at(2.3, 0.5))
    assert route is not None
    assert abs(route.start.metres - 20) < 0.5
    assert abs(route.end.metres - 30) < 0.5
    assert route.metres == pytest.approx(route.start.metres + sum(p.metres for p in route.pieces) + route.end.metres)


def test_two_doors_on_one_courtyard_are_joined_straight() -> None:
    route = ROUTER.route(at(1.5, 0.5), at(1.52, 0.5))
    assert route is not None
    assert names(route) == ["link"]
    assert route.metres < 3


def test_pieces_share_the_point_where_they_join() -> None:
    route = found(ROUTER, "k", "d", Profile.WHEELCHAIR)
    assert [one.line[-1] for one in route.pieces[:-1]] == [other.line[0] for other in route.pieces[1:]]


def test_a_minute_is_added_for_steps() -> None:
    route = found(ROUTER, "b", "f")
    flat = replace(route, pieces=(replace(route.pieces[0], kind="path"),))
    assert (route.minutes, flat.minutes) == (3, 2)


def test_it_says_why_there_is_no_route() -> None:
    islands = Router(build_graph([way("abc"), way("xy")], knows_steps=True))
    assert ROUTER.route(spot("a"), at(9, 9)) is None
    assert ROUTER.why_not(spot("a"), at(9, 9)) == "far"
    assert islands.why_not(spot("a"), at(9, 9)) == "far"
    banks = Router(build_graph([way("abc"), way("km")], knows_steps=True))
    assert banks.route(spot("c"), spot("k")) is None
    assert banks.why_not(spot("c"), spot("k")) == "islands"
    stairs = Router(build_graph([way("ea"), way("ab", "steps"), way("bcd")], knows_steps=True))
    assert stairs.route(spot("e"), spot("d"), Profile.WHEELCHAIR) is None
    assert stairs.why_not(spot("e"), spot("d"), Profile.WHEELCHAIR) == "profile"


def test_nobody_is_sent_to_a_platform_that_leads_nowhere() -> None:
    router = Router(graph_of())
    start = at(1, -0.48)  # below the footbridge, on the path
    route = router.route(start, spot("k"))
    assert route is not None
    assert route.start.metres < 3


def test_an_empty_graph_leads_nowhere() -> None:
    router = Router(build_graph([], knows_steps=True))
    assert router.route(spot("a"), spot("b")) is None
    assert router.why_not(spot("a"), spot("b")) == "far"


@pytest.mark.parametrize("quarter", QUARTERS)
@given(start=AROUND, end=AROUND, profile=st.sampled_from(WHEELS))
@settings(max_examples=300, deadline=None)
def test_wheels_never_meet_steps(
    quarter: str, start: tuple[float, float], end: tuple[float, float], profile: Profile
) -> None:
    route = real(quarter).route(start, end, profile)
    assert route is None or all(piece.kind != "steps" and "escalator" not in piece.facts for piece in route.pieces)


@pytest.mark.parametrize("quarter", QUARTERS)
@given(start=AROUND, end=AROUND, profile=st.sampled_from(list(Profile)))
@settings(max_examples=150, deadline=None)
def test_a_route_is_no_shorter_than_the_straight_line(
    quarter: str, start: tuple[float, float], end: tuple[float, float], profile: Profile
) -> None:
    route = real(quarter).route(start, end, profile)
    assert route is None or route.metres >= metres_between(start, end) * 0.9995 - 0.1


@pytest.mark.parametrize("quarter", QUARTERS)
@given(start=AROUND, ends=st.lists(AROUND, min_size=1, max_size=8), profile=st.sampled_from(list(Profile)))
@settings(max_examples=60, deadline=None)
def test_what_is_reached_is_as_far_as_its_route(
    quarter: str, start: tuple[float, float], ends: list[tuple[float, float]], profile: Profile
) -> None:
    reach = real(quarter).reach(start, profile)
    for end in ends:
        route = real(quarter).route(start, end, profile)
        assert reach.metres(end) == (pytest.approx(route.metres) if route else None)
