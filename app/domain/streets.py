"""Streets by name: where on the plan the street of an address is, to begin from on the way to its door."""

import re
from difflib import get_close_matches
from typing import NamedTuple

import shapely

from .geometry import Position
from .plan import Plan
from .territory import Territory
from .text import fold


class Street(NamedTuple):
    """A street of a plan, and a point on it: its middle as far as the territory goes."""

    name: str
    position: Position


def find_street(plan: Plan, territory: Territory, address: str) -> Street | None:
    """Return the street that an address (`12 bis rue de Torcy`) is probably in; None when no name is like it."""
    named: dict[str, list[shapely.Geometry]] = {}
    names: dict[str, str] = {}
    for way in plan.ways:
        if way.name and len(way.line) > 1:
            line = shapely.LineString(way.line)
            if territory.shape.intersects(line):
                key = _key(way.name)
                names.setdefault(key, way.name)
                named.setdefault(key, []).append(line.intersection(territory.shape))
    found = get_close_matches(_key(_NUMBER.sub("", address)), [*named], 1, 0.72)
    return Street(names[found[0]], _middle(named[found[0]])) if found else None


# Private

_NUMBER = re.compile(r"^\s*\d+\s*(?:(?:bis|ter|quater|[a-d])\b)?[\s,]*", re.IGNORECASE)


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))


def _middle(lines: list[shapely.Geometry]) -> Position:
    longest = max((part for line in lines for part in shapely.get_parts(line)), key=lambda part: float(part.length))
    middle = longest.interpolate(0.5, normalized=True)
    return round(middle.x, 6), round(middle.y, 6)
