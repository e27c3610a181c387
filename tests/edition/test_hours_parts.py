"""Parts of the hours of a big territory: each says of its places what the whole says."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from app.edition.hours import hours_files
from app.edition.hours_parts import PLACES_A_PART, hours_path, parts_for
from app.site.addresses import Site
from tests.domain.hours import cast

MONDAY = date(2026, 11, 16)
MANY = 150


@pytest.fixture(scope="module")
def files() -> Mapping[str, Any]:
    hours = (cast.LIBRARY, cast.HOMEWORK, "24/7")
    service = {"id": "atelier", "name": "Atelier", "hours": "We 14:00-16:00; PH off"}
    places = [
        cast.make_place(hours[n % 3], id=f"lieu-{n}", services=[service] if n % 7 == 0 else []) for n in range(MANY)
    ]
    planned = hours_files(cast.make_content(*places), Site(("fr",), "1"), MONDAY)
    return {planned_file.path: json.loads(planned_file.make()) for planned_file in planned}


def days_of(file: Mapping[str, Any], id: str) -> list[Any]:
    """Return what a file says of a place, without the numbers of its tables."""
    folded = file["schedules"][file["places"][id]]
    return [folded[7::2], [pieces_of(file, file["patterns"][number]) for number in (*folded[:7], *folded[8::2])]]


def pieces_of(file: Mapping[str, Any], pattern: list[int]) -> list[Any]:
    kinds = [file["kinds"][kind] for kind in pattern[2::3]]
    told = [
        (state, because, *(file["names"][n] if n >= 0 else None for n in names)) for state, because, *names in kinds
    ]
    return [pattern[::3], pattern[1::3], told]


@pytest.mark.parametrize(("places", "count"), [(0, 1), (PLACES_A_PART, 1), (PLACES_A_PART + 1, 2), (2000, 32)])
def test_parts_double_as_places_grow(places: int, count: int) -> None:
    assert parts_for(places) == count


def test_a_small_territory_has_its_whole_file_alone() -> None:
    planned = hours_files(cast.make_content(cast.make_place(cast.LIBRARY)), Site(("fr",), "1"), MONDAY)
    assert len([planned_file.path for planned_file in planned]) == 1


def test_a_part_says_of_its_places_what_the_whole_says(files: Mapping[str, Any]) -> None:
    (name,) = (path for path in files if path.count("/") == 1)
    territory, whole = name.split("/")[1].removesuffix(".json"), files[name]
    assert len(whole["places"]) > MANY
    for id in whole["places"]:
        part = files[hours_path(territory, id.split("/")[0], parts_for(MANY))]
        assert days_of(part, id) == days_of(whole, id)
        assert [part[key] for key in ("from", "days", "public", "school")][:2] == [whole["from"], whole["days"]]


def test_every_place_is_in_one_part(files: Mapping[str, Any]) -> None:
    parts = [file["places"] for path, file in files.items() if path.count("/") == 2]
    (whole,) = (file["places"] for path, file in files.items() if path.count("/") == 1)
    assert sorted(id for places in parts for id in places) == sorted(whole)
