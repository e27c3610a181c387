"""The Web Mercator plane (EPSG:3857), in the pixels of zoom 20: about 0.1 m in Paris, y downwards.

Everything that is drawn, by the server or in tiles, is measured in these world pixels.
"""

from collections.abc import Iterable
from math import atan, degrees, log, pi, radians, sinh, tan

import numpy as np
from numpy.typing import NDArray

from ..domain.geometry import Position

TILE_PX = 256
DEEPEST = 20
WORLD_PX = TILE_PX << DEEPEST
EQUATOR_M = 40_075_016.686

Point = tuple[float, float]
Floats = NDArray[np.float64]


def project(position: Position) -> Point:
    """Return the world pixel of a position."""
    lon, lat = position
    north = log(tan(pi / 4 + radians(lat) / 2))
    return (lon / 360 + 0.5) * WORLD_PX, (0.5 - north / (2 * pi)) * WORLD_PX


def project_all(positions: Iterable[Position]) -> Floats:
    """Return the world pixels of many positions, one a row."""
    found = np.asarray(list(positions), float).reshape(-1, 2)
    north = np.log(np.tan(pi / 4 + np.radians(found[:, 1]) / 2))
    return np.stack([(found[:, 0] / 360 + 0.5) * WORLD_PX, (0.5 - north / (2 * pi)) * WORLD_PX], axis=-1)


def unproject(point: Point) -> Position:
    """Return the position of a world pixel."""
    x, y = point
    return (x / WORLD_PX - 0.5) * 360, degrees(atan(sinh((0.5 - y / WORLD_PX) * 2 * pi)))
