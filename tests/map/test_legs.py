"""Distances along streets: the order of places, the minutes from the school, the legs of walks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import from_json

from app.domain.content import Content
from app.domain.geometry import DETOUR, metres_between, minutes_on_foot
from app.domain.leg import Leg
from app.domain.plan import Plan, Way
from app.domain.public import PublicContent, public_content
from app.domain.routing.way import FootWay
from app.exchange.native import read_content
from app.map.basemap import basemaps_of
from app.map.legs import leg_between, legs_of, measured
from app.pages import page_files
from app.publish.plan import plan_edition

from ..cast.printed import SITE, edit, read_tiny, rendered

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 18)
TERRITORIES = ("bel-air-sud", "porte-de-vanves", "chapelle-nord", "flandre-curial")


@cache
def sample() -> PublicContent:
    """Return the real sample, measured on the street plan."""
    content, _ = read_content(ROOT)
    assert content is not None
    return measured(public_content(content), basemaps_of(content))


@cache
def data_of(territory: str, name: str) -> dict[str, Any]:
    """Return what the phone reads of a territory."""
    planned = plan_edition(sample(), SITE, DAY)
    found: dict[str, Any] = from_json(
        next(planned_file for planned_file in planned if planned_file.path == f"fr/{territory}/{name}.json").make()
    )
    return found


def cut_off(content: Content) -> Content:
    """Return the content on a plan of one far street: nobody can be reached."""
    street = Way("street", ((2.5, 48.8), (2.51, 48.8)), "Rue lointaine")
    return replace(content, plan=Plan(ways=(street,)))


@pytest.mark.parametrize("territory", TERRITORIES)
def test_the_nearest_place_is_the_nearest_by_the_streets(territory: str) -> None:
    content = sample()
    metres = [content.on_foot[territory][place.id] for place in content.public_places(territory)]
    assert metres == sorted(metres)
    assert metres[0] == 0


@pytest.mark.parametrize("territory", TERRITORIES)
def test_the_phone_counts_the_same_metres_in_the_same_order(territory: str) -> None:
    content, data, words = sample(), data_of(territory, "places"), data_of(territory, "words")
    places = content.public_places(territory)
    assert data["names"].split("\n") == [place.name for place in places]
    assert all(step >= 0 for step in words["metres"])
    assert sum(words["metres"]) == round(content.on_foot[territory][places[-1].id])


@pytest.mark.parametrize("territory", TERRITORIES)
def test_no_way_is_shorter_than_the_straight_line(territory: str) -> None:
    content = sample()
    school = content.places[content.territories[territory].school or ""]
    for place in content.public_places(territory):
        straight = metres_between(school.position, place.position)
        assert content.on_foot[territory][place.id] >= straight * 0.999 - 0.5 or place.address_visibility != "full"


def test_a_detour_changes_the_order() -> None:
    content = sample()
    orders = [
        [p.id for p in replace(content, on_foot=on_foot).public_places(t)]
        for on_foot in ({}, content.on_foot)
        for t in TERRITORIES
    ]
    assert orders[:4] != orders[4:]


def test_a_card_says_the_minutes_of_the_streets() -> None:
    content, territory = sample(), "flandre-curial"
    place = next(p for p in content.public_places(territory)[5:] if content.territories_of(p)[0].id == territory)
    minutes = minutes_on_foot(round(content.on_foot[territory][place.id]))
    page = next(
        planned_file
        for planned_file in plan_edition(content, SITE, DAY)
        if planned_file.path == f"fr/places/{place.id}"
    ).make()
    assert f"environ {minutes}" in page.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_without_streets_a_distance_is_about_as_long_as_streets_are() -> None:
    content = cut_off(read_tiny())
    far = measured(public_content(content), basemaps_of(content))
    for territory in content.territories.values():
        for place in far.public_places(territory.id):
            straight = metres_between(far.places[territory.school or ""].position, place.position)
            assert far.on_foot[territory.id][place.id] == pytest.approx(DETOUR * straight)


def test_a_hidden_place_is_measured_where_it_is_shown() -> None:
    content = read_tiny()
    shown, *_ = (p for p in content.places.values() if p.is_public and p.id != _school(content))
    hidden = edit(content, shown.id, address_visibility="area")
    lon, lat = shown.position
    moved = edit(hidden, shown.id, position=(lon + 1e-5, lat))
    assert _metres(hidden, shown.id) == _metres(moved, shown.id) != _metres(content, shown.id)


def test_an_edit_of_words_measures_nothing_again() -> None:
    content = read_tiny()
    after = edit(content, next(iter(content.places)), purpose="Se reposer.")
    assert _on_foot(after) == _on_foot(content)


def test_other_streets_make_the_pages_again() -> None:
    content = read_tiny()
    pages = [_fingerprints(each) for each in (content, cut_off(content))]
    assert pages[0].keys() == pages[1].keys()
    assert all(pages[0][path] != pages[1][path] for path in pages[0] if path.startswith("fr/places/"))


def test_a_leg_runs_along_the_streets_from_door_to_door() -> None:
    content = sample()
    basemap = basemaps_of(content)["flandre-curial"]
    start, end = (content.public_places("flandre-curial")[n].position for n in (0, 20))
    leg = leg_between(basemap, start, end)
    assert (leg.line[0], leg.line[-1], leg.is_guessed) == (start, end, False)
    assert len(leg.line) > 4
    assert sum(metres_between(a, b) for a, b in pairwise(leg.line)) == pytest.approx(leg.metres, rel=0.02)


def test_a_leg_that_no_street_is_known_for_is_a_guess() -> None:
    content = cut_off(read_tiny())
    basemap = next(iter(basemaps_of(content).values()))
    start, end = (2.36, 48.89), (2.362, 48.89)
    leg = leg_between(basemap, start, end)
    assert leg.is_guessed
    assert (leg.line, leg.metres) == ((start, end), DETOUR * metres_between(start, end))


def test_a_walk_page_says_which_legs_are_guessed_and_that_steps_are_unknown() -> None:
    path = "fr/walks/du-college-au-square"
    known, far = (rendered(each, path) for each in (read_tiny(), cut_off(read_tiny())))
    assert far.count("chemin inconnu, distance estimée") == 2
    assert "chemin inconnu" not in known
    assert "les marches ne sont pas connues" in known


def test_a_walk_over_known_steps_says_so() -> None:
    content = read_tiny()
    ways = (
        FootWay((1, 2), ((2.3652, 48.8944), (2.366, 48.8935)), {"highway": "steps"}),
        FootWay((2, 3), ((2.366, 48.8935), (2.3668, 48.8921)), {"highway": "footway"}),
    )
    basemaps = {
        id: replace(basemap, digest="steps", knows_steps=True, _walk=lambda: ways)
        for id, basemap in basemaps_of(content).items()
    }
    pages = {planned_file.path: planned_file for planned_file in page_files(public_content(content), SITE, basemaps)}
    page = pages["fr/walks/du-college-au-square"].make().decode()
    assert page.count("avec des marches") == 1
    assert "les marches ne sont pas connues" not in page


def test_a_leg_goes_as_its_walk_says() -> None:
    content = read_tiny()
    basemap = next(iter(basemaps_of(content).values()))
    a, b = (2.3652, 48.8944), (2.366, 48.8935)
    middle = (2.3656, 48.8941)
    drawn = _legs_written(content, Leg(from_=1, to=2, mode="drawn", path=(a, middle, b)))
    assert drawn.line[1:-1].count(middle) == 1 and not drawn.is_guessed
    assert drawn.metres == pytest.approx(sum(metres_between(*ends) for ends in pairwise(drawn.line)))
    straight = _legs_written(content, Leg(from_=1, to=2, mode="beeline", steps=3))
    assert (len(straight.line), straight.is_guessed, straight.has_steps) == (2, True, True)
    through = _legs_written(content, Leg(from_=1, to=2, via=((2.3668, 48.8921),)))
    assert (2.3668, 48.8921) in through.line
    assert through.metres > leg_between(basemap, through.line[0], through.line[-1]).metres


def test_a_leg_of_no_metres_is_a_leg() -> None:
    content = sample()
    basemap = basemaps_of(content)["flandre-curial"]
    here = content.public_places("flandre-curial")[3].position
    leg = leg_between(basemap, here, here)
    assert (leg.metres, leg.has_steps) == (0, False)


def _legs_written(content: Content, leg: Leg) -> Any:
    """Return the second stop's leg of the tiny walk once its file says this of it."""
    walk = content.walks["du-college-au-square"].model_copy(update={"legs": (leg,)})
    public = public_content(replace(content, walks={walk.id: walk}))
    return legs_of(public, public.walks[walk.id], next(iter(basemaps_of(content).values())))[2]


def _school(content: Content) -> str:
    return next(iter(content.territories.values())).school or ""


def _metres(content: Content, place: str) -> float:
    return next(metres[place] for metres in _on_foot(content).values() if place in metres)


def _on_foot(content: Content) -> Mapping[str, Mapping[str, float]]:
    return measured(public_content(content), basemaps_of(content)).on_foot


def _fingerprints(content: Content) -> dict[str, str]:
    public = measured(public_content(content), basemaps_of(content))
    return {planned_file.path: planned_file.fingerprint for planned_file in page_files(public, SITE)}
