"""What tags say to somebody on foot."""

import pytest

from app.domain.routing.facts import joined, pack, reversed_word, unpack
from app.domain.routing.rules import is_shut, name_of, steps_in, with_node, word_of

WALKED = [
    ({"highway": "residential"}, "street"),
    ({"highway": "footway"}, "path"),
    ({"highway": "steps"}, "steps"),
    ({"highway": "footway", "footway": "crossing"}, "crossing"),
    ({"highway": "cycleway", "cycleway": "crossing"}, "crossing"),
    ({"highway": "pedestrian", "area": "yes"}, "street"),
    ({"highway": "trunk", "sidewalk": "both"}, "street"),
    ({"highway": "cycleway", "foot": "designated"}, "path"),
    ({"highway": "service", "access": "private", "foot": "yes"}, "street"),
    ({"highway": "residential", "access": "destination"}, "street"),
    ({"highway": "corridor", "indoor": "yes", "level": "-1"}, "path"),
    ({"highway": "elevator"}, "path"),
    ({"highway": "primary", "tunnel": "yes"}, "street"),
    ({"highway": "footway", "bridge": "yes", "layer": "1"}, "path"),
    ({"highway": "residential", "oneway": "yes"}, "street"),
    ({"adeuxpas:link": "yes"}, "link"),
]

FORBIDDEN = [
    {"highway": "motorway"},
    {"highway": "primary", "motorroad": "yes"},
    {"highway": "trunk"},
    {"highway": "cycleway"},
    {"highway": "construction", "construction": "footway"},
    {"highway": "proposed"},
    {"highway": "service", "access": "private"},
    {"highway": "footway", "access": "no"},
    {"highway": "footway", "access": "customers"},
    {"highway": "residential", "foot": "no"},
    {"highway": "residential", "foot": "use_sidepath"},
    {"highway": "footway", "footway": "crossing", "crossing": "no"},
    {"building": "yes"},
]

FACTS = [
    ({"highway": "footway", "surface": "asphalt"}, {"surface": "smooth"}),
    ({"highway": "footway", "surface": "sett"}, {"surface": "rough"}),
    ({"highway": "footway", "surface": "sett", "smoothness": "good"}, {"surface": "smooth"}),
    ({"highway": "residential", "surface": "sett", "sidewalk": "both"}, {}),
    ({"highway": "tertiary", "surface": "sett", "sidewalk": "yes", "sidewalk:surface": "paved"}, {"surface": "smooth"}),
    ({"highway": "footway", "surface": "a new one"}, {}),
    ({"highway": "footway", "lit": "24/7"}, {"lit": "yes"}),
    ({"highway": "footway", "lit": "no"}, {"lit": "no"}),
    ({"highway": "footway", "width": "0,8 m"}, {"narrow": "yes"}),
    ({"highway": "footway", "width": "80 cm"}, {"narrow": "yes"}),
    ({"highway": "footway", "width": "1.5"}, {}),
    ({"highway": "residential", "width": "0.5"}, {}),
    ({"highway": "footway", "incline": "8%"}, {"slope": "up", "steep": "yes"}),
    ({"highway": "footway", "incline": "-3 %"}, {"slope": "down"}),
    ({"highway": "footway", "incline": "steep"}, {}),
    ({"highway": "footway", "wheelchair": "no"}, {"wheelchair": "no"}),
    ({"highway": "footway", "oneway:foot": "yes"}, {"oneway": "forward"}),
    ({"highway": "footway", "oneway": "yes"}, {}),
    ({"highway": "footway", "covered": "yes"}, {"covered": "yes"}),
    ({"highway": "service", "tunnel": "building_passage"}, {"covered": "yes"}),
    ({"highway": "elevator"}, {"lift": "yes"}),
    ({"highway": "steps", "ramp:stroller": "yes", "handrail:right": "yes"}, {"ramp": "stroller", "handrail": "yes"}),
    ({"highway": "steps", "ramp": "yes"}, {}),
    ({"highway": "steps", "conveying": "backward"}, {"escalator": "yes", "oneway": "backward"}),
    ({"highway": "footway", "footway": "crossing", "crossing": "zebra"}, {"crossing": "marked"}),
    ({"highway": "footway", "footway": "crossing", "crossing:signals": "yes"}, {"crossing": "signals"}),
    ({"highway": "footway", "footway": "crossing", "crossing": "unmarked"}, {"crossing": "unmarked"}),
]  # fmt: skip

