"""The files of a built map: whole or not used, and never half of one build and half of another."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.domain.content import Content
from app.domain.plan import Label, Plan, Way
from app.domain.routing.way import FootWay
from app.exchange.native import read_content
from app.map.basemap import basemap_of_plan, basemaps_of, damaged_maps, on_its_basemap
from app.map.build import Material, Source, build_map
from app.map.faults import ArchiveBroken, MapDamaged
from app.map.files import PLAN, TILES, WAYS, digest_of_maps, file_of, read_map, remove_map, write_map
from app.map.sources.plan import shapes_of_plan
from app.map.tiles.archive import check_archive
from app.map.tiles.frame import Frame

from ..conftest import TINY

HOME = "les-tilleuls"
STREETS = Plan(
    (Way("street", ((2.361, 48.891), (2.369, 48.891)), "Rue Neuve", "major"),),
    (),
    (Label("park", "Jardin", (2.363, 48.893)),),
    "© les contributeurs d’OpenStreetMap, ODbL",
    (((2.362, 48.892), (2.364, 48.892), (2.364, 48.894), (2.362, 48.892)),),
)
WAYS_THERE = [FootWay((1, 2), ((2.361, 48.891), (2.369, 48.891)), {"highway": "steps"}, {2: {"kerb": "raised"}})]


@pytest.fixture(scope="module")
def content() -> Content:
    found, _ = read_content(TINY)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def files(content: Content) -> Mapping[str, bytes]:
    frame = Frame.of(content.territories[HOME])
    source = Source("osm", STREETS.notice)
    return build_map(Material("Les Tilleuls", source, frame, list(shapes_of_plan(STREETS, frame)), STREETS), WAYS_THERE)


def test_a_built_map_takes_the_place_of_the_plan(content: Content, files: Mapping[str, bytes], tmp_path: Path) -> None:
    write_map(tmp_path, HOME, files)
    basemap = basemaps_of(content, tmp_path)[HOME]
    assert (basemap.tiles(), basemap.notice, basemap.knows_steps) == (files[TILES], STREETS.notice, True)
    assert (basemap.plan, list(basemap.ways())) == (STREETS, WAYS_THERE)


def test_without_a_folder_the_plan_is_the_basemap(content: Content, tmp_path: Path) -> None:
    digests = {basemaps_of(content, folder)[HOME].digest for folder in (None, tmp_path, tmp_path / "nowhere")}
    assert digests == {basemap_of_plan(content.plan, content.territories[HOME]).digest}


def test_another_build_is_another_digest(content: Content, files: Mapping[str, bytes], tmp_path: Path) -> None:
    before = digest_of_maps(tmp_path), basemaps_of(content, tmp_path)[HOME].digest
    write_map(tmp_path, HOME, files)
    after = digest_of_maps(tmp_path), basemaps_of(content, tmp_path)[HOME].digest
    assert before[0] != after[0] and before[1] != after[1]


def test_nothing_but_the_map_is_left_in_the_folder(files: Mapping[str, bytes], tmp_path: Path) -> None:
    write_map(tmp_path, HOME, files)
    write_map(tmp_path, HOME, files)
    assert {path.name for path in tmp_path.iterdir()} == {f"{HOME}{suffix}" for suffix in (TILES, WAYS, PLAN)}


def test_a_build_that_cannot_be_written_changes_nothing(files: Mapping[str, bytes], tmp_path: Path) -> None:
    write_map(tmp_path, HOME, files)
    (tmp_path / f"{HOME}{TILES}.new").mkdir()  # stands where the last file must be written first
    before = digest_of_maps(tmp_path)
    with pytest.raises(OSError):
        write_map(tmp_path, HOME, {**files, PLAN: b"{}"})
    assert digest_of_maps(tmp_path) == before


def test_a_removed_map_leaves_the_plan(content: Content, files: Mapping[str, bytes], tmp_path: Path) -> None:
    write_map(tmp_path, HOME, files)
    assert (remove_map(tmp_path, HOME), remove_map(tmp_path, HOME)) == (True, False)
    assert basemaps_of(content, tmp_path)[HOME].plan is content.plan


@pytest.mark.parametrize("suffix", [TILES, WAYS, PLAN])
@pytest.mark.parametrize("harm", ["cut", "changed", "empty"])
def test_a_damaged_map_is_said_and_not_used(
    content: Content, files: Mapping[str, bytes], tmp_path: Path, suffix: str, harm: str
) -> None:
    write_map(tmp_path, HOME, files)
    path = file_of(tmp_path, HOME, suffix)
    data = bytearray(path.read_bytes())
    data[-20] ^= 255
    path.write_bytes({"cut": path.read_bytes()[:-9], "changed": bytes(data), "empty": b""}[harm])
    assert basemaps_of(content, tmp_path)[HOME].plan is content.plan
    assert [f"« {HOME} » est abîmée" in str(fault) for fault in damaged_maps(tmp_path)] == [True]


def test_a_map_that_lost_its_ways_is_not_used(content: Content, files: Mapping[str, bytes], tmp_path: Path) -> None:
    write_map(tmp_path, HOME, files)
    file_of(tmp_path, HOME, WAYS).unlink()
    with pytest.raises(MapDamaged):
        read_map(tmp_path, HOME)
    assert basemaps_of(content, tmp_path)[HOME].plan is content.plan


def test_every_changed_byte_of_the_head_is_refused_or_harmless(files: Mapping[str, bytes]) -> None:
    for place in range(127):
        data = bytearray(files[TILES])
        data[place] ^= 255
        try:
            check_archive(bytes(data))
        except ArchiveBroken as fault:
            assert str(fault)


@pytest.mark.parametrize(("kind", "id"), [("territory", HOME), ("place", "square-des-tilleuls")])
def test_paper_shows_the_streets_of_the_built_map(
    content: Content, files: Mapping[str, bytes], tmp_path: Path, kind: str, id: str
) -> None:
    assert on_its_basemap(content, kind, id, basemaps_of(content, tmp_path)) is content
    write_map(tmp_path, HOME, files)
    assert on_its_basemap(content, kind, id, basemaps_of(content, tmp_path)).plan == STREETS
