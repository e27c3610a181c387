"""The canvas a map is drawn on: a square of the Web Mercator plane, so that Leaflet can lie over it."""

from dataclasses import dataclass
from functools import cached_property
from math import cos, log2, radians

from ...domain.geometry import Bounds, Position
from ...domain.territory import Territory
from ..mercator import EQUATOR_M, TILE_PX, WORLD_PX, Point, project, unproject

FIRST_PX = 360
"""Width of the first view: the smallest phone."""


@dataclass(frozen=True)
class Canvas:
    """A square of the world: its top left corner and side in world pixels, and its height on Earth.

    `px` is the width in CSS pixels it is meant to be seen at first; sizes in pixels refer to it.
    """

    left: float
    top: float
    side: float
    px: int

    @classmethod
    def over(cls, bounds: Bounds, *, margin_m: float, px: int) -> "Canvas":
        """Return the smallest square around bounds and a margin."""
        grown = bounds.grown(margin_m)
        left, top = project((grown.west, grown.north))
        right, bottom = project((grown.east, grown.south))
        side = max(right - left, bottom - top)
        return cls((left + right - side) / 2, (top + bottom - side) / 2, side, px)

    @cached_property
    def units(self) -> int:
        """The side in drawing units, of about 0.8 m: finer than the plan's own precision."""
        return max(64, round(self.side_m / 0.8))

    @cached_property
    def side_m(self) -> float:
        """The side in metres on the ground, measured along the middle."""
        _, lat = self.centre
        return self.side / WORLD_PX * EQUATOR_M * cos(radians(lat))

    @cached_property
    def centre(self) -> Position:
        """The position in the middle."""
        return unproject((self.left + self.side / 2, self.top + self.side / 2))

    @cached_property
    def bounds(self) -> Bounds:
        """The box of longitudes and latitudes."""
        west, north = unproject((self.left, self.top))
        east, south = unproject((self.left + self.side, self.top + self.side))
        return Bounds(west, south, east, north)

    @property
    def zoom(self) -> float:
        """The Leaflet zoom at which the canvas is `px` pixels wide."""
        return log2(self.px / TILE_PX * WORLD_PX / self.side)

    @property
    def px_per_m(self) -> float:
        """Pixels of the first view in a metre."""
        return self.px / self.side_m

    def share(self, position: Position) -> Point:
        """Return where a position lies, as shares of the side (0 to 1 inside)."""
        x, y = project(position)
        return (x - self.left) / self.side, (y - self.top) / self.side

    def spot(self, position: Position) -> Point:
        """Return where a position lies in pixels of the first view."""
        x, y = self.share(position)
        return x * self.px, y * self.px


def canvas_of(territory: Territory) -> Canvas:
    """Return the canvas of a whole territory."""
    return Canvas.over(territory.bounds, margin_m=60, px=FIRST_PX)
