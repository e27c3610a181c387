"""Milliseconds of a preview, and of pages while a run prints a whole quarter beside them; two workers.

    python bench/studio.py

Over the project's own content. The bars: a preview in 300 ms, 95 pages of a hundred in 50 ms while a run draws.
"""

import json
import re
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode
from urllib.request import urlopen

from tests.browser.server import Server

PREVIEW_BAR_MS, PAGE_BAR_MS = 300, 50
STUDIO = "/print/chapelle-nord"
RUN = {"format": "a5", "langs": "fr,ar", "each": "place"}
PLACES = ("piscine-hebert", "bibliotheque-vaclav-havel")


def main() -> None:
    """Print the times of previews, then of pages with and without a run."""
    with TemporaryDirectory() as folder:
        server = Server(Path(folder) / "var")
        server.data.mkdir()
        server.run("load", str(Path(__file__).resolve().parents[1]))
        server.start()
        try:
            previews(server)
            pages(server, "pages alone", lambda: False)
            run = begin(server)
            pages(server, "pages beside a run", lambda: ask(server, f"{run}/state")["state"] == "drawing")
            print(f"run: {ask(server, f'{run}/state')}")
        finally:
            server.stop()


def previews(server: Server) -> None:
    """Print the time of previews that were not drawn before."""
    query = urlencode({"format": "a4", "of": f"place:{PLACES[0]}"})
    for n in range(8):  # both workers have loaded what draws
        timed(server, f"{STUDIO}/preview?{query}&langs=fr&langs={('ar', 'en')[n % 2]}")
    asked = [
        f"format={form}&of=place:{PLACES[0]}&langs=fr&langs={lang}"
        for form in ("a5", "a3", "card")
        for lang in ("es", "tr")
    ]
    times = [timed(server, f"{STUDIO}/preview?{query}") for query in asked]
    print(f"preview: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms (bar {PREVIEW_BAR_MS})")


def begin(server: Server) -> str:
    """Begin a run and return its address."""
    with urlopen(f"{server.url}{STUDIO}/runs/new?{urlencode(RUN)}") as page:  # noqa: S310 - our own address
        mark = re.search(r'name="confirm" value="(\w+)"', page.read().decode())
    data = urlencode(RUN | {"confirm": mark[1] if mark else ""}).encode()
    with urlopen(f"{server.url}{STUDIO}/runs", data) as page:  # noqa: S310 - our own address
        address: str = page.url.partition("?")[0]
    return address.removeprefix(server.url)


def pages(server: Server, name: str, goes_on: object) -> None:
    """Print the time of pages and of a view that the application answers."""
    assert callable(goes_on)
    times: list[float] = []
    while goes_on() or len(times) < 200:
        times += [timed(server, path) for path in ("/fr/chapelle-nord/", "/fr/places/piscine-hebert", "/healthz")]
    print(f"{name}: {len(times)} answers, p95 {statistics.quantiles(times, n=20)[-1]:.1f} ms (bar {PAGE_BAR_MS})")


def timed(server: Server, path: str) -> float:
    """Return how long an answer takes, in milliseconds."""
    start = time.perf_counter()
    with urlopen(f"{server.url}{path}") as answer:  # noqa: S310 - our own address
        answer.read()
    return (time.perf_counter() - start) * 1000


def ask(server: Server, path: str) -> dict[str, object]:
    """Return what an address says in JSON."""
    with urlopen(f"{server.url}{path}") as answer:  # noqa: S310 - our own address
        found: dict[str, object] = json.load(answer)
    return found


if __name__ == "__main__":
    main()
