"""The sea beside a coastline: water lies to the right of the way it runs.

https://wiki.openstreetmap.org/wiki/Tag:natural=coastline
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import shapely

from ....domain.geometry import DEGREE_M, Bounds, Position
from .kinds import Tags

SEA = {"natural": "water", "water": "ocean"}
"""The sea as an area of OpenStreetMap would have it; the Protomaps basemap calls this kind `ocean`."""

_BESIDE = 0.5 / DEGREE_M
"""How far beside a line its two sides are asked."""

_TO_THE_EDGE = 300 / DEGREE_M
"""An extract cut by a box may lack the last points of a coast: so short of the edge, it goes on straight to it."""


def is_coast(tags: Tags) -> bool:
    """Tell whether a way is a coastline."""
    return tags.get("natural") == "coastline"


def sea_beside(coasts: Iterable[Sequence[Position]], bounds: Bounds) -> tuple[shapely.Geometry | None, bool]:
    """Return the sea in a box, None without any, and whether every coast tells which side of it is water.

    A coast that ends in the middle of the box tells nothing: land is on both of its sides then.
    """
    box = shapely.box(*bounds.edges)
    lines = [line for coast in coasts for line in _within(coast, box)]
    if not lines:
        return None, True
    faces = list(shapely.get_parts(shapely.polygonize([shapely.union_all([box.boundary, *_reaching(lines, box)])])))
    votes = [_votes(lines, face) for face in faces]
    sea = [face for face, (water, land) in zip(faces, votes, strict=True) if water > land == 0]
    return (shapely.union_all(sea) if sea else None), not any(water and land for water, land in votes)


# Private


def _within(coast: Sequence[Position], box: shapely.Polygon) -> Iterator[shapely.LineString]:
    cut = shapely.intersection(shapely.LineString(coast), box)
    yield from (part for part in shapely.get_parts(cut) if part.geom_type == "LineString" and part.length > 0)


def _reaching(lines: Sequence[shapely.LineString], box: shapely.Polygon) -> Iterator[shapely.LineString]:
    """Yield the lines, and what takes the loose ends near the edge to it."""
    yield from lines
    ends = [shapely.Point(line.coords[at]) for line in lines for at in (0, -1)]
    for end in ends:
        is_loose = sum(end.equals(other) for other in ends) == 1
        if is_loose and 0 < box.boundary.distance(end) < _TO_THE_EDGE:
            yield shapely.LineString([end, shapely.line_interpolate_point(box.exterior, box.exterior.project(end))])


def _votes(lines: Sequence[shapely.LineString], face: shapely.Polygon) -> tuple[int, int]:
    """Return how many steps of the coast have this face to their right, and to their left."""
    shapely.prepare(face)
    corners = [[(lon, lat) for lon, lat, *_ in line.coords] for line in lines]
    sides = [_sides(start, end) for line in corners for start, end in pairwise(line) if start != end]
    right, left = zip(*sides, strict=True)
    return int(shapely.contains_xy(face, right).sum()), int(shapely.contains_xy(face, left).sum())


def _sides(start: Position, end: Position) -> tuple[Position, Position]:
    """Return a point to the right of the middle of a step, and one to its left."""
    east, north = end[0] - start[0], end[1] - start[1]
    share = _BESIDE / (east**2 + north**2) ** 0.5
    lon, lat = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return (lon + north * share, lat - east * share), (lon - north * share, lat + east * share)
