"""The graph that people walk on: its bytes, and the time of a route in Node and in Python.

    python bench/paths.py

Bars: the 9e extract ≤ 6 kB, ≤ 15 kB a km²; on 20,000 nodes a route in Node median ≤ 0.5 ms, p95 ≤ 2 ms. Beside
them networkx (A* with the same guess), on the same graph and pairs, between nodes.
"""

import json
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from pathlib import Path
from random import Random
from statistics import median, quantiles

import brotli
import networkx as nx

from app.domain.geometry import Position
from app.domain.routing.build import build_graph
from app.domain.routing.codec import decode, encode
from app.domain.routing.graph import METRES_A_UNIT, PathGraph, position_of
from app.domain.routing.profile import Profile
from app.domain.routing.route import Router
from app.domain.routing.way import FootWay
from tests.domain.routing.basemaps import PARIS9, PARIS9_KM2, osm_ways, plan_ways

ROOT = Path(__file__).resolve().parent.parent
SIDE = 142
"""Streets each way of the made-up town: 20,164 crossings before one street in eight is taken out."""


def made_up_town(side: int = SIDE, step_m: float = 55) -> tuple[FootWay, ...]:
    """Return the streets of a crooked town with as many crossings as a quarter of Paris."""
    dice = Random(20_000)  # noqa: S311 - the same town every time
    east, north = step_m / 73_000, step_m / 111_000
    spots = {
        (column, row): (2.3 + (column + dice.uniform(-0.3, 0.3)) * east, 48.8 + (row + dice.uniform(-0.3, 0.3)) * north)
        for column in range(side)
        for row in range(side)
    }
    kinds = ["residential"] * 8 + ["footway"] * 3 + ["steps"]
    beside = ((a, (a[0] + dx, a[1] + dy)) for a in spots for dx, dy in ((1, 0), (0, 1)))
    return tuple(
        FootWay(
            (a[0] * side + a[1], b[0] * side + b[1]),
            (spots[a], spots[b]),
            {"highway": dice.choice(kinds), "name": f"rue {(a[0] if a[0] == b[0] else side + a[1]):03}"},
        )
        for a, b in beside
        if b in spots and dice.random() > 0.125
    )


def main() -> None:
    """Print each figure beside its bar."""
    if PARIS9.exists():
        graph = build_graph(osm_ways(), knows_steps=True)
        _weigh("9e extract", graph, PARIS9_KM2)
    _weigh("street plan of four territories", build_graph(plan_ways(), knows_steps=False))
    town = build_graph(made_up_town(), knows_steps=True)
    _weigh("made-up town", town)
    pairs = _pairs(town, 1000)
    print(f"Node: {_node(town, pairs)} (bars 0.5, 2)")
    for profile in Profile:
        router = Router(town)
        router.route(*pairs[0], profile)
        print(f"Python, {profile}: {_times(lambda pair, r=router, p=profile: r.route(*pair, p), pairs[:100])}")
    print(f"networkx, everyone: {_networkx(town, pairs[:100])}")


def _weigh(name: str, graph: PathGraph, km2: float = 0) -> None:
    data = encode(graph)
    start = time.perf_counter()
    decode(data)
    ms = (time.perf_counter() - start) * 1000
    density = f", {len(data) / km2 / 1000:.1f} kB a km² (bar 15)" if km2 else ""
    packed = len(brotli.compress(data, quality=11))
    size = f"{len(graph.xs)} nodes, {len(graph.tails)} edges, {len(data)} B, {packed} B br"
    print(f"{name}: {size}{density}, read in {ms:.0f} ms")


def _pairs(graph: PathGraph, number: int) -> list[tuple[Position, Position]]:
    dice = Random(7)  # noqa: S311
    ends = [position_of((graph.xs[node], graph.ys[node])) for node in dice.sample(range(len(graph.xs)), 2 * number)]
    return list(zip(ends[::2], ends[1::2], strict=True))


def _node(graph: PathGraph, pairs: Sequence[tuple[Position, Position]]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "town.bin"
        file.write_bytes(encode(graph))
        run = subprocess.run(
            ["node", ROOT / "bench" / "paths.mjs", file],
            input=json.dumps(pairs),
            capture_output=True,
            check=True,
            text=True,
        )
    return run.stdout.strip()


def _times(find: Callable[[tuple[Position, Position]], object], pairs: Iterable[tuple[Position, Position]]) -> str:
    times = []
    for pair in pairs:
        start = time.perf_counter()
        find(pair)
        times.append((time.perf_counter() - start) * 1000)
    return f"median {median(times):.1f} ms, p95 {quantiles(times, n=20)[18]:.1f} ms"


def _networkx(graph: PathGraph, pairs: Sequence[tuple[Position, Position]]) -> str:
    peer = nx.Graph()
    at = {position_of((x, y)): node for node, (x, y) in enumerate(zip(graph.xs, graph.ys, strict=True))}
    costs = Router(graph).network(Profile.EVERYONE).costs
    for edge in graph.edges:
        peer.add_edge(graph.tails[edge], graph.heads[edge], weight=costs[2 * edge])

    def guess(one: int, other: int) -> float:
        dx = (graph.xs[one] - graph.xs[other]) * graph.metric.metres_x
        dy = (graph.ys[one] - graph.ys[other]) * METRES_A_UNIT
        return sqrt(dx * dx + dy * dy)

    return _times(lambda pair: nx.astar_path(peer, at[pair[0]], at[pair[1]], guess), pairs)


if __name__ == "__main__":
    main()
