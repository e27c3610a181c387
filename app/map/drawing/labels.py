"""Where names stand on the map: along their street where it runs straight, never on one another.

A name keeps its size in pixels while the map grows, so what does not overlap at a level does not at the
next ones: each level (half as wide again as the one before) only adds names.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, log

import numpy as np
import shapely
from numpy.typing import NDArray

from ..mercator import Point
from .canvas import Canvas
from .clusters import REACH_PX, gather
from .survey import Floats, Survey, box_of
from .words import KINDS, SIZES_PX

LEVELS = 7
STEP = 1.5
"""The first view and six steps closer: from the whole quarter to the doors of one street. So the drawings have it."""

REPEAT_PX = 420
"""A long street is named again after this much of the screen."""

POINT_DROP_PX = 13
"""A name that belongs to a point stands this much under it: the pin of the same park is above."""

_FIRST_LEVELS = np.array([0, 0, 1, 0, 3, 2])
_QUARTER_PX_PER_M = 0.22
"""The scale those first levels are meant for; a closer canvas begins some levels further."""

_PARTS = np.array([0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85])
"""Where along a run a name is tried: the middle first, then nearer to its ends while there is room."""

_AMPLE = 9.0
"""The room of a name that belongs to a point."""


@dataclass(frozen=True)
class Name:
    """A name on the map: its middle in shares of the side, its angle, and the level it appears at.

    `drop_px` moves it down on the screen, whatever the scale.
    """

    kind: str
    words: str
    x: float
    y: float
    angle: int
    level: int
    drop_px: int = 0


@dataclass(frozen=True)
class Spots:
    """Places where a name could stand, in columns.

    `room` is what its street leaves it there, in shares of the side; `run` all of the street's straight run.
    """

    kinds: NDArray[np.intp]
    words: NDArray[np.str_]
    wide: Floats
    x: Floats
    y: Floats
    angle: Floats
    room: Floats
    run: Floats
    drop: Floats

    def only(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> "Spots":
        """Return some of the spots, in the order asked."""
        return Spots(**{name: column[which] for name, column in vars(self).items()})


def place_names(
    survey: Survey,
    canvas: Canvas,
    *,
    inside: shapely.Polygon,
    pins: Sequence[Point] = (),
    kept: Sequence[shapely.Polygon] = (),
    levels: int = LEVELS,
    step: float = STEP,
) -> list[Name]:
    """Return the names that find a place inside an area, level by level, the main ones first.

    Each level is `step` times as wide as the one before; the first is as wide as the canvas is meant to be seen.
    `pins` are points (shares of the side): no name goes under a pin or a cluster as they stand at its level,
    nor into the areas `kept` for something else.
    """
    most_px = canvas.px * step ** (levels - 1)
    parts = (_street_spots(survey, canvas), _point_spots(survey, canvas))
    spots = _in_order([_useful(part, canvas, inside, most_px) for part in parts])
    table = _Table(spots, pins, kept, _first_levels(canvas, step))
    for level in range(levels):
        table.fill(level, canvas.px * step**level)
    return table.names


def boxes_of(spots: Spots, px: float) -> NDArray[np.object_]:
    """Return the rectangles that names cover, with a little air, in shares of the side."""
    wide, high = (spots.wide + 2) / 2 / px, (SIZES_PX[spots.kinds] + 5) / 2 / px
    turn = np.radians(spots.angle)
    along = np.stack([wide * np.cos(turn), wide * np.sin(turn)], axis=-1)
    across = np.stack([-high * np.sin(turn), high * np.cos(turn)], axis=-1)
    middle = np.stack([spots.x, spots.y + spots.drop / px], axis=-1)
    corners = [middle - along - across, middle + along - across, middle + along + across, middle - along + across]
    return np.asarray(shapely.polygons(np.stack(corners, axis=1)), dtype=object)


# Private


class _Table:
    """What is taken so far; each level begins with the names and pins that already stand there."""

    def __init__(
        self, spots: Spots, pins: Sequence[Point], kept: Sequence[shapely.Polygon], firsts: NDArray[np.intp]
    ) -> None:
        self.names: list[Name] = []
        self._spots = spots
        self._pins = pins
        self._kept = kept
        self._first = firsts[spots.kinds]
        self._taken = np.zeros(len(spots.x), bool)
        self._places: dict[str, list[Point]] = defaultdict(list)

    def fill(self, level: int, px: float) -> None:
        """Take every spot that is shown, long enough and free, in order."""
        wanted = (self._first <= level) & (self._spots.room * px >= self._spots.wide) & ~self._taken
        numbers = np.flatnonzero(wanted)
        boxes = boxes_of(self._spots.only(numbers), px)
        free = self._clear_of_what_stands(boxes, px)
        meets = _meetings(boxes)
        for i, number in enumerate(numbers.tolist()):
            if free[i] and not self._is_near_its_twin(number, px):
                self._take(number, level)
                free[meets[i]] = False

    def _clear_of_what_stands(self, boxes: NDArray[np.object_], px: float) -> NDArray[np.bool_]:
        firsts = [self._pins[group[0]] for group in gather(self._pins, REACH_PX / px)]
        pins = [shapely.box(x - 14 / px, y - 36 / px, x + 14 / px, y) for x, y in firsts]
        standing = [*boxes_of(self._spots.only(self._taken), px), *pins, *self._kept]
        free = np.ones(len(boxes), bool)
        free[shapely.STRtree(standing).query(boxes, predicate="intersects")[0]] = False
        return free

    def _is_near_its_twin(self, number: int, px: float) -> bool:
        x, y = self._spots.x[number], self._spots.y[number]
        return any(hypot(x - a, y - b) * px < REPEAT_PX for a, b in self._places[self._spots.words[number]])

    def _take(self, number: int, level: int) -> None:
        spots = self._spots
        x, y, words = float(spots.x[number]), float(spots.y[number]), str(spots.words[number])
        self._taken[number] = True
        self._places[words].append((x, y))
        angle, drop = round(spots.angle[number]), int(spots.drop[number])
        self.names.append(Name(KINDS[spots.kinds[number]], words, x, y, angle, level, drop))


def _first_levels(canvas: Canvas, step: float) -> NDArray[np.intp]:
    """The level at which each kind of name begins to be written."""
    closeness = max(0, round(log(canvas.px_per_m / _QUARTER_PX_PER_M, step)))
    levels: NDArray[np.intp] = np.ceil(_FIRST_LEVELS * log(STEP, step)).astype(np.intp) - closeness
    return levels


def _meetings(boxes: NDArray[np.object_]) -> list[NDArray[np.intp]]:
    """For each box the numbers of those it touches."""
    one, other = shapely.STRtree(boxes).query(boxes, predicate="intersects")
    order = np.argsort(one, kind="stable")
    return np.split(other[order], np.searchsorted(one[order], np.arange(1, len(boxes))))


def _useful(spots: Spots, canvas: Canvas, inside: shapely.Polygon, most_px: float) -> Spots:
    """Drop the spots outside an area, and those that even the closest view leaves too short."""
    spots = spots.only(spots.room * most_px >= spots.wide)
    return spots.only(
        shapely.contains_xy(inside, canvas.left + spots.x * canvas.side, canvas.top + spots.y * canvas.side)
    )


def _street_spots(survey: Survey, canvas: Canvas) -> Spots:
    """Some spots along every straight run of every street."""
    runs, box = survey.runs, box_of(canvas)
    found = np.sort(runs.tree.query(box))
    cut = shapely.clip_by_rect(runs.lines[found], *box.bounds)
    whole = (shapely.get_type_id(cut) == shapely.GeometryType.LINESTRING) & ~shapely.is_empty(cut)
    found, cut = found[whole], cut[whole]
    shares = _shares(shapely.line_interpolate_point(cut[:, None], _PARTS, normalized=True).ravel(), canvas)
    run = np.repeat(shapely.length(cut) / canvas.side, len(_PARTS))
    room = run * np.tile(np.minimum(1, np.minimum(2 * _PARTS, 2 - 2 * _PARTS)), len(cut))
    many = np.repeat(found, len(_PARTS))
    angle = np.repeat(_angles(cut), len(_PARTS))
    return Spots(runs.kinds[many], runs.words[many], runs.wide[many], *shares, angle, room, run, np.zeros_like(run))


def _angles(lines: NDArray[np.object_]) -> Floats:
    """The angles at which lines are read from left to right."""
    across, down = _ends(lines, -1) - _ends(lines, 0)
    angles: Floats = (np.round(np.degrees(np.arctan2(down, across))) + 90) % 180 - 90
    return angles


def _ends(lines: NDArray[np.object_], which: int) -> Floats:
    return np.array([shapely.get_x(shapely.get_point(lines, which)), shapely.get_y(shapely.get_point(lines, which))])


def _point_spots(survey: Survey, canvas: Canvas) -> Spots:
    points = survey.points
    ample = np.full(len(points.words), _AMPLE)
    x, y = ((points.at - (canvas.left, canvas.top)) / canvas.side).T
    drop = np.full(len(ample), float(POINT_DROP_PX))
    return Spots(points.kinds, points.words, points.wide, x, y, ample * 0, ample, ample, drop)


def _shares(points: NDArray[np.object_], canvas: Canvas) -> tuple[Floats, Floats]:
    return (shapely.get_x(points) - canvas.left) / canvas.side, (shapely.get_y(points) - canvas.top) / canvas.side


def _in_order(parts: Sequence[Spots]) -> Spots:
    """The main kinds first, then the longest runs, then the spots with the most room."""
    spots = Spots(**{name: np.concatenate([vars(part)[name] for part in parts]) for name in vars(parts[0])})
    return spots.only(np.lexsort([spots.x, -spots.room, -spots.run, spots.kinds]))
