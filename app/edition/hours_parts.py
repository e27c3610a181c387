"""How the hours of a big territory lie in parts, so that the page of one place fetches those of a few.

The whole file says the same: lists, filters and packs use it. A place's part depends on its name alone, and on how
many places there are to the next power of two.
"""

from collections.abc import Iterable, Mapping
from zlib import crc32

from ..domain.place import Place

PLACES_A_PART = 64
"""A territory of no more has no parts: its whole file is as small."""


def parts_for(places: int) -> int:
    """Return in how many parts the hours of so many places lie."""
    count = 1
    while places > count * PLACES_A_PART:
        count *= 2
    return count


def hours_path(territory: str, place: str, count: int) -> str:
    """Return the path of the file that has the hours of a place, among `count` parts."""
    return f"hours/{territory}.json" if count == 1 else f"hours/{territory}/{_part_of(place, count)}.json"


def places_by_path(territory: str, places: Iterable[Place], count: int) -> Mapping[str, list[Place]]:
    """Return the places of every part, by its path."""
    parts: dict[str, list[Place]] = {}
    for place in places:
        parts.setdefault(hours_path(territory, place.id, count), []).append(place)
    return parts


# Private


def _part_of(place: str, count: int) -> int:
    return crc32(place.encode()) % count
