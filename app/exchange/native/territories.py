"""`data/territories.geojson`: one Polygon a territory, its outline."""

from collections.abc import Iterator, Mapping
from typing import Any

import shapely

from ...domain.geometry import Bounds, Position, metres_between
from ...domain.problem import Problem
from ...domain.territory import RESERVED, Territory
from ...domain.text import N_
from .features import Feature, check_position, duplicate_ids, feature_of, read_features, rounded, write_features
from .json_text import parse_json
from .sentences import read_block, written
from .source import Reading, Source

PATH = "data/territories.geojson"


def read_territories(source: Source) -> Reading[dict[str, Territory]]:
    """Return the territories of a file by id, in its order."""
    parsed = parse_json(source)
    if not parsed.readable:
        return Reading({}, parsed.problems, readable=False)
    features = read_features(source, parsed.value, "territoire")
    faults = [*parsed.problems, *features.problems, *duplicate_ids(source, features.value)]
    territories: dict[str, Territory] = {}
    for feature in features.value:
        territory, problems = _read_territory(source, feature)
        faults += problems
        if territory:
            territories[territory.id] = territory
    ids = frozenset(str(feature.id) for feature in features.value)
    return Reading(territories, tuple(faults), ids, features.readable)


def write_territories(territories: Mapping[str, Territory]) -> str:
    """Return the text of a file of territories."""
    return write_features(_feature(territory) for territory in territories.values())


def check_among(identifier: str, known: Mapping[str, Territory]) -> Iterator[Problem]:
    """Yield what is wrong with a new outline among the others; a hair of a border drawn twice is forgiven."""
    new = known.get(identifier)
    for other in known.values() if new else ():
        if new and other is not new:
            yield from _faults_beside(new, other)


def _faults_beside(new: Territory, other: Territory) -> Iterator[Problem]:
    where = f"territoire {new.id}, geometry"
    lon, lat = new.outline[0][0]
    near = new.meets(other)
    if near:
        yield Problem(PATH, where, _ON_ANOTHER, {"other": other.name, "near": list(near)})
    elif other.bounds.grown(_SAME_TOWN_M).holds((lat, lon)):
        sentence = N_("la position {value} : les axes sont inversés : écrivez [longitude, latitude].")
        yield Problem(PATH, where, sentence, {"value": [lon, lat]})


def _feature(territory: Territory) -> dict[str, Any]:
    properties = written(territory)
    del properties["id"], properties["outline"]
    rings = [[list(position) for position in ring] for ring in territory.outline]
    return feature_of(territory.id, {"type": "Polygon", "coordinates": rings}, properties)


def _read_territory(source: Source, feature: Feature) -> tuple[Territory | None, list[Problem]]:
    faults = [*_geometry_faults(source, feature), *_id_faults(source, feature)]
    outline = _NOWHERE if faults else _rings(feature)
    document = {**feature.properties, "id": feature.id, "outline": outline}
    territory, others = read_block(Territory, document, source, feature.subject)
    return (None if faults else territory), [*faults, *others]


def _rings(feature: Feature) -> list[list[list[float]]]:
    return [[rounded(position) for position in ring] for ring in feature.geometry["coordinates"]]  # type: ignore[index]


def _id_faults(source: Source, feature: Feature) -> Iterator[Problem]:
    if isinstance(feature.id, str) and feature.id in RESERVED:
        sentence = N_("« {id} » est un mot que les adresses du site utilisent déjà : choisissez-en un autre.")
        yield source.problem(feature.subject, sentence, id=feature.id)


def _geometry_faults(source: Source, feature: Feature) -> Iterator[Problem]:
    where = f"{feature.subject}, geometry"
    geometry = feature.geometry
    if not isinstance(geometry, Mapping) or geometry.get("type") != "Polygon":
        kind = geometry.get("type") if isinstance(geometry, Mapping) else geometry
        yield source.problem(where, N_("le contour d’un territoire est un Polygon, pas « {kind} »."), kind=kind)
        return
    rings = geometry.get("coordinates")
    if not isinstance(rings, list) or not rings or not all(isinstance(ring, list) for ring in rings):
        yield source.problem(where, N_("le contour n’a pas de points."))
        return
    positions = [position for ring in rings for position in ring]
    wrong = [(sentence, position) for position in positions if (sentence := check_position(position))]
    for sentence, position in wrong[:3]:
        yield source.problem(where, sentence, value=position)
    if not wrong:
        yield from _shape_faults(source, where, rings)


def _shape_faults(source: Source, where: str, rings: list[list[list[float]]]) -> Iterator[Problem]:
    for ring in rings:
        if len(ring) < 4:
            yield source.problem(where, N_("le contour n’a que {count} points : quatre au moins."), count=len(ring))
            return
        if ring[0] != ring[-1]:
            yield source.problem(
                where, N_("le contour n’est pas fermé : répétez le premier point {first} à la fin."), first=ring[0]
            )
            return
    shape = shapely.Polygon(rings[0], rings[1:])
    if not shape.is_valid:
        reason = shapely.is_valid_reason(shape).replace("Self-intersection", "").strip("[]")
        yield source.problem(where, N_("le contour se croise lui-même près de {near}."), near=reason)
    yield from _size_faults(source, where, [(float(lon), float(lat)) for lon, lat in rings[0]])


def _size_faults(source: Source, where: str, ring: list[Position]) -> Iterator[Problem]:
    """Refuse an outline that no neighbourhood has: its maps and lists would be those of a region."""
    across = _kilometres_across(ring)
    if max(across) <= LARGEST_KM:
        return
    size: dict[str, object] = {"width": round(across[0], 1), "height": round(across[1], 1), "largest": LARGEST_KM}
    corner = _lone_corner(ring)
    if corner is None:
        sentence = N_("le contour a {width} km de large et {height} km de haut\u00a0: {largest} km au plus.")
        yield Problem(source.path, where, sentence, size)
    else:
        sentence = N_(
            "le contour a {width} km de large et {height} km de haut, {largest} km au plus\u00a0: "
            "le point {corner} est loin des autres."
        )
        yield Problem(source.path, where, sentence, {**size, "corner": list(corner)})


def _kilometres_across(ring: list[Position]) -> tuple[float, float]:
    box = Bounds.around(ring)
    south_west = box.west, box.south
    return metres_between(south_west, (box.east, box.south)) / 1000, metres_between(
        south_west, (box.west, box.north)
    ) / 1000


def _lone_corner(ring: list[Position]) -> Position | None:
    """Return the one corner without which the outline has a size of this world."""
    for corner in dict.fromkeys(ring):
        others = [position for position in ring if position != corner]
        if max(_kilometres_across(others)) <= LARGEST_KM:
            return corner
    return None


_ON_ANOTHER = N_("le contour passe sur le quartier « {other} », près de {near} : déplacez l’un ou l’autre.")

_SAME_TOWN_M = 50_000

LARGEST_KM = 30
"""Wider than Paris: a neighbourhood is a hundredth of it."""

_NOWHERE: list[list[list[float]]] = [[[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0]]]
