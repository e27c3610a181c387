"""From an extract to the shapes of a map."""

from collections.abc import Iterable, Iterator

import numpy as np
import shapely

from ...mercator import project, project_all
from ...tiles.frame import Frame
from ...tiles.shape import Shape, Value
from .extract import Extract, Line
from .kinds import Kind, Tags, area_kind, level_of, line_kind, point_kind

NAMED_LAYERS = ("landuse", "water", "roads", "places", "pois", "boundaries")


def shapes_of_extract(extract: Extract) -> list[Shape]:
    """Return what a map shows of an extract, what runs under other things first."""
    drawn = [
        *_lines(extract.lines),
        *_areas(extract.areas),
        *_points(extract),
    ]
    return [_earth(extract.frame), *(shape for _, shape in sorted(drawn, key=lambda each: each[0]))]


# Private


def _earth(frame: Frame) -> Shape:
    return Shape("earth", frame.shape, {"kind": "earth"})


def _lines(lines: Iterable[Line]) -> Iterator[tuple[int, Shape]]:
    for line in lines:
        if kind := line_kind(line.tags):
            yield level_of(line.tags), _shape(kind, shapely.LineString(project_all(line.positions)), line.tags)


def _areas(areas: Iterable[tuple[Tags, shapely.Geometry]]) -> Iterator[tuple[int, Shape]]:
    for tags, area in areas:
        if kind := area_kind(tags):
            yield 0, _shape(kind, shapely.transform(area, _projected), tags)


def _points(extract: Extract) -> Iterator[tuple[int, Shape]]:
    middles = [(tags, _middle(area)) for tags, area in extract.areas if "name" in tags]
    holds = extract.frame.bounds.holds
    for tags, position in [*extract.points, *middles]:
        if holds(position) and (kind := point_kind(tags)):
            yield 0, _shape(kind, shapely.Point(project(position)), tags)


def _middle(area: shapely.Geometry) -> tuple[float, float]:
    point = shapely.point_on_surface(area)
    return float(shapely.get_x(point)), float(shapely.get_y(point))


def _shape(kind: Kind, geometry: shapely.Geometry, tags: Tags) -> Shape:
    name: dict[str, Value] = {"name": tags["name"]} if kind.layer in NAMED_LAYERS and tags.get("name") else {}
    if kind.layer in ("places", "pois"):
        return Shape(kind.layer, geometry, kind.properties | name, kind.first_zoom)
    return Shape(kind.layer, geometry, kind.properties, kind.first_zoom, {**kind.closer, **name})


def _projected(points: np.ndarray) -> np.ndarray:
    return project_all(points)
