"""A file that another program recorded, whatever its format; and the territory that its line is in."""

from collections.abc import Mapping

from ...domain.geometry import metres_between
from ...domain.problem import Problem
from ...domain.territory import Territory
from ...domain.text import N_
from ..native.source import Source
from .geojson import read_geojson
from .gpx import read_gpx
from .track import Track

UNNAMED = (N_("Départ, à nommer"), N_("Arrivée, à nommer"), N_("Étape, à nommer"))
"""What stops are called that have no name in the file: the first, the last, another."""

LEFT_OUT = N_("le point « %(name)s » est à %(distance)s du tracé : il n’est pas devenu une étape.")


def read_track(source: Source) -> Track | Problem:
    """Return the line of a GPX or GeoJSON file, or why there is none."""
    is_json = source.data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[")
    return read_geojson(source) if is_json else read_gpx(source)


def home_of(territories: Mapping[str, Territory], track: Track) -> Territory | None:
    """Return the territory that holds most of a line; None when none holds any."""
    held = {id: sum(map(home.holds, track.line)) for id, home in territories.items()}
    best = max(held, key=lambda id: held[id], default=None)
    return territories[best] if best is not None and held[best] else None


def nearest_to(territories: Mapping[str, Territory], track: Track) -> tuple[Territory, float]:
    """Return the territory nearest to where a line begins, and its metres from there."""
    nearest = min(territories.values(), key=lambda home: home.degrees_to(track.line[0]))
    return nearest, metres_between(track.line[0], nearest.point_in(nearest.bounds) or track.line[0])
