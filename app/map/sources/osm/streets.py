"""From an extract to what paper and the first view show, and to the ways that people walk."""

from collections.abc import Iterator
from itertools import groupby

import shapely

from ....domain.geometry import Bounds, Position
from ....domain.plan import Label, Plan, Way
from ....domain.plan_geojson import Drawn, named_area, plan_of, rounded
from ....domain.routing.way import FootWay
from .extract import Extract, Line
from .kinds import Tags, area_kind, level_of, line_kind

BEND = 0.000006
"""Degrees (about half a metre) that no bend of the drawn streets is smaller than."""

_RANKS = {"major_road": "major", "minor_road": "minor", "path": "path"}
_NOT_ON_PAPER = frozenset(("sidewalk", "crossing", "corridor"))
_NEVER_WALKED = frozenset(("motorway", "motorway_link", "proposed", "construction", "raceway", "razed", "abandoned"))


def plan_of_extract(extract: Extract, notice: str) -> Plan:
    """Return the streets, waters and parks of an extract, as the street plan of a territory."""
    bounds = extract.frame.bounds
    drawn: list[Drawn] = [way for line in extract.lines for way in _ways(line, bounds)]
    for tags, area in extract.areas:
        drawn += _areas(tags, area, bounds)
    drawn += (
        Label("square", tags["name"], rounded(position))
        for tags, position in extract.points
        if tags.get("place") == "square" and tags.get("name")
    )
    return plan_of(drawn, notice)


def foot_ways_of(extract: Extract) -> list[FootWay]:
    """Return the ways of an extract, as far as they lie in its frame, with their tags and those of their nodes."""
    return [way for line in extract.lines if _is_walked(line.tags) for way in _pieces(line, extract)]


# Private


def _ways(line: Line, bounds: Bounds) -> Iterator[Way]:
    kind = line_kind(line.tags)
    if kind is None or level_of(line.tags) < 0:
        return
    name = line.tags.get("name", "")
    for piece in _cut(shapely.LineString(line.positions), bounds):
        if kind.layer == "water" and kind.kind in ("river", "canal"):
            yield Way("water", piece, name)
        elif kind.kind == "highway":
            yield Way("motorway", piece, name, "motorway")
        elif kind.kind in _RANKS and not _is_left_out(line.tags):
            rank = "minor" if line.tags["highway"] == "pedestrian" else _RANKS[kind.kind]
            yield Way("street", piece, name, rank)


def _is_left_out(tags: Tags) -> bool:
    """Tell whether a road is too slight for paper: it is beside another one, or leads to one door."""
    return tags.get("footway") in _NOT_ON_PAPER or (tags["highway"] == "service" and not tags.get("name"))


def _areas(tags: Tags, area: shapely.Geometry, bounds: Bounds) -> Iterator[Drawn]:
    kind, name = area_kind(tags), tags.get("name", "")
    if kind is None:
        return
    if kind.layer == "landuse" and kind.kind == "pedestrian" and tags.get("place") == "square" and name:
        middle = shapely.point_on_surface(area)
        yield Label("square", name, rounded((middle.x, middle.y)))
    if (kind.layer == "water" and kind.first_zoom < 15) or kind.kind in ("park", "garden"):
        is_water = kind.layer == "water"
        for part in _polygons(shapely.simplify(shapely.clip_by_rect(area, *bounds.edges), BEND)):
            pieces = sorted(_without_holes(part), key=lambda piece: -piece.area) if is_water else [part]
            for n, piece in enumerate(pieces):
                ring = tuple(rounded(position) for position in piece.exterior.coords)
                yield from named_area("water" if is_water else "park", ring, "" if n else name)


def _without_holes(area: shapely.Polygon) -> Iterator[shapely.Polygon]:
    """Yield a water in pieces that have no hole: a plan draws outlines only, and would drown its islands."""
    if not area.interiors:
        yield area
        return
    (west, south, east, north), middle = area.bounds, area.interiors[0].centroid.x
    for half in ((west, south, middle, north), (middle, south, east, north)):
        for part in _polygons(shapely.intersection(area, shapely.box(*half))):
            yield from _without_holes(part)


def _polygons(shape: shapely.Geometry) -> Iterator[shapely.Polygon]:
    yield from (part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area > 0)


def _cut(line: shapely.LineString, bounds: Bounds) -> Iterator[tuple[Position, ...]]:
    for part in shapely.get_parts(shapely.simplify(shapely.clip_by_rect(line, *bounds.edges), BEND)):
        if part.length > 0:
            yield tuple(rounded(position) for position in part.coords)


def _is_walked(tags: Tags) -> bool:
    if "highway" in tags:
        return tags["highway"] not in _NEVER_WALKED
    return "platform" in (tags.get("railway"), tags.get("public_transport"))


def _pieces(line: Line, extract: Extract) -> Iterator[FootWay]:
    """Yield the runs of a way inside the frame."""
    holds = extract.frame.bounds.holds
    steps = zip(line.nodes, line.positions, strict=True)
    for inside, run in groupby(steps, key=lambda step: holds(step[1])):
        nodes, positions = zip(*run, strict=True)
        if inside and len(nodes) > 1:
            met = {node: extract.at_nodes[node] for node in nodes if node in extract.at_nodes}
            yield FootWay(nodes, positions, line.tags, met)
