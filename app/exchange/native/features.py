"""What every GeoJSON file of ours shares: the collection, ids, positions, and a layout that git can compare."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...domain.problem import Problem
from ...domain.text import N_
from .sentences import unknown_key
from .source import Reading, Source

DECIMALS = 6
"""About ten centimetres: finer than any entrance is known."""

_TOLERATED = {"name", "crs", "bbox", "generator"}
"""Keys that other programs add to a collection; they say nothing about a place."""

_PAIR = re.compile(r"\[\n\s*(-?[\d.]+(?:e-?\d+)?),\n\s*(-?[\d.]+(?:e-?\d+)?)\n\s*\]")
"""A position spread over four lines by `indent`; a string never holds a raw newline."""


@dataclass(frozen=True)
class Feature:
    """A feature as it stands in a file, before anything is believed; `subject` is how problems name it."""

    id: object
    geometry: object
    properties: Mapping[str, Any]
    subject: str


def read_features(source: Source, document: object, noun: str, keys: Iterable[str] = ()) -> Reading[list[Feature]]:
    """Return the features of a collection; `noun` names them in problems, `keys` are further ones at its top."""
    if not isinstance(document, Mapping) or document.get("type") != "FeatureCollection":
        sentence = N_("le fichier doit être une FeatureCollection GeoJSON ; son type est « {type} ».")
        found = document.get("type", "absent") if isinstance(document, Mapping) else type(document).__name__
        return Reading([], (source.problem("", sentence, type=found),), readable=False)
    members = document.get("features")
    if not isinstance(members, list):
        return Reading([], (source.problem("", N_("la liste « features » manque.")),), readable=False)
    allowed = {"type", "features", *keys}
    faults = [unknown_key(source, "", key, sorted(allowed)) for key in document if key not in allowed | _TOLERATED]
    features = [_read_feature(source, member, number, noun) for number, member in enumerate(members, 1)]
    faults += [fault for _, problems in features for fault in problems]
    return Reading([feature for feature, _ in features if feature], tuple(faults))


def _read_feature(source: Source, member: object, number: int, noun: str) -> tuple[Feature | None, list[Problem]]:
    subject = f"{noun} n° {number}"
    if not isinstance(member, Mapping) or member.get("type") != "Feature":
        return None, [source.problem(subject, N_("ce n’est pas une Feature GeoJSON."))]
    properties = member.get("properties")
    if not isinstance(properties, Mapping):
        return None, [source.problem(subject, N_("le bloc « properties » manque."))]
    known = ["type", "id", "geometry", "properties"]
    inner = dict(properties)
    name = member.get("id", inner.pop("id", None))
    subject = f"{noun} {name}" if isinstance(name, str) and name else subject
    faults = [unknown_key(source, subject, key, known) for key in member if key not in {*known, "bbox"}]
    return Feature(name, member.get("geometry"), inner, subject[:120]), faults


def duplicate_ids(source: Source, features: Iterable[Feature]) -> Iterator[Problem]:
    """Find the ids that two features share."""
    seen: set[str] = set()
    for feature in features:
        if isinstance(feature.id, str) and feature.id in seen:
            sentence = N_("l’identifiant « {id} » est pris par un autre : chacun a le sien.")
            yield source.problem(feature.subject, sentence, id=feature.id)
        seen.add(str(feature.id))


def check_position(value: object) -> str | None:
    """Return what is wrong with `[longitude, latitude]`, as a sentence with `{value}`; None when it is fine."""
    if not isinstance(value, list) or len(value) != 2 or not all(_is_number(each) for each in value):
        return N_("la position {value} doit être deux nombres : [longitude, latitude].")
    lon, lat = value
    if abs(lat) > 90 >= abs(lon) and abs(lat) <= 180:
        return N_(
            "la position {value} a une latitude impossible : les axes sont inversés : écrivez [longitude, latitude]."
        )
    if abs(lon) > 180 or abs(lat) > 90:
        return N_("la position {value} n’est pas sur Terre : longitude de -180 à 180, latitude de -90 à 90.")
    if lon == lat == 0:
        return N_("la position {value} n’a pas été placée : mettez le point à l’entrée.")
    return None


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e9


def rounded(position: Iterable[float]) -> list[float]:
    """Return a position with as many decimals as the library keeps; minus zero is zero."""
    return [round(float(degrees), DECIMALS) + 0.0 for degrees in position]


def write_features(features: Iterable[Mapping[str, Any]]) -> str:
    """Return the text of a collection: one key a line, one position a line."""
    document = {"type": "FeatureCollection", "features": list(features)}
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return _PAIR.sub(r"[\1, \2]", text) + "\n"


def feature_of(identifier: str, geometry: Mapping[str, Any], properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return a feature with its members in the order that a reader expects."""
    return {"type": "Feature", "id": identifier, "geometry": dict(geometry), "properties": dict(properties)}
