"""The basemap as the committed street plan knows it: streets to recognise one's own by, parks and water."""

from collections.abc import Iterator, Sequence
from math import cos, radians

import shapely

from ...domain.geometry import Bounds, Position
from ...domain.plan import PARK_RADIUS_M, Plan, Way
from ...domain.routing.rules import LINK
from ...domain.routing.way import FootWay
from ..mercator import EQUATOR_M, WORLD_PX, project, project_all
from ..tiles.frame import Frame
from ..tiles.shape import LAST_ZOOM, Shape, Value

CANAL_M = 27
"""Width of a canal that the plan knows as a line."""

_RANKS = {"major": "major_road", "minor": "minor_road", "path": "path"}
_HIGHWAYS = {"major": "primary", "minor": "residential", "path": "footway"}


def shapes_of_plan(plan: Plan, frame: Frame) -> Iterator[Shape]:
    """Yield what the map of a frame shows of a street plan."""
    yield Shape("earth", frame.shape, {"kind": "earth"})
    metre = _metre(frame)
    for ring in dict.fromkeys(plan.waters):
        yield Shape("water", shapely.Polygon(project_all(ring)), {"kind": "water"})
    greens = [shapely.Polygon(project_all(ring)) for ring in dict.fromkeys(plan.greens)]
    yield from (Shape("landuse", green, {"kind": "park"}) for green in greens)
    for way in _once(plan.ways):
        yield _shape_of_way(way, metre)
    for label in dict.fromkeys(plan.labels):
        spot = shapely.Point(project(label.position))
        if label.kind == "park" and not any(green.contains(spot) for green in greens):
            yield Shape("landuse", spot.buffer(PARK_RADIUS_M * metre, quad_segs=6), {"kind": "park"})
        if label.name:
            layer = "water" if label.kind == "water" else "pois"
            yield Shape(layer, spot, {"kind": label.kind, "name": label.name}, LAST_ZOOM)


def foot_ways(plan: Plan, bounds: Bounds | None = None) -> list[FootWay]:
    """Return the streets of a plan that touch a box as ways to walk.

    They meet where they share a position to the last decimal.
    """
    numbers: dict[Position, int] = {}
    return [
        FootWay(tuple(numbers.setdefault(position, len(numbers)) for position in way.line), way.line, _tags(way))
        for way in _once(plan.ways)
        if way.kind == "street" and (bounds is None or any(bounds.holds(position) for position in way.line))
    ]


# Private


def _once(ways: Sequence[Way]) -> list[Way]:
    """Each piece once: two overlapping frames of the plan hold the same one twice."""
    return list({(way.kind, min(way.line, way.line[::-1])): way for way in ways}.values())


def _metre(frame: Frame) -> float:
    """World pixels in a metre at the middle of a frame."""
    return WORLD_PX / EQUATOR_M / cos(radians((frame.bounds.south + frame.bounds.north) / 2))


def _shape_of_way(way: Way, metre: float) -> Shape:
    line = shapely.LineString(project_all(way.line))
    if way.kind == "water":
        return Shape("water", line.buffer(CANAL_M / 2 * metre, cap_style="flat"), {"kind": "canal"}, closer=_named(way))
    return Shape("roads", line, _road(way), closer=_named(way))


def _road(way: Way) -> dict[str, Value]:
    if way.kind == "motorway":
        return {"kind": "highway", "kind_detail": "motorway"}
    if way.kind == "rail":
        return {"kind": "rail"}
    return {"kind": "other", "kind_detail": "link"} if way.guessed else {"kind": _RANKS[way.rank]}


def _named(way: Way) -> dict[str, Value]:
    return {"name": way.name} if way.name else {}


def _tags(way: Way) -> dict[str, str]:
    tags = {"highway": _HIGHWAYS[way.rank], "name": way.name, LINK: "yes" if way.guessed else ""}
    return {key: value for key, value in tags.items() if value}
