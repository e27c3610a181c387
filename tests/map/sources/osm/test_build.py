"""From an extract to the files of a map."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("osmium", reason="the extra `map` is not installed")

from app.domain.geometry import Bounds, metres_between
from app.map.build import OSM_NOTICE
from app.map.faults import SourceUnusable
from app.map.files import PLAN, TILES, WAYS, BuiltMap, read_map, unpack_ways, write_map
from app.map.sources.osm.build import build_from_osm
from app.map.sources.osm.extract import read_extract
from app.map.tiles.frame import Frame
from tests.cast import quarter as cast_quarter

from ...reading import SHARED, features_of, header_of, metadata_of, tiles_of, values_of
from .cast import TOWN, write_town
from .cast import WAYS as STREETS

SAMPLE = SHARED / "samples" / "osm" / "paris9_2021.osm.pbf"
SAMPLE_FRAME = Frame(Bounds(2.33, 48.87, 2.36, 48.89))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of a small town."""
    return build_from_osm(write_town(tmp_path_factory.mktemp("osm") / "town.osm.pbf"), "Bourg", TOWN)


@pytest.fixture(scope="module")
def built(town: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> BuiltMap:
    """The town as it is read back."""
    folder = tmp_path_factory.mktemp("maps")
    write_map(folder, "bourg", town)
    found = read_map(folder, "bourg")
    assert found is not None
    return found


@dataclass(frozen=True)
class Quarter:
    """A quarter as large as a real one, built; and what is known of it."""

    files: Mapping[str, bytes]
    km2: float
    corner: tuple[int, int]
    names: set[str]


@pytest.fixture(scope="module", params=["9e", "made"])
def quarter(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Quarter:
    """A real extract, 0.36 km² of the 9th arrondissement; and one of ours, which is on every machine."""
    if request.param == "made":
        file = cast_quarter.write_quarter(tmp_path_factory.mktemp("quarter") / "quarter.osm.pbf")
        names = {"Boulevard du Milieu", "Rue du Levant 1", "Rue du Puits 4"}
        built = build_from_osm(file, "Quartier", SAMPLE_FRAME)
        return Quarter(built, cast_quarter.KM2, (23_400_000, 488_822_000), names)
    if not SAMPLE.exists():
        pytest.skip("../shared/samples is not there")
    names = {"Rue de Maubeuge", "Boulevard de Magenta", "Rue Condorcet"}
    return Quarter(build_from_osm(SAMPLE, "Neuvième", SAMPLE_FRAME), 0.36, (23_432_000, 488_811_900), names)


def test_the_map_has_the_layers_of_the_town(town: Mapping[str, bytes]) -> None:
    layers = {name for _, tile in tiles_of(town[TILES]) for name in tile}
    assert layers == {"earth", "landuse", "water", "roads", "buildings", "pois", "labels"}


def test_roads_have_their_kind_and_closest_their_detail(town: Mapping[str, bytes]) -> None:
    assert values_of(town[TILES], "roads", "kind") == {"major_road", "minor_road", "path", "rail", "highway"}
    assert {"steps", "sidewalk", "pedestrian"} <= values_of(town[TILES], "roads", "kind_detail")
    assert values_of(town[TILES], "roads", "kind_detail", zoom=14) == {None, "pedestrian", "rail"}


def test_a_bridge_is_said_and_drawn_last(town: Mapping[str, bytes]) -> None:
    tiles = [tile["roads"]["features"] for _, tile in tiles_of(town[TILES]) if "roads" in tile]
    bridges = [[road["properties"].get("is_bridge", False) for road in roads] for roads in tiles]
    assert any(map(any, bridges)) and bridges == [sorted(each) for each in bridges]


def test_a_street_in_two_pieces_is_one(town: Mapping[str, bytes]) -> None:
    pajol = [road for road in features_of(town[TILES], "roads") if road["properties"].get("name") == "Rue Pajol"]
    assert {road["geometry"]["type"] for road in pajol} == {"LineString"}


def test_houses_that_touch_are_one_area(town: Mapping[str, bytes]) -> None:
    assert [house["geometry"]["type"] for house in features_of(town[TILES], "buildings")] == ["Polygon"]


def test_a_park_keeps_its_hole(town: Mapping[str, bytes]) -> None:
    parks = [land for land in features_of(town[TILES], "landuse") if land["properties"]["kind"] == "park"]
    assert len(parks[0]["geometry"]["coordinates"]) == 2


def test_nothing_from_elsewhere_is_in_it(town: Mapping[str, bytes], built: BuiltMap) -> None:
    assert "Rue lointaine" not in values_of(town[TILES], "roads", "name")
    assert all(way.tags.get("name") != "Rue lointaine" for way in built.walk())


def test_the_map_names_its_source_and_its_month(town: Mapping[str, bytes]) -> None:
    assert metadata_of(town[TILES])["attribution"] == f"{OSM_NOTICE} (mai 2024)"
    assert metadata_of(town[TILES])["adeuxpas"]["day"] == "2024-05-03"


def test_the_ways_keep_their_tags_their_nodes_and_what_stands_on_them(built: BuiltMap) -> None:
    riquet = next(way for way in built.walk() if way.tags.get("name") == "Rue Riquet")
    assert riquet.nodes == (1, 2, 3)
    assert riquet.tags == {"highway": "primary", "name": "Rue Riquet", "lit": "yes"}
    assert riquet.node_tags == {2: {"highway": "crossing", "crossing": "marked", "kerb": "lowered"}}


def test_steps_are_among_the_ways_and_motorways_are_not(built: BuiltMap) -> None:
    kinds = {way.tags["highway"] for way in built.walk()}
    assert built.knows_steps and "steps" in kinds and "motorway" not in kinds


def test_paper_shows_streets_water_and_the_outline_of_parks(built: BuiltMap) -> None:
    assert built.plan is not None
    assert {"Rue Riquet", "Rue Pajol", "Passage du Lavoir"} <= {way.name for way in built.plan.ways}
    assert (len(built.plan.waters), len(built.plan.greens)) == (1, 1)
    assert {label.name for label in built.plan.labels} == {"Bassin", "Jardin d’Éole"}
    assert built.plan.notice == built.notice


def test_the_same_extract_gives_the_same_files(town: Mapping[str, bytes], tmp_path: Path) -> None:
    assert build_from_osm(write_town(tmp_path / "town.osm.pbf"), "Bourg", TOWN) == town


def test_a_quarter_stays_small(quarter: Quarter) -> None:
    assert len(quarter.files[TILES]) < 100_000 * quarter.km2


def test_a_map_goes_no_further_than_its_data(quarter: Quarter) -> None:
    header = header_of(quarter.files[TILES])
    assert (header["min_lon_e7"], header["max_lat_e7"]) == quarter.corner


def test_a_quarter_has_its_houses_streets_and_names(quarter: Quarter) -> None:
    assert quarter.names <= values_of(quarter.files[TILES], "labels", "name")
    assert {"steps", "crossing", "pedestrian"} <= values_of(quarter.files[TILES], "roads", "kind_detail")
    assert features_of(quarter.files[TILES], "buildings", zoom=14)


def test_ways_go_on_from_node_to_node(quarter: Quarter) -> None:
    ways = unpack_ways(quarter.files[WAYS])
    assert sum(way.tags.get("highway") == "steps" for way in ways) >= 15
    assert max(metres_between(*step) for way in ways for step in pairwise(way.line)) < 400
    assert any(tags.get("kerb") == "lowered" for way in ways for tags in way.node_tags.values())


def refused(file: Path, frame: Frame = TOWN) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(SourceUnusable) as refusal:
        build_from_osm(file, "Bourg", frame)
    return str(refusal.value)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.97])
