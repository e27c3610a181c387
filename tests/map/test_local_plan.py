"""The street plan of one territory: it knows all that is drawn there, and nothing of other towns."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.content import Content
from app.domain.geometry import Bounds
from app.domain.plan import Label, Plan, Way
from app.exchange.native import read_content
from app.map.basemap import basemaps_of
from app.map.drawing.draw import MapWords, draw_around, draw_territory
from app.map.local_plan import local_plan

ROOT = Path(__file__).resolve().parents[2]
BOX = Bounds(2.30, 48.80, 2.31, 48.81)
NEAR, FAR = (2.305, 48.805), (2.50, 48.90)


@pytest.fixture(scope="module")
def content() -> Content:
    content, _ = read_content(ROOT)
    assert content
    return content


def street(*line: tuple[float, float], name: str = "Rue Haute") -> Way:
    return Way("street", line, name)


def ring(corner: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    lon, lat = corner
    return ((lon, lat), (lon + 0.001, lat), (lon, lat + 0.001), (lon, lat))


def test_a_local_plan_holds_all_that_touches_its_box_in_the_order_of_the_plan() -> None:
    crossing = street((2.2, 48.805), (2.4, 48.805), name="Rue qui traverse")
    here, there = street(NEAR, (2.306, 48.806)), street(FAR, (2.501, 48.901), name="Rue d’ailleurs")
    spots = [Label("park", "Square d’ailleurs", FAR), Label("square", "Place", NEAR)]
    plan = Plan((there, crossing, here), (ring(FAR), ring(NEAR)), spots, "Plan", (ring(NEAR), ring(FAR)))
    assert local_plan(plan, BOX) == Plan((crossing, here), (ring(NEAR),), (spots[1],), "Plan", (ring(NEAR),))


def test_a_local_plan_reaches_further_than_its_box() -> None:
    beyond = street((2.315, 48.805), (2.316, 48.805))
    plan = Plan((beyond, street(FAR, (2.501, 48.901))))
    assert local_plan(plan, BOX).ways == (beyond,)


def test_the_same_box_has_the_same_local_plan_and_a_plan_of_one_town_is_its_own() -> None:
    plan = Plan((street(NEAR, (2.306, 48.806)), street(FAR, (2.501, 48.901))))
    assert local_plan(plan, BOX) is local_plan(plan, BOX)
    alone = Plan((street(NEAR, (2.306, 48.806)),))
    assert local_plan(alone, BOX) is alone
    assert local_plan(Plan(), BOX) == Plan()


def test_what_is_drawn_over_a_local_plan_is_what_the_whole_plan_draws(content: Content) -> None:
    for id, basemap in basemaps_of(content).items():
        territory, words = content.territories[id], MapWords("Carte")
        assert 0 < len(basemap.plan.ways) < len(content.plan.ways)
        whole, local = (
            draw_territory(plan, territory, (), words=words, sprite="").svg for plan in (content.plan, basemap.plan)
        )
        assert local == whole
        for place in (each for each in content.places.values() if territory.holds(each.position)):
            around = (
                draw_around(plan, place.position, 300, (), words=words, sprite="").svg
                for plan in (content.plan, basemap.plan)
            )
            assert len({*around}) == 1, place.id


def test_a_street_that_changes_is_nothing_to_another_town(content: Content) -> None:
    before = {id: basemap.digest for id, basemap in basemaps_of(content).items()}
    here = content.territories["bel-air-sud"].bounds
    changed = next(way for way in content.plan.ways if way.name and all(map(here.holds, way.line)))
    ways = [replace(way, name="Rue Nouvelle") if way is changed else way for way in content.plan.ways]
    after = {id: b.digest for id, b in basemaps_of(replace(content, plan=replace(content.plan, ways=ways))).items()}
    assert [id for id in before if before[id] != after[id]] == ["bel-air-sud"]
