"""A second visit asks for what may have changed and nothing else; a first one fetches nothing twice."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .one_quarter import server
from .proxy import Proxy
from .server import Server
from .test_offline import publish_change, wait_until

__all__ = ["server"]

MAP = "/fr/chapelle-nord/map"
DATA = "/fr/chapelle-nord/places.json"


@pytest.fixture
def workerless(browser: Browser, wire: Proxy) -> Iterator[BrowserContext]:
    """A phone without a worker, at the other end of the wire: its browser's own cache is all that it has."""
    with browser.new_context(base_url=wire.url, service_workers="block") as context:
        yield context


def see_map(context: BrowserContext) -> Page:
    """Open the map in a page of its own, until it can be moved."""
    page = context.new_page()
    page.goto(MAP)
    expect(page.locator("[data-map]")).to_have_attribute("data-ready", "true")
    return page


def read_with_worker(phone: Page) -> None:
    """Open the map and wait until the worker has all that it wants."""
    phone.goto(MAP)
    expect(phone.locator("[data-map]")).to_have_attribute("data-ready", "true")
    wait_until(phone, f"navigator.serviceWorker.ready.then(() => caches.match('{DATA}'))")
    phone.wait_for_load_state("networkidle")


def asked_of(wire: Proxy) -> set[str]:
    """Return what was asked of the server, without what says which version is meant."""
    return {path.split("?")[0] for path in wire.asked}


def is_lasting(path: str) -> bool:
    """Tell whether a page names the version of what lies there: styles, scripts, drawings, and the map's data."""
    return path == DATA or (path.startswith("/static/gen/") and "/icons/" not in path)


def test_without_a_worker_a_second_visit_takes_what_it_has(workerless: BrowserContext, wire: Proxy) -> None:
    first = see_map(workerless)
    first.wait_for_load_state("networkidle")
    first.close()
    assert len([*filter(is_lasting, asked_of(wire))]) > 6
    wire.mend()
    see_map(workerless)
    assert MAP in wire.asked
    assert [*filter(is_lasting, asked_of(wire))] == []


def test_with_a_worker_a_second_visit_takes_what_it_has(phone: Page, wire: Proxy) -> None:
    read_with_worker(phone)
    wire.mend()
    see_map(phone.context)
    assert MAP in wire.asked
    assert [*filter(is_lasting, asked_of(wire))] == []


def test_a_first_visit_fetches_nothing_twice(phone: Page, wire: Proxy, lone: Server) -> None:
    read_with_worker(phone)
    fetched = {path: wire.bytes_of(path) for path in asked_of(wire) if is_lasting(path)}
    assert len(fetched) > 6
    assert fetched == {path: size_of(f"{lone.url}{path}") for path in fetched}


def test_what_an_edit_changed_is_fetched_again(phone: Page, wire: Proxy, lone: Server, tmp_path: Path) -> None:
    read_with_worker(phone)
    publish_change(lone, tmp_path, "Piscine Hébert, la neuve", instead_of="Piscine Hébert")
    wire.mend()
    page = see_map(phone.context)
    assert [*filter(is_lasting, asked_of(wire))] == [DATA]
    kept = page.evaluate(f"caches.match('{DATA}').then((kept) => kept.text())")
    assert "Piscine Hébert, la neuve" in kept


def size_of(url: str) -> int:
    """Return how many bytes go over the wire for a file."""
    with urlopen(Request(url, headers={"Accept-Encoding": "br"})) as answer:  # noqa: S310 - our own server
        return int(answer.headers["Content-Length"])
