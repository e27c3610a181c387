"""The map and the ways of a territory that has no other source than the committed street plan."""

import pytest

from app.domain.content import Content
from app.domain.plan import Label, Plan, Way
from app.domain.routing.rules import LINK
from app.exchange.native import read_content
from app.map.basemap import basemap_of_plan, basemaps_of
from app.map.build import draw_map, material_of_plan
from app.map.sources.plan import foot_ways
from app.map.tiles.frame import Frame

from ...conftest import TINY
from ..reading import features_of, header_of, metadata_of, tiles_of, values_of

STREETS = Plan(
    ways=(
        Way("street", ((2.36, 48.89), (2.362, 48.89)), "Rue Riquet", "major"),
        Way("street", ((2.362, 48.89), (2.363, 48.891)), "Rue Pajol"),
        Way("street", ((2.362, 48.89), (2.362, 48.889)), "Passage du Lavoir", "path"),
        Way("street", ((2.363, 48.891), (2.364, 48.891)), rank="path", guessed=True),
        Way("motorway", ((2.35, 48.9), (2.38, 48.9)), "Boulevard périphérique", "motorway"),
        Way("street", ((2.5, 48.8), (2.51, 48.8)), "Rue lointaine"),
    ),
    waters=(((2.365, 48.888), (2.366, 48.888), (2.366, 48.889), (2.365, 48.888)),),
    labels=(Label("park", "Square Alain-Bashung", (2.361, 48.8915)), Label("square", "Place Hébert", (2.363, 48.8905))),
    notice="Plan d’essai",
)


@pytest.fixture(scope="module")
def content() -> Content:
    found, _ = read_content(TINY)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def archive(content: Content) -> bytes:
    return draw_map(material_of_plan("Essai", STREETS, Frame.of(next(iter(content.territories.values())))))


def test_every_territory_has_a_basemap(content: Content) -> None:
    assert basemaps_of(content).keys() == content.territories.keys()


def test_streets_have_the_kinds_of_the_protomaps_basemap(archive: bytes) -> None:
    assert values_of(archive, "roads", "kind") == {"major_road", "minor_road", "path", "other", "highway"}


def test_the_closest_zoom_knows_the_names_of_streets(archive: bytes) -> None:
    assert {"Rue Riquet", "Rue Pajol", "Passage du Lavoir"} <= values_of(archive, "roads", "name")
    assert values_of(archive, "roads", "name", zoom=14) == {None}


def test_parks_are_green_and_have_their_name(archive: bytes) -> None:
    assert values_of(archive, "landuse", "kind") == {"park"}
    assert {("park", "Square Alain-Bashung"), ("square", "Place Hébert")} == {
        (f["properties"]["kind"], f["properties"]["name"]) for f in features_of(archive, "pois")
    }


def test_water_and_earth_lie_below(archive: bytes) -> None:
    assert values_of(archive, "water", "kind") == {"water"}
    assert {zoom for (zoom, _, _), tile in tiles_of(archive) if "earth" in tile} == {12, 13, 14, 15}


def test_what_lies_beyond_the_margin_is_left_out(archive: bytes) -> None:
    assert "Rue lointaine" not in values_of(archive, "roads", "name")


def test_the_archive_says_where_it_comes_from_and_how_far_it_goes(archive: bytes, content: Content) -> None:
    bounds = Frame.of(next(iter(content.territories.values()))).bounds
    header = header_of(archive)
    assert metadata_of(archive)["attribution"] == "Plan d’essai"
    assert (header["min_zoom"], header["max_zoom"], header["clustered"]) == (12, 15, True)
    assert header["min_lon_e7"] == round(bounds.west * 1e7)


def test_the_metadata_name_every_layer(archive: bytes) -> None:
    told = {layer["id"]: layer["fields"] for layer in metadata_of(archive)["vector_layers"]}
    assert told.keys() == {name for _, tile in tiles_of(archive) for name in tile}
    assert told["roads"].keys() == {"kind", "kind_detail", "name"}


def test_no_tile_holds_an_empty_layer(archive: bytes) -> None:
    assert all(layer["features"] for _, tile in tiles_of(archive) for layer in tile.values())


def test_the_same_plan_gives_the_same_bytes(content: Content) -> None:
    basemap = next(iter(basemaps_of(content).values()))
    assert basemap.tiles() == basemap.tiles()


def test_another_plan_or_another_outline_is_another_basemap(content: Content) -> None:
    first, *_ = content.territories.values()
    wider = first.model_copy(update={"outline": (((2.34, 48.88), (2.39, 48.88), (2.39, 48.91), (2.34, 48.88)),)})
    digests = {basemap_of_plan(STREETS, first).digest, basemap_of_plan(content.plan, first).digest}
    assert len(digests | {basemap_of_plan(STREETS, wider).digest}) == 3


def test_ways_meet_where_they_share_a_position() -> None:
    riquet, pajol, passage, *_ = foot_ways(STREETS)
    assert riquet.nodes[-1] == pajol.nodes[0] == passage.nodes[0]


def test_ways_speak_the_tags_of_openstreetmap() -> None:
    tags = [way.tags for way in foot_ways(STREETS)]
    assert tags[0] == {"highway": "primary", "name": "Rue Riquet"}
    assert [tag["highway"] for tag in tags] == ["primary", "residential", "footway", "footway", "residential"]
    assert [LINK in tag for tag in tags] == [False, False, False, True, False]


def test_nobody_walks_on_a_motorway() -> None:
    assert all("périphérique" not in way.tags.get("name", "") for way in foot_ways(STREETS))


def test_a_basemap_walks_only_near_its_territory(content: Content) -> None:
    basemap = basemap_of_plan(STREETS, next(iter(content.territories.values())))
    assert "Rue lointaine" not in {way.tags.get("name") for way in basemap.ways()}
