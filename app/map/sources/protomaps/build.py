"""A map from a Protomaps archive, local or on a server: its tiles as they are, less what we never draw."""

import gzip
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ....domain.plan import Plan
from ...build import Source, osm_notice
from ...files import BuiltMap
from ...tiles.anchors import anchor_shapes
from ...tiles.archive import OURS, Head, write_archive
from ...tiles.frame import Frame, Tile
from ...tiles.shape import LAST_ZOOM, LAYERS, ZOOMS
from ...tiles.tiling import Progress, cut_tiles
from .cutting import Cutting, Piece
from .ranges import open_ranges
from .slimming import KEPT_KEYS, slimmed

_DAY = "planetiler:osm:osmosisreplicationtime"


@dataclass(frozen=True)
class Brought:
    """A map that was brought, and what it cost."""

    tiles: bytes
    requests: int
    received: int


def build_from_protomaps(
    address: str, name: str, frame: Frame, plan: Plan, former: BuiltMap | None, progress: Progress
) -> Brought:
    """Return the map of a frame; raise `SourceUnusable` when the archive gives none.

    `plan` says where names stand. What a former build knew of ways and streets stays with it: an archive knows
    neither kerbs nor gates, and joins its streets only for the eye.
    """
    meter = _Meter(progress)
    ranges = open_ranges(address, meter.add)
    cutting = Cutting(ranges)
    covered = cutting.frame_in(frame)
    pieces = cutting.pieces(covered)
    meter.expect(pieces)
    source = source_of(cutting.head)
    names = _names(plan, covered) if max(piece.tile.zoom for piece in pieces) == LAST_ZOOM else {}
    tiles = [(tile, _packed(data, names.get(tile, b""))) for tile, data in cutting.fetch(pieces)]
    metadata = {
        "name": name,
        "type": "baselayer",
        "attribution": source.notice,
        "vector_layers": _layers(cutting.head.metadata, has_names=bool(names)),
        OURS: source.marks | _marks(former),
    }
    return Brought(write_archive(tiles, covered, metadata), ranges.requests, ranges.received)


def source_of(head: Head) -> Source:
    """Return what an archive says of where it comes from; its links become plain words."""
    said = " ".join(re.sub(r"<[^>]*>", " ", str(head.metadata.get("attribution", ""))).split())
    day = _day(str(head.metadata.get(_DAY, "")))
    parts = [said if "protomaps" in said.lower() else " · ".join(filter(None, ("Protomaps", said))), osm_notice(day)]
    return Source("protomaps", " · ".join(parts), day)


# Private


class _Meter:
    """Counts bytes as they come, once it is known how many there will be."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._done, self._total = progress, 0, 0

    def expect(self, pieces: Iterable[Piece]) -> None:
        self._total = self._done + sum(piece.length for piece in pieces)

    def add(self, count: int) -> None:
        self._done += count
        if self._total:
            self._progress(min(self._done, self._total), self._total)


def _packed(data: bytes, names: bytes) -> bytes:
    # Two messages one after the other are one message with the layers of both.
    return gzip.compress(slimmed(data) + names, mtime=0)


def _names(plan: Plan, frame: Frame) -> Mapping[Tile, bytes]:
    shapes = list(anchor_shapes(plan, frame))
    return {tile: gzip.decompress(data) for tile, data in cut_tiles(shapes, frame)} if shapes else {}


def _marks(former: BuiltMap | None) -> dict[str, str]:
    known = former.metadata.get(OURS, {}) if former else {}
    return {name: known[name] for name in ("ways", "plan") if name in known}


def _layers(metadata: Mapping[str, Any], *, has_names: bool) -> Sequence[Mapping[str, Any]]:
    told = metadata.get("vector_layers")
    found = [dict(layer) for layer in told if isinstance(layer, dict)] if isinstance(told, list) else []
    kept = [_layer(layer) for layer in found if layer.get("id") in LAYERS]
    fields = {"angle": "Number", "drop": "Number", "kind": "String", "min_zoom": "Number", "name": "String"}
    names = {"id": "labels", "fields": fields, "minzoom": LAST_ZOOM, "maxzoom": LAST_ZOOM}
    return [*kept, names] if has_names else kept


def _layer(layer: Mapping[str, Any]) -> Mapping[str, Any]:
    fields = layer.get("fields")
    kept = {key: kind for key, kind in fields.items() if key in KEPT_KEYS} if isinstance(fields, dict) else {}
    return {"id": layer["id"], "fields": kept, "minzoom": ZOOMS[0], "maxzoom": ZOOMS[-1]}


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
