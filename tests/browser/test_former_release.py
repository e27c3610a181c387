"""A page that a phone has kept since the release before opens with the shell of today, and does what it did."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.cast.library import TINY

from .conftest import watch
from .packing import until
from .server import Server
from .test_offline import LIST, search_once

FORMER = Path(__file__).parent / "former/list.html"
"""As the release before made it, with fewer cards; its only block of sentences has the name `messages`."""

PACK = Path(__file__).parent / "former/pack.json"
"""What a phone kept of the tiny territory, in French and Arabic, under release 0.2.0."""

Profile = Callable[[str], BrowserContext]


def test_a_page_of_the_release_before_has_its_look_and_its_search(lone: Server, profile: Profile) -> None:
    page = profile(lone.url).new_page()
    search_once(page)
    page.evaluate(KEEP, FORMER.read_text(encoding="utf-8"))
    lone.stop()
    faults = watch(page, lone.url)
    page.goto(LIST)
    expect(page.locator("neighbourhood-pack")).to_have_count(0)
    expect(page.locator("offline-banner")).to_be_visible()
    assert page.evaluate("() => getComputedStyle(document.querySelector('.card')).display") == "grid"
    page.locator("input[name=q]").fill("piscine heber")
    expect(page.locator("[data-list] > li")).to_have_count(1)
    expect(page.locator("[data-summary]")).to_have_text("1 lieu")
    expect(page.locator("[data-edition]")).to_contain_text(re.compile("gardée?|novembre"))
    # Chunks are older than the two releases whose scripts are kept; a page asks for them early, and needs them no more.
    assert [fault for fault in faults if "/chunks/" not in fault] == []


KEEP = """async (html) => {
  const headers = { "Content-Type": "text/html; charset=utf-8", Date: new Date().toUTCString() }
  const cache = await caches.open("adeuxpas / visited")
  await cache.put(location.origin + location.pathname, new Response(html, { headers }))
}"""


@pytest.fixture
def tilleuls(tmp_path: Path) -> Iterator[Server]:
    """A server of today over the tiny territory, whose pack release 0.2.0 kept."""
    server = Server(tmp_path / "tilleuls")
    server.run("load", str(TINY))
    yield server.start()
    server.stop()


def test_a_pack_that_the_release_before_kept_opens_and_learns_of_the_next(tilleuls: Server, profile: Profile) -> None:
    page = profile(tilleuls.url).new_page()
    page.goto("/fr/les-tilleuls/")
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.evaluate(TAKE, json.loads(PACK.read_text(encoding="utf-8")))
    page.goto("/fr/les-tilleuls/")
    # Its edition is another one: the card offers what is new, and what is kept goes on meanwhile.
    until(page, "stale")
    tilleuls.stop()
    page.goto("/ar/places/square-des-tilleuls")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Square des Tilleuls")
    page.goto("/fr/walks/du-college-au-square")
    expect(page.locator("[id^=stop-]").first).to_be_visible()


TAKE = """async ({ cache, entries, remembered }) => {
  const kept = await caches.open(cache)
  for (const [path, headers, body] of entries) {
    const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
    await kept.put(location.origin + path, new Response(bytes, { headers }))
  }
  for (const [key, value] of Object.entries(remembered)) localStorage.setItem(key, value)
}"""
