"""Pins of 2,000 and 20,000 places on the moving map: to show them all, to move the map (Chromium, CPU ×4).

    python bench/markers.py [2000 20000]

`show` is the work of drawing another list, `pan` of a move of half a screen, both until the second frame after
(2 frames without any work are the floor), over the streets of the map archive. Medians of 7 runs.
"""

import mimetypes
import sys
from collections.abc import Mapping
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright
from synthetic import TERRITORY, synthetic_content

from app.edition.file import PlannedFile
from app.edition.hours import hours_files
from app.edition.maps import map_files
from app.edition.search_data import phone_files
from app.map.basemap import basemaps_of
from app.pages import page_files
from app.site.addresses import Site
from tests.browser.chromium import find_chromium

APP = Path(__file__).resolve().parent.parent / "app"
SLOWER = 4

MEASURE = """async (count) => {
  const pause = (ms) => new Promise((done) => setTimeout(done, ms))
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  const median = (times) => Math.round(times.sort((a, b) => a - b)[times.length >> 1] * 10) / 10
  const repeated = async (work) => {
    const times = []
    for (let turn = 0; turn < 7; turn++) {
      await pause(60)
      const start = performance.now()
      work(turn)
      await frames()
      times.push(performance.now() - start)
    }
    return median(times)
  }
  const frame = document.querySelector("[data-frame]")
  const ids = Array.from({ length: count }, (_, i) => `lieu-${i}`)
  const event = (turn) => new CustomEvent("adeuxpas:results", { detail: { ids: ids.slice(turn) } })
  const show = (turn) => document.dispatchEvent(event(turn))
  const mouse = (type, target, clientX) =>
    target.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY: 500 }))
  const pan = (turn) => {
    const [from, to] = turn % 2 ? [80, 260] : [260, 80]
    mouse("mousedown", frame, from)
    mouse("mousemove", document, to)
    mouse("mouseup", document, to)
  }
  const idle = await repeated(() => {})
  const shown = await repeated(show)
  for (let turn = 0; turn < 3; turn++) { document.querySelector("[data-do=in]").click(); await pause(700) }
  const moved = await repeated(pan)
  return { idle, show: shown, pan: moved, pins: document.querySelectorAll(".leaflet-marker-pane .map-pin").length }
}"""


def serve(planned: Mapping[str, PlannedFile]) -> str:
    """Serve planned files and assets on a free port of this machine, and return its address."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0].lstrip("/")
            file = APP / path
            body = planned[path].make() if path in planned else file.read_bytes() if file.is_file() else b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", _type_of(path, planned))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def _type_of(path: str, planned: Mapping[str, PlannedFile]) -> str:
    return planned[path].media_type if path in planned else mimetypes.guess_type(path)[0] or "application/octet-stream"


def measure(count: int) -> dict[str, float]:
    """Return the milliseconds of `count` places."""
    content = synthetic_content(count, languages=1)
    site = Site(languages=("fr",), version="bench")
    planned = [
        *page_files(content, site),
        *phone_files(content, site),
        *hours_files(content, site, date(2026, 11, 18)),
        *map_files(basemaps_of(content)),
    ]
    address = serve({planned_file.path: planned_file for planned_file in planned})
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(whole=True), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740}, device_scale_factor=2)
        page.goto(f"{address}fr/{TERRITORY}/map")
        page.wait_for_selector("[data-map][data-ground=tiles]", timeout=60_000)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        figures: dict[str, float] = page.evaluate(MEASURE, count)
        browser.close()
    return figures


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or ("2000", "20000")):
        print(f"{number:>6} places", measure(number), flush=True)
