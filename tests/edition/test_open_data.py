"""Open data: what other programs read says where it comes from."""

import json
from dataclasses import replace

from app.domain.public import public_content
from app.edition.open_data import data_files

from ..cast.content import read_tiny
from ..cast.printed import SITE


def test_the_places_come_with_the_notices_of_their_sources() -> None:
    tiny = read_tiny()
    said = ("FINESS, extraction du 8 janvier 2021 (Licence Ouverte 2.0)", "© les contributeurs OpenStreetMap (ODbL)")
    told = {id: each.model_copy(update={"notices": said}) for id, each in tiny.territories.items()}
    files = {file.path: file for file in data_files(public_content(replace(tiny, territories=told)), SITE)}
    assert json.loads(files["api/v1/places.geojson"].make())["notices"] == [*said]
