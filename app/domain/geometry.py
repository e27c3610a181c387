"""Positions on the ground. A position is always `(lon, lat)` in degrees, WGS 84."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, floor, radians, sin, sqrt

Position = tuple[float, float]

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the Earth (IUGG 1980)."""

DEGREE_M = 111_320
"""Metres that a degree of latitude is long."""

DETOUR = 1.3
"""Length of a walk along streets over the straight line: the usual figure for dense European grids."""

FAMILY_PACE_KMH = 4.0


def metres_between(start: Position, end: Position) -> float:
    """Return the great-circle distance in metres (haversine formula)."""
    (lon1, lat1), (lon2, lat2) = start, end
    half_lat = radians(lat2 - lat1) / 2
    half_lon = radians(lon2 - lon1) / 2
    chord = sin(half_lat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_M * asin(sqrt(chord))


def minutes_on_foot(metres: float) -> int:
    """Return about how long a family walks along so many metres of streets."""
    return max(1, floor(metres / (FAMILY_PACE_KMH * 1000 / 60) + 0.5))


def without_repeats(line: Sequence[Position]) -> tuple[Position, ...]:
    """Return a line without the points that say again where the one before them is."""
    return tuple(here for before, here in zip([None, *line], line, strict=False) if here != before)


@dataclass(frozen=True)
class Bounds:
    """A box of longitudes and latitudes."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, positions: Iterable[Position]) -> "Bounds":
        """Return the smallest box that holds every position."""
        lons, lats = zip(*positions, strict=True)
        return cls(min(lons), min(lats), max(lons), max(lats))

    def holds(self, position: Position) -> bool:
        """Tell whether the position lies in the box, its edge included."""
        lon, lat = position
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def grown(self, margin_m: float) -> "Bounds":
        """Return the box enlarged by `margin_m` metres on each side."""
        lat = margin_m / DEGREE_M
        lon = lat / cos(radians((self.south + self.north) / 2))
        return Bounds(self.west - lon, self.south - lat, self.east + lon, self.north + lat)

    def common(self, other: "Bounds") -> "Bounds | None":
        """Return the box that both hold, None where they do not meet."""
        west, south = max(self.west, other.west), max(self.south, other.south)
        east, north = min(self.east, other.east), min(self.north, other.north)
        return Bounds(west, south, east, north) if west < east and south < north else None

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """West, south, east and north, as shapely and commands have a box."""
        return self.west, self.south, self.east, self.north

    @property
    def told(self) -> str:
        """The box as commands write it: west, south, east, north."""
        return ",".join(f"{edge:.4f}" for edge in self.edges)
