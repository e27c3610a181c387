"""The street plan made ready to draw: lines in world pixels by class, found again by place.

A survey is made once per plan; every sheet (territory, place, walk) is cut out of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ..domain.geometry import Position
from ..domain.plan import Label, Plan, Way
from .map_sheet import Point, Sheet, project

Line = np.ndarray[Any, np.dtype[np.float64]]

LAYERS = ("motorway", "path", "minor", "major", "link", "canal")

_TECHNICAL = re.compile(r"^(Voie|Allée|Rue|Place) [A-Z]{1,3}/?\d+$|^Voie \w+/\d+$")
"""Names of streets that nobody has named yet (« Voie Ek/20 »): no sign in the street bears them."""


@dataclass(frozen=True)
class Layer:
    """Lines of one class with an index, and the name of each."""

    lines: Sequence[shapely.LineString]
    names: Sequence[str]
    tree: shapely.STRtree

    def within(self, box: shapely.Polygon) -> list[int]:
        """Return the numbers of the lines that touch a box, in order."""
        return sorted(int(i) for i in self.tree.query(box, predicate="intersects"))


@dataclass(frozen=True)
class Survey:
    """Everything there is to draw."""

    layers: dict[str, Layer]
    waters: Sequence[shapely.Polygon]
    labels: Sequence[tuple[Label, Point]]

    def lines(self, layer: str, box: shapely.Polygon, *, step: float) -> list[Line]:
        """Return the lines of a layer inside a box, joined end to end and smoothed to `step` pixels."""
        found = self.layers[layer]
        parts = [found.lines[i] for i in found.within(box)]
        if not parts:
            return []
        # The union drops what two overlapping frames of the plan both hold.
        joined = shapely.line_merge(shapely.union_all(parts, grid_size=step / 4).intersection(box))
        return [shapely.get_coordinates(line) for line in lines_of(joined.simplify(step))]

    def named_lines(self, layer: str, box: shapely.Polygon) -> dict[str, list[Line]]:
        """Return the joined lines of each street name inside a box."""
        found = self.layers[layer]
        by_name: dict[str, list[shapely.LineString]] = defaultdict(list)
        for i in found.within(box):
            if found.names[i] and not _TECHNICAL.match(found.names[i]):
                by_name[found.names[i]].append(found.lines[i])
        return {name: _joined(parts, box) for name, parts in by_name.items()}


def survey(plan: Plan) -> Survey:
    """Return the survey of a plan; the same object as long as the plan is the same object."""
    return _survey(_Same(plan))


def lines_of(shape: shapely.Geometry) -> list[shapely.LineString]:
    """Return the lines in a geometry, whatever an intersection made of it."""
    parts = shapely.get_parts(shape)
    return [part for part in parts if isinstance(part, shapely.LineString) and len(part.coords) > 1]


def box_of(sheet: Sheet, margin: float = 0) -> shapely.Polygon:
    """Return the sheet's square in world pixels, grown by a share of its side."""
    grow = sheet.side * margin
    right, bottom = sheet.left + sheet.side, sheet.top + sheet.side
    return shapely.box(sheet.left - grow, sheet.top - grow, right + grow, bottom + grow)


def outline_of(ring: Iterable[Position]) -> shapely.Polygon:
    """Return a ring of positions as a polygon in world pixels."""
    return shapely.Polygon([project(p) for p in ring])


# Private


class _Same:
    """Compares a plan by identity: hashing two thousand streets for each page would cost more than drawing."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.plan is self.plan


@lru_cache(maxsize=4)
def _survey(same: _Same) -> Survey:
    by_layer: dict[str, list[Way]] = defaultdict(list)
    for way in same.plan.ways:
        by_layer[_layer_of(way)].append(way)
    return Survey(
        layers={name: _layer(by_layer[name]) for name in LAYERS},
        waters=[outline_of(ring) for ring in same.plan.waters],
        labels=[(label, project(label.position)) for label in dict.fromkeys(same.plan.labels)],
    )


def _layer_of(way: Way) -> str:
    if way.kind == "water":
        return "canal"
    if way.kind == "motorway":
        return "motorway"
    return "link" if way.guessed else way.rank


def _layer(ways: Sequence[Way]) -> Layer:
    lines = [shapely.LineString([project(p) for p in way.line]) for way in ways]
    return Layer(lines, [way.name for way in ways], shapely.STRtree(lines))


def _joined(parts: Sequence[shapely.LineString], box: shapely.Polygon) -> list[Line]:
    joined = shapely.line_merge(shapely.union_all(parts).intersection(box))
    return [shapely.get_coordinates(line) for line in lines_of(joined)]
