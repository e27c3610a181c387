"""The files of every public walk under `api/v1/walks/`: addresses that stay, also on a site of files alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from pydantic_core import to_json

from ...domain.public import PublicContent
from ...domain.walk import Walk
from ...map.basemap import Basemap
from ...site.addresses import Site
from ..bundles import Bundle, in_bundles
from ..file import PlannedFile, fingerprint_of
from ..groups import GROUPS
from .features import GEOJSON, track_geojson, track_randonnee
from .gpx import MEDIA_TYPE as GPX
from .gpx import route_gpx, track_gpx
from .kml import MEDIA_TYPE as KML
from .kml import track_kml
from .track import Track, track_of
from .trip import trip_of

DOWNLOADS = "api/v1/walks/"
"""Files that a phone hands to another application: a browser that opened one would show its text."""

FORMAT = 1
"""Of all of them together: another one when their text changes while the walk does not."""

EXPORTS: Mapping[str, tuple[str, Callable[[Track], bytes]]] = {
    "gpx": (GPX, track_gpx),
    "route.gpx": (GPX, route_gpx),
    "kml": (KML, track_kml),
    "geojson": (GEOJSON, track_geojson),
    "randonnee.geojson": (GEOJSON, track_randonnee),
    "json": ("application/json", lambda track: to_json(trip_of(track))),
}
"""Ending, media type and maker of each."""


@in_bundles
def walk_files(content: PublicContent, basemaps: Mapping[str, Basemap], site: Site) -> Iterator[Bundle]:
    """Yield every export of every public walk that has stops one may show."""
    for territory in content.territories.values():
        walks = content.public_walks(territory.id)
        named = tuple(content.places.get(id) for walk in walks for id in walk.places)
        seen = (FORMAT, site, territory, walks, named, basemaps[territory.id].digest)
        plan = partial(_files_of, content, basemaps[territory.id], site, walks)
        yield from GROUPS.take(("exports", territory.id), seen, plan).bundles


# Private


def _files_of(content: PublicContent, basemap: Basemap, site: Site, walks: Sequence[Walk]) -> Iterator[PlannedFile]:
    for walk in walks:
        track = track_of(content, walk, basemap, site)
        if not track.stops:
            continue
        told = fingerprint_of(FORMAT, track)
        for ending, (media_type, make) in EXPORTS.items():
            path = f"{DOWNLOADS}{walk.id}.{ending}"
            yield PlannedFile(path, media_type, told, partial(make, track))
