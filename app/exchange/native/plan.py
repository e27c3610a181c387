"""`data/plan.geojson`: streets, water and named points of the street plan, one feature a line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from ...domain.block import Block
from ...domain.plan import Plan
from ...domain.plan_geojson import Drawn, plan_of, shapes_in, write_plan
from ...domain.problem import Problem
from ...domain.text import N_
from .features import Feature, check_position, read_features
from .json_text import parse_json
from .sentences import read_block
from .source import Reading, Source

__all__ = ["PATH", "read_plan", "write_plan"]

PATH = "data/plan.geojson"

_FITTING = {"square": ["Point"], "park": ["Point", "Polygon"], "water": ["LineString", "Polygon", "Point"]}
"""What each kind may be drawn as; a street is a line."""


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
    drawn: list[Drawn] = []
    for feature in features.value:
        shape = _read_shape(source, feature)
        if isinstance(shape, list):
            faults += shape
        else:
            drawn += shape
    notice = parsed.value.get("notice", "") if features.readable else ""
    if not isinstance(notice, str):
        faults.append(source.problem("champ notice", N_("la mention des sources est un texte.")))
    return Reading(plan_of(drawn, str(notice)), tuple(faults), readable=features.readable)


def _read_shape(source: Source, feature: Feature) -> Sequence[Drawn] | list[Problem]:
    properties, problems = read_block(_Properties, feature.properties, source, feature.subject)
    if properties is None or problems:
        return list(problems)
    geometry = feature.geometry if isinstance(feature.geometry, Mapping) else {}
    faults = list(_geometry_faults(source, feature, geometry, properties.kind))
    if faults:
        return faults
    named = {"kind": properties.kind, "name": properties.name, "class": properties.rank, "src": properties.src}
    return shapes_in({"properties": named, "geometry": geometry})


def _geometry_faults(source: Source, feature: Feature, geometry: Mapping[str, Any], kind: str) -> Iterator[Problem]:
    where = f"{feature.subject}, geometry"
    fitting = _FITTING.get(kind, ["LineString"])
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
