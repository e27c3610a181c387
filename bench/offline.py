"""A kept neighbourhood with the server killed, from a browser started anew: CPU ×4, 360×740 (Chromium).

    python bench/offline.py

For each of its pages: first contentful paint, and when what it is for is there: the map drawn from its archive, a
search answered, a walk to be led, a way found. Medians of 5, each in a browser of its own, so that the worker's start
counts; the throttle slows the page, not the worker. Beside them the floor: a page of a few words out of the same pack.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import BrowserContext, Playwright, sync_playwright
from synthetic import TERRITORY, synthetic_content

from app.exchange.native import write_content
from tests.browser.chromium import find_chromium
from tests.browser.packing import keep
from tests.browser.server import Server

RUNS = 5
SLOWER = 4
SETTLED_MS = 2_500
BARS = {"list": "content 500", "map": "drawn 1500", "lead": "content 600"}


class Quarter(NamedTuple):
    """A neighbourhood that is kept, a place and a walk in it, and words to search for."""

    territory: str
    place: str
    words: str
    walk: str


SYNTHETIC = Quarter(TERRITORY, "lieu-1", "nager", "balade-0")
SAMPLE = Quarter("chapelle-nord", "bibliotheque-vaclav-havel", "piscine+heber", "autour-de-la-place-hebert")

# Notes the frame in which what the page is for can be seen; asking for frames in between would slow the page.
WATCH = """(selector) => {
  const watch = new MutationObserver(() => {
    if (!document.querySelector(selector)) return
    watch.disconnect()
    requestAnimationFrame(() => requestAnimationFrame((time) => (window.done = time)))
  })
  if (selector) watch.observe(document, { attributes: true, childList: true, subtree: true })
}"""

RESULT = """() => ({
  paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0, done: window.done ?? 0,
})"""


def pages_of(quarter: Quarter) -> Mapping[str, tuple[str, str]]:
    """Return what is opened, and the sign that it is there."""
    home = f"/fr/{quarter.territory}/"
    return {
        "floor": ("/fr/privacy", ""),
        "list": (home, ""),
        "map": (f"{home}map", "[data-ground=tiles]"),
        "search": (f"{home}?q={quarter.words}", "[data-chips]:not([hidden]), [data-list]:not(:has(li:nth-child(15)))"),
        "lead": (f"/fr/walks/{quarter.walk}/lead", "[data-begin]:not([hidden])"),
        "way": (f"/fr/places/{quarter.place}?from=school", "[data-directions][data-state=ready]"),
    }


def measure(context: BrowserContext, path: str, sign: str) -> dict[str, float]:
    """Open a page in a browser just started; return what its visitor waited for, in milliseconds."""
    page = context.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(f"({WATCH})({sign!r})")
    page.goto(path)
    # Looking into a page on a slow phone would slow it.
    page.wait_for_timeout(SETTLED_MS)
    page.wait_for_function(
        "(sign) => performance.getEntriesByName('first-contentful-paint')[0] && (!sign || window.done)", arg=sign
    )
    found: dict[str, float] = page.evaluate(RESULT)
    return found


def tell(playwright: Playwright, folder: Path, quarter: Quarter) -> None:
    """Keep a neighbourhood, kill its server, and print a line for each page."""
    server = Server(folder / "var")
    if (folder / "content").exists():
        server.run("load", f"{folder}/content")
    server.start()

    def started() -> BrowserContext:
        return playwright.chromium.launch_persistent_context(
            folder / "profile",
            executable_path=find_chromium(whole=True),
            args=["--no-sandbox"],
            base_url=server.url,
            viewport={"width": 360, "height": 740},
        )

    with started() as context:
        keep(context.new_page(), home=f"/fr/{quarter.territory}/")
    server.stop()
    for name, (path, sign) in pages_of(quarter).items():
        runs = []
        for _ in range(RUNS):
            with started() as context:
                runs.append(measure(context, path, sign))
        paint, done = (median(run[key] for run in runs) for key in ("paint", "done"))
        bar = f"  (bar: {BARS[name]} ms)" if name in BARS else ""
        print(f"{quarter.territory:14} · {name:6} · content {paint:5.0f} ms · there {done:5.0f} ms{bar}", flush=True)


def main() -> None:
    """Measure a synthetic quarter of 60 places, then the real sample."""
    with sync_playwright() as playwright:
        for quarter in (SYNTHETIC, SAMPLE):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
                folder = Path(name)
                if quarter is SYNTHETIC:
                    write_content(synthetic_content(60), folder / "content")
                tell(playwright, folder, quarter)


if __name__ == "__main__":
    main()
