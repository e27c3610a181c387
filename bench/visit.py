"""A first visit on a cheap phone: slow 4G (1.6 Mbit/s, 150 ms), CPU ×4, cold cache, 360×740 (Chromium).

    python bench/visit.py [places …]      60 200 2000 unless told

For the map, the home and a place reached by its printed code: first contentful paint, first pin on screen, map taken
over by the script, bytes on the wire, requests, layout shift; then the bytes of a second visit. Medians of 5 runs.
What is asked for later (the painter of the streets, then their archive) is told apart. Beside them, in the same run,
the floor: a page of a few words.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from synthetic import TERRITORY, synthetic_content

from app.exchange.native import write_content
from tests.browser.chromium import find_chromium
from tests.browser.server import Server

RUNS = 5
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
PATHS = {"map": f"fr/{TERRITORY}/map", "front": "fr/", "home": f"fr/{TERRITORY}/", "code": "", "floor": "fr/privacy"}

# Notes the frame in which the first pin can be seen, and the time the moving map is ready.
WATCH = """() => {
  window.seen = {}
  const look = () => {
    const pin = document.querySelector("[data-map] .map-pin")
    if (pin && !seen.pin) requestAnimationFrame((time) => (seen.pin = time))
    if (document.querySelector("[data-ready=true]") && !seen.ready) seen.ready = performance.now()
    requestAnimationFrame(look)
  }
  look()
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift = (seen.shift ?? 0) + entry.value
  }).observe({ type: "layout-shift", buffered: true })
}"""

RESULT = """() => ({
  paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime, pin: seen.pin, ready: seen.ready,
  shift: seen.shift ?? 0,
})"""


def visit(page: Page, url: str) -> dict[str, Any]:
    """Open a page and return what its visitor waited for, and what it weighed."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW_4G)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    asked: dict[str, float] = {}
    sizes: dict[str, float] = {}
    wire.on("Network.requestWillBeSent", lambda event: asked.setdefault(event["requestId"], event["timestamp"]))
    wire.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    wire.detach()
    found = page.evaluate(RESULT)
    last = min(asked.values()) + found["ready"] / 1000 if found.get("ready") else float("inf")
    first = [size for id_, size in sizes.items() if asked[id_] <= last]
    later = sum(sizes.values()) - sum(first)
    return {**found, "kb": sum(first) / 1000, "requests": len(first), "later": later / 1000}


def measure(browser: Browser, url: str) -> tuple[dict[str, float], float]:
    """Return the medians of first visits, and the kB of a second one."""
    firsts, seconds = [], []
    for _ in range(RUNS):
        with browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block") as context:
            page = context.new_page()
            page.add_init_script(f"({WATCH})()")
            firsts.append(visit(page, url))
            again = context.new_page()
            again.add_init_script(f"({WATCH})()")
            second = visit(again, url)
            seconds.append(second["kb"] + second["later"])
    return {key: median(first[key] or 0 for first in firsts) for key in firsts[0]}, median(seconds)


def tell(name: str, size: int, found: dict[str, float], again_kb: float) -> None:
    """Print one line of the table."""
    print(
        f"{size:6} places · {name:5} · paint {found['paint']:5.0f} ms · pin {found['pin']:5.0f} ms · map ready "
        f"{found['ready']:5.0f} ms · {found['kb']:6.1f} kB · {found['requests']:3.0f} requests · then "
        f"{found['later']:5.1f} kB · shift {found['shift']:.3f} · again {again_kb:5.1f} kB",
        flush=True,
    )


def main() -> None:
    """Measure every size asked for."""
    sizes = [int(size) for size in sys.argv[1:]] or [60, 200, 2000]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for size in sizes:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                content = synthetic_content(size)
                write_content(content, Path(folder, "content"))
                server = Server(Path(folder, "var"))
                server.run("load", f"{folder}/content")
                server.start()
                paths = {**PATHS, "code": content.places["lieu-1"].code or ""}
                for name, path in paths.items():
                    tell(name, size, *measure(browser, f"{server.url}/{path}"))
                server.stop()


if __name__ == "__main__":
    main()
