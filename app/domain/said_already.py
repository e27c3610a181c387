"""Whether a place says already what a suggestion says: then there is nothing to correct, and one tap ends it."""

import re
from collections.abc import Callable, Mapping

from .hours.expression import is_readable
from .hours.spelling import respell_hours
from .place import Place, Status, dialled
from .suggestion import Kind


def is_said_already(place: Place, kind: Kind, text: str) -> bool:
    """Tell whether a place says what was sent, as far as a program can tell: a closure, hours, a number."""
    told = _TOLD.get(kind)
    return told is not None and told(place, text)


# Private

_CLOSED = (Status.CLOSED_TEMPORARILY, Status.CLOSED_FOR_GOOD)
_NUMBER = re.compile(r"\+?\d[\d .-]{7,}\d")


def _is_closed(place: Place, _text: str) -> bool:
    return place.status in _CLOSED


def _has_hours(place: Place, text: str) -> bool:
    likely = text if is_readable(text) else respell_hours(text)
    return bool(likely) and place.hours is not None and _plain(likely or "") == _plain(place.hours)


def _has_number(place: Place, text: str) -> bool:
    known = {phone.number for phone in place.contact.phones} if place.contact else set()
    named = {dialled(each, "FR") for each in _NUMBER.findall(text)}
    return bool(named) and named <= known


def _plain(hours: str) -> str:
    return re.sub(r"[\s\"]", "", hours)


_TOLD: Mapping[Kind, Callable[[Place, str], bool]] = {
    Kind.CLOSED: _is_closed,
    Kind.HOURS: _has_hours,
    Kind.PHONE: _has_number,
}
