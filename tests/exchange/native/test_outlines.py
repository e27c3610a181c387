"""An outline that no neighbourhood has is refused before anything of its size is drawn; null is "not known"."""

import json
from typing import Any

import pytest

from app.exchange.native.places import read_places
from app.exchange.native.source import Source
from app.exchange.native.territories import read_territories

WEST, EAST, SOUTH, NORTH = 2.36, 2.372, 48.89, 48.898


def told(*corners: tuple[float, float]) -> list[str]:
    ring = [list(corner) for corner in (*corners, corners[0])]
    feature = {"type": "Feature", "id": "essai", "properties": {"name": "Essai"}}
    feature["geometry"] = {"type": "Polygon", "coordinates": [ring]}
    source = Source("data/territories.geojson", as_json({"type": "FeatureCollection", "features": [feature]}))
    return [problem.tell() for problem in read_territories(source).problems]


def as_json(document: Any) -> bytes:
    return json.dumps(document).encode()


def test_the_corner_that_lies_far_from_the_others_is_named() -> None:
    [fault] = told((WEST, SOUTH), (EAST, 8.89), (EAST, NORTH), (WEST, NORTH))
    assert "4448.7 km de haut" in fault
    assert "le point [2.372, 8.89] est loin des autres" in fault


def test_a_whole_country_is_told_its_size() -> None:
    [fault] = told((-5.0, 42.0), (9.0, 42.0), (9.0, 51.0), (-5.0, 51.0))
    assert "30 km au plus" in fault
    assert "est loin des autres" not in fault


def test_a_neighbourhood_is_fine() -> None:
    assert told((WEST, SOUTH), (EAST, SOUTH), (EAST, NORTH), (WEST, NORTH)) == []


@pytest.mark.parametrize(
    "key", ["services", "languages", "exceptions", "audience", "photos", "sources", "hours", "cost"]
)
def test_null_says_not_known_of_a_list_as_of_a_word(key: str) -> None:
    properties = {
        "name": "Essai",
        "status": "draft",
        key: None,
        "verified": {"on": "2026-11-20", "how": "visit", "due": None},
    }
    feature = {"type": "Feature", "id": "essai", "properties": properties}
    feature["geometry"] = {"type": "Point", "coordinates": [WEST, SOUTH]}
    reading = read_places(Source("data/places.geojson", as_json({"type": "FeatureCollection", "features": [feature]})))
    assert reading.problems == ()
    assert not getattr(reading.value["essai"], key)
