"""`data/plan.geojson`: streets, water and named points of the street plan, one feature a line."""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

import shapely
from pydantic import Field

from ...domain.geometry import Position
from ...domain.place import Block
from ...domain.plan import Label, Plan, Way
from ...domain.problem import Problem
from ...domain.text import N_
from .features import Feature, check_position, read_features, rounded
from .json_text import parse_json
from .sentences import read_block
from .source import Reading, Source

PATH = "data/plan.geojson"

_LINES = ("street", "motorway", "water", "rail")
_POINTS = ("square", "park")
_FEWEST = {"Point": 1, "LineString": 2, "Polygon": 4}


_Shape = Way | Label | tuple[Position, ...]


class _Properties(Block):
    kind: Literal["street", "motorway", "water", "rail", "square", "park"]
    name: Annotated[str, Field(max_length=200)] = ""
    rank: Annotated[Literal["major", "minor", "path", "motorway"], Field(alias="class")] = "minor"
    src: Annotated[str, Field(max_length=40)] | None = None
    frame: Annotated[str, Field(max_length=40)] | None = None


def read_plan(source: Source) -> Reading[Plan]:
    """Return the street plan of a file."""
    parsed = parse_json(source)
    if not parsed.readable:
        return Reading(Plan(), parsed.problems, readable=False)
    features = read_features(source, parsed.value, "tronçon", ["notice"])
    faults = [*parsed.problems, *features.problems]
    drawn: list[_Shape] = []
    for feature in features.value:
        shape = _read_shape(source, feature)
        if isinstance(shape, list):
            faults += shape
        else:
            drawn += shape
    notice = parsed.value.get("notice", "") if features.readable else ""
    if not isinstance(notice, str):
        faults.append(source.problem("champ notice", N_("la mention des sources est un texte.")))
    return Reading(_plan(drawn, str(notice)), tuple(faults), readable=features.readable)


def write_plan(plan: Plan) -> str:
    """Return the text of a street plan: ways, then water, then named points."""
    features = [_way(way) for way in plan.ways]
    names = {label.position: label.name for label in plan.labels if label.kind == "water"}
    features += [_water(ring, names.get(_middle(ring), "")) for ring in plan.waters]
    within = {_middle(ring) for ring in plan.waters}  # the name of a basin stands with its outline
    points = [label for label in plan.labels if label.kind != "water" or label.position not in within]
    features += [_feature({"kind": p.kind, "name": p.name}, "Point", list(p.position)) for p in points]
    head = f'{{"type":"FeatureCollection","notice":{_compact(plan.notice)},"features":[\n'
    return head + ",\n".join(_compact(feature) for feature in features) + "\n]}\n"


def _plan(drawn: list[_Shape], notice: str) -> Plan:
    once = list(dict.fromkeys(drawn))  # frames that overlap bring the same street twice
    return Plan(
        tuple(each for each in once if isinstance(each, Way)),
        tuple(each for each in once if isinstance(each, tuple)),
        tuple(each for each in once if isinstance(each, Label)),
        notice,
    )


def _middle(ring: tuple[Position, ...]) -> Position:
    middle = shapely.Polygon(ring).centroid
    return _position([middle.x, middle.y])


def _water(ring: tuple[Position, ...], name: str) -> dict[str, Any]:
    return _feature({"kind": "water", "name": name}, "Polygon", [[list(position) for position in ring]])


def _read_shape(source: Source, feature: Feature) -> tuple[_Shape, ...] | list[Problem]:
    properties, problems = read_block(_Properties, feature.properties, source, feature.subject)
    if properties is None or problems:
        return list(problems)
    geometry = feature.geometry if isinstance(feature.geometry, Mapping) else {}
    faults = list(_geometry_faults(source, feature, geometry, properties.kind))
    if faults:
        return faults
    coordinates = geometry["coordinates"]
    if geometry["type"] == "Point":
        return (Label(properties.kind, properties.name, _position(coordinates)),)
    if geometry["type"] == "Polygon":
        ring = tuple(_position(each) for each in coordinates[0])
        return (ring, Label("water", properties.name, _middle(ring))) if properties.name else (ring,)
    line = tuple(_position(each) for each in coordinates)
    return (Way(properties.kind, line, properties.name, properties.rank, properties.src == "link"),)


def _geometry_faults(source: Source, feature: Feature, geometry: Mapping[str, Any], kind: str) -> Iterator[Problem]:
    where = f"{feature.subject}, geometry"
    fitting = (
        ["Point"] if kind in _POINTS else ["LineString", "Polygon", "Point"] if kind == "water" else ["LineString"]
    )
    if geometry.get("type") not in fitting:
        sentence = N_("« {kind} » se dessine en {fitting}, pas en « {type} ».")
        yield source.problem(where, sentence, kind=kind, fitting=" ou ".join(fitting), type=geometry.get("type"))
        return
    positions = _positions(geometry)
    if positions is None or (
        geometry["type"] != "Point" and len(positions) < (4 if geometry["type"] == "Polygon" else 2)
    ):
        yield source.problem(where, N_("le tracé n’a pas assez de points."))
        return
    wrong = [(fault, position) for position in positions if (fault := check_position(position))]
    for fault, position in wrong[:1]:
        yield source.problem(where, fault, value=position)


def _positions(geometry: Mapping[str, Any]) -> list[Any] | None:
    coordinates = geometry.get("coordinates")
    if geometry["type"] == "Point":
        return [coordinates]
    if geometry["type"] == "Polygon":
        coordinates = coordinates[0] if isinstance(coordinates, list) and len(coordinates) == 1 else None
    return coordinates if isinstance(coordinates, list) else None


def _position(coordinates: list[float]) -> Position:
    lon, lat = rounded(coordinates)
    return lon, lat


def _way(way: Way) -> dict[str, Any]:
    properties = {"kind": way.kind, "name": way.name, "class": way.rank, "src": "link" if way.guessed else ""}
    said = {key: value for key, value in properties.items() if value and (key, value) != ("class", "minor")}
    return _feature(said, "LineString", [list(position) for position in way.line])


def _feature(properties: Mapping[str, Any], kind: str, coordinates: list[Any]) -> dict[str, Any]:
    said = {key: value for key, value in properties.items() if value}
    return {"type": "Feature", "properties": said, "geometry": {"type": kind, "coordinates": coordinates}}


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