MET = [
    ("path", {"barrier": "kerb", "kerb": "raised"}, {"kerb": "raised"}),
    ("path", {"kerb": "flush"}, {"kerb": "flush"}),
    ("path", {"barrier": "kerb"}, {}),
    ("path", {"barrier": "gate"}, {"barrier": "gate"}),
    ("path", {"barrier": "cycle_barrier"}, {"barrier": "tight"}),
    ("path", {"barrier": "stile"}, {"barrier": "stops"}),
    ("path", {"barrier": "turnstile"}, {"barrier": "stops"}),
    ("path", {"barrier": "turnstile", "wheelchair": "yes"}, {"barrier": "gate"}),
    ("path", {"barrier": "gate", "wheelchair": "no"}, {"barrier": "stops"}),
    ("path", {"barrier": "bollard"}, {}),
    ("path", {"highway": "elevator"}, {"lift": "yes"}),
    ("path", {"highway": "crossing", "crossing": "marked"}, {}),
    ("crossing", {"highway": "crossing", "crossing": "traffic_signals"}, {"crossing": "signals"}),
]

SHUT = [
    ({"barrier": "gate", "access": "private"}, True),
    ({"barrier": "gate", "locked": "yes"}, True),
    ({"barrier": "gate", "access": "private", "foot": "yes"}, False),
    ({"barrier": "bollard", "foot": "no"}, True),
    ({"barrier": "bollard", "access": "no"}, False),
    ({"barrier": "lift_gate", "access": "private"}, False),
    ({"barrier": "gate"}, False),
    ({"kerb": "raised"}, False),
]


@pytest.mark.parametrize(("tags", "kind"), WALKED)
def test_people_walk_there(tags: dict[str, str], kind: str) -> None:
    word = word_of(tags)
    assert word is not None
    assert unpack(word)["kind"] == kind


@pytest.mark.parametrize("tags", FORBIDDEN)
def test_people_do_not_walk_there(tags: dict[str, str]) -> None:
    assert word_of(tags) is None


@pytest.mark.parametrize(("tags", "facts"), FACTS)
def test_a_way_says_what_it_says_and_no_more(tags: dict[str, str], facts: dict[str, str]) -> None:
    known = unpack(word_of(tags) or 0)
    del known["kind"]
    assert known == facts | ({"indoor": known["indoor"]} if "indoor" in known else {})


@pytest.mark.parametrize(("kind", "tags", "facts"), MET)
def test_a_node_adds_what_one_meets_there(kind: str, tags: dict[str, str], facts: dict[str, str]) -> None:
    assert unpack(with_node(pack({"kind": kind}), tags)) == {"kind": kind, **facts}


@pytest.mark.parametrize(("tags", "shut"), SHUT)
def test_a_gate_lets_people_through_unless_it_is_theirs_only(tags: dict[str, str], shut: bool) -> None:
    assert is_shut(tags) is shut


def test_the_worst_of_two_kerbs_counts() -> None:
    word = with_node(with_node(0, {"kerb": "raised"}), {"kerb": "lowered"})
    assert unpack(word)["kerb"] == "raised"


def test_steps_are_counted_by_people_only() -> None:
    assert steps_in({"highway": "steps", "step_count": "17"}) == 17
    assert steps_in({"highway": "steps", "step_count": "many"}) is None
    assert steps_in({"highway": "footway", "step_count": "3"}) is None


def test_a_sidewalk_goes_by_the_name_of_its_street() -> None:
    assert name_of({"highway": "footway", "is_sidepath:of:name": "Rue Riquet"}) == "Rue Riquet"


def test_a_slope_and_a_direction_turn_with_the_walker() -> None:
    word = pack({"kind": "steps", "slope": "up", "oneway": "backward", "lit": "yes"})
    assert unpack(reversed_word(word)) == {"kind": "steps", "slope": "down", "oneway": "forward", "lit": "yes"}


def test_a_stretch_is_lit_when_all_of_it_is_and_dark_when_a_part_is() -> None:
    lit, dark, unknown = pack({"lit": "yes"}), pack({"lit": "no"}), 0
    assert unpack(joined(lit, dark)).get("lit") == "no"
    assert "lit" not in unpack(joined(lit, unknown))
    assert unpack(joined(lit, lit))["lit"] == "yes"