def test_a_truncated_extract_is_refused(tmp_path: Path, share: float) -> None:
    data = write_town(tmp_path / "town.osm.pbf").read_bytes()
    (tmp_path / "cut.osm.pbf").write_bytes(data[: int(len(data) * share)])
    assert refused(tmp_path / "cut.osm.pbf").startswith("cut.osm.pbf est coupé avant sa fin")


@pytest.mark.parametrize("data", [b"", b"bonjour", b"PMTiles\x03" + bytes(200), bytes(5000)])
def test_what_is_no_extract_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "other.osm.pbf").write_bytes(data)
    assert "other.osm.pbf" in refused(tmp_path / "other.osm.pbf")


def test_an_extract_of_elsewhere_is_refused(tmp_path: Path) -> None:
    elsewhere = Frame(Bounds(2.30, 48.82, 2.31, 48.83))
    sentence = refused(write_town(tmp_path / "town.osm.pbf"), elsewhere)
    assert "n’a aucune rue ni aucun chemin dans le cadre 2.3000,48.8200,2.3100,48.8300" in sentence


def test_an_extract_without_streets_is_refused(tmp_path: Path) -> None:
    houses = [number for number, (_, tags) in STREETS.items() if "building" in tags]
    assert "aucune rue" in refused(write_town(tmp_path / "houses.osm.pbf", houses))


def test_an_extract_that_says_what_it_covers_is_refused_with_it(tmp_path: Path) -> None:
    quarter = cast_quarter.write_quarter(tmp_path / "quarter.osm.pbf")
    assert "il va de 2.3400,48.8768,2.3520,48.8822" in refused(quarter)


def test_a_real_extract_that_says_what_it_covers_is_refused_with_it() -> None:
    if not SAMPLE.exists():
        pytest.skip("../shared/samples is not there")
    assert "il va de 2.3432,48.8772,2.3541,48.8812" in refused(SAMPLE)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "n’existe pas" in refused(tmp_path / "nowhere.osm.pbf")


def test_every_file_of_a_map_is_there(town: Mapping[str, bytes]) -> None:
    assert town.keys() == {TILES, WAYS, PLAN}


def test_what_crosses_or_surrounds_the_frame_without_a_corner_in_it_is_there(tmp_path: Path) -> None:
    extract = read_extract(write_town(tmp_path / "town.osm.pbf"), TOWN)
    assert "Canal" in {line.tags.get("name") for line in extract.lines}
    assert "residential" in {tags.get("landuse") for tags, _ in extract.areas}
    assert "Rue lointaine" not in {line.tags.get("name") for line in extract.lines}


def test_an_extract_without_dates_names_its_source_without_one(tmp_path: Path) -> None:
    dateless = write_town(tmp_path / "town.osm.pbf", edited="1970-01-01T00:00:00Z")
    assert read_extract(dateless, TOWN).day is None
