"""A GeoJSON file: the one line in it, and the named points beside it. Heights are left out."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...domain.geometry import Position
from ...domain.problem import Problem
from ...domain.text import N_
from ..native.json_text import parse_json
from ..native.source import Source
from .track import Track, track_of


def read_geojson(source: Source) -> Track | Problem:
    """Return the line of a GeoJSON file, or why there is none."""
    parsed = parse_json(source)
    if parsed.problems:
        return parsed.problems[0]
    lines: list[list[Position]] = []
    points: list[tuple[str, Position]] = []
    name = ""
    try:
        for named, geometry in _geometries(parsed.value, ""):
            kind, coordinates = geometry.get("type"), geometry.get("coordinates")
            if kind == "Point":
                points.append((named, _position(coordinates)))
            elif kind in ("LineString", "MultiLineString"):
                pieces = [coordinates] if kind == "LineString" else _listed(coordinates)
                lines += [[_position(each) for each in _listed(piece)] for piece in pieces]
                name = name or named
    except ValueError:
        return source.problem("", _BAD_POSITION)
    return track_of(source, lines, points, name)


# Private


def _geometries(value: object, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every geometry with the name of its feature."""
    if not isinstance(value, Mapping):
        return
    kind = value.get("type")
    if kind == "FeatureCollection":
        for feature in _listed(value.get("features")):
            yield from _geometries(feature, "")
    elif kind == "Feature":
        properties = value.get("properties")
        facts = properties if isinstance(properties, Mapping) else {}
        named = next((str(facts[key]) for key in ("name", "nom", "title") if facts.get(key)), "")
        yield from _geometries(value.get("geometry"), named)
    elif kind == "GeometryCollection":
        for geometry in _listed(value.get("geometries")):
            yield from _geometries(geometry, name)
    else:
        yield name, value


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("not a list")
    return value


def _position(value: object) -> Position:
    sides = [float(side) for side in _listed(value)[:2] if isinstance(side, (int, float))]
    if len(sides) < 2:
        raise ValueError("not a position")
    return sides[0], sides[1]


_BAD_POSITION = N_("une position n’est pas une liste [longitude, latitude] : exportez le fichier de nouveau.")
