"""What a map weighs and costs: from the street plan, from a real extract, and from a dense quarter of 4 km².

    python bench/ground.py [extract.osm.pbf W,S,E,N]

The quarter is the real extract laid out twelve times side by side. Needs ../shared/samples, or an extract of one's
own.
Bars: 100 kB of map and 15 kB of paths a dense km²; 10 s and 200 MB for 4 km².
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from math import cos, radians
from pathlib import Path

import osmium

from app.domain.geometry import Bounds
from app.domain.routing.build import build_graph
from app.domain.routing.codec import encode
from app.exchange.native import read_content
from app.map.basemap import basemaps_of
from app.map.files import TILES, WAYS, unpack_ways
from app.map.sources.osm.build import build_from_osm
from app.map.tiles.archive import open_archive
from app.map.tiles.frame import Frame

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT.parent / "shared" / "samples" / "osm" / "paris9_2021.osm.pbf"
COLUMNS, ROWS = 3, 4
STEP = (0.0109, 0.0041)
"""Width and height of the sample, in degrees: its copies touch."""

MAP_KB, PATHS_KB, SECONDS, MEMORY_MB = 100, 15, 10, 200


def main() -> None:
    """Print a line for each map."""
    if sys.argv[1:2] == ["--inside"]:
        measure(Path(sys.argv[2]), Bounds(*map(float, sys.argv[3].split(","))))
        return
    if len(sys.argv) == 3:
        watch(Path(sys.argv[1]), sys.argv[2])
        return
    weigh_plans()
    if SAMPLE.exists():
        watch(SAMPLE, "2.3,48.8,2.4,48.9")
        with tempfile.TemporaryDirectory() as folder:
            watch(lay_out(SAMPLE, Path(folder) / "quarter.osm.pbf"), "2.3432,48.87717,2.3759,48.89357")
    else:
        print(f"{SAMPLE} is not there: no extract is measured.")


def weigh_plans() -> None:
    """Print the bytes of the map of each territory that the street plan gives."""
    content, _ = read_content(ROOT)
    assert content is not None
    for id, basemap in basemaps_of(content).items():
        start = time.process_time()
        size, paths = len(basemap.tiles()), len(encode(basemap.paths))
        spent = time.process_time() - start
        print(f"{id:16} map {size / 1000:.1f} kB, paths {paths / 1000:.1f} kB, {spent:.2f} s of CPU")


def watch(file: Path, bbox: str) -> None:
    """Measure an extract in a process of its own."""
    subprocess.run([sys.executable, __file__, "--inside", str(file), bbox], check=True)


def measure(file: Path, bounds: Bounds) -> None:
    """Print bytes a km², seconds and memory of one extract."""
    start, cpu = time.perf_counter(), time.process_time()
    files = build_from_osm(file, "bench", Frame(bounds))
    paths = len(encode(build_graph(unpack_ways(files[WAYS]), knows_steps=True)))
    wall, spent = time.perf_counter() - start, time.process_time() - cpu
    area, size = _km2(open_archive(files[TILES]).bounds), len(files[TILES])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{file.name:16} {area:.2f} km² · map {size / 1000:.1f} kB, {size / 1000 / area:.0f} a km² (bar {MAP_KB}) · "
        f"paths {paths / 1000:.1f} kB, {paths / 1000 / area:.1f} a km² (bar {PATHS_KB}) · "
        f"{wall:.1f} s ({spent:.1f} of CPU, bar {SECONDS}) · {memory:.0f} MB (bar {MEMORY_MB})"
    )


def lay_out(sample: Path, target: Path) -> Path:
    """Write copies of an extract side by side, each with ids of its own."""
    things = list(_things(sample))
    writer = osmium.SimpleWriter(str(target))
    for kind in ("n", "w", "r"):
        for copy in range(COLUMNS * ROWS):
            for found, thing in things:
                if found == kind:
                    _write(writer, kind, thing, copy)
    writer.close()
    return target


# Private


def _things(sample: Path) -> Iterator[tuple[str, dict[str, object]]]:
    for thing in osmium.FileProcessor(str(sample)):
        said: dict[str, object] = {"id": thing.id, "tags": dict(thing.tags)}
        if thing.is_node():
            yield "n", said | {"location": (thing.location.lon, thing.location.lat)}
        elif thing.is_way():
            yield "w", said | {"nodes": [node.ref for node in thing.nodes]}
        elif thing.is_relation():
            yield "r", said | {"members": [(member.type, member.ref, member.role) for member in thing.members]}


def _write(writer: osmium.SimpleWriter, kind: str, thing: dict, copy: int) -> None:
    across, down = (copy % COLUMNS) * STEP[0], (copy // COLUMNS) * STEP[1]
    # Ids must grow from copy to copy, or libosmium would sort for a long time.
    new = thing | {"id": _of_copy(thing["id"], copy)}
    if kind == "n":
        lon, lat = thing["location"]
        writer.add_node(osmium.osm.mutable.Node(**new | {"location": (lon + across, lat + down)}))
    elif kind == "w":
        writer.add_way(osmium.osm.mutable.Way(**new | {"nodes": [_of_copy(ref, copy) for ref in thing["nodes"]]}))
    else:
        members = [(type_, _of_copy(ref, copy), role) for type_, ref, role in thing["members"]]
        writer.add_relation(osmium.osm.mutable.Relation(**new | {"members": members}))


def _of_copy(number: int, copy: int) -> int:
    return number + copy * 20_000_000_000


def _km2(bounds: Bounds) -> float:
    high = (bounds.north - bounds.south) * 111.32
    return high * (bounds.east - bounds.west) * 111.32 * cos(radians(bounds.south))


if __name__ == "__main__":
    main()
