"""Leaving out of a Protomaps tile what our map never draws: most of its bytes are names in a hundred languages."""

from collections.abc import Mapping
from typing import Any

from google.protobuf.message import DecodeError
from mapbox_vector_tile.Mapbox import vector_tile_pb2

from ....domain.text import N_
from ...faults import ArchiveBroken
from ...tiles.shape import LAYERS

KEPT_KEYS = ("kind", "kind_detail", "name", "is_bridge", "is_tunnel", "min_zoom")

KEPT_POIS = frozenset(
    [
        *("station", "subway_entrance", "toilets", "drinking_water", "hospital", "library", "townhall", "post_office"),
        *("school", "community_centre", "social_centre", "park", "square"),
    ]
)
"""What of the many points of interest our map shows too."""


def slimmed(data: bytes) -> bytes:
    """Return a tile with our layers and our properties only; geometries stay as they are."""
    tile = vector_tile_pb2.tile()
    try:
        tile.ParseFromString(data)
    except DecodeError as error:
        raise ArchiveBroken(N_("il est abîmé")) from error
    slim = vector_tile_pb2.tile()
    for layer in tile.layers:
        if layer.name in LAYERS:
            _add(slim, layer)
    return bytes(slim.SerializeToString(deterministic=True))


# Private


def _add(tile: Any, layer: Any) -> None:
    slim = tile.layers.add()
    slim.name, slim.version, slim.extent = layer.name, layer.version, layer.extent
    keys: dict[str, int] = {}
    values: dict[bytes, int] = {}
    for feature in layer.features:
        said = _properties(layer, feature)
        if _is_drawn(layer, said):
            copy = slim.features.add()
            copy.type = feature.type
            copy.geometry.extend(feature.geometry)
            for key, value in said.items():
                copy.tags.append(keys.setdefault(key, len(keys)))
                copy.tags.append(values.setdefault(value.SerializeToString(deterministic=True), len(values)))
    if not slim.features:
        del tile.layers[-1]
        return
    slim.keys.extend(keys)
    for written in values:
        slim.values.add().ParseFromString(written)


def _properties(layer: Any, feature: Any) -> dict[str, Any]:
    pairs = zip(feature.tags[::2], feature.tags[1::2], strict=False)
    try:
        said = {layer.keys[key]: layer.values[value] for key, value in pairs}
    except IndexError as error:
        raise ArchiveBroken(N_("il est abîmé")) from error
    return {key: said[key] for key in KEPT_KEYS if key in said}


def _is_drawn(layer: Any, said: Mapping[str, Any]) -> bool:
    kind = said["kind"].string_value if "kind" in said else ""
    if layer.name == "pois":
        return kind in KEPT_POIS
    return not (layer.name == "buildings" and kind == "address")
