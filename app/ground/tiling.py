"""From shapes to vector tiles: each zoom keeps what can be seen at it, each tile what lies in it.

The bytes depend on nothing but the shapes: the same map is the same file, whatever the machine.
"""

import gzip
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import mapbox_vector_tile
import numpy as np
import shapely
from numpy.typing import NDArray

from .frame import Frame, Tile
from .shape import LAST_ZOOM, LAYERS, ZOOMS, Shape, Value

Shapes = NDArray[Any]

EXTENTS = {zoom: 1024 for zoom in ZOOMS} | {LAST_ZOOM: 4096}
"""Units on the side of a tile. All but the last are never stretched: two units for a pixel are enough."""

BUFFER = 1 / 64
"""Share of the side that a tile knows beyond its edge, so that lines and their ends have no seam."""

FINEST_PX = 4.0
"""World pixels (0.4 m) that no bend at the closest zoom is smaller than."""

COARSE_SHARE = 1 / 1200
"""The same at other zooms, as a share of a tile that is shown 512 pixels wide."""

SMALLEST_SHARE = (1 / 128) ** 2
"""An area smaller than this share of its tile is a speck: four pixels by four."""


def cut_tiles(shapes: Sequence[Shape], frame: Frame) -> Iterator[tuple[Tile, bytes]]:
    """Yield each tile of the frame that holds something, compressed."""
    for zoom in ZOOMS:
        layers = [_Layer.at(zoom, name, shapes, frame) for name in LAYERS]
        for tile in frame.tiles(zoom):
            if found := [written for layer in layers if (written := layer.written(tile))["features"]]:
                yield tile, encode(found, zoom)


def encode(layers: Sequence[Mapping[str, Any]], zoom: int) -> bytes:
    """Return a tile as it is stored."""
    options = {"extents": EXTENTS[zoom], "y_coord_down": True}
    return gzip.compress(mapbox_vector_tile.encode(layers, default_options=options), mtime=0)


# Private


Key = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, eq=False)
class _Layer:
    """A layer at a zoom: its geometries, simplified, and the properties of each."""

    name: str
    shapes: Shapes
    properties: Sequence[Key]
    tree: shapely.STRtree

    @classmethod
    def at(cls, zoom: int, name: str, shapes: Sequence[Shape], frame: Frame) -> "_Layer":
        """Gather what is alike, join its lines, and leave out what is too small to see."""
        alike: dict[Key, list[shapely.Geometry]] = defaultdict(list)
        for shape in shapes:
            if shape.layer == name and shape.first_zoom <= zoom:
                alike[_properties_at(zoom, shape)].append(shape.geometry)
        rows = [(each, key) for key, group in alike.items() for each in _simplified(group, zoom, frame)]
        geometries = np.array([geometry for geometry, _ in rows], dtype=object)
        return cls(name, geometries, [key for _, key in rows], shapely.STRtree(geometries))

    def written(self, tile: Tile) -> Mapping[str, Any]:
        """Return the layer of a tile as the encoder takes it: what is alike is one feature of several parts."""
        found = np.sort(self.tree.query(shapely.box(*tile.box(BUFFER))))
        parts: dict[Key, list[shapely.Geometry]] = defaultdict(list)
        for number, geometry in zip(found, _in_units(self.shapes[found], tile), strict=True):
            parts[self.properties[number]] += _drawn(geometry, EXTENTS[tile.zoom])
        features = [
            {"geometry": joined, "properties": dict(key)} for key, group in parts.items() for joined in _gathered(group)
        ]
        return {"name": self.name, "features": features}


def _properties_at(zoom: int, shape: Shape) -> Key:
    seen = {**shape.properties, **shape.closer} if zoom == LAST_ZOOM else shape.properties
    return tuple(seen.items())


def _simplified(group: Sequence[shapely.Geometry], zoom: int, frame: Frame) -> Shapes:
    """Cut to the frame, join the ends of lines, and drop bends and specks that nobody would see."""
    side = Tile(zoom, 0, 0).side
    parts = shapely.get_parts(shapely.clip_by_rect(np.array(group, dtype=object), *frame.box))
    kinds = shapely.get_dimensions(parts)
    tolerance = FINEST_PX if zoom == LAST_ZOOM else side * COARSE_SHARE
    lines = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(parts[kinds == 1])))
    areas = parts[kinds == 2]
    if zoom != LAST_ZOOM:
        areas = areas[shapely.area(areas) >= side * side * SMALLEST_SHARE]
    return np.concatenate([parts[kinds == 0], *(shapely.simplify(each, tolerance) for each in (lines, areas))])


def _in_units(shapes: Shapes, tile: Tile) -> Shapes:
    """Cut shapes to a tile and count in its units from its upper left corner."""
    (left, top), unit = tile.corner, tile.side / EXTENTS[tile.zoom]
    cut = shapely.clip_by_rect(shapes, *tile.box(BUFFER))
    moved = shapely.transform(cut, lambda points: np.round((points - (left, top)) / unit))
    units: Shapes = shapely.remove_repeated_points(moved)
    return units


def _drawn(geometry: shapely.Geometry, extent: int) -> list[shapely.Geometry]:
    """Return the parts of a shape that rounding left something of; a point belongs to one tile only."""
    parts = shapely.get_parts(geometry)
    kinds, across, down = shapely.get_type_id(parts), shapely.get_x(parts), shapely.get_y(parts)
    points = (across >= 0) & (across < extent) & (down >= 0) & (down < extent)
    lines = (kinds == _LINE) & (shapely.length(parts) > 0)
    return list(parts[points | lines | (shapely.area(parts) > 0)])


def _gathered(parts: Sequence[shapely.Geometry]) -> Iterator[shapely.Geometry]:
    """Yield lines and areas with the same properties as one feature of each, and every point."""
    yield from (part for part in parts if shapely.get_type_id(part) == _POINT)
    for kind, gather in _GATHER.items():
        if same := [part for part in parts if shapely.get_type_id(part) == kind]:
            yield gather(same) if len(same) > 1 else same[0]


_POINT, _LINE, _AREA = (
    shapely.GeometryType.POINT,
    shapely.GeometryType.LINESTRING,
    shapely.GeometryType.POLYGON,
)
_GATHER: Mapping[int, Callable[[Any], shapely.Geometry]] = {
    _LINE: shapely.MultiLineString,
    _AREA: shapely.MultiPolygon,
}
