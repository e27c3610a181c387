"""The street plan made ready to draw, once: lines joined and smoothed in world pixels, found again by place.

A survey is kept as long as its plan; every canvas (territory, place, walk) is only cut out of it. Cutting must
stay under a millisecond or two: an edition draws a canvas for each place.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ...domain.geometry import Position
from ...domain.plan import Label, Plan, Way
from ..mercator import project
from .canvas import Canvas
from .words import KINDS, width_px

Floats = NDArray[np.float64]
Shapes = NDArray[Any]

LAYERS = ("motorway", "path", "minor", "major", "link", "canal")
NAMED = {"canal": "water", "major": "major", "minor": "minor", "path": "path"}
"""The layers whose names are written, and the kind of name."""

SMOOTH_PX = 4.0
"""World pixels (about 0.4 m): no bend smaller than this is drawn."""

TURN = 20
"""Degrees: a run is straight while every piece keeps this close to its chord."""

_TECHNICAL = re.compile(r"^(Voie|Allée|Rue|Place) [A-Z]{1,3}/?\d+$|^Voie \w+/\d+$")
"""Names of streets that nobody has named yet (« Voie Ek/20 »): no sign in the street bears them."""


@dataclass(frozen=True)
class Runs:
    """The nearly straight pieces of named streets, along which a name can stand."""

    lines: Shapes
    kinds: NDArray[np.intp]
    words: NDArray[np.str_]
    wide: Floats
    tree: shapely.STRtree


@dataclass(frozen=True)
class Points:
    """The named points: squares, parks, water."""

    at: Floats
    kinds: NDArray[np.intp]
    words: NDArray[np.str_]
    wide: Floats

    def parks_outside(self, greens: Sequence[shapely.Polygon]) -> Floats:
        """Return where the parks are whose outline nobody knows."""
        parks: Floats = self.at[self.kinds == KINDS.index("park")]
        return parks[~shapely.contains_xy(shapely.MultiPolygon(greens), parks)] if greens else parks


@dataclass(frozen=True)
class Survey:
    """Everything there is to draw."""

    layers: dict[str, shapely.STRtree]
    runs: Runs
    waters: Sequence[shapely.Polygon]
    greens: Sequence[shapely.Polygon]
    parks: Floats
    """Where a park is whose outline nobody knows."""

    points: Points

    def lines(self, layer: str, box: shapely.Polygon) -> list[Floats]:
        """Return the lines of a layer inside a box, as arrays of points."""
        tree = self.layers[layer]
        found = tree.geometries.take(sorted(tree.query(box)))
        return [shapely.get_coordinates(line) for line in lines_in(shapely.clip_by_rect(found, *box.bounds))]


def survey(plan: Plan) -> Survey:
    """Return the survey of a plan; the same object as long as the plan is the same object."""
    return _survey(_Same(plan))


def lines_in(shapes: Shapes) -> Shapes:
    """Return the lines among shapes and their parts, whatever a cut made of them."""
    parts = shapely.get_parts(shapes)
    are_lines = (shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING) & ~shapely.is_empty(parts)
    lines: Shapes = parts[are_lines]
    return lines


def box_of(canvas: Canvas, margin: float = 0) -> shapely.Polygon:
    """Return the canvas's square in world pixels, grown by a share of its side."""
    grow = canvas.side * margin
    right, bottom = canvas.left + canvas.side, canvas.top + canvas.side
    return shapely.box(canvas.left - grow, canvas.top - grow, right + grow, bottom + grow)


def outline_of(ring: Iterable[Position]) -> shapely.Polygon:
    """Return a ring of positions as a polygon in world pixels."""
    return shapely.Polygon([project(p) for p in ring])


def straight_runs(line: Floats) -> Iterator[Floats]:
    """Yield the nearly straight runs of a line, one after the other."""
    start = 0
    for end in range(2, len(line) + 1):
        if end == len(line) or not _is_straight(line[start : end + 1]):
            yield line[start:end]
            start = end - 1


# Private


class _Same:
    """Compares a plan by identity: hashing two thousand streets for each page would cost more than drawing."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.plan is self.plan


@lru_cache(maxsize=16)
def _survey(same: _Same) -> Survey:
    by_layer: dict[str, list[Way]] = defaultdict(list)
    for way in same.plan.ways:
        by_layer[_layer_of(way)].append(way)
    greens = [outline_of(ring) for ring in same.plan.greens]
    points = _points(list(dict.fromkeys(same.plan.labels)))
    return Survey(
        layers={name: shapely.STRtree(_joined(by_layer[name])) for name in LAYERS},
        runs=_runs(by_layer),
        waters=[outline_of(ring) for ring in same.plan.waters],
        greens=greens,
        parks=points.parks_outside(greens),
        points=points,
    )


def _layer_of(way: Way) -> str:
    if way.kind == "water":
        return "canal"
    if way.kind == "motorway":
        return "motorway"
    return "link" if way.guessed else way.rank


def _joined(ways: Sequence[Way]) -> Shapes:
    """Lines end to end, each once: two overlapping frames of the plan hold the same piece twice."""
    pieces = {min(way.line, way.line[::-1]): None for way in ways}
    lines = shapely.MultiLineString([[project(p) for p in piece] for piece in pieces])
    return lines_in(np.array([shapely.simplify(shapely.line_merge(lines), SMOOTH_PX)], dtype=object))


def _runs(by_layer: dict[str, list[Way]]) -> Runs:
    found = [
        (shapely.LineString(run), KINDS.index(kind), words)
        for layer, kind in NAMED.items()
        for words, ways in _by_name(by_layer[layer]).items()
        for line in _joined(ways)
        for run in straight_runs(shapely.get_coordinates(line))
    ]
    lines = np.array([line for line, _, _ in found], dtype=object)
    return Runs(lines, *_columns([(kind, words) for _, kind, words in found]), shapely.STRtree(lines))


def _points(labels: Sequence[Label]) -> Points:
    at = np.array([project(label.position) for label in labels]).reshape(-1, 2)
    return Points(at, *_columns([(KINDS.index(label.kind), label.name) for label in labels]))


def _columns(names: Sequence[tuple[int, str]]) -> tuple[NDArray[np.intp], NDArray[np.str_], Floats]:
    """Kinds, words and widths of names."""
    kinds, words = np.array([kind for kind, _ in names], np.intp), np.array([word for _, word in names], str)
    return kinds, words, np.array([width_px(word, kind) for kind, word in names], float)


def _by_name(ways: Sequence[Way]) -> dict[str, list[Way]]:
    by_name: dict[str, list[Way]] = defaultdict(list)
    for way in ways:
        if way.name and not _TECHNICAL.match(way.name):
            by_name[way.name].append(way)
    return by_name


def _is_straight(run: Floats) -> bool:
    steps = np.diff(np.vstack([run, run[:1]]), axis=0)
    angles = np.arctan2(steps[:, 1], steps[:, 0])
    # The closing step runs back along the chord.
    return bool((np.cos(angles[:-1] - angles[-1]) < -cos(radians(TURN))).all())
