"""What a phone of 360 by 740 shows before anybody scrolls, in French and in Arabic."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from .conftest import PHONE

LANGUAGES = pytest.mark.parametrize("lang", ["fr", "ar"])
FRAME_PX = 110
"""Sign, step back, languages and tabs together."""

PAGES = ["", "help", "list", *(f"bel-air-sud/{rest}" for rest in ("", "map", "walks/", "t/sport/"))]
PAGES += ["places/college-paul-valery", "walks/jardins-et-piscine-de-bel-air"]
MOVED_BAR = 0.02
"""A tenth of a screen that moves by a fifth of it: https://web.dev/articles/cls calls 0.1 good."""

NOTE_SHIFTS = """new PerformanceObserver((seen) => {
  for (const entry of seen.getEntries()) (globalThis.moved ??= []).push([entry.value, entry.startTime,
    ...entry.sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? "").slice(0, 80))])
}).observe({ type: "layout-shift", buffered: true })
globalThis.moved = []"""


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
def test_a_quarter_begins_with_needs(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/bel-air-sud/")
    page.locator("[data-pack][data-total]:not([data-total='0'])").wait_for()
    assert top_of(page.locator(".door")) <= 330
    assert top_of(page.locator("ol.cards > .card")) <= 1.5 * PHONE["height"]


@LANGUAGES
def test_a_place_says_first_what_one_comes_for(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/places/college-paul-valery")
    for one in ("h1", "main .status", ".address", ".acts .button"):
        assert bottom_of(page.locator(one)) <= PHONE["height"] / 2
    assert page.locator(".now-line").bounding_box()["height"] <= 60  # type: ignore[index]


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


@LANGUAGES
def test_a_place_and_a_walk_offer_to_keep_the_quarter(page: Page, lang: str) -> None:
    for rest in ("places/college-paul-valery", "walks/jardins-et-piscine-de-bel-air"):
        page.goto(f"/{lang}/{rest}")
        page.locator(".keep summary").first.click()
        page.locator(".keep [data-pack][data-total]:not([data-total='0'])").wait_for()
        assert page.locator(".keep [data-main]").is_enabled()


@LANGUAGES
@pytest.mark.parametrize("rest", PAGES)
def test_nothing_moves_when_the_whole_styles_come(page: Page, lang: str, rest: str) -> None:
    """The first screen is dressed by what stands in the page itself: a slow network brings the rest a second later."""
    assert moved_by_late_styles(page, f"/{lang}/{rest}") == []


@LANGUAGES
def test_the_page_to_lead_with_is_dressed_before_its_script_and_styles(page: Page, lang: str) -> None:
    page.route("**/leading.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    assert moved_by_late_styles(page, f"/{lang}/walks/jardins-et-piscine-de-bel-air/lead") == []


@pytest.mark.parametrize("rest", ["", "bel-air-sud/", "bel-air-sud/map"])
def test_nothing_moves_on_a_wide_screen_either(page: Page, rest: str) -> None:
    page.set_viewport_size({"width": 1024, "height": 740})
    assert moved_by_late_styles(page, f"/fr/{rest}") == []


def test_the_map_stands_in_its_column_before_the_list_has_come(page: Page) -> None:
    """A page that comes in pieces: the map, which is first in it, does not move when the list comes beside it."""
    page.set_viewport_size({"width": 1024, "height": 740})
    page.goto("/fr/bel-air-sud/map")
    page.locator("[data-ready]").wait_for()
    where = "() => document.querySelector('.split-map').getBoundingClientRect().x"
    whole = page.evaluate(where)
    page.evaluate("() => document.querySelector('.split-list').remove()")
    assert page.evaluate(where) == whole


def moved_by_late_styles(page: Page, path: str) -> list[list[Any]]:
    """Open a page whose style sheets come once it has been painted; return what moved if that is to be seen."""
    held: list[Route] = []
    page.route("**/gen/*.css*", lambda route: held.append(route))
    page.add_init_script(NOTE_SHIFTS)
    page.goto(path, wait_until="commit")
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length > 0")
    page.wait_for_timeout(200)
    assert held
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)
    moved: list[list[Any]] = page.evaluate("() => globalThis.moved")
    return moved if sum(value for value, *_ in moved) >= MOVED_BAR else []


def test_quarters_stand_still_however_late_their_order_comes(page: Page) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(200)
        route.continue_()

    page.add_init_script(NOTE_SHIFTS)
    page.add_init_script("localStorage.setItem('adeuxpas:packs', JSON.stringify({ 'porte-de-vanves': ['fr'] }))")
    page.route("**/kept-first.js*", late)
    page.goto("/fr/")
    expect(page.locator(".territories > li").first).to_have_attribute("data-territory", "porte-de-vanves")
    page.wait_for_timeout(500)
    moved = [value for value, *_ in page.evaluate("() => globalThis.moved")]
    assert sum(moved) < 0.01


def test_quarters_are_seen_without_the_script_of_their_order(page: Page) -> None:
    page.route("**/kept-first.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto("/fr/")
    expect(page.locator(".territories")).to_be_visible()
