"""The frame of a map: the part of the world that it shows, and the tiles that cover it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import shapely

from ...domain.geometry import Bounds
from ...domain.territory import Territory
from ..mercator import DEEPEST, TILE_PX, Point, project

MARGIN_M = 250
"""How far beyond its outline the map of a territory goes: the committed street plan ends there too."""


@dataclass(frozen=True)
class Tile:
    """A square of the world at a zoom, as PMTiles and Leaflet count them."""

    zoom: int
    x: int
    y: int

    @property
    def side(self) -> int:
        """The side in world pixels."""
        return TILE_PX << (DEEPEST - self.zoom)

    @property
    def corner(self) -> Point:
        """The upper left corner in world pixels."""
        return self.x * self.side, self.y * self.side

    def box(self, margin: float = 0) -> tuple[float, float, float, float]:
        """Return the square in world pixels, grown by a share of its side."""
        (left, top), grow = self.corner, self.side * margin
        return left - grow, top - grow, left + self.side + grow, top + self.side + grow


@dataclass(frozen=True)
class Frame:
    """A box of longitudes and latitudes: on the Mercator plane it is a rectangle."""

    bounds: Bounds

    @classmethod
    def of(cls, territory: Territory) -> "Frame":
        """Return the frame of the map of a territory."""
        return cls(territory.bounds.grown(max(MARGIN_M, territory.reach_m)))

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """The rectangle in world pixels: left, top, right, bottom."""
        left, top = project((self.bounds.west, self.bounds.north))
        right, bottom = project((self.bounds.east, self.bounds.south))
        return left, top, right, bottom

    @property
    def shape(self) -> shapely.Polygon:
        """The rectangle as a polygon."""
        return shapely.box(*self.box)

    def tiles(self, zoom: int) -> Iterator[Tile]:
        """Yield the tiles of a zoom that the frame touches."""
        side = Tile(zoom, 0, 0).side
        left, top, right, bottom = (int(edge // side) for edge in self.box)
        for y in range(top, bottom + 1):
            yield from (Tile(zoom, x, y) for x in range(left, right + 1))
