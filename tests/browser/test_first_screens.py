"""What a phone of 360 by 740 shows before anybody scrolls, in French and in Arabic."""

import pytest
from playwright.sync_api import Locator, Page

from .conftest import PHONE

LANGUAGES = pytest.mark.parametrize("lang", ["fr", "ar"])
FRAME_PX = 110
"""Sign, step back, languages and tabs together."""


def top_of(one: Locator) -> float:
    box = one.first.bounding_box()
    assert box
    return box["y"]


def bottom_of(one: Locator) -> float:
    box = one.first.bounding_box()
    assert box
    return box["y"] + box["height"]


@LANGUAGES
@pytest.mark.parametrize("rest", ["", "map", "walks/"])
def test_the_frame_of_a_quarter_is_low(page: Page, lang: str, rest: str) -> None:
    page.goto(f"/{lang}/bel-air-sud/{rest}")
    assert top_of(page.locator("main")) <= FRAME_PX
    assert bottom_of(page.locator(".crumb-list a:visible").last) <= FRAME_PX


@LANGUAGES
def test_the_map_takes_the_screen(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/bel-air-sud/map")
    page.locator("[data-ready]").wait_for()
    view, field = page.locator(".map-view"), page.locator(".finder-field")
    assert top_of(view) <= 150
    assert bottom_of(page.locator(".map-notice")) == pytest.approx(PHONE["height"], abs=2)
    assert top_of(view) < top_of(field) < bottom_of(field) < top_of(page.locator(".map-controls"))
    assert page.locator(".map-school").is_visible()


def test_a_pin_is_as_large_as_a_finger(page: Page) -> None:
    page.goto("/fr/bel-air-sud/map")
    page.locator("[data-ready]").wait_for()
    sizes = page.locator("a.map-pin").evaluate_all("pins => pins.map((one) => one.getBoundingClientRect().toJSON())")
    assert min(min(one["width"], one["height"]) for one in sizes) >= 44
