"""One PMTiles file (version 3) for a whole map: clustered, tiles and directories compressed.

https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
"""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from .frame import Frame, Tile
from .shape import LAYERS, ZOOMS, Shape

MEDIA_TYPE = "application/vnd.pmtiles"

_E7 = 10_000_000
"""The header counts in tens of millionths of a degree."""


def write_archive(tiles: Iterable[tuple[Tile, bytes]], frame: Frame, metadata: Mapping[str, Any]) -> bytes:
    """Return the archive of compressed tiles."""
    numbered = sorted((zxy_to_tileid(tile.zoom, tile.x, tile.y), data) for tile, data in tiles)
    file = BytesIO()
    writer: Any = Writer(file)  # type: ignore[no-untyped-call]
    for number, data in numbered:
        writer.write_tile(number, data)
    writer.finalize(_header(frame), dict(metadata))
    return file.getvalue()


def describe_layers(shapes: Iterable[Shape]) -> list[dict[str, Any]]:
    """Return the layers of a map as TileJSON tells them (`vector_layers`)."""
    fields: dict[str, dict[str, str]] = {}
    for shape in shapes:
        known = fields.setdefault(shape.layer, {})
        known |= {key: _TYPES[type(value)] for key, value in {**shape.properties, **shape.closer}.items()}
    zooms = {"minzoom": ZOOMS[0], "maxzoom": ZOOMS[-1]}
    return [{"id": name, "fields": dict(sorted(fields[name].items())), **zooms} for name in LAYERS if name in fields]


# Private


_TYPES = {str: "String", int: "Number", float: "Number", bool: "Boolean"}


def _header(frame: Frame) -> dict[str, Any]:
    bounds = frame.bounds
    return {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_lon_e7": round(bounds.west * _E7),
        "min_lat_e7": round(bounds.south * _E7),
        "max_lon_e7": round(bounds.east * _E7),
        "max_lat_e7": round(bounds.north * _E7),
        "center_zoom": ZOOMS[-1] - 1,
    }
