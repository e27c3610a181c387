"""A walk as GPX 1.1 (https://www.topografix.com/GPX/1/1/), valid against its XSD.

One file has the stops and *one* track; the route is a file of its own, for readers make a second track of every route.
No times: a plan is not a recording.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from ...domain.geometry import Position
from .track import Track, TrackStop, stepwise
from .xml_text import add, written

MEDIA_TYPE = "application/gpx+xml"

_NAMESPACE = "http://www.topografix.com/GPX/1/1"
_SCHEMA = f"{_NAMESPACE} http://www.topografix.com/GPX/1/1/gpx.xsd"
_LICENCE = "https://opendatacommons.org/licenses/odbl/1-0/"


def track_gpx(track: Track) -> bytes:
    """Return the stops as way points, and the way as one track of one segment."""
    gpx = _begun(track)
    for stop in track.stops:
        _describe(add(gpx, "wpt", **_at(stop.position)), stop)
    trk = add(gpx, "trk")
    add(trk, "name", track.title)
    segment = add(trk, "trkseg")
    for position in stepwise(track.line):
        add(segment, "trkpt", **_at(position))
    return written(gpx)


def route_gpx(track: Track) -> bytes:
    """Return the stops as one route, for readers that find the way between them themselves."""
    gpx = _begun(track)
    rte = add(gpx, "rte")
    add(rte, "name", track.title)
    for stop in track.stops:
        _describe(add(rte, "rtept", **_at(stop.position)), stop)
    return written(gpx)


# Private


def _begun(track: Track) -> Xml.Element:
    schema = {"xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "xsi:schemaLocation": _SCHEMA}
    gpx = Xml.Element("gpx", {"xmlns": _NAMESPACE, **schema, "version": "1.1", "creator": "À deux pas"})
    metadata = add(gpx, "metadata")
    add(metadata, "name", track.title)
    add(metadata, "desc", track.summary)
    licence = add(metadata, "copyright", author=_credits(track.notices))
    add(licence, "license", _LICENCE)
    if track.link:
        add(metadata, "link", href=track.link)
    return gpx


def _credits(notices: Iterable[str]) -> str:
    return " ; ".join(notices) or "© les contributeurs d’OpenStreetMap"


def _describe(point: Xml.Element, stop: TrackStop) -> None:
    add(point, "name", stop.title)
    add(point, "desc", stop.text)


def _at(position: Position) -> dict[str, str]:
    return {"lat": f"{position[1]:.6f}", "lon": f"{position[0]:.6f}"}
