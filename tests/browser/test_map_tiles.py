"""The streets of the map archive on a phone: painted where the drawing was, in its colours, whatever happens to the
archive, to the light or to the server."""

from collections.abc import Callable, Iterator

import pytest
from PIL import ImageChops
from playwright.sync_api import Browser, Page, Request, expect
from pmtiles.reader import MemorySource, Reader

from app.domain.geometry import Bounds
from app.map.tiles.archive import write_archive
from app.map.tiles.frame import Frame, Tile

from .server import Server
from .sight import Sight, is_blue, is_green, is_night, is_yellow, main_colours, picture
from .test_map import another, open_map

MAP = "/fr/flandre-curial/map"
ARCHIVE = "**/maps/*.pmtiles"

BASIN = (2.3761, 48.88694)
GARDEN = (2.37602, 48.8958)
"""Below the tip of its pin."""
AVENUE = (2.37836, 48.8919)
BLOCK = (2.37905, 48.89105)
"""Amid houses, streets all around."""


def open_tiles(page: Page, address: str = MAP) -> None:
    open_map(page, address)
    expect(page.locator("[data-map]")).to_have_attribute("data-ground", "tiles")


def come_closer(page: Page) -> None:
    """EditionMaker + and wait until the squares of the next zoom are all there."""
    page.evaluate(f"window.before = {LEVEL}")
    page.locator("[data-do=in]").click()
    page.wait_for_function(f"() => {LEVEL} && {LEVEL} !== window.before")


LEVEL = "document.querySelector('.leaflet-tile-pane > div:only-child')"


def drag(page: Page, dx: int, dy: int) -> None:
    box = page.locator("[data-frame]").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.6
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx, y + dy, steps=5)
    page.mouse.up()


def ink(page: Page) -> int:
    """How many pixels of the names' sheet are written on."""
    written: int = page.evaluate("""() => {
      const sheet = document.querySelector(".map-words canvas")
      const copy = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
      Object.assign(copy.canvas, { width: sheet.width, height: sheet.height })
      copy.drawImage(sheet, 0, 0)
      const { data } = copy.getImageData(0, 0, sheet.width, sheet.height)
      return data.filter((value, i) => i % 4 === 3 && value > 200).length
    }""")
    return written


@pytest.fixture
def night(browser: Browser, server: Server) -> Iterator[Page]:
    yield from another(browser, server, color_scheme="dark")


@pytest.fixture
def contrast(browser: Browser, server: Server) -> Iterator[Page]:
    yield from another(browser, server, contrast="more")


@pytest.fixture
def saver(browser: Browser, server: Server) -> Iterator[Page]:
    """A phone that was told to save data."""
    for page in another(browser, server):
        page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        yield page


@pytest.fixture
def archive(page: Page, server: Server) -> bytes:
    return page.request.get(f"{server.url}/maps/flandre-curial.pmtiles").body()


def test_water_parks_and_streets_are_where_they_are(page: Page) -> None:
    open_tiles(page)
    sight = Sight(page)
    assert is_blue(sight.colour(BASIN)) and any(is_green(colour) for colour in sight.colours(GARDEN))
    assert is_yellow(sight.colour(AVENUE)) and not is_yellow(sight.colour(BLOCK))


def test_names_are_written(page: Page) -> None:
    open_tiles(page)
    assert ink(page) > 500


def test_the_ground_is_dark_at_night(night: Page) -> None:
    open_tiles(night)
    sight = Sight(night)
    assert all(is_night(sight.colour(spot)) for spot in (BASIN, AVENUE, BLOCK))
    assert is_blue(sight.colour(BASIN))


def test_night_falls_on_an_open_map(page: Page) -> None:
    open_tiles(page)
    page.evaluate(f"window.before = {LEVEL}")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => {LEVEL} && {LEVEL} !== window.before")
    assert is_night(Sight(page).colour(BLOCK))


def test_edges_are_strong_for_who_asks_for_contrast(page: Page, contrast: Page) -> None:
    dark = []
    for each in (page, contrast):
        open_tiles(each)
        bare(each)
        dark.append(sum(picture(each).convert("L").histogram()[:160]))
    assert dark[1] > 4 * dark[0]


def bare(page: Page) -> None:
    """Leave nothing but the ground."""
    parts = page.locator(".map-words, .map-names, .map-pin, .map-school, .map-controls, .finder-bar")
    parts.evaluate_all("parts => parts.forEach((part) => { part.style.opacity = 0 })")


def is_drawn(page: Page) -> bool:
    """Whether the ground, by itself, has streets beside the colour of the earth, and names are written on it."""
    bare(page)
    return len(main_colours(picture(page))) >= 3 and ink(page) > 100


