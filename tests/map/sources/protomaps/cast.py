"""A Protomaps archive as they are published, and servers that hand out its pieces: well, badly, or not at all."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import mapbox_vector_tile
from pmtiles.tile import (
    Compression,
    TileType,
    deserialize_directory,
    deserialize_header,
    serialize_header,
    zxy_to_tileid,
)
from pmtiles.writer import Writer, build_roots_leaves

from app.domain.geometry import Bounds
from app.map.tiles.frame import Frame

TOWN = Frame(Bounds(2.36, 48.89, 2.372, 48.898))
COUNTRY = Frame(Bounds(2.2, 48.8, 2.5, 49.0))

METADATA = {
    "attribution": '<a href="https://github.com/protomaps/basemaps">Protomaps</a> © <a href="https://osm.org">OpenStreetMap</a>',
    "planetiler:osm:osmosisreplicationtime": "2026-10-02T00:00:00Z",
    "vector_layers": [
        {"id": "roads", "fields": {"kind": "String", "name": "String", "pgf:name": "String"}, "minzoom": 3},
        {"id": "landcover", "fields": {}, "minzoom": 0, "maxzoom": 7},
    ],
}  # fmt: skip


def tile_of(zoom: int, x: int, y: int) -> bytes:
    """Return a tile with what we draw, and much that we do not."""
    road = {
        "kind": "minor_road",
        "kind_detail": "residential",
        "name": f"Rue {x}/{y}",
        "name:ar": "شارع",
        "pgf:name": ".",
    }
    layers = [
        {"name": "roads", "features": [_feature("LINESTRING(0 0, 4096 4096)", road | {"oneway": True})]},
        {"name": "buildings", "features": [
            _feature("POLYGON((0 0, 9 0, 9 9, 0 0))", {"kind": "building", "height": 12}),
            _feature("POINT(5 5)", {"kind": "address", "addr_housenumber": "3"}),
        ]},
        {"name": "pois", "features": [_feature("POINT(9 9)", {"kind": kind}) for kind in ("toilets", "restaurant")]},
        {"name": "landcover", "features": [_feature("POLYGON((0 0, 9 0, 9 9, 0 0))", {"kind": "urban_area"})]},
    ]  # fmt: skip
    return bytes(mapbox_vector_tile.encode(layers, default_options={"y_coord_down": True}))


def write_archive(frame: Frame, zooms: range = range(12, 16), **header: Any) -> bytes:
    """Return an archive of every tile of a frame."""
    file, tiles = BytesIO(), [tile for zoom in zooms for tile in frame.tiles(zoom)]
    writer = Writer(file)
    for tile in sorted(tiles, key=lambda t: zxy_to_tileid(t.zoom, t.x, t.y)):
        data = gzip.compress(tile_of(tile.zoom, tile.x, tile.y), 1, mtime=0)
        writer.write_tile(zxy_to_tileid(tile.zoom, tile.x, tile.y), data)
    bounds = frame.bounds
    told = {
        "min_lon_e7": bounds.west,
        "min_lat_e7": bounds.south,
        "max_lon_e7": bounds.east,
        "max_lat_e7": bounds.north,
    }
    writer.finalize(
        {"tile_type": TileType.MVT, "tile_compression": Compression.GZIP, "center_zoom": 12}
        | {name: round(edge * 1e7) for name, edge in told.items()}
        | header,
        METADATA,
    )
    return file.getvalue()


def with_leaves(archive: bytes, leaf: int = 64) -> bytes:
    """Return an archive whose directory is split into leaves, as those of whole countries are."""
    header = dict(deserialize_header(archive[:127]))
    root_at, data_at = header["root_offset"], header["tile_data_offset"]
    entries = deserialize_directory(archive[root_at : root_at + header["root_length"]])
    root, leaves, _ = build_roots_leaves(entries, leaf)
    metadata = archive[header["metadata_offset"] : header["metadata_offset"] + header["metadata_length"]]
    starts = [127, 127 + len(root), 127 + len(root) + len(metadata)]
    header |= {"root_length": len(root), "metadata_offset": starts[1], "leaf_directory_offset": starts[2]}
    header |= {"leaf_directory_length": len(leaves), "tile_data_offset": starts[2] + len(leaves)}
    return bytes(serialize_header(header)) + root + metadata + leaves + archive[data_at:]


class _Door(BaseHTTPRequestHandler):
    """Answers for one file, in the manner asked."""

    archive: ClassVar[bytes]
    manner: ClassVar[str]
    asked: ClassVar[list[str]]

    def do_GET(self) -> None:
        self.asked.append(self.headers.get("Range", ""))
        if self.manner == "missing" or (self.manner == "tired" and len(self.asked) % 2):
            self.send_error(404 if self.manner == "missing" else 503)
            return
        if self.manner == "whole":
            self._send(200, self.archive, {})
            return
        first, last = (int(edge) for edge in self.headers["Range"].removeprefix("bytes=").split("-"))
        piece = self.archive[first : last + 1]
        told = {"Content-Range": f"bytes {first}-{first + len(piece) - 1}/{len(self.archive)}"}
        self._send(206, piece, told, sent=len(piece) // 2 if self.manner == "cutting" else len(piece))

    def _send(self, code: int, body: bytes, headers: dict[str, str], sent: int | None = None) -> None:
        self.send_response(code)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[:sent])

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(archive: bytes, manner: str = "well") -> Iterator[tuple[str, list[str]]]:
    """Serve an archive; yield its address and the ranges that were asked for."""
    asked: list[str] = []
    door = type("Door", (_Door,), {"archive": archive, "manner": manner, "asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), door) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/planet.pmtiles", asked
        server.shutdown()


def _feature(geometry: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {"geometry": geometry, "properties": properties}


def save(path: Path, data: bytes) -> str:
    """Write a file and return its address."""
    path.write_bytes(data)
    return str(path)
