"""Where names stand on the map: along their street where it runs straight, never on one another.

A name keeps its size in pixels while the map grows, so what does not overlap at a level does not at the
next ones: each level (half as wide again as the one before) only adds names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import atan2, cos, degrees, hypot, log, radians, sin

import shapely

from .map_gather import REACH_PX, gather
from .map_sheet import Point, Sheet
from .map_survey import Line, Survey, box_of

LEVELS = 7
STEP = 1.5
"""The first view and six steps closer: from the whole quarter to the doors of one street."""

REPEAT_PX = 420
"""A long street is named again after this much of the screen."""

_SIZES = {"major": 12.0, "minor": 11.0, "path": 10.5, "park": 11.5, "square": 11.0, "water": 11.5}
_FIRST_LEVEL = {"major": 0, "water": 0, "park": 1, "minor": 0, "square": 3, "path": 2}
_QUARTER_PX_PER_M = 0.22
"""The scale those first levels are meant for; a closer sheet begins some levels further."""

POINT_DROP_PX = 13
"""A name that belongs to a point stands this much under it: the pin of the same park is above."""

_PARTS = (0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85)
"""Where along a run a name is tried: the middle first, then nearer to its ends while there is room."""

_TURN = 20
"""Degrees: a run is straight while every piece keeps this close to its chord."""

_NARROW = frozenset("ijlft.'’’-I ,r()")
_WIDE = frozenset("mwMWŒœÆ")


@dataclass(frozen=True)
class Candidate:
    """Where a name could stand: its middle, the room there and the whole straight run in shares of the side.

    `drop_px` moves it down on the screen, whatever the scale.
    """

    kind: str
    words: str
    x: float
    y: float
    angle: int
    room: float
    run: float = 0
    drop_px: int = 0


@dataclass(frozen=True, kw_only=True)
class Name(Candidate):
    """A name on the map, from the level it appears at."""

    level: int


def place_names(
    survey: Survey, sheet: Sheet, *, inside: shapely.Polygon, pins: Sequence[Point] = (), levels: int = LEVELS
) -> list[Name]:
    """Return the names that find a place inside an area, level by level, the main ones first.

    `pins` are points (shares of the side): no name goes under a pin or a cluster as they stand at its level.
    """
    most_px = sheet.px * STEP ** (levels - 1)
    found = [c for c in _candidates(survey, sheet) if _has_room(c, most_px)]
    kept = shapely.contains_xy(inside, *_points(found, sheet))
    candidates = [c for c, is_inside in zip(found, kept, strict=True) if is_inside]
    table = _Table(pins, closeness=max(0, round(log(sheet.px_per_m / _QUARTER_PX_PER_M, STEP))))
    for level in range(levels):
        for candidate in candidates:
            table.try_at(candidate, level, sheet.px * STEP**level)
    return table.names


@lru_cache(maxsize=8192)
def width_px(words: str, size: float) -> float:
    """Return about how wide words are in a plain sans serif."""
    widths = (0.3 if c in _NARROW else 0.87 if c in _WIDE else 0.67 if c.isupper() else 0.55 for c in words)
    return sum(widths) * size


def straight_runs(line: Line) -> Iterator[tuple[Line, float]]:
    """Yield the nearly straight runs of a line with the length of their chord, one after the other."""
    start = 0
    for end in range(2, len(line) + 1):
        if end == len(line) or not _is_straight(line[start : end + 1]):
            run = line[start:end]
            yield run, float(hypot(*(run[-1] - run[0])))
            start = end - 1


# Private


class _Table:
    """The boxes taken so far, in shares of the side, remade for each level as names shrink beside the map."""

    def __init__(self, pins: Sequence[Point], closeness: int) -> None:
        self.names: list[Name] = []
        self._pins = pins
        self._closeness = closeness
        self._level = -1
        self._boxes: list[shapely.Polygon] = []

    def try_at(self, candidate: Candidate, level: int, px: float) -> None:
        """Take the candidate when its kind is shown, its street is long enough and nothing is there."""
        if level + self._closeness < _FIRST_LEVEL[candidate.kind] or not _has_room(candidate, px):
            return
        if level != self._level:
            self._level = level
            standing = [self._pins[group[0]] for group in gather(self._pins, REACH_PX / px)]
            self._boxes = [_box(n, px) for n in self.names] + [_pin_box(pin, px) for pin in standing]
        box = _box(candidate, px)
        if self._is_near_its_twin(candidate, px) or (self._boxes and shapely.intersects(box, self._boxes).any()):
            return
        self._boxes.append(box)
        self.names.append(Name(**vars(candidate), level=level))

    def _is_near_its_twin(self, candidate: Candidate, px: float) -> bool:
        twins = (n for n in self.names if n.words == candidate.words)
        return any(hypot(n.x - candidate.x, n.y - candidate.y) * px < REPEAT_PX for n in twins)


def _candidates(survey: Survey, sheet: Sheet) -> list[Candidate]:
    box = box_of(sheet)
    found = [c for kind in ("water", "major") for c in _street_candidates(survey, sheet, box, kind)]
    found += _point_candidates(survey, sheet, "water") + _point_candidates(survey, sheet, "park")
    found += _street_candidates(survey, sheet, box, "minor")
    found += _point_candidates(survey, sheet, "square")
    return found + _street_candidates(survey, sheet, box, "path")


def _street_candidates(survey: Survey, sheet: Sheet, box: shapely.Polygon, kind: str) -> list[Candidate]:
    """Every straight run of every name, the longest first; long runs offer several spots."""
    layer = "canal" if kind == "water" else kind
    found = [
        candidate
        for words, lines in survey.named_lines(layer, box).items()
        for line in lines
        for run, length in straight_runs(line)
        for candidate in _spots_on(kind, words, run, length, sheet)
    ]
    return sorted(found, key=lambda c: (-c.run, -c.room, c.words, c.x))


def _spots_on(kind: str, words: str, run: Line, length: float, sheet: Sheet) -> Iterator[Candidate]:
    angle = _upright(degrees(_direction(run[0], run[-1])))
    whole = length / sheet.side
    spots = shapely.line_interpolate_point(shapely.LineString(run), _PARTS, normalized=True)
    shares = (shapely.get_coordinates(spots) - (sheet.left, sheet.top)) / sheet.side
    for part, (x, y) in zip(_PARTS, shares.tolist(), strict=True):
        yield Candidate(kind, words, x, y, angle, whole * min(1, 2 * part, 2 - 2 * part), whole)


def _point_candidates(survey: Survey, sheet: Sheet, kind: str) -> list[Candidate]:
    points = [(label.name, point) for label, point in survey.labels if label.kind == kind]
    return [
        Candidate(kind, name, (x - sheet.left) / sheet.side, (y - sheet.top) / sheet.side, 0, 9, drop_px=POINT_DROP_PX)
        for name, (x, y) in points
    ]


def _has_room(candidate: Candidate, px: float) -> bool:
    return candidate.room * px >= width_px(candidate.words, _SIZES[candidate.kind]) + 6


def _points(candidates: Sequence[Candidate], sheet: Sheet) -> tuple[list[float], list[float]]:
    xs = [sheet.left + c.x * sheet.side for c in candidates]
    return xs, [sheet.top + c.y * sheet.side for c in candidates]


def _is_straight(run: Line) -> bool:
    points = run.tolist()
    chord = _direction(points[0], points[-1])
    return all(cos(_direction(start, end) - chord) > cos(radians(_TURN)) for start, end in pairwise(points))


def _direction(start: Sequence[float], end: Sequence[float]) -> float:
    return atan2(end[1] - start[1], end[0] - start[0])


def _upright(angle: float) -> int:
    """The angle at which the same line is read from left to right."""
    return round((angle + 90) % 180 - 90)


def _box(name: Candidate, px: float) -> shapely.Polygon:
    """The rectangle a name covers, with a little air, in shares of the side."""
    size = _SIZES[name.kind]
    wide, high = (width_px(name.words, size) + 8) / 2 / px, (size + 5) / 2 / px
    return _turned((name.x, name.y + name.drop_px / px), wide, high, radians(name.angle))


def _pin_box(pin: Point, px: float) -> shapely.Polygon:
    x, y = pin
    return shapely.box(x - 14 / px, y - 36 / px, x + 14 / px, y)


def _turned(spot: Point, wide: float, high: float, angle: float) -> shapely.Polygon:
    (x, y), (c, s) = spot, (cos(angle), sin(angle))
    corners: Sequence[Point] = ((-wide, -high), (wide, -high), (wide, high), (-wide, high))
    return shapely.Polygon([(x + a * c - b * s, y + a * s + b * c) for a, b in corners])
