"""The map on a phone: there without script, taken over without a jump, in step with the list, and never blank."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE, watch
from .server import Server

MAP = "/fr/flandre-curial/map"
TIPS = """() => {
  const seen = document.querySelector("[data-frame]").getBoundingClientRect()
  const tips = [...document.querySelectorAll("[data-frame] [data-place-id]")].map((pin) => {
    const drop = pin.querySelector("path").getBoundingClientRect()
    return [pin.dataset.placeId, [drop.left + drop.width / 2, drop.bottom]]
  })
  const isSeen = ([, [x, y]]) => seen.left < x && x < seen.right && seen.top < y && y < seen.bottom
  return Object.fromEntries(tips.filter(isSeen))
}"""
"""Where the tips of the pins are that a person sees; places a little further lie beyond the first view."""


def open_map(page: Page, address: str = MAP) -> None:
    page.goto(address)
    expect(page.locator("[data-map]")).to_have_attribute("data-ready", "true")


def another(browser: Browser, server: Server, **options: Any) -> Iterator[Page]:
    context = browser.new_context(base_url=server.url, viewport=PHONE, **options)
    page = context.new_page()
    faults = watch(page, server.url)
    yield page
    context.close()
    assert faults == []


@pytest.fixture
def still(browser: Browser, server: Server) -> Iterator[Page]:
    """A phone without script."""
    yield from another(browser, server, java_script_enabled=False)


@pytest.fixture
def finger(browser: Browser, server: Server) -> Iterator[Page]:
    """A phone that is touched, and says where it is."""
    here = {"latitude": 48.8925, "longitude": 2.377, "accuracy": 40}
    yield from another(browser, server, has_touch=True, is_mobile=True, permissions=["geolocation"], geolocation=here)


@pytest.fixture
def night(browser: Browser, server: Server) -> Iterator[Page]:
    """A phone at night."""
    yield from another(browser, server, color_scheme="dark")


def colours(page: Page) -> Counter[tuple[int, ...]]:
    """The colours of the map that cover more than one pixel in five hundred."""
    page.mouse.move(0, 0)
    picture = Image.open(io.BytesIO(page.locator("[data-frame]").screenshot())).convert("RGB")
    counted = Counter(picture.getdata() if not hasattr(picture, "get_flattened_data") else picture.get_flattened_data())
    return Counter({colour: n for colour, n in counted.items() if n > picture.width * picture.height / 500})


def is_night(colour: tuple[int, ...]) -> bool:
    return sum(colour) < 3 * 128


def test_the_map_is_drawn(page: Page) -> None:
    open_map(page)
    seen = colours(page)
    assert len(seen) >= 6 and not is_night(seen.most_common(1)[0][0])


def test_the_map_is_drawn_at_night(night: Page) -> None:
    open_map(night)
    seen = colours(night)
    assert len(seen) >= 6 and is_night(seen.most_common(1)[0][0])


def test_the_map_is_drawn_without_script(still: Page) -> None:
    still.goto(MAP)
    assert len(colours(still)) >= 6


def test_pins_are_links_without_script(still: Page) -> None:
    still.goto(MAP)
    pin = still.locator("[data-frame] [data-place-id]").first
    place = pin.get_attribute("data-place-id")
    pin.locator("path").click()
    expect(still).to_have_url(f"{still.url.split('/fr/')[0]}/fr/places/{place}")


def test_a_cluster_leads_to_the_list_without_script(still: Page) -> None:
    still.goto(MAP)
    still.locator(".map-cluster path").first.click()
    expect(still.locator("[data-results]")).to_be_in_viewport()


def test_the_map_shows_as_many_places_as_the_list(page: Page) -> None:
    open_map(page)
    count = page.locator("[data-results]").get_attribute("data-count")
    expect(page.locator("[data-map]")).to_have_attribute("data-markers", str(count))


def test_the_map_follows_the_search(page: Page) -> None:
    open_map(page)
    before = page.locator("[data-map]").get_attribute("data-markers") or ""
    page.locator("[data-search] input[name=q]").fill("bibliotheque")
    expect(page.locator("[data-map]")).not_to_have_attribute("data-markers", before)
    results = page.locator("[data-results]").get_attribute("data-count")
    assert page.locator("[data-map]").get_attribute("data-markers") == results


def test_taking_over_does_not_move_the_pins(page: Page) -> None:
    page.route("**/gen/map.js*", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(MAP)
    served = page.evaluate(TIPS)
    page.unroute("**/gen/map.js*")
    open_map(page)
    taken = page.evaluate(TIPS)
    assert served.keys() == taken.keys()
    assert all(abs(a - b) <= 2 for place in served for a, b in zip(served[place], taken[place], strict=True))


def test_the_keyboard_reaches_a_pin_and_opens_it(page: Page) -> None:
    open_map(page)
    page.locator("[data-frame]").focus()
    page.keyboard.press("Tab")
    while "map-cluster" in (page.evaluate("document.activeElement.className") or ""):
        page.keyboard.press("Tab")
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    expect(page.locator("[data-card] a")).to_have_text(name)


def test_a_cluster_opens_into_its_places(page: Page) -> None:
    open_map(page)
    alone = page.locator("[data-frame] [data-place-id]")
    before = alone.count()
    page.locator(".map-cluster").first.click()
    expect(page.locator(".map-drawing")).not_to_have_attribute("data-level", "0")
    page.locator("[data-do=whole]").click()
    expect(alone).to_have_count(before)


def test_a_choice_in_the_list_is_shown_on_the_map(page: Page) -> None:
    open_map(page)
    chosen = page.locator("[data-results] [data-place-id]").nth(3).get_attribute("data-place-id")
    page.evaluate(
        "id => document.body.dispatchEvent(new CustomEvent('adeuxpas:choose', {bubbles: true, detail: {id}}))", chosen
    )
    expect(page.locator(f"[data-card] [data-place-id='{chosen}'] a")).to_be_visible()
    expect(page.locator("[data-frame] [aria-current]")).to_have_count(1)


def test_one_finger_scrolls_the_page(finger: Page) -> None:
    open_map(finger)
    assert finger.locator("[data-frame]").evaluate("map => getComputedStyle(map).touchAction") == "pan-x pan-y"


def test_over_the_whole_screen_one_finger_moves_the_map(finger: Page) -> None:
    open_map(finger)
    finger.locator("[data-do=full]").tap()
    assert finger.locator("[data-frame]").evaluate("map => getComputedStyle(map).touchAction") == "none"
    finger.keyboard.press("Escape")
    expect(finger.locator("[data-do=full]")).to_have_attribute("aria-pressed", "false")


def test_it_shows_where_the_person_is_when_asked(finger: Page) -> None:
    open_map(finger)
    expect(finger.locator(".map-me")).to_have_count(0)
    finger.locator("[data-do=locate]").tap()
    expect(finger.locator(".map-me")).to_be_visible()


def test_a_refusal_is_a_sentence(page: Page) -> None:
    page.context.clear_permissions()
    open_map(page)
    page.locator("[data-do=locate]").click()
    expect(page.locator("[data-status-line]")).to_contain_text("ne veut pas dire où vous êtes")


def test_names_of_the_drawing_come_as_one_comes_closer(page: Page) -> None:
    page.route("**/maps/*.pmtiles", lambda route: route.fulfill(body="no archive"))
    open_map(page)
    names = page.locator(".map-names text:visible")
    before = names.count()
    page.locator("[data-do=in]").click()
    expect(page.locator(".map-drawing")).not_to_have_attribute("data-level", "0")
    assert names.count() > before
