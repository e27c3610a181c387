"""From shapes to vector tiles: each zoom keeps what can be seen at it, each tile what lies in it.

The bytes depend on nothing but the shapes: the same map is the same file, whatever the machine.
"""

import gzip
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import mapbox_vector_tile
import numpy as np
import shapely
from numpy.typing import NDArray

from .frame import Frame, Tile
from .shape import LAST_ZOOM, LAYERS, ZOOMS, Shape, Value

Shapes = NDArray[Any]

Progress = Callable[[int, int], None]
"""Called with how many tiles are cut, and of how many."""

EXTENTS = {zoom: 1024 for zoom in ZOOMS} | {LAST_ZOOM: 2048}
"""Units on the side of a tile: two for a pixel, which are 0.4 m at the closest zoom."""

BUFFER = 1 / 64
"""Share of the side that a tile knows beyond its edge, so that lines and their ends have no seam."""

FINEST_PX = 4.0
"""World pixels (0.4 m) that no bend at the closest zoom is smaller than."""

COARSE_SHARE = 1 / 800
"""The same at other zooms, as a share of a tile that is shown 512 pixels wide."""

SMALLEST_SHARE = (1 / 128) ** 2
"""An area, or a hole in one, that is smaller than this share of its tile is a speck: four pixels by four."""


def in_silence(done: int, total: int) -> None:
    """Tell nobody how far the work is."""


def cut_tiles(shapes: Sequence[Shape], frame: Frame, progress: Progress = in_silence) -> Iterator[tuple[Tile, bytes]]:
    """Yield each tile of the frame that holds something, compressed."""
    done, total = 0, sum(1 for zoom in ZOOMS for _ in frame.tiles(zoom))
    joined = list(_joined(shapes, frame))
    for zoom in ZOOMS:
        layers = [_Layer.at(zoom, name, joined) for name in LAYERS]
        for tile in frame.tiles(zoom):
            done += 1
            progress(done, total)
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
    def at(cls, zoom: int, name: str, shapes: Sequence[Shape]) -> "_Layer":
        """Gather what is alike, join its lines, and leave out what is too small to see."""
        alike: dict[Key, list[shapely.Geometry]] = defaultdict(list)
        for shape in shapes:
            if shape.layer == name and shape.first_zoom <= zoom:
                alike[_properties_at(zoom, shape)].append(shape.geometry)
        rows = [(each, key) for key, group in alike.items() for each in _simplified(group, zoom)]
        geometries = np.array([geometry for geometry, _ in rows], dtype=object)
        return cls(name, geometries, [key for _, key in rows], shapely.STRtree(geometries))

    def written(self, tile: Tile) -> Mapping[str, Any]:
        """Return the layer of a tile as the encoder takes it: what is alike is one feature of several parts."""
        found = np.sort(self.tree.query(shapely.box(*tile.box(BUFFER))))
        parts: dict[Key, list[shapely.Geometry]] = defaultdict(list)
        for number, part in _in_units(self.shapes[found], tile):
            parts[self.properties[found[number]]].append(part)
        features = [
            {"geometry": joined, "properties": dict(key)} for key, group in parts.items() for joined in _gathered(group)
        ]
        return {"name": self.name, "features": features}


def _properties_at(zoom: int, shape: Shape) -> Key:
    seen = {**shape.properties, **shape.closer} if zoom == LAST_ZOOM else shape.properties
    return tuple(seen.items())


def _joined(shapes: Sequence[Shape], frame: Frame) -> Iterator[Shape]:
    """Yield the shapes inside the frame, those that are alike in every way as one.

    Houses of a row become one area: their common walls are half the bytes of a dense quarter.
    """
    alike: dict[object, list[Shape]] = defaultdict(list)
    for shape in shapes:
        key = shape.layer, shape.first_zoom, tuple(shape.properties.items()), tuple(shape.closer.items())
        alike[key].append(shape)
    for group in alike.values():
        inside = shapely.clip_by_rect(np.array([shape.geometry for shape in group], dtype=object), *frame.box)
        points, lines, areas = _sorted(inside)
        yield from (replace(group[0], geometry=point) for point in points)
        if len(lines):
            yield replace(group[0], geometry=shapely.line_merge(shapely.MultiLineString(list(lines))))
        if len(areas):
            yield replace(group[0], geometry=shapely.disjoint_subset_union_all(_valid(areas)))


def _sorted(shapes: Shapes) -> tuple[Shapes, Shapes, Shapes]:
    """Points, lines and areas among the parts of shapes."""
    parts = shapely.get_parts(shapes)
    kinds = np.where(shapely.is_empty(parts), -1, shapely.get_dimensions(parts))
    return parts[kinds == 0], parts[kinds == 1], parts[kinds == 2]


def _simplified(group: Sequence[shapely.Geometry], zoom: int) -> Shapes:
    """Join what touches, and drop bends and specks that nobody would see at a zoom."""
    points, lines, areas = _sorted(np.array(group, dtype=object))
    if len(group) > 1:
        lines = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(lines)))
        areas = _sorted(np.array([shapely.disjoint_subset_union_all(areas)]))[2]
    side = Tile(zoom, 0, 0).side
    if zoom != LAST_ZOOM:
        areas = _without_specks(areas, side * side * SMALLEST_SHARE)
    tolerance = FINEST_PX if zoom == LAST_ZOOM else side * COARSE_SHARE
    return np.concatenate([points, *(shapely.simplify(each, tolerance) for each in (lines, areas))])


def _valid(areas: Shapes) -> Shapes:
    wrong = ~shapely.is_valid(areas)
    areas[wrong] = shapely.make_valid(areas[wrong])
    return areas


def _without_specks(areas: Shapes, smallest: float) -> Shapes:
    rings, of = shapely.get_rings(areas[shapely.area(areas) >= smallest], return_index=True)
    seen = shapely.area(shapely.polygons(rings)) >= smallest
    return np.asarray(shapely.polygons(rings[seen], indices=of[seen]), dtype=object)


def _in_units(shapes: Shapes, tile: Tile) -> Iterator[tuple[int, shapely.Geometry]]:
    """Cut shapes to a tile and count in its units; yield what rounding leaves of each, with its number."""
    (left, top), extent = tile.corner, EXTENTS[tile.zoom]
    cut, numbers = shapely.get_parts(shapely.clip_by_rect(shapes, *tile.box(BUFFER)), return_index=True)
    moved = shapely.transform(cut, lambda points: (points - (left, top)) * (extent / tile.side))
    kinds = shapely.get_type_id(moved)
    rounded = np.empty_like(moved)
    # Areas stay valid; lines must not be cut where they cross themselves.
    rounded[kinds == _AREA] = shapely.set_precision(moved[kinds == _AREA], 1)
    others = shapely.set_precision(moved[kinds != _AREA], 1, mode="pointwise")
    rounded[kinds != _AREA] = shapely.remove_repeated_points(others)
    parts, of = shapely.get_parts(rounded, return_index=True)
    for n in np.flatnonzero(_is_drawn(parts, extent)):
        yield int(numbers[of[n]]), parts[n]


def _is_drawn(parts: Shapes, extent: int) -> NDArray[np.bool_]:
    """Tell what there is to see of parts; a point belongs to one tile only."""
    across, down = shapely.get_x(parts), shapely.get_y(parts)
    points = (across >= 0) & (across < extent) & (down >= 0) & (down < extent)
    lines = (shapely.get_type_id(parts) == _LINE) & (shapely.length(parts) > 0)
    drawn: NDArray[np.bool_] = points | lines | (shapely.area(parts) > 0)
    return drawn


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
