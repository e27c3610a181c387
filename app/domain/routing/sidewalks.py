"""The names of sidewalks that are mapped as ways of their own: they go by the street that they run along.

See https://wiki.openstreetmap.org/wiki/Sidewalks: few say their street themselves, and « suivez le trottoir » helps
nobody.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, radians

import shapely

from ..geometry import Position
from .rules import Tags

BESIDE_M = 22
"""How far the middle of a boulevard may be from its sidewalk."""

_SAMPLES = (0.2, 0.5, 0.8)
_DEGREE_M = 111_195


class NamedStreets:
    """The streets that have a name, found again by place."""

    def __init__(self, streets: Iterable[tuple[str, Sequence[Position]]]) -> None:
        named = [(name, line) for name, line in streets if name]
        self._names = [name for name, _ in named]
        self._wide = cos(radians(named[0][1][0][1])) if named else 1.0
        self._tree = shapely.STRtree([self._flat(line) for _, line in named])

    def beside(self, line: Sequence[Position]) -> str:
        """Return the name of the street that a line runs along for most of its length, or nothing."""
        flat = self._flat(line)
        near = Counter(self._nearest(flat.interpolate(share, normalized=True)) for share in _SAMPLES)
        name, count = near.most_common(1)[0]
        return name if count * 2 > len(_SAMPLES) else ""

    def _nearest(self, point: shapely.Point) -> str:
        found = self._tree.query_nearest(point, max_distance=BESIDE_M)
        return min((self._names[number] for number in found), default="")

    def _flat(self, line: Sequence[Position]) -> shapely.LineString:
        return shapely.LineString([(lon * _DEGREE_M * self._wide, lat * _DEGREE_M) for lon, lat in line])


def is_sidewalk(tags: Tags) -> bool:
    """Tell whether a way is the sidewalk of a street."""
    return "sidewalk" in (tags.get("footway"), tags.get("path"), tags.get("cycleway"))
