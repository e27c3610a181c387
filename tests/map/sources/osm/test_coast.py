"""Water lies to the right of a coastline; a town by the sea does not look like land."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import shapely

pytest.importorskip("osmium", reason="the extra `map` is not installed")

from app.domain.geometry import Bounds, Position
from app.map.files import PLAN, TILES, read_map, write_map
from app.map.sources.osm.build import build_from_osm
from app.map.sources.osm.coast import sea_beside
from app.map.sources.osm.extract import read_extract

from ...reading import values_of
from .cast import CORNERS, TOWN, WAYS, Ways, write_extract

BOX = Bounds(0.0, 0.0, 0.04, 0.02)
SOUTHWARD: Sequence[Position] = [(0.01, 0.03), (0.01, 0.01), (0.01, -0.01)]
ISLAND: Sequence[Position] = [(0.002, 0.005), (0.004, 0.005), (0.004, 0.007), (0.002, 0.007), (0.002, 0.005)]
"""Its land to the left: it runs against the clock."""

SHORE: Mapping[int, Position] = {80: (2.362, 48.91), 81: (2.362, 48.894), 82: (2.362, 48.88)}
COAST: Ways = {160: ((80, 81, 82), {"natural": "coastline"})}


def share(sea: shapely.Geometry | None) -> float:
    """Return the share of the box that is water."""
    return 0.0 if sea is None else round(sea.area / ((BOX.east - BOX.west) * (BOX.north - BOX.south)), 3)


@pytest.mark.parametrize(
    ("coasts", "water"),
    [
        ([SOUTHWARD], 0.25),
        ([SOUTHWARD[::-1]], 0.75),
        ([SOUTHWARD[:2], SOUTHWARD[1:]], 0.25),
        ([SOUTHWARD, ISLAND], 0.245),
        ([ISLAND], 0.995),
        ([ISLAND[::-1]], 0.005),
        ([[(x + 0.5, y) for x, y in SOUTHWARD]], 0.0),
        ([], 0.0),
    ],
    ids=["east of it", "west of it", "in pieces", "with an island", "island", "lagoon", "elsewhere", "none"],
)
def test_water_is_to_the_right(coasts: Sequence[Sequence[Position]], water: float) -> None:
    sea, is_told = sea_beside(coasts, BOX)
    assert (share(sea), is_told) == (water, True)


def test_a_coast_that_the_extract_cut_short_of_the_edge_goes_on_to_it() -> None:
    sea, is_told = sea_beside([[(0.01, 0.0185), (0.01, 0.0005)]], BOX)
    assert (share(sea), is_told) == (0.25, True)


def test_a_coast_that_ends_in_the_middle_is_said_and_drowns_nothing() -> None:
    assert sea_beside([SOUTHWARD[:2]], BOX) == (None, False)


def test_a_town_by_the_sea_has_it_on_its_map_and_on_paper(tmp_path: Path) -> None:
    file = write_extract(tmp_path / "town.osm.pbf", {**CORNERS, **SHORE}, {**WAYS, **COAST})
    files = build_from_osm(file, "Bourg", TOWN)
    assert "ocean" in values_of(files[TILES], "water", "kind", zoom=14)
    write_map(tmp_path, "bourg", files)
    built = read_map(tmp_path, "bourg")
    assert built is not None and built.plan is not None
    assert PLAN in files
    assert max(shapely.Polygon(ring).area for ring in built.plan.waters) == pytest.approx(0.002 * 0.008)


def test_an_island_is_not_drowned_on_paper(tmp_path: Path) -> None:
    around = {90: (2.3605, 48.8915), 91: (2.3610, 48.8915), 92: (2.3610, 48.8920), 93: (2.3605, 48.8920)}
    island: Ways = {161: ((90, 91, 92, 93, 90), {"natural": "coastline"})}
    file = write_extract(tmp_path / "town.osm.pbf", {**CORNERS, **SHORE, **around}, {**WAYS, **COAST, **island})
    write_map(tmp_path, "bourg", build_from_osm(file, "Bourg", TOWN))
    built = read_map(tmp_path, "bourg")
    assert built is not None and built.plan is not None
    assert not any(shapely.Polygon(ring).contains(shapely.Point(2.3607, 48.8918)) for ring in built.plan.waters)


def test_without_a_coast_there_is_no_sea(tmp_path: Path) -> None:
    file = write_extract(tmp_path / "town.osm.pbf", CORNERS, WAYS)
    assert "ocean" not in {tags.get("water") for tags, _ in read_extract(file, TOWN).areas}
