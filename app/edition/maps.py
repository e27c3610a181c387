"""The maps of the edition, kept whole by phones: one archive of vector tiles a territory, and one graph of paths."""

from collections.abc import Iterator, Mapping
from functools import partial

from ..domain.paths import codec
from ..ground.archive import MEDIA_TYPE
from ..ground.ground import Ground
from .leaf import Leaf, fingerprint_of


def map_leaves(grounds: Mapping[str, Ground]) -> Iterator[Leaf]:
    """Yield the map and the paths of every territory; both are made only when its ground changed."""
    for territory, ground in grounds.items():
        yield Leaf(f"maps/{territory}.pmtiles", MEDIA_TYPE, ground.digest, ground.tiles)
        print_ = fingerprint_of(ground.digest, codec.FORMAT)
        yield Leaf(f"paths/{territory}.bin", codec.MEDIA_TYPE, print_, partial(_paths, ground), shared=True)


# Private


def _paths(ground: Ground) -> bytes:
    return codec.encode(ground.paths)
