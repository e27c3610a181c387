"""Tags of OpenStreetMap become the layers and kinds of the Protomaps basemap."""

import pytest

from app.map.sources.osm.kinds import area_kind, level_of, line_kind, point_kind


@pytest.mark.parametrize(
    ("tags", "layer", "kind", "first_zoom"),
    [
        ({"highway": "motorway"}, "roads", "highway", 12),
        ({"highway": "trunk_link"}, "roads", "major_road", 12),
        ({"highway": "tertiary"}, "roads", "major_road", 13),
        ({"highway": "residential"}, "roads", "minor_road", 13),
        ({"highway": "service"}, "roads", "minor_road", 14),
        ({"highway": "service", "service": "driveway"}, "roads", "minor_road", 15),
        ({"highway": "pedestrian"}, "roads", "path", 13),
        ({"highway": "footway"}, "roads", "path", 14),
        ({"highway": "footway", "footway": "sidewalk"}, "roads", "path", 15),
        ({"railway": "tram"}, "roads", "rail", 13),
        ({"railway": "rail", "service": "yard"}, "roads", "rail", 15),
        ({"waterway": "canal"}, "water", "canal", 13),
        ({"boundary": "administrative", "admin_level": "8"}, "boundaries", "locality", 12),
    ],
)
def test_a_line_has_a_layer_and_a_kind(tags: dict[str, str], layer: str, kind: str, first_zoom: int) -> None:
    found = line_kind(tags)
    assert found is not None
    assert (found.layer, found.kind, found.first_zoom) == (layer, kind, first_zoom)


@pytest.mark.parametrize(
    "tags",
    [
        {"railway": "subway", "tunnel": "yes"},
        {"railway": "rail", "layer": "-1"},
        {"highway": "proposed"},
        {"highway": "pedestrian", "area": "yes"},
        {"highway": "corridor", "indoor": "yes"},
        {"waterway": "stream", "tunnel": "culvert"},
        {"boundary": "administrative", "admin_level": "huit"},
        {"barrier": "wall"},
    ],
)
def test_what_nobody_sees_is_not_drawn(tags: dict[str, str]) -> None:
    assert line_kind(tags) is None


@pytest.mark.parametrize(
    ("tags", "layer", "kind"),
    [
        ({"building": "yes"}, "buildings", "building"),
        ({"highway": "pedestrian", "area": "yes"}, "landuse", "pedestrian"),
        ({"natural": "water", "water": "basin"}, "water", "basin"),
        ({"leisure": "park"}, "landuse", "park"),
        ({"leisure": "sports_centre"}, "landuse", "recreation_ground"),
        ({"amenity": "school"}, "landuse", "school"),
        ({"amenity": "hospital"}, "landuse", "hospital"),
        ({"landuse": "forest"}, "landuse", "forest"),
        ({"natural": "wood"}, "landuse", "wood"),
    ],
)
def test_an_area_has_a_layer_and_a_kind(tags: dict[str, str], layer: str, kind: str) -> None:
    found = area_kind(tags)
    assert found is not None
    assert (found.layer, found.kind) == (layer, kind)


@pytest.mark.parametrize("tags", [{"building": "no"}, {"landuse": "residential"}, {"amenity": "restaurant"}])
def test_other_areas_are_not_drawn(tags: dict[str, str]) -> None:
    assert area_kind(tags) is None


@pytest.mark.parametrize(
    ("tags", "layer", "kind"),
    [
        ({"place": "quarter", "name": "La Chapelle"}, "places", "neighbourhood"),
        ({"place": "city", "name": "Paris"}, "places", "locality"),
        ({"railway": "station", "name": "Marx Dormoy"}, "pois", "station"),
        ({"amenity": "toilets"}, "pois", "toilets"),
        ({"amenity": "drinking_water"}, "pois", "drinking_water"),
        ({"amenity": "library", "name": "Vaclav Havel"}, "pois", "library"),
    ],
)
def test_few_points_are_drawn(tags: dict[str, str], layer: str, kind: str) -> None:
    found = point_kind(tags)
    assert found is not None
    assert (found.layer, found.kind) == (layer, kind)


@pytest.mark.parametrize(
    "tags", [{"amenity": "toilets", "access": "private"}, {"amenity": "library"}, {"amenity": "restaurant"}]
)
def test_most_points_are_not(tags: dict[str, str]) -> None:
    assert point_kind(tags) is None


def test_bridges_run_over_streets_and_tunnels_under() -> None:
    levels = [level_of(tags) for tags in ({"tunnel": "yes"}, {}, {"bridge": "viaduct"}, {"bridge": "no"})]
    assert levels == [-1, 0, 1, 0]
