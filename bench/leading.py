"""How a phone follows groups on the walks of the sample, with the noise of streets.

    python bench/leading.py

The published walks, along their legs on the path graph, given to the core that phones run (`bench/leading.mjs`).
Bars: arrival proposed at 90 % of the stops before the group goes on, one false alarm an hour, no stop offered wrongly.
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from app.domain.geometry import Position
from app.domain.routing.codec import decode
from app.domain.routing.route import Router
from app.exchange.native import read_folder
from tests.browser.server import ROOT, Server

ORIGIN = (2.36, 48.89)
"""The corner that the walkers of the script count their metres from."""

METRES = 111_195.08
SHRINK = 0.65751
"""Of a degree of longitude beside one of latitude, there."""


def metres(at: Position) -> tuple[float, float]:
    """Return metres east and north of the corner."""
    return (at[0] - ORIGIN[0]) * METRES * SHRINK, (at[1] - ORIGIN[1]) * METRES


def read(url: str) -> bytes:
    """Return what the server answers."""
    with urlopen(url) as answer:  # noqa: S310 - our own address
        body: bytes = answer.read()
    return body


def walks_of(server: Server) -> Iterator[dict[str, Any]]:
    """Yield each published walk whose stops all show where they are: its doors, and the street to each of them."""
    content = read_folder(ROOT).content
    assert content is not None
    for walk in content.walks.values():
        if walk.status != "published":
            continue
        page = read(f"{server.url}/fr/walks/{walk.id}/lead").decode()
        block = re.search(r'<script type="application/json" data-walk>(.*?)</script>', page, re.S)
        assert block is not None
        doors = [stop["at"] for stop in json.loads(block[1])["stops"]]
        if not all(doors):
            continue
        router = Router(decode(read(f"{server.url}/paths/{walk.territory}.bin")))
        streets = [[metres(point) for point in line] for line in lines_of(router, doors)]
        yield {"id": walk.id, "doors": [metres(door) for door in doors], "streets": [[streets[0][0]], *streets]}


def lines_of(router: Router, doors: list[Position]) -> Iterator[list[Position]]:
    """Yield the street between each door and the next; where none is known, the straight line."""
    for start, end in pairwise(doors):
        route = router.route(start, end)
        yield [point for piece in route.pieces for point in piece.line] if route else [start, end]


def main() -> None:
    """Print what the phone said, at each rate of fixes."""
    with tempfile.TemporaryDirectory() as name:
        server = Server(Path(name) / "var").start()
        try:
            walks = list(walks_of(server))
        finally:
            server.stop()
    print(f"{len(walks)} walks")
    subprocess.run(["node", "bench/leading.mjs"], input=json.dumps(walks), text=True, check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
