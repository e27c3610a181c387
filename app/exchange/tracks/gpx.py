"""A GPX file: its track, else its route, and its waypoints. Times and heights are left out."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from ...domain.geometry import Position
from ...domain.problem import Problem
from ...domain.text import N_
from ..native.source import Source, line_of
from .track import Track, track_of


def read_gpx(source: Source) -> Track | Problem:
    """Return the line of a GPX file, or why there is none."""
    if re.search(rb"<!(DOCTYPE|ENTITY)", source.data.replace(b"\0", b""), re.IGNORECASE):
        return source.problem("", _DOCTYPE)
    try:
        root = ElementTree.fromstring(source.data)  # noqa: S314 (what could harm needs a DOCTYPE: refused above)
    except ElementTree.ParseError as error:
        return source.problem(line_of(*error.position), _BROKEN)
    if _tag(root) != "gpx":
        return source.problem("", _NOT_GPX, tag=_tag(root))
    try:
        tracks = [_positions(segment, "trkpt") for track in _all(root, "trk") for segment in _all(track, "trkseg")]
        routes = [_positions(route, "rtept") for route in _all(root, "rte")]
        points = [(_name(point), _position(point)) for point in _all(root, "wpt")]
    except ValueError:
        return source.problem("", _NO_NUMBER)
    line = tracks if any(tracks) else routes
    named = [each for part in ("metadata", "trk", "rte") for each in _all(root, part)]
    name = next((name for each in named if (name := _name(each))), "")
    return track_of(source, line, points, name)


# Private


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _all(element: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    return (child for child in element if _tag(child) == tag)


def _name(element: ElementTree.Element) -> str:
    return next(((child.text or "").strip() for child in _all(element, "name")), "")


def _positions(element: ElementTree.Element, tag: str) -> list[Position]:
    return [_position(point) for point in _all(element, tag)]


def _position(point: ElementTree.Element) -> Position:
    """Return where a point is; ValueError where it does not say."""
    return float(point.get("lon", "")), float(point.get("lat", ""))


_DOCTYPE = N_("ce fichier déclare un DOCTYPE, ce qu’un GPX ne fait pas : exportez-le de nouveau.")
_BROKEN = N_("le GPX est coupé ou mal écrit ici : exportez-le de nouveau.")
_NOT_GPX = N_("ce n’est pas un GPX : le fichier commence par « {tag} ».")
_NO_NUMBER = N_("un point n’a pas de latitude ou de longitude : exportez le fichier de nouveau.")
