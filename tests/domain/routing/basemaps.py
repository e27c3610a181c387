"""Ways to build graphs from: the real extract of the 9e, the quarter that stands beside it, our own street plan."""

from functools import cache
from pathlib import Path

import osmium
import pytest

from app.domain.routing.way import FootWay
from app.exchange.native.plan import read_plan
from app.exchange.native.source import Source
from app.map.sources.plan import foot_ways
from tests.cast.quarter import quarter_ways

ROOT = Path(__file__).resolve().parents[3]
PARIS9 = ROOT.parent / "shared" / "samples" / "osm" / "paris9_2021.osm.pbf"
PARIS9_KM2 = 0.36

QUARTERS = ("9e", "quarter")
"""What `ways_of` knows: the 9e is not on every machine."""

_MET = {"kerb", "barrier", "crossing", "highway", "access", "foot", "wheelchair", "locked", "entrance"}


@cache
def osm_ways(path: Path = PARIS9) -> tuple[FootWay, ...]:
    """Return every way of an extract that has a highway tag, as its file tells it; tests skip without the file."""
    if not path.exists():
        pytest.skip(f"no {path.name}")
    met, ways = {}, []
    for thing in osmium.FileProcessor(str(path)).with_locations():
        tags = {tag.k: tag.v for tag in thing.tags}
        if thing.is_node() and _MET & tags.keys():
            met[thing.id] = tags
        if thing.is_way() and "highway" in tags:
            nodes = [node for node in thing.nodes if node.location.valid()]
            line = tuple((node.lon, node.lat) for node in nodes)
            here = {node.ref: met[node.ref] for node in nodes if node.ref in met}
            ways.append(FootWay(tuple(node.ref for node in nodes), line, tags, here))
    return tuple(ways)


def ways_of(quarter: str) -> tuple[FootWay, ...]:
    """Return the ways of a quarter."""
    return osm_ways() if quarter == "9e" else quarter_ways()


@cache
def plan_ways() -> tuple[FootWay, ...]:
    """Return the streets of our plan, those of its four territories."""
    plan = read_plan(Source("data/plan.geojson", (ROOT / "data" / "plan.geojson").read_bytes())).value
    return tuple(foot_ways(plan))
