"""`data/places.geojson`: one Point a place, at its entrance."""

from collections.abc import Iterator, Mapping
from typing import Any

import geojson

from ...domain.place import Place
from ...domain.problem import Problem
from ...domain.text import N_
from .features import (
    DECIMALS,
    Feature,
    check_position,
    duplicate_ids,
    feature_of,
    read_features,
    rounded,
    write_features,
)
from .json_text import parse_json
from .sentences import read_block, written
from .source import Reading, Source

PATH = "data/places.geojson"
NOWHERE = (0.0, 0.0)
"""Stands for a position that cannot be used; no place may lie there."""


def read_places(source: Source) -> Reading[dict[str, Place]]:
    """Return the places of a file by id, in its order."""
    parsed = parse_json(source)
    if not parsed.readable:
        return Reading({}, parsed.problems, readable=False)
    features = read_features(source, parsed.value, "lieu")
    faults = [*parsed.problems, *features.problems, *duplicate_ids(source, features.value)]
    places: dict[str, Place] = {}
    for feature in features.value:
        place, problems = _read_place(source, feature)
        faults += problems
        if place:
            places.setdefault(place.id, place)
    ids = frozenset(str(feature.id) for feature in features.value)
    return Reading(places, tuple(faults), ids, features.readable)


def write_places(places: Mapping[str, Place]) -> str:
    """Return the text of a file of places."""
    return write_features(_feature(place) for place in places.values())


def _feature(place: Place) -> dict[str, Any]:
    # A reader of the file sees at once what is a draft: the status is always said.
    properties = {"name": place.name, "status": place.status.value} | written(place)
    del properties["id"], properties["position"]
    return feature_of(place.id, geojson.Point(place.position, precision=DECIMALS), properties)


def _read_place(source: Source, feature: Feature) -> tuple[Place | None, list[Problem]]:
    misplaced = list(_geometry_faults(source, feature))
    position = list(NOWHERE) if misplaced else rounded(feature.geometry["coordinates"])  # type: ignore[index]
    taken = [key for key in ("position", "id") if key in feature.properties]
    misplaced += [source.problem(feature.subject, _NOT_HERE, key=key) for key in taken]
    document = {**feature.properties, "id": feature.id, "position": position}
    place, faults = read_block(Place, document, source, feature.subject)
    return place, [*misplaced, *faults]


def _geometry_faults(source: Source, feature: Feature) -> Iterator[Problem]:
    where = f"{feature.subject}, geometry"
    geometry = feature.geometry
    if geometry is None:
        yield source.problem(where, N_("le lieu n’a pas de position : mettez un point à son entrée."))
    elif not isinstance(geometry, Mapping) or geometry.get("type") != "Point":
        kind = geometry.get("type") if isinstance(geometry, Mapping) else geometry
        yield source.problem(where, N_("un lieu est un point (Point), pas « {kind} »."), kind=kind)
    elif sentence := check_position(geometry.get("coordinates")):
        yield source.problem(where, sentence, value=geometry.get("coordinates"))


_NOT_HERE = N_("« {key} » ne s’écrit pas dans « properties ».")
