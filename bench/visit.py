"""A first visit on a cheap phone: slow 4G (1.6 Mbit/s), CPU ×4, cold cache, 360×740 (Chromium).

    python bench/visit.py [places …]      60 200 2000 unless told; 20000 takes minutes to make

With 150 ms of latency, and as DevTools throttle (562.5 ms a request). For the map, the home and a place reached by its
printed code: first contentful paint, first pin on screen, map taken over by the script, bytes on the wire, requests,
layout shift; then the bytes of a second visit, and when its map is ready. Medians of 5 runs, the pages in turn. What is
asked for later (the painter of the streets, then their archive) is told apart. Beside them, in the same run, the floor:
a page of a few words. The line of the map ends with its bars, and names those it misses.
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
NETWORKS = {150: SLOW_4G, 562: {**SLOW_4G, "latency": 562.5, "downloadThroughput": 1.44e6 / 8}}
"""By milliseconds of latency; the second one is what DevTools and Lighthouse call slow 4G."""

BARS = {"paint": 1000, "pin": 1300, "shift": 0.02, "again_ready": 1000}
KB_BARS = {200: 110, 2000: 130, 20_000: 260}
REQUESTS_BAR = 12
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


def visit(page: Page, url: str, network: dict[str, Any]) -> dict[str, Any]:
    """Open a page and return what its visitor waited for, and what it weighed."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", network)
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
    # What one page asks for twice comes of the browser's own memory the second time: nobody is asked, no byte comes.
    return {**found, "kb": sum(first) / 1000, "requests": sum(size > 0 for size in first), "later": later / 1000}


def visit_twice(browser: Browser, url: str, network: dict[str, Any]) -> dict[str, float]:
    """Return what a first visit was, and what weighed and how long took a second one."""
    with browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block") as context:
        found = []
        for _ in range(2):
            page = context.new_page()
            page.add_init_script(f"({WATCH})()")
            found.append(visit(page, url, network))
            page.close()
    first, second = found
    again = {"again_kb": second["kb"] + second["later"], "again_ready": second.get("ready") or 0}
    return {key: value or 0 for key, value in first.items()} | again


def measure(browser: Browser, urls: dict[str, str], network: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Return the medians of every page, visited in turn."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in urls}
    for _ in range(RUNS):
        for name, url in urls.items():
            runs[name].append(visit_twice(browser, url, network))
    return {name: {key: median(run[key] for run in found) for key in found[0]} for name, found in runs.items()}


def missed(size: int, found: dict[str, float]) -> str:
    """Return the bars of a map, and which of them it misses."""
    bars = BARS | {"requests": REQUESTS_BAR} | ({"kb": KB_BARS[size]} if size in KB_BARS else {})
    over = [name for name, bar in bars.items() if found[name] > bar]
    told = ", ".join(f"{name} ≤ {bar}" for name, bar in bars.items())
    return f" · bars: {told}" + (f" · MISSED: {', '.join(over)}" if over else "")


def tell(where: str, name: str, found: dict[str, float], bars: str) -> None:
    """Print one line of the table."""
    print(
        f"{where} · {name:5} · paint {found['paint']:5.0f} ms · pin {found['pin']:5.0f} ms · map ready "
        f"{found['ready']:5.0f} ms · {found['kb']:6.1f} kB · {found['requests']:3.0f} requests · then "
        f"{found['later']:5.1f} kB · shift {found['shift']:.3f} · again {found['again_kb']:5.1f} kB, ready "
        f"{found['again_ready']:5.0f} ms{bars}",
        flush=True,
    )


def tell_size(browser: Browser, size: int, urls: dict[str, str]) -> None:
    """Measure a territory of a size on every network."""
    for latency, network in NETWORKS.items():
        for name, found in measure(browser, urls, network).items():
            tell(f"{size:6} places · {latency} ms", name, found, missed(size, found) if name == "map" else "")


def main() -> None:
    """Measure every size asked for."""
    sizes = [int(size) for size in sys.argv[1:]] or [60, 200, 2000]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(whole=True), args=["--no-sandbox"])
        for size in sizes:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                content = synthetic_content(size)
                write_content(content, Path(folder, "content"))
                server = Server(Path(folder, "var"))
                server.run("load", f"{folder}/content")
                # Not while it is waited for: of thousands of places it takes minutes.
                server.run("edition")
                server.start()
                paths = {**PATHS, "code": content.places["lieu-1"].code or ""}
                tell_size(browser, size, {name: f"{server.url}/{path}" for name, path in paths.items()})
                server.stop()


if __name__ == "__main__":
    main()
