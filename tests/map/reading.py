"""Maps as programs that nobody here wrote read them: the `pmtiles` reader and the `mapbox-vector-tile` decoder."""

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import mapbox_vector_tile
from pmtiles.reader import MemorySource, Reader, all_tiles

Feature = Mapping[str, Any]

SHARED = Path(__file__).resolve().parents[3] / "shared"
"""Real files that partners send; tests that need them skip without."""


def header_of(archive: bytes) -> Mapping[str, Any]:
    """Return the header of an archive."""
    found: Mapping[str, Any] = Reader(MemorySource(archive)).header()
    return found


def metadata_of(archive: bytes) -> Mapping[str, Any]:
    """Return the metadata of an archive."""
    found: Mapping[str, Any] = Reader(MemorySource(archive)).metadata()
    return found


def tiles_of(archive: bytes) -> Iterator[tuple[tuple[int, int, int], Mapping[str, Any]]]:
    """Yield every tile: zoom, x, y, and its layers."""
    for address, data in all_tiles(MemorySource(archive)):
        yield address, mapbox_vector_tile.decode(gzip.decompress(data), default_options={"y_coord_down": True})


def features_of(archive: bytes, layer: str, zoom: int = 15) -> list[Feature]:
    """Return the features of a layer at a zoom, tile after tile."""
    found = (tile[layer]["features"] for (z, _, _), tile in tiles_of(archive) if z == zoom and layer in tile)
    return [feature for features in found for feature in features]


def values_of(archive: bytes, layer: str, key: str, zoom: int = 15) -> set[Any]:
    """Return the values that a property has in a layer."""
    return {feature["properties"].get(key) for feature in features_of(archive, layer, zoom)}
