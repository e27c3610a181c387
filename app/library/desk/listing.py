"""The places of somebody's territories as a list to look through: drafts first, then the oldest facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...domain.content import Content
from ...domain.inside import places_inside
from ...domain.person import Person
from ...domain.place import Place, Status
from ...domain.text import fold
from ..content.queries import read_library

A_PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for: words of a name or an address, a territory, a status; empty is anything."""

    words: str = ""
    territory: str = ""
    status: str = ""


@dataclass(frozen=True)
class Listed:
    """One page of the places that were found, how many there are in all, and in each status."""

    places: Sequence[Place]
    count: int
    pages: int
    counts: Mapping[str, int]


def list_places(person: Person, wanted: Wanted, page: int) -> Listed:
    """Return a page of the places that somebody looks for among those of their territories."""
    mine = [place for place in own_places(read_library(), person, wanted.territory) if _is_meant(place, wanted.words)]
    counts = {status.value: sum(place.status is status for place in mine) for status in Status}
    found = [place for place in mine if wanted.status in ("", place.status.value)]
    found.sort(key=lambda place: (place.status is not Status.DRAFT, _folded(place.name)))
    pages = max(1, -(-len(found) // A_PAGE))
    start = (min(max(1, page), pages) - 1) * A_PAGE
    return Listed(found[start : start + A_PAGE], len(found), pages, counts)


def own_places(content: Content, person: Person, territory: str = "") -> list[Place]:
    """Return the places of somebody's territories, or of one of them; those of none are for who has them all."""
    held = places_inside([*content.territories.values()], [*content.places.values()])
    mine = {id for id in held if person.covers([id]) and territory in ("", id)}
    if not person.territories and not territory:
        return [*content.places.values()]
    ids = {place.id for id in mine for place in held[id]}
    return [place for place in content.places.values() if place.id in ids]


# Private


def _is_meant(place: Place, words: str) -> bool:
    if not words.strip():
        return True
    address = place.address.line if place.address else ""
    text = _folded(" ".join((place.name, address, place.id, place.code or "", place.purpose or "")))
    return all(word in text for word in fold(words).split())


@lru_cache(maxsize=16_384)
def _folded(text: str) -> str:
    """Folding takes most of a search, and places change little from one to the next."""
    return fold(text)
