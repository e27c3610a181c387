"""The file of a path graph."""

import json
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.routing.build import build_graph
from app.domain.routing.codec import PathsRefused, decode, encode
from app.domain.routing.graph import PathGraph
from app.domain.routing.way import FootWay
from tests.cast.quarter import KM2, quarter_ways

from .basemaps import PARIS9_KM2, ROOT, osm_ways, plan_ways
from .village import at, graph_of

VILLAGE = encode(graph_of())

HIGHWAYS = st.sampled_from(["footway", "steps", "residential"])
CORNERS = st.lists(st.tuples(st.integers(-40, 40), st.integers(-40, 40)), min_size=2, max_size=6, unique=True)
WAYS = st.lists(st.tuples(CORNERS, HIGHWAYS, st.sampled_from(["", "Rue de l’Œuvre", "شارع"])), max_size=12)


def columns(graph: PathGraph) -> list[object]:
    """Return what a graph holds, whatever kind of sequence holds it."""
    return [
        *(list(column) for column in (graph.xs, graph.ys, graph.tails, graph.heads, graph.words, graph.names)),
        *(list(column) for column in (graph.lengths, graph.shapes, graph.name_table)),
        *(dict(graph.counts), graph.metric, graph.knows_steps),
    ]


@given(WAYS, st.booleans())
def test_any_graph_is_read_as_it_was_written(ways: list[tuple[list[tuple[int, int]], str, str]], knows: bool) -> None:
    made = [
        FootWay(
            tuple(100 * east + north for east, north in corners),
            tuple(at(east / 3, north / 3) for east, north in corners),
            {"highway": highway, "name": name, "step_count": "12"},
        )
        for corners, highway, name in ways
    ]
    graph = build_graph(made, knows_steps=knows)
    assert columns(decode(encode(graph))) == columns(graph)


@pytest.mark.parametrize("size", [0, 3, 5, 13, 14, len(VILLAGE) // 2, len(VILLAGE) - 1])
def test_a_cut_file_is_refused(size: int) -> None:
    with pytest.raises(PathsRefused):
        decode(VILLAGE[:size])


def test_every_changed_byte_is_noticed() -> None:
    for place in range(len(VILLAGE)):
        damaged = bytearray(VILLAGE)
        damaged[place] ^= 0x20
        if place == 5:
            continue  # the flags: bits that nobody reads yet
        with pytest.raises(PathsRefused):
            decode(bytes(damaged))


def test_the_reason_is_said() -> None:
    with pytest.raises(PathsRefused, match=r"cut: \d+ bytes when expected \d+"):
        decode(VILLAGE[:-5])
    with pytest.raises(PathsRefused, match="format 2 when expected 1"):
        decode(VILLAGE[:4] + b"\x02" + VILLAGE[5:])
    with pytest.raises(PathsRefused, match="does not begin with ADPG"):
        decode(b"PMTiles\x03")


def test_the_scripts_refuse_the_same_files() -> None:
    files = [VILLAGE[:3], VILLAGE[:-5], VILLAGE[:4] + b"\x02" + VILLAGE[5:], VILLAGE[:-1] + b"\x7f", VILLAGE]
    script = """
import { readFileSync } from "node:fs"
import { decodePaths } from "./app/static/js/routing/graph.js"
const said = JSON.parse(readFileSync(0, "utf8")).map((file) => {
  try { decodePaths(Uint8Array.from(file).buffer); return "" } catch (error) { return error.message }
})
process.stdout.write(JSON.stringify(said))
"""
    run = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        input=json.dumps([list(file) for file in files]), capture_output=True, check=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert json.loads(run.stdout) == [_refusal(file) for file in files]


def test_the_9e_weighs_what_it_may() -> None:
    size = len(encode(build_graph(osm_ways(), knows_steps=True)))
    assert size <= 6_000
    assert size / PARIS9_KM2 <= 15_000


def test_another_quarter_weighs_what_it_may() -> None:
    assert len(encode(build_graph(quarter_ways(), knows_steps=True))) / KM2 <= 15_000


def test_the_street_plan_weighs_what_it_may() -> None:
    # Four frames of about 7 km² in all, each grown by 250 metres.
    assert len(encode(build_graph(plan_ways(), knows_steps=False))) <= 7 * 15_000


def _refusal(file: bytes) -> str:
    try:
        decode(file)
    except PathsRefused as refusal:
        return str(refusal)
    return ""
