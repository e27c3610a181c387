"""A frame out of a Protomaps archive: few requests, few bytes, and a sentence for every archive that gives none."""

import gzip
from io import BytesIO
from pathlib import Path

import mapbox_vector_tile
import pytest
from pmtiles.reader import MemorySource, Reader, all_tiles
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from app.domain.plan import Plan, Way
from app.map.faults import SourceUnusable
from app.map.files import BuiltMap
from app.map.sources.protomaps import ranges
from app.map.sources.protomaps.build import Brought, build_from_protomaps
from app.map.tiles.archive import check_archive
from app.map.tiles.frame import Frame
from app.map.tiles.tiling import in_silence

from ...reading import metadata_of, tiles_of, values_of
from .cast import COUNTRY, TOWN, save, serving, tile_of, with_leaves, write_archive

PLAN = Plan((Way("street", ((2.361, 48.891), (2.371, 48.891)), "Rue Riquet", "major"),))


@pytest.fixture(scope="module")
def country() -> bytes:
    """An archive much wider than the town, whose directory has leaves."""
    return with_leaves(write_archive(COUNTRY))


def brought(address: str, frame: Frame = TOWN, former: BuiltMap | None = None) -> Brought:
    return build_from_protomaps(address, "Les Tilleuls", frame, PLAN, former, in_silence)


def refusal(address: str, frame: Frame = TOWN) -> str:
    with pytest.raises(SourceUnusable) as refused:
        brought(address, frame)
    return str(refused.value)


def test_a_frame_comes_in_few_requests(country: bytes) -> None:
    assert Reader(MemorySource(country)).header()["leaf_directory_length"] > 0
    with serving(country) as (address, asked):
        found = brought(address)
    assert found.requests == len(asked) <= 10
    assert found.received < len(country) / 3


def test_it_holds_the_tiles_of_the_frame_and_no_others(country: bytes, tmp_path: Path) -> None:
    found = brought(save(tmp_path / "country.pmtiles", country))
    wanted = {(tile.zoom, tile.x, tile.y) for zoom in range(12, 16) for tile in TOWN.tiles(zoom)}
    assert {address for address, _ in tiles_of(found.tiles)} == wanted
    assert check_archive(found.tiles)


def test_a_server_and_a_file_give_the_same_bytes(country: bytes, tmp_path: Path) -> None:
    with serving(country) as (address, _):
        assert brought(address).tiles == brought(save(tmp_path / "country.pmtiles", country)).tiles


def test_what_we_draw_stays_as_it_is(country: bytes, tmp_path: Path) -> None:
    found = brought(save(tmp_path / "country.pmtiles", country))
    for (zoom, x, y), tile in tiles_of(found.tiles):
        before = mapbox_vector_tile.decode(tile_of(zoom, x, y), default_options={"y_coord_down": True})
        (road,) = tile["roads"]["features"]
        assert road["geometry"] == before["roads"]["features"][0]["geometry"]
        assert road["properties"] == {"kind": "minor_road", "kind_detail": "residential", "name": f"Rue {x}/{y}"}


def test_what_we_never_draw_is_left_behind(country: bytes, tmp_path: Path) -> None:
    archive = brought(save(tmp_path / "country.pmtiles", country)).tiles
    assert values_of(archive, "pois", "kind") == {"toilets"}
    assert values_of(archive, "buildings", "kind") == {"building"}
    assert all("landcover" not in tile for _, tile in tiles_of(archive))


def test_names_stand_where_the_plan_knows_them(country: bytes, tmp_path: Path) -> None:
    assert values_of(brought(save(tmp_path / "country.pmtiles", country)).tiles, "labels", "name") == {"Rue Riquet"}


def test_protomaps_and_openstreetmap_are_named(country: bytes, tmp_path: Path) -> None:
    metadata = metadata_of(brought(save(tmp_path / "country.pmtiles", country)).tiles)
    osm = "© les contributeurs d’OpenStreetMap, ODbL (octobre 2026)"
    assert metadata["attribution"] == f"Protomaps © OpenStreetMap · {osm}"
    assert [layer["id"] for layer in metadata["vector_layers"]] == ["roads", "labels"]
    assert metadata["vector_layers"][0]["fields"] == {"kind": "String", "name": "String"}


