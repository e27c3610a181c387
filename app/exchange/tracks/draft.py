"""From a track to the stops and legs of a draft walk: named points are its stops, what lies between them its legs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians
from typing import NamedTuple

import shapely
from shapely.ops import substring

from ...domain.arrivals import NEAR_M
from ...domain.geometry import DEGREE_M, Position, metres_between, without_repeats
from ...domain.leg import Leg
from ...domain.place import Place
from ...domain.text import fold
from ...domain.walk import Stop
from ..native.features import rounded
from .track import Track

FINE_M = 3
"""How far a drawn line may run from the recorded one: less than a street is wide."""


class Unnamed(NamedTuple):
    """What stops are called that have no name in the file."""

    first: str
    last: str
    other: str


@dataclass(frozen=True)
class Course:
    """The stops and legs of a draft, and the named points that are too far from the line to be its stops."""

    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    left_out: tuple[tuple[str, float], ...] = ()
    """What each is called, and its metres from the line."""


def course_of(track: Track, places: Iterable[Place], unnamed: Unnamed) -> Course:
    """Return the stops and legs that a track makes."""
    plane = _Plane(track.line)
    points = [(name or unnamed.other, point) for name, point in track.points]
    away = [(name, plane.metres_from(point)) for name, point in points]
    near = [each for each, (_, metres) in zip(points, away, strict=True) if metres <= NEAR_M]
    halts = _with_ends(_in_order(plane, near), track.line, plane, unnamed)
    known = [*places]
    stops = tuple(_stop(known, name, point) for _, name, point in halts)
    legs = tuple(_leg(number, plane, start, end) for number, (start, end) in enumerate(pairwise(halts), 1))
    return Course(stops, legs, tuple((name, metres) for name, metres in away if metres > NEAR_M))


# Private

Halt = tuple[float, str, Position]
"""How far along the line it is, what it is called, and where."""


class _Plane:
    """The line in metres, around where it begins."""

    def __init__(self, line: Sequence[Position]) -> None:
        self._scale = DEGREE_M * cos(radians(line[0][1])), DEGREE_M
        self._line = shapely.LineString(
            shapely.get_coordinates(shapely.LineString([self._flat(each) for each in line]).simplify(FINE_M))
        )
        self.length = self._line.length

    def measure(self, position: Position) -> float:
        """Return how far along the line it passes a position."""
        return float(self._line.project(shapely.Point(self._flat(position))))

    def passes(self, position: Position) -> list[float]:
        """Return how far along the line it comes near a position, once for each time that it does."""
        point, start, found = shapely.Point(self._flat(position)), 0.0, list[tuple[float, float]]()
        was_near = False
        for ends in pairwise(self._line.coords):
            piece = shapely.LineString(ends)
            metres, measure = piece.distance(point), start + piece.project(point)
            if metres <= NEAR_M and not was_near:
                found.append((metres, measure))
            elif metres <= NEAR_M:
                found[-1] = min(found[-1], (metres, measure))
            # It stays near only where it does at the corner to the next piece.
            was_near, start = shapely.Point(ends[1]).distance(point) <= NEAR_M, start + piece.length
        return [measure for _, measure in found]

    def metres_from(self, position: Position) -> float:
        """Return how far a position is from the line."""
        return float(self._line.distance(shapely.Point(self._flat(position))))

    def between(self, start: float, end: float) -> list[Position]:
        """Return the line between two measures."""
        cut = substring(self._line, start, end)
        east, north = self._scale
        return [(x / east, y / north) for x, y in shapely.get_coordinates(cut)]

    def _flat(self, position: Position) -> Position:
        return position[0] * self._scale[0], position[1] * self._scale[1]


def _in_order(plane: _Plane, points: Sequence[tuple[str, Position]]) -> list[Halt]:
    """Return the halts along the line, in the order of the file where the line passes them so.

    A recorder writes points as one comes by: on the way out and back, the order tells which time was meant.
    """
    halts: list[Halt] = []
    for name, point in points:
        later = [measure for measure in plane.passes(point) if not halts or measure >= halts[-1][0]]
        if not later:
            return sorted((plane.measure(where), called, where) for called, where in points)
        halts.append((later[0], name, point))
    return halts


def _with_ends(halts: list[Halt], line: Sequence[Position], plane: _Plane, unnamed: Unnamed) -> list[Halt]:
    """Return the halts with the two ends of the line, where none is near them."""
    first, last = (0.0, unnamed.first, line[0]), (plane.length, unnamed.last, line[-1])
    if not halts or halts[0][0] > NEAR_M:
        halts = [first, *halts]
    return halts if len(halts) > 1 and plane.length - halts[-1][0] <= NEAR_M else [*halts, last]


def _stop(places: Sequence[Place], name: str, point: Position) -> Stop:
    """Return the stop of a point: the place that bears its name, if it is there; else the point itself."""
    same = (place for place in places if fold(place.name) == fold(name))
    place = next((each for each in same if metres_between(each.position, point) <= NEAR_M), None)
    return Stop(place=place.id) if place else Stop(point=_rounded(point), name=name[:300])


def _leg(number: int, plane: _Plane, start: Halt, end: Halt) -> Leg:
    line = [_rounded(each) for each in (start[2], *plane.between(start[0], end[0]), end[2])]
    kept = without_repeats(line)
    return Leg(from_=number, to=number + 1, mode="drawn", path=kept if len(kept) > 1 else kept * 2)


def _rounded(position: Position) -> Position:
    lon, lat = rounded(position)
    return lon, lat
