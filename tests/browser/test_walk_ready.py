"""Before a walk: kept in three taps from the list, and read again file by file as if the network were gone."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from .packing import until
from .server import Server

TERRITORY, WALK = "flandre-curial", "les-quais-en-famille"
FORGET = """async () => {
  const cache = await caches.open("adeuxpas / pack %s")
  const { contents } = await (await cache.match("/_pack/%s/current")).json()
  const [sha] = Object.entries(contents).find(([, paths]) => paths.includes("fr/walks/%s/lead"))
  await cache.delete("/_pack/%s/" + sha)
}"""


def ready(page: Page, state: str) -> None:
    expect(page.locator("[data-ready]")).to_have_attribute("data-state", state, timeout=30_000)


def test_three_taps_from_the_list_make_a_walk_ready(lone: Server, profile: Callable[[str], BrowserContext]) -> None:
    page = profile(lone.url).new_page()
    page.goto(f"/fr/{TERRITORY}/walks/")
    page.locator(f"a[href$='/walks/{WALK}']").first.click()
    page.locator("keep-quarter summary").first.click()
    page.locator("[data-pack] [data-main]").click()
    until(page, "ready")
    ready(page, "ready")
    lone.stop()
    page.goto(f"/fr/walks/{WALK}/lead")
    page.locator("keep-quarter summary").first.click()
    ready(page, "unknown")
    page.locator("[data-do=try]").click()
    ready(page, "ready")
    assert int(page.locator("[data-ready]").get_attribute("data-bytes") or 0) > 100_000
    page.evaluate(FORGET % (TERRITORY, TERRITORY, WALK, TERRITORY))
    page.locator("[data-do=try]").click()
    ready(page, "missing")
    expect(page.locator("[data-ready] [data-line]")).to_contain_text("Il manque")