def test_ways_and_streets_of_the_build_before_stay_with_it(country: bytes, tmp_path: Path) -> None:
    marks = {"source": "osm", "ways": "a" * 64, "plan": "b" * 64}
    former = BuiltMap(b"", {"adeuxpas": marks}, b"", PLAN, "")
    found = metadata_of(brought(save(tmp_path / "country.pmtiles", country), former=former).tiles)["adeuxpas"]
    assert found == {"source": "protomaps", "day": "2026-10-02", "ways": "a" * 64, "plan": "b" * 64}


def test_a_server_that_fails_in_passing_is_asked_again(country: bytes) -> None:
    with serving(country, "tired") as (address, asked):
        assert check_archive(brought(address).tiles)
    assert len(asked) <= 20


@pytest.mark.parametrize(
    ("manner", "sentence"),
    [
        ("missing", "n’existe pas (réponse 404)"),
        ("whole", "ne sait pas envoyer un morceau de fichier"),
        ("cutting", "ne répond pas"),
    ],
)
def test_a_server_that_gives_no_pieces_is_refused(country: bytes, manner: str, sentence: str) -> None:
    with serving(country, manner) as (address, asked):
        assert sentence in refusal(address)
    assert len(asked) <= ranges.TRIES


def test_an_address_where_nobody_answers_is_refused() -> None:
    with serving(b"") as (address, _):
        pass
    assert "ne répond pas" in refusal(address)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "ce n’est pas un fichier PMTiles"),
        (b"bonjour" * 100, "ce n’est pas un fichier PMTiles"),
        (b"PMTiles\x02" + bytes(500), "d’une autre version que la 3"),
        (b"PMTiles\x03" + bytes(50), "coupé avant sa fin"),
        (b"PMTiles\x03" + bytes([255]) * 500, "comprimées d’une façon que nous ne lisons pas"),
    ],
)
def test_what_is_no_archive_is_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    assert sentence in refusal(save(tmp_path / "other.pmtiles", data))


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ({"tile_type": TileType.PNG}, "des images, pas des tuiles vectorielles"),
        ({"tile_compression": Compression.ZSTD}, "comprimées d’une façon que nous ne lisons pas"),
        ({"tile_compression": Compression.BROTLI}, "il est abîmé"),
    ],
)
def test_tiles_that_we_cannot_draw_are_refused(tmp_path: Path, header: dict[str, object], sentence: str) -> None:
    assert sentence in refusal(save(tmp_path / "other.pmtiles", write_archive(TOWN, **header)))


@pytest.mark.parametrize("share", [0.05, 0.4, 0.9])
def test_a_truncated_archive_is_refused(tmp_path: Path, share: float) -> None:
    data = write_archive(TOWN)
    assert "coupé avant sa fin" in refusal(save(tmp_path / "cut.pmtiles", data[: int(len(data) * share)]))


def test_an_archive_of_elsewhere_is_refused(tmp_path: Path) -> None:
    elsewhere = Frame(COUNTRY.bounds.__class__(5.0, 45.0, 5.1, 45.1))
    assert "ne couvre pas ce cadre" in refusal(save(tmp_path / "town.pmtiles", write_archive(TOWN)), elsewhere)


def test_an_archive_that_stops_at_far_zooms_has_no_tile(tmp_path: Path) -> None:
    archive = write_archive(TOWN, range(8, 11))
    assert "aucune tuile" in refusal(save(tmp_path / "far.pmtiles", archive))


def test_an_archive_that_stops_before_the_closest_zoom_is_taken_as_it_is(tmp_path: Path) -> None:
    found = brought(save(tmp_path / "town.pmtiles", write_archive(TOWN, range(12, 15))))
    assert {zoom for (zoom, _, _), _ in tiles_of(found.tiles)} == {12, 13, 14}
    assert all("labels" not in tile for _, tile in tiles_of(found.tiles))


def test_tiles_that_are_not_compressed_are_read(tmp_path: Path) -> None:
    data = write_archive(TOWN, range(14, 15))
    plain = _not_compressed(data)
    assert {zoom for (zoom, _, _), _ in tiles_of(brought(save(tmp_path / "plain.pmtiles", plain)).tiles)} == {14}


def _not_compressed(archive: bytes) -> bytes:
    """The same archive, its tiles stored as they are."""
    header = dict(Reader(MemorySource(archive)).header())
    file = BytesIO()
    writer = Writer(file)
    for (z, x, y), data in all_tiles(MemorySource(archive)):
        writer.write_tile(zxy_to_tileid(z, x, y), gzip.decompress(data))
    writer.finalize(header | {"tile_compression": Compression.NONE}, {})
    return file.getvalue()