def test_taking_over_is_hardly_seen(page: Page) -> None:
    page.route("**/gen/map.js*", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(MAP)
    bare(page)
    drawn = picture(page)
    page.unroute("**/gen/map.js*")
    open_tiles(page)
    bare(page)
    page.wait_for_function("() => getComputedStyle(document.querySelector('.map-drawing')).display === 'none'")
    changes = ImageChops.difference(drawn, picture(page)).convert("L").histogram()
    assert sum(changes[24:]) < 0.03 * sum(changes)


def test_it_is_drawn_from_near_and_after_a_move(page: Page) -> None:
    open_tiles(page)
    for _ in range(3):
        come_closer(page)
        assert is_drawn(page)
    drag(page, 150, 90)
    assert is_drawn(page)


def test_streets_stay_in_place_from_near(page: Page) -> None:
    open_tiles(page)
    come_closer(page)
    sight = Sight(page, zooms=1)
    assert any(is_yellow(colour) for colour in sight.colours(AVENUE))
    assert not any(is_yellow(colour) for colour in sight.colours(BLOCK))


def test_the_archive_is_asked_for_once_and_whole(page: Page) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request) if ".pmtiles" in request.url else None)
    open_tiles(page)
    come_closer(page)
    drag(page, 120, 80)
    assert [request.headers.get("range") for request in asked] == [None]


def test_it_is_drawn_with_the_server_gone(browser: Browser, lone: Server) -> None:
    for page in another(browser, lone):
        open_tiles(page)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        lone.stop()
        come_closer(page)
        drag(page, 100, 100)
        assert is_drawn(page)


def parts_of(archive: bytes) -> tuple[int, int]:
    header = Reader(MemorySource(archive)).header()  # type: ignore[no-untyped-call]
    return header["root_offset"], header["tile_data_offset"]


def without(archive: bytes, start: int, end: int) -> bytes:
    return archive[:start] + bytes(end - start) + archive[end:]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "one byte of its head": lambda archive: without(archive, 7, 8),
    "cut in two": lambda archive: archive[: len(archive) // 2],
    "no directory": lambda archive: without(archive, parts_of(archive)[0], parts_of(archive)[0] + 64),
    "no tiles": lambda archive: without(archive, parts_of(archive)[1], len(archive)),
    "another thing": lambda archive: b"<!doctype html><title>Wi-Fi</title>" * 20,
    "nothing": lambda archive: b"",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_drawing_stays_when_the_archive_is_damaged(page: Page, archive: bytes, damage: str) -> None:
    page.route(ARCHIVE, lambda route: route.fulfill(body=DAMAGES[damage](archive)))
    open_map(page)
    expect(page.locator(".map-words")).to_have_count(0)
    expect(page.locator("[data-map]")).to_have_attribute("data-ground", "drawing")
    assert is_blue(Sight(page).colour(BASIN))


def test_an_archive_says_whom_it_is_owed_to(page: Page) -> None:
    words = {"attribution": '<a href="https://example.org">Des voisins</a> (ODbL)', "vector_layers": []}
    frame = Frame(Bounds(2.36, 48.88, 2.39, 48.9))
    theirs = write_archive([(Tile(14, 8299, 5633), b"")], frame, words)
    page.route(ARCHIVE, lambda route: route.fulfill(body=theirs))
    open_map(page)
    expect(page.locator("[data-map] .map-notice")).to_have_text("Des voisins (ODbL)")


def test_a_phone_that_saves_data_is_asked_first(saver: Page) -> None:
    open_map(saver)
    offer = saver.locator("[data-offer] button")
    expect(offer).to_contain_text("ko")
    expect(saver.locator("[data-map]")).to_have_attribute("data-ground", "drawing")
    offer.click()
    expect(saver.locator("[data-map]")).to_have_attribute("data-ground", "tiles")
    expect(offer).to_be_hidden()


def test_who_asked_for_the_map_is_told_when_it_does_not_come(saver: Page) -> None:
    saver.route(ARCHIVE, lambda route: route.fulfill(body="no archive"))
    open_map(saver)
    saver.locator("[data-offer] button").click()
    expect(saver.locator("[data-status-line]")).to_contain_text("le plan simple reste là")
    expect(saver.locator("[data-map]")).to_have_attribute("data-ground", "drawing")


def test_a_phone_that_saves_data_reads_what_it_has(saver: Page) -> None:
    open_tiles_asked(saver)
    saver.evaluate("navigator.serviceWorker.ready.then(() => true)")
    saver.wait_for_function("async () => Boolean(await caches.match('/maps/flandre-curial.pmtiles'))")
    open_tiles(saver)


def open_tiles_asked(page: Page) -> None:
    open_map(page)
    page.locator("[data-offer] button").click()
    expect(page.locator("[data-map]")).to_have_attribute("data-ground", "tiles")


def test_a_link_opens_the_map_at_a_place(page: Page) -> None:
    page.goto("/fr/places/bibliotheque-vaclav-havel")
    page.get_by_role("link", name="Voir sur la carte du quartier").click()
    expect(page.locator("[data-card] a")).to_have_text("Bibliothèque Václav Havel")
    expect(page.locator("[data-frame] [aria-current]")).to_have_count(1)
