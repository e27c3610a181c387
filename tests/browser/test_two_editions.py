"""Two editions at once: a page opened under one goes on with what it is made of while another has taken the next."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ..cast.once import made_once
from .chromium import HELD_BACK
from .conftest import watch
from .one_quarter import server
from .packing import developer, keep
from .releases import make_next_release
from .server import Server
from .test_offline import edition_of, publish_change, read, wait_until
from .test_outbox import note, outbox

__all__ = ["server"]

HOME = "/fr/chapelle-nord/"
MAP = f"{HOME}map"
PLACE = "/fr/places/piscine-hebert"
WALK = "/fr/walks/autour-de-la-place-hebert"

Profile = Callable[[str], BrowserContext]


@pytest.fixture(scope="module")
def release(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The release after this one, its edition made over the one that phones have."""

    def make(folder: Path) -> None:
        server.copy(folder / "served", program=make_next_release(folder / "program")).start().stop()

    folder = made_once(tmp_path_factory, "release", make)
    return Server(folder / "served", program=folder / "program", content=server.content)


@pytest.fixture
def phone(lone: Server, profile: Profile) -> Iterator[BrowserContext]:
    """A phone whose every page fails its test for what nobody sees."""
    context, faults = profile(lone.url), []
    context.on("page", lambda page: faults.append(watch(page, lone.url)))
    yield context
    assert [fault for of_page in faults for fault in of_page] == []


def deploy(lone: Server, release: Server, folder: Path) -> Server:
    """Put the next release in the place of a running server."""
    lone.stop()
    released = release.copy(folder / "released")
    lone.data, lone.program = released.data, released.program
    return lone.start()


def take(page: Page) -> None:
    """Take the edition that is offered."""
    offer = page.locator("update-offer")
    expect(offer).to_be_visible(timeout=30_000)
    with page.expect_navigation():
        offer.get_by_role("button").click()


def open_map(phone: BrowserContext) -> Page:
    """Open the map on a phone that saves data: the ground, the search and the way are fetched when asked for."""
    page = phone.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    read(page, MAP)
    expect(page.locator("[data-offer]")).to_be_visible(timeout=20_000)
    mark(page)
    return page


def mark(page: Page) -> None:
    page.evaluate("() => (globalThis.isSame = true)")


def is_same(page: Page) -> bool:
    """Tell whether the page was not loaded again since it was marked."""
    return bool(page.evaluate("() => globalThis.isSame === true"))


def use_map(page: Page) -> None:
    """Do all that fetches scripts and data only when asked."""
    page.locator("[data-offer] button").click()
    expect(page.locator("[data-map]")).to_have_attribute("data-ground", "tiles", timeout=20_000)
    page.locator("input[name=q]").fill("piscine heber")
    expect(page.locator("[data-list] > li")).to_have_count(1)
    page.locator(".map-pin").click()
    page.get_by_role("button", name="Y aller à pied").click()
    expect(page.locator("[data-directions]")).to_have_attribute("data-state", "ready")


@HELD_BACK
def test_a_page_left_open_works_on_when_another_has_taken_the_next_release(
    phone: BrowserContext, lone: Server, release: Server, tmp_path: Path
) -> None:
    left = open_map(phone)
    deploy(lone, release, tmp_path)
    other = phone.new_page()
    other.goto(PLACE)
    loads: list[str] = []
    other.on("framenavigated", lambda frame: loads.append(frame.url))
    take(other)
    use_map(left)
    assert (is_same(left), loads, edition_of(other)) == (True, [f"{lone.url}{PLACE}"], lone.edition)


@HELD_BACK
def test_it_works_on_with_the_server_gone(phone: BrowserContext, lone: Server, release: Server, tmp_path: Path) -> None:
    left, other = open_map(phone), phone.new_page()
    keep(other)
    deploy(lone, release, tmp_path)
    other.goto(PLACE)
    take(other)
    lone.stop()
    use_map(left)
    assert is_same(left)


