"""A walk as KML 2.2 (https://docs.ogc.org/is/12-007r2/12-007r2.html).

Styles stand in each placemark: readers of phones draw what follows a shared one in their own blue.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from ...domain.geometry import Position
from .track import Track
from .xml_text import add, written

MEDIA_TYPE = "application/vnd.google-earth.kml+xml"

_LINE, _PIN = "ff635e15", "ff2d3bc4"
"""Alpha, blue, green, red."""

_LONGEST_NAME = 100


def track_kml(track: Track) -> bytes:
    """Return the stops as points, and the way as one line."""
    kml = Xml.Element("kml", {"xmlns": "http://www.opengis.net/kml/2.2"})
    document = add(kml, "Document")
    add(document, "name", track.title[:_LONGEST_NAME])
    add(document, "description", track.summary)
    for stop in track.stops:
        placemark = _placemark(document, stop.title, stop.text)
        add(add(add(placemark, "Style"), "IconStyle"), "color", _PIN)
        add(add(placemark, "Point"), "coordinates", _written([stop.position]))
    way = _placemark(document, track.title, "")
    style = add(add(way, "Style"), "LineStyle")
    add(style, "color", _LINE)
    add(style, "width", "4")
    line = add(way, "LineString")
    add(line, "tessellate", "1")
    add(line, "coordinates", _written(track.line))
    return written(kml)


# Private


def _placemark(document: Xml.Element, name: str, text: str) -> Xml.Element:
    placemark = add(document, "Placemark")
    add(placemark, "name", name[:_LONGEST_NAME])
    add(placemark, "description", text)
    return placemark


def _written(line: Iterable[Position]) -> str:
    return " ".join(f"{lon:.6f},{lat:.6f}" for lon, lat in line)
