"""The outline of a new territory: read from somebody's GeoJSON file, or drawn around a centre."""

from collections.abc import Iterator, Mapping
from typing import Any

import shapely

from ...domain.geometry import DEGREE_M, Position
from ...domain.problem import Problem
from ...domain.territory import grown
from ...domain.text import N_
from .features import rounded
from .json_text import parse_json
from .source import Source

Polygon = dict[str, Any]


def read_outline(source: Source) -> Polygon | Problem:
    """Return the one polygon of a GeoJSON file as it stands there, whether it is sound or not; else why there is none.

    Heights, which some programs write after each position, are left out.
    """
    parsed = parse_json(source)
    if parsed.problems:
        return parsed.problems[0]
    found = list(_polygons(parsed.value))
    if len(found) != 1:
        return source.problem("", _NOT_ONE, count=len(found))
    return {"type": "Polygon", "coordinates": _flat(found[0])}


def circle_around(centre: Position, radius_m: float) -> Polygon:
    """Return a polygon whose corners lie on a circle, a percent of the radius from it at most."""
    circle = grown(shapely.Point(centre), radius_m).simplify(radius_m / DEGREE_M / 100)
    return {"type": "Polygon", "coordinates": [[rounded(corner) for corner in shapely.get_coordinates(circle)]]}


# Private

_NOT_ONE = N_("le fichier a {count} polygones\u00a0: il en faut un seul, le contour du quartier.")


def _polygons(value: object) -> Iterator[object]:
    """Yield the coordinates of every polygon, in collections, features and polygons of several parts."""
    if not isinstance(value, Mapping):
        return
    kind, coordinates = value.get("type"), value.get("coordinates")
    if kind == "Polygon":
        yield coordinates
    elif kind == "MultiPolygon" and isinstance(coordinates, list):
        yield from coordinates
    elif kind == "Feature":
        yield from _polygons(value.get("geometry"))
    for inner in ("features", "geometries"):
        members = value.get(inner)
        for member in members if isinstance(members, list) else ():
            yield from _polygons(member)


def _flat(coordinates: Any) -> Any:
    """Return positions without their heights, and all else as it is: the reader of territories says what is wrong."""
    if not isinstance(coordinates, list):
        return coordinates
    if len(coordinates) == 3 and not any(isinstance(each, list) for each in coordinates):
        return coordinates[:2]
    return [_flat(each) for each in coordinates]