@HELD_BACK
def test_an_edition_that_nobody_took_does_not_cost_the_page_its_scripts(
    phone: BrowserContext, lone: Server, release: Server, tmp_path: Path
) -> None:
    left, other = open_map(phone), phone.new_page()
    deploy(lone, release, tmp_path)
    for publish in (lambda: None, lambda: publish_change(lone, tmp_path)):
        publish()
        other.goto(PLACE)
        wait_until(other, WAITING % lone.edition)
    other.reload()
    take(other)
    use_map(left)
    assert is_same(left)


WAITING = """(async () => {
  const { waiting } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  waiting?.postMessage({ type: "GET_EDITION" }, [port2])
  const late = new Promise((resolve) => setTimeout(resolve, 1000))
  return Promise.race([late, new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data.number === %d)))])
})()"""


@HELD_BACK
def test_an_offer_taken_elsewhere_may_still_be_taken_here(
    phone: BrowserContext, lone: Server, release: Server, tmp_path: Path
) -> None:
    left, other = phone.new_page(), phone.new_page()
    read(left, PLACE)
    deploy(lone, release, tmp_path)
    other.goto(HOME)
    expect(left.locator("update-offer")).to_be_visible(timeout=30_000)
    take(other)
    take(left)
    assert edition_of(left) == lone.edition


SLOW_TO_LISTEN = """() => {
  const { get } = Object.getOwnPropertyDescriptor(ServiceWorkerContainer.prototype, "ready")
  const found = (registration) => new Promise((resolve) => {
    const look = () => (registration.installing ? resolve(registration) : setTimeout(look, 1))
    look()
  })
  const ready = async (container) => {
    const registration = await get.call(container)
    return container.controller ? found(registration) : registration
  }
  Object.defineProperty(ServiceWorkerContainer.prototype, "ready", { get() { return ready(this) } })
}"""


@HELD_BACK
def test_an_edition_found_before_the_page_could_listen_is_offered(
    phone: BrowserContext, lone: Server, release: Server, tmp_path: Path
) -> None:
    page = phone.new_page()
    read(page, PLACE)
    deploy(lone, release, tmp_path)
    page.add_init_script(f"({SLOW_TO_LISTEN})()")
    page.goto(HOME)
    take(page)
    assert edition_of(page) == lone.edition


def test_clearing_the_storage_loads_nothing_again(phone: BrowserContext, lone: Server) -> None:
    page = phone.new_page()
    read(page, PLACE)
    mark(page)
    developer(page).send("Storage.clearDataForOrigin", {"origin": lone.url, "storageTypes": "all"})
    wait_until(page, "(async () => !navigator.serviceWorker.controller)()")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")
    assert is_same(page)


def write(walk: Page, text: str) -> None:
    form = walk.locator(".report")
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    form.locator("[name=text]").fill(text)
    form.get_by_role("button", name="Envoyer").click()


@HELD_BACK
def test_a_walk_and_a_place_left_open_go_on_after_an_update(
    phone: BrowserContext, lone: Server, release: Server, tmp_path: Path
) -> None:
    walk, place, other = (phone.new_page() for _ in range(3))
    read(walk, WALK)
    read(place, PLACE)
    keep(other)
    deploy(lone, release, tmp_path)
    other.goto(HOME)
    take(other)
    write(walk, "Le portail est fermé.")
    expect(note(walk)).to_contain_text("Merci")
    lone.stop()
    write(walk, "Le portail est ouvert.")
    outbox(walk, 1)
    place.locator("[data-directions] summary").click()
    expect(place.locator("[data-directions]")).to_have_attribute("data-metres", re.compile(r"^\d+"))


@HELD_BACK
def test_a_step_back_to_the_release_before_is_an_edition_like_another(
    phone: BrowserContext, lone: Server, release: Server, tmp_path: Path
) -> None:
    page = phone.new_page()
    read(page, MAP)
    former, program = lone.data, lone.program
    deploy(lone, release, tmp_path)
    page.reload()
    take(page)
    lone.stop()
    lone.data, lone.program = former, program
    lone.start()
    page.reload()
    take(page)
    lone.stop()
    page.goto(MAP)
    expect(page.locator("[data-map]")).to_have_attribute("data-ground", "tiles", timeout=20_000)
