"""A keystroke in the search field and a tap on a filter, with 2,000 and 20,000 places (Chromium, CPU ×4).

    python bench/search.py [2000 20000]

`screen` is from the event until what can be seen has changed for the last time, `list` until the last of the 60
cards is there (those below the screen come when the phone is idle). Medians and worst of the keystrokes of five
queries and of ten taps.
"""

import sys
from datetime import date
from statistics import median

from markers import SLOWER, serve
from playwright.sync_api import Page, sync_playwright
from synthetic import TERRITORY, synthetic_content

from app.edition.hours import hours_files
from app.edition.search_data import phone_files
from app.pages import page_files
from app.site.addresses import Site
from tests.browser.chromium import find_chromium

WORDS = ("biblioteque cesaire", "حديقة", "piscine heber", "ecrivain public", "library")

WATCH = """() => {
  window.events = []
  const results = document.querySelector("[data-results]")
  let open
  const seen = () => [...document.querySelectorAll(".finder-form, .finder-count, [data-chips], .card")]
    .map((part) => [part.getBoundingClientRect(), part])
    .filter(([box]) => box.bottom > 0 && box.top < innerHeight && box.height)
    .map(([box, part]) => `${box.top} ${box.height} ${part.textContent}`).join()
  const painted = (done) => requestAnimationFrame(() => setTimeout(done, 0))
  new MutationObserver(() => {
    const one = open
    painted(() => {
      if (!one) return
      one.list = performance.now() - one.start
      const now = seen()
      if (now !== one.seen) Object.assign(one, { seen: now, screen: one.list })
    })
  }).observe(results, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-count"] })
  document.addEventListener("input", (event) => {
    const one = { start: event.timeStamp, screen: 0, list: 0, seen: "" }
    open = one
    window.events.push(one)
    painted(() => {
      one.screen ||= performance.now() - one.start
      one.seen ||= seen()
    })
  }, { capture: true })
}"""


def measure(count: int) -> str:
    """Say the milliseconds of `count` places."""
    content = synthetic_content(count, languages=1)
    site = Site(languages=("fr",), version="bench")
    chains = (page_files(content, site), phone_files(content, site), hours_files(content, site, date(2026, 11, 18)))
    address = serve({planned_file.path: planned_file for planned in chains for planned_file in planned})
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(whole=True), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740}, service_workers="block")
        page.goto(f"{address}fr/{TERRITORY}/?q=parc&open=now")
        page.wait_for_selector("[data-searching]", timeout=120_000)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.evaluate(WATCH)
        figures = f"keystroke {_typed(page)} · tap {_tapped(page)}"
        browser.close()
    return figures


def _typed(page: Page) -> str:
    field = page.locator("[data-search] input[name=q]")
    for words in WORDS:
        field.press("Control+a")
        for letter in words:
            page.keyboard.insert_text(letter)
            page.wait_for_timeout(500)
    return _summary(page)


def _tapped(page: Page) -> str:
    page.locator("[data-search] input[name=q]").fill("")
    page.wait_for_timeout(500)
    page.evaluate("() => { window.events.length = 0 }")
    for _ in range(5):
        for name in ("free", "open"):
            page.locator(f".finder-quick [name={name}]").evaluate("(box) => box.click()")
            page.wait_for_timeout(500)
    return _summary(page)


def _summary(page: Page) -> str:
    events = page.evaluate("() => window.events")
    parts = []
    for name in ("screen", "list"):
        times = [event[name] for event in events if event[name]]
        parts.append(f"{name} {median(times):.0f} (worst {max(times):.0f}) ms")
    return ", ".join(parts)


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or ("2000", "20000")):
        print(f"{number:>6} places: {measure(number)}", flush=True)
