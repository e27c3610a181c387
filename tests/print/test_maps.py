"""The maps on sheets: a door that may not be shown is on none, and moves none."""

from dataclasses import replace

import pytest

from app.domain.content import Content
from app.domain.public import public_content
from app.print.sheet import Sheet, describe

from .conftest import changed

LIBRARY, SQUARE = "bibliotheque-des-tilleuls", "square-des-tilleuls"
HOME, WALK = "les-tilleuls", "du-college-au-square"
SHEETS = [("territory", HOME), ("walk", WALK), ("place", LIBRARY), ("place", SQUARE)]


def sheet(content: Content, kind: str, id: str) -> Sheet:
    return describe(public_content(content), kind, id, ("fr", "ar"))


@pytest.mark.parametrize("visibility", ["area", "hidden"])
@pytest.mark.parametrize(("kind", "id"), SHEETS)
def test_a_door_that_is_not_shown_moves_no_sheet(tiny: Content, kind: str, id: str, visibility: str) -> None:
    here = changed(tiny, LIBRARY, address_visibility=visibility)
    there = changed(here, LIBRARY, position=(2.3649, 48.8946))
    assert sheet(here, kind, id) == sheet(there, kind, id)


def test_a_place_in_an_area_is_on_the_plan_of_its_neighbourhood(tiny: Content) -> None:
    found = sheet(changed(tiny, LIBRARY, address_visibility="area"), "place", LIBRARY)
    assert found.map_alt == "Plan du quartier Les Tilleuls."
    assert "11 rue" not in found.line


def test_a_walk_names_a_stop_that_it_does_not_draw(tiny: Content) -> None:
    before, after = (sheet(each, "walk", WALK) for each in (tiny, changed(tiny, LIBRARY, address_visibility="area")))
    assert (before.line, before.map_alt) == (after.line, after.map_alt)
    assert before.map_svg != after.map_svg


def test_a_walk_without_a_door_to_show_is_on_the_plan_of_its_neighbourhood(tiny: Content) -> None:
    walk = tiny.walks[WALK]
    stops = tuple(stop for stop in walk.stops if stop.place == LIBRARY)
    short = replace(tiny, walks={WALK: walk.model_copy(update={"stops": stops})})
    vague = changed(short, LIBRARY, address_visibility="area")
    assert sheet(vague, "walk", WALK).map_svg == sheet(vague, "place", LIBRARY).map_svg
