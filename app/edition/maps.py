"""The maps of the edition: one archive of vector tiles a territory, kept whole by phones."""

from collections.abc import Iterator, Mapping

from ..ground.archive import MEDIA_TYPE
from ..ground.ground import Ground
from .leaf import Leaf


def map_leaves(grounds: Mapping[str, Ground]) -> Iterator[Leaf]:
    """Yield the map of every territory; its tiles are cut only when its ground changed."""
    for territory, ground in grounds.items():
        yield Leaf(f"maps/{territory}.pmtiles", MEDIA_TYPE, ground.digest, ground.tiles)
