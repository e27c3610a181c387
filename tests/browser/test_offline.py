"""Without network: what was read still opens, after a cold start too; an edition changes only when a person says so."""

import json
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .chromium import HELD_BACK
from .one_quarter import server
from .server import Server

__all__ = ["server"]

LIST = "/fr/chapelle-nord/"
PLACE = "/fr/places/piscine-hebert"

Profile = Callable[[str], BrowserContext]


def read(page: Page, path: str) -> None:
    """Open a page and wait until the phone has kept it."""
    page.goto(path)
    wait_until(page, "caches.match(location.href)")


def wait_until(page: Page, promise: str) -> None:
    """Wait in the page until a promise gives something (Playwright's own waiting takes any promise for a yes)."""
    patient = """async () => {
      for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
        if (await %s) return true
      }
    }"""
    assert page.evaluate(patient % promise), promise


@contextmanager
def hanging(port: int) -> Iterator[None]:
    """Something that takes connections on a port and never answers."""
    taken: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", port), reuse_port=True) as door:
        taker = threading.Thread(target=take_all, args=(door, taken))
        taker.start()
        yield
        door.shutdown(socket.SHUT_RDWR)
        taker.join()
    for one in taken:
        one.close()


def take_all(door: socket.socket, taken: list[socket.socket]) -> None:
    while True:
        try:
            taken.append(door.accept()[0])
        except OSError:
            return


def test_pages_read_open_with_the_server_gone(lone: Server, profile: Profile) -> None:
    page = profile(lone.url).new_page()
    for path in (LIST, PLACE):
        read(page, path)
    lone.stop()
    page.goto(f"{LIST}?utm_source=affiche")
    expect(page.locator("[data-list] > li").first).to_be_visible()
    expect(page.locator("offline-banner")).to_be_visible()
    page.get_by_role("link", name="Piscine Hébert").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")


def test_search_goes_on_with_the_server_gone(lone: Server, profile: Profile) -> None:
    page = profile(lone.url).new_page()
    search_once(page)
    lone.stop()
    page.goto(f"{LIST}?q=piscine+heber")
    expect(page.locator("[data-list] > li")).to_have_count(1)


def test_pages_read_open_after_a_cold_start_without_server(lone: Server, profile: Profile) -> None:
    first = profile(lone.url)
    read(first.new_page(), PLACE)
    first.close()
    lone.stop()
    page = profile(lone.url).new_page()
    page.goto(PLACE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")


@pytest.mark.parametrize(
    ("path", "lang"), [("/ar/places/piscine-hebert", "ar"), ("/fr/about", "fr"), ("/nowhere", "en")]
)
def test_a_page_never_read_gives_help_in_the_language_of_the_visitor(
    lone: Server, profile: Profile, path: str, lang: str
) -> None:
    page = profile(lone.url).new_page()
    read(page, "/en/chapelle-nord/")
    lone.stop()
    page.goto(path)
    assert page.locator("html").get_attribute("lang") == lang
    expect(page.locator("h1 .pictogram")).to_be_visible()


def test_a_printed_code_opens_its_kept_page_without_server(lone: Server, profile: Profile) -> None:
    features = json.loads((lone.content / "data/places.geojson").read_text(encoding="utf-8"))["features"]
    code = next(f["properties"]["code"] for f in features if f["id"] == "piscine-hebert")
    page = profile(lone.url).new_page()
    read(page, PLACE)
    lone.stop()
    page.goto(f"/{code.lower()}")
    page.wait_for_url(f"**{PLACE}")


def test_a_server_that_hangs_costs_its_wait_once(lone: Server, profile: Profile) -> None:
    page = profile(lone.url).new_page()
    for path in (LIST, PLACE):
        read(page, path)
    lone.stop()
    with hanging(lone.port):
        first = seconds_to(page, LIST)
        second = seconds_to(page, PLACE)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")
    # The worker waits 2.5 s for the first page, and remembers; how fast the machine is does not count.
    assert second < first


def seconds_to(page: Page, path: str) -> float:
    start = time.monotonic()
    page.goto(path, wait_until="commit")
    return time.monotonic() - start


def test_what_the_browser_threw_away_is_fetched_again(lone: Server, profile: Profile) -> None:
    page = profile(lone.url).new_page()
    read(page, LIST)
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name) }")
    read(page, LIST)
    wait_until(page, "caches.match('/static/gen/app.css')")


@HELD_BACK
def test_a_new_edition_waits_for_a_person(lone: Server, profile: Profile, tmp_path: Path) -> None:
    page = profile(lone.url).new_page()
    read(page, PLACE)
    before = edition_of(page)
    publish_change(lone, tmp_path)
    page.reload()
    offer = page.locator("update-offer")
    expect(offer).to_be_visible(timeout=20_000)
    assert edition_of(page) == before
    with page.expect_navigation():
        offer.get_by_role("button").click()
    assert edition_of(page) == lone.edition > before


@HELD_BACK
def test_a_page_of_the_edition_before_keeps_its_look(lone: Server, profile: Profile, tmp_path: Path) -> None:
    page = profile(lone.url).new_page()
    for path in (LIST, PLACE):
        read(page, path)
    publish_change(lone, tmp_path)
    page.reload()
    page.locator("update-offer").get_by_role("button").click(timeout=20_000)
    page.wait_for_function(
        "() => caches.keys().then((names) => names.filter((name) => name.includes('shell')).length === 2)"
    )
    lone.stop()
    page.goto(LIST)
    assert page.evaluate("() => getComputedStyle(document.querySelector('.card')).display") == "grid"


def search_once(page: Page) -> None:
    """Open the list and search in it, so that the phone has the words."""
    read(page, LIST)
    page.goto(f"{LIST}?q=jardin")
    expect(page.locator("[data-list] > li")).not_to_have_count(0)
    wait_until(page, "caches.match(location.pathname + 'words.json')")


def publish_change(server: Server, folder: Path, words: str = "Nager beaucoup", *, instead_of: str = "Nager") -> None:
    """Change a place in the library, its purpose unless told; the server prints the next edition by itself."""
    changed = folder / words
    for name in ("data", "walks", "translations"):
        shutil.copytree(server.content / name, changed / name)
    places = changed / "data/places.geojson"
    places.write_text(places.read_text(encoding="utf-8").replace(instead_of, words, 1), encoding="utf-8")
    server.publish(changed)


def edition_of(page: Page) -> int:
    """Ask the worker of the page for its edition."""
    number: int = page.evaluate(
        """() => new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = ({ data }) => resolve(data.number)
          navigator.serviceWorker.controller.postMessage({ type: "GET_EDITION" }, [port2])
        })"""
    )
    return number
