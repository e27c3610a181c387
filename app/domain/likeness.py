"""Places that may be one and the same: alike by name, near each other, or with one telephone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .geometry import Position, metres_between
from .place import Place
from .text import fold

SAME_DOOR_M = 25
NEAR_M = 250
FAR_M = 3_000
"""Beyond this two places of one name are two places: every quarter has its library."""

_MOST = 5
_STOP_WORDS = frozenset(["de", "du", "des", "la", "le", "les", "l", "d", "a", "au", "aux", "en", "et", "pour", "sur"])


@dataclass(frozen=True)
class Likeness:
    """A place that is known already, and what it shares with the one that was described."""

    place: Place
    metres: float
    same_phone: bool
    same_name: bool


def alike_places(name: str, position: Position, phones: Sequence[str], places: Iterable[Place]) -> list[Likeness]:
    """Return the places that may be the one described, the likeliest first."""
    found = [(_ratio(name, place.name), _likeness(name, position, phones, place)) for place in places]
    likely = [(ratio, each) for ratio, each in found if _may_be_same(ratio, each)]
    likely.sort(key=lambda pair: (not pair[1].same_phone, -pair[0], pair[1].metres))
    return [each for _, each in likely[:_MOST]]


# Private


def _likeness(name: str, position: Position, phones: Sequence[str], place: Place) -> Likeness:
    theirs = {phone.number for phone in place.contact.phones} if place.contact else set()
    metres = metres_between(position, place.position)
    return Likeness(place, metres, not theirs.isdisjoint(phones), _ratio(name, place.name) >= _SAME)


_SAME = 0.75
_RATHER = 0.6


def _may_be_same(ratio: float, likeness: Likeness) -> bool:
    if likeness.same_phone:
        return True
    if ratio >= _SAME:
        return likeness.metres <= FAR_M
    return likeness.metres <= SAME_DOOR_M or (ratio >= _RATHER and likeness.metres <= NEAR_M)


def _ratio(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1, whatever the order of their words."""
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return 0.0
    shared = len(set(mine) & set(theirs)) / min(len(set(mine)), len(set(theirs)))
    spelt = SequenceMatcher(None, " ".join(sorted(mine)), " ".join(sorted(theirs))).ratio()
    # One word that all share ("bibliothèque") tells nothing: the shorter name must be more than that.
    return max(spelt, shared if min(len(mine), len(theirs)) > 1 else 0.0)


def _words(name: str) -> list[str]:
    letters = "".join(sign if sign.isalnum() else " " for sign in fold(name))
    return [word for word in letters.split() if word not in _STOP_WORDS]
