"""A page that a phone has kept since the release before opens with the shell of today, and does what it did."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from .conftest import watch
from .server import Server
from .test_offline import LIST, search_once

FORMER = Path(__file__).parent / "former/list.html"
"""As the release before made it, with fewer cards; its only block of sentences has the name `messages`."""

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
