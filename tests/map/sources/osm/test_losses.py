"""What an extract has and its map cannot show is counted and named."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

pytest.importorskip("osmium", reason="the extra `map` is not installed")

from app.domain.geometry import Position
from app.map.sources.osm.extract import read_extract
from app.map.sources.osm.losses import Loss, counted
from app.map.sources.osm.streets import foot_ways_of

from .cast import CORNERS, TOWN, WAYS, Relations, Ways, write_extract

RIVER = {"type": "multipolygon", "natural": "water", "name": "La Rivière"}
MARKET = {"type": "multipolygon", "highway": "pedestrian", "name": "Place du Marché"}
LAWN = {"landuse": "grass"}


def losses(
    folder: Path, ways: Ways, relations: Relations | None = None, corners: Mapping[int, Position] | None = None
) -> Sequence[Loss]:
    """Return what is lost of some ways and relations in the town."""
    file = write_extract(folder / "town.osm.pbf", {**CORNERS, **(corners or {})}, {**WAYS, **ways}, relations)
    return read_extract(file, TOWN).losses


def test_nothing_is_lost_of_a_whole_extract(tmp_path: Path) -> None:
    assert losses(tmp_path, {}) == []


def test_an_area_without_one_of_its_banks_is_named(tmp_path: Path) -> None:
    ways: Ways = {170: ((1, 2, 3), {})}
    members = [("w", 170, "outer"), ("w", 171, "outer")]
    assert losses(tmp_path, ways, {201: (members, RIVER)}) == [Loss("incomplete", "water", "La Rivière")]


def test_an_area_of_elsewhere_is_no_loss(tmp_path: Path) -> None:
    ways: Ways = {170: ((9, 10), {})}
    assert losses(tmp_path, ways, {201: ([("w", 170, "outer"), ("w", 171, "outer")], RIVER)}) == []


def test_a_relation_whose_ring_does_not_close_is_named(tmp_path: Path) -> None:
    ways: Ways = {170: ((1, 2, 3), {})}
    assert losses(tmp_path, ways, {201: ([("w", 170, "outer")], RIVER)}) == [Loss("open", "water", "La Rivière")]


@pytest.mark.parametrize("nodes", [(20, 21, 22), (20, 22, 21, 23, 20)], ids=["open", "crosses itself"])
def test_a_way_that_encloses_nothing_is_named(tmp_path: Path, nodes: Sequence[int]) -> None:
    assert losses(tmp_path, {172: (nodes, LAWN)}) == [Loss("open", "landuse", "way 172")]


def test_a_way_without_all_of_its_points_is_cut_there_and_named(tmp_path: Path) -> None:
    ways: Ways = {173: ((1, 2, 999, 3, 8), {"highway": "residential", "name": "Rue coupée"})}
    file = write_extract(tmp_path / "town.osm.pbf", CORNERS, {**WAYS, **ways})
    extract = read_extract(file, TOWN)
    assert extract.losses == [Loss("pointless", "roads", "Rue coupée")]
    assert [line.nodes for line in extract.lines if line.tags.get("name") == "Rue coupée"] == [(1, 2), (3, 8)]


def test_they_are_told_by_reason_and_layer_with_an_example() -> None:
    found = counted([Loss("open", "water", "way 1"), Loss("open", "water", "Bassin"), Loss("open", "landuse", "way 2")])
    assert [(each.layer, each.count, each.example) for each in found] == [
        ("landuse", 1, "way 2"),
        ("water", 2, "Bassin"),
    ]


def test_the_rings_of_a_square_that_a_relation_describes_are_walked(tmp_path: Path) -> None:
    ways: Ways = {174: ((20, 24, 25, 23, 20), {}), 175: ((21, 22, 23, 21), {})}
    relation: Relations = {202: ([("w", 174, "outer")], MARKET)}
    extract = read_extract(write_extract(tmp_path / "town.osm.pbf", CORNERS, {**WAYS, **ways}, relation), TOWN)
    assert {24, 25, 23, 20} in [{*way.nodes} for way in foot_ways_of(extract) if way.tags.get("name") == MARKET["name"]]
