"""What an archive of tiles holds, counted: for those who want to know before they keep it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from google.protobuf.message import DecodeError
from mapbox_vector_tile.Mapbox import vector_tile_pb2
from pmtiles.tile import TileType, tileid_to_zxy

from ...domain.geometry import Bounds
from ...domain.text import N_
from ..faults import ArchiveBroken
from .archive import entries_of, open_archive, unpacked


@dataclass(frozen=True)
class Inventory:
    """Tiles and bytes by zoom; features and bytes (before compression) by layer."""

    bounds: Bounds
    metadata: Mapping[str, Any]
    tiles: Counter[int] = field(default_factory=Counter)
    sizes: Counter[int] = field(default_factory=Counter)
    features: Counter[str] = field(default_factory=Counter)
    layers: Counter[str] = field(default_factory=Counter)


def take_inventory(archive: bytes) -> Inventory:
    """Count what an archive holds; raise `ArchiveBroken` when it cannot be read."""
    head = open_archive(archive)
    found = Inventory(head.bounds, head.metadata)
    for entry, data in entries_of(archive, head):
        zoom, _, _ = tileid_to_zxy(entry.tile_id)
        found.tiles[zoom] += entry.run_length
        found.sizes[zoom] += len(data)
        if head.tile_type is TileType.MVT:
            _count_layers(found, unpacked(data, head.tile_compression))
    return found


# Private


def _count_layers(found: Inventory, data: bytes) -> None:
    tile = vector_tile_pb2.tile()
    try:
        tile.ParseFromString(data)
    except DecodeError as error:
        raise ArchiveBroken(N_("il est abîmé")) from error
    for layer in tile.layers:
        found.features[layer.name] += len(layer.features)
        found.layers[layer.name] += layer.ByteSize()
