"""One PMTiles file (version 3) for a whole map: clustered, tiles and directories compressed.

https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import brotli
from pmtiles.tile import (
    Compression,
    Entry,
    MagicNumberNotFound,
    SpecVersionUnsupported,
    TileType,
    deserialize_directory,
    deserialize_header,
    zxy_to_tileid,
)
from pmtiles.writer import Writer

from ...domain.geometry import Bounds
from ...domain.text import N_
from ..faults import ArchiveBroken
from .frame import Frame, Tile
from .shape import LAYERS, ZOOMS, Shape

MEDIA_TYPE = "application/vnd.pmtiles"

OURS = "adeuxpas"
"""Key of the metadata with what only we use: the source, the day of its data, and what else was built with it."""

HEADER_BYTES = 127

DEEPEST_DIRECTORY = 4
"""A root and three levels of leaves: no archive has more."""

_E7 = 10_000_000
"""The header counts in tens of millionths of a degree."""


def write_archive(tiles: Iterable[tuple[Tile, bytes]], frame: Frame, metadata: Mapping[str, Any]) -> bytes:
    """Return the archive of compressed tiles."""
    numbered = sorted((zxy_to_tileid(tile.zoom, tile.x, tile.y), data) for tile, data in tiles)
    file = BytesIO()
    writer = Writer(file)
    for number, data in numbered:
        writer.write_tile(number, data)
    writer.finalize(_header(frame), dict(metadata))
    return file.getvalue()


@dataclass(frozen=True)
class Head:
    """What an archive says of itself."""

    header: Mapping[str, Any]
    metadata: Mapping[str, Any]

    @property
    def bounds(self) -> Bounds:
        """The box that it covers."""
        edges = ("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7")
        return Bounds(*(self.header[edge] / _E7 for edge in edges))

    @property
    def tile_type(self) -> TileType:
        """Vector tiles, or pictures of some sort."""
        found: TileType = self.header["tile_type"]
        return found

    @property
    def tile_compression(self) -> Compression:
        """How tiles are compressed."""
        found: Compression = self.header["tile_compression"]
        return found


def open_archive(archive: bytes) -> Head:
    """Return what an archive says of itself; raise `ArchiveBroken` when it is not an archive."""
    head = read_header(archive[:HEADER_BYTES])
    start, size = head["metadata_offset"], head["metadata_length"]
    return Head(head, read_metadata(archive[start : start + size], head["internal_compression"]))


def read_header(data: bytes) -> Mapping[str, Any]:
    """Return the header of an archive."""
    try:
        found: Mapping[str, Any] = deserialize_header(data.ljust(HEADER_BYTES, b"\0"))
    except (MagicNumberNotFound, UnicodeDecodeError) as error:
        raise ArchiveBroken(N_("ce n’est pas un fichier PMTiles")) from error
    except SpecVersionUnsupported as error:
        raise ArchiveBroken(N_("c’est un PMTiles d’une autre version que la 3")) from error
    except ValueError as error:
        raise ArchiveBroken(N_("ses tuiles sont comprimées d’une façon que nous ne lisons pas")) from error
    if len(data) < HEADER_BYTES:
        raise ArchiveBroken(N_("il est coupé avant sa fin"))
    return found


def read_metadata(data: bytes, compression: Compression) -> Mapping[str, Any]:
    """Return the metadata of an archive."""
    try:
        found = json.loads(unpacked(data, compression) or b"{}")
    except ValueError as error:
        raise ArchiveBroken(N_("il est abîmé")) from error
    return found if isinstance(found, dict) else {}


def read_directory(data: bytes, compression: Compression) -> list[Entry]:
    """Return the entries of a directory."""
    try:
        # The library reads directories that gzip compressed, and no others.
        entries: list[Entry] = deserialize_directory(gzip.compress(unpacked(data, compression), 1, mtime=0))
    except (EOFError, ValueError, IndexError) as error:
        raise ArchiveBroken(N_("il est abîmé")) from error
    return entries


def unpacked(data: bytes, compression: Compression) -> bytes:
    """Return what was compressed; raise `ArchiveBroken` when it cannot be."""
    if compression is Compression.NONE or not data:
        return data
    try:
        if compression is Compression.GZIP:
            return gzip.decompress(data)
        if compression is Compression.BROTLI:
            return bytes(brotli.decompress(data))
    except (OSError, EOFError, zlib.error, brotli.error) as error:
        raise ArchiveBroken(N_("il est abîmé")) from error
    raise ArchiveBroken(N_("ses tuiles sont comprimées d’une façon que nous ne lisons pas"))


def check_archive(archive: bytes) -> Mapping[str, Any]:
    """Return the metadata of an archive of ours that is whole to its last tile; raise `ArchiveBroken` for any other."""
    head = open_archive(archive)
    if head.header["tile_data_offset"] + head.header["tile_data_length"] != len(archive):
        raise ArchiveBroken(N_("il est coupé avant sa fin"))
    for entry, data in entries_of(archive, head):
        if len(data) < entry.length or not unpacked(data, head.tile_compression):
            raise ArchiveBroken(N_("il est abîmé"))
    return head.metadata


def entries_of(archive: bytes, head: Head) -> Iterator[tuple[Entry, bytes]]:
    """Yield every entry of an archive with its bytes: a run of tiles that are the same is one entry."""
    waiting = [(head.header["root_offset"], head.header["root_length"])]
    for _ in range(DEEPEST_DIRECTORY):
        found = [read_directory(archive[at : at + size], head.header["internal_compression"]) for at, size in waiting]
        entries = [entry for directory in found for entry in directory]
        for entry in entries:
            if entry.run_length:
                start = head.header["tile_data_offset"] + entry.offset
                yield entry, archive[start : start + entry.length]
        planned = head.header["leaf_directory_offset"]
        waiting = [(planned + entry.offset, entry.length) for entry in entries if not entry.run_length]


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
