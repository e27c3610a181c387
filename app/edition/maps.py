"""The maps of the edition, kept whole by phones: one archive of vector tiles a territory, and one graph of paths."""

from collections.abc import Iterator, Mapping
from functools import partial

from ..domain.routing import codec
from ..map.basemap import Basemap
from ..map.tiles.archive import MEDIA_TYPE
from .file import PlannedFile, fingerprint_of


def map_files(basemaps: Mapping[str, Basemap]) -> Iterator[PlannedFile]:
    """Yield the map and the paths of every territory; both are made only when its basemap changed."""
    for territory, basemap in basemaps.items():
        yield PlannedFile(f"maps/{territory}.pmtiles", MEDIA_TYPE, basemap.digest, basemap.tiles)
        print_ = fingerprint_of(basemap.digest, codec.FORMAT)
        yield PlannedFile(f"paths/{territory}.bin", codec.MEDIA_TYPE, print_, partial(_paths, basemap), shared=True)


# Private


def _paths(basemap: Basemap) -> bytes:
    return codec.encode(basemap.paths)
