"""What families may see of a content: all that must stay hidden is removed here, once, before anything is made of it.

Pages, drawings, hours, search data, open data, packs, posters and distances are made from a `PublicContent`: no
reader has a door to keep to itself, and all show the same. Of a place remain

- with a `full` address: all but the desk's note;
- with an `area`: the block of streets that it lies in, postcode and town. Wherever in the block it is, the same;
- `hidden`: its quarter. Its position is a fixed point of the outline, so that it tells nothing else;
- of a draft: what counts it (kind, and the territories that hold it), what refuses to print it and, where its
  address is a `full` one, what lets a neighbour go and look: its street and where it is.

Of a walk goes what only its leader may read, in every language.

Outlines are asked where a place is shown to be, for its true position would tell on which side of an edge it lies.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from .content import Content, Reprint
from .geometry import Bounds, Position
from .once import once_each
from .picture import Picture
from .place import Address, Place
from .reprint import WHERE
from .territory import Territory, point_within
from .text import Texts
from .translatable import is_leader_key, photo_key
from .walk import LEADER_FIELDS, Meeting, Stop, Walk, WayService

BLOCK = 0.004
"""Side in degrees of the block of streets that an `area` place is known to be in: about 300 by 450 m."""

_NOWHERE: Position = (0.0, 0.0)

Spot = TypeVar("Spot", Meeting, Stop, WayService)


@dataclass(frozen=True)
class PublicContent(Content):
    """A content without what must stay hidden; `public_content` alone makes it."""


def public_content(content: Content) -> PublicContent:
    """Return the content as families may see it; a place that did not change is the same object as before."""
    return content if isinstance(content, PublicContent) else _public(content)


# Private


@once_each
def _public(content: Content) -> PublicContent:
    shown = _outlines_of(tuple(content.territories.values())).shown
    same: dict[str, Any] = {each.name: getattr(content, each.name) for each in fields(content)}
    places = {id: shown(place) for id, place in content.places.items()}
    veiled = frozenset(id for id, place in places.items() if not place.shows_address)
    walks = {id: _shown_walk(content, walk, veiled) for id, walk in content.walks.items()}
    shown_now = {"places": places, "walks": walks, "pictures": _shown_pictures(content, places.values())}
    texts, reprints = _shown_texts(content, veiled), _shown_reprints(content.reprints, veiled)
    return PublicContent(**same | shown_now | {"texts": texts, "reprints": reprints})


class _Outlines:
    """The outlines of a content, and what they let be shown of its places."""

    def __init__(self, territories: tuple[Territory, ...]) -> None:
        self.territories = territories
        self._points: dict[tuple[str, ...], Position] = {}
        # Only what is not shown as it is: a place kept with itself would never be forgotten.
        self._veiled = once_each(self._veil)

    def shown(self, place: Place) -> Place:
        """Return what may be shown of a place."""
        if place.is_public and place.shows_address:
            return place if place.note is None else _without_note(place)
        return self._veiled(place)

    def _veil(self, place: Place) -> Place:
        if not place.is_public:
            return _counted(place, place.position if place.shows_address else self._among(self._holders(place)))
        if place.address_visibility == "area":
            return _without_door(place, self._block(place.position), ("postcode", "city", "insee"))
        return _without_door(place, self._among(self._quarter(place)), ("city",))

    def _holders(self, place: Place) -> Sequence[Territory]:
        """Return the territory that a draft whose door is kept is counted in."""
        return [territory for territory in self.territories if territory.holds(place.position)][:1]

    def _quarter(self, place: Place) -> Sequence[Territory]:
        """Return one territory, even where two hold the place: what they share may be one street."""
        return sorted(self.territories, key=lambda territory: territory.degrees_to(place.position))[:1]

    def _among(self, inside: Sequence[Territory]) -> Position:
        """Return the point that stands for everything that these territories hold."""
        key = tuple(territory.id for territory in inside)
        if key and key not in self._points:
            self._points[key] = point_within(inside, [each for each in self.territories if each.id not in key])
        return self._points.get(key, _NOWHERE)

    def _block(self, position: Position) -> Position:
        """Return the middle of a block; of the part that an outline holds, where none holds the middle."""
        lon, lat = (round(round(side / BLOCK) * BLOCK, 6) for side in position)
        if any(territory.holds((lon, lat)) for territory in self.territories):
            return lon, lat
        box = Bounds(lon - BLOCK / 2, lat - BLOCK / 2, lon + BLOCK / 2, lat + BLOCK / 2)
        parts = (territory.point_in(box) for territory in self.territories)
        return next((part for part in parts if part), (lon, lat))


_KNOWN: deque[_Outlines] = deque(maxlen=4)
"""The last ones: edits leave territories as they are."""


def _outlines_of(territories: tuple[Territory, ...]) -> _Outlines:
    known = next((each for each in _KNOWN if each.territories == territories), None)
    if known is None:
        known = _Outlines(territories)
        _KNOWN.append(known)
    return known


@once_each
def _without_note(place: Place) -> Place:
    return place.model_copy(update={"note": None})


def _without_door(place: Place, position: Position, told: Iterable[str]) -> Place:
    """Leave out what leads to the door: a picture of it, and the records that anybody may look up at the source."""
    hidden = {"note": None, "access_hint": None, "photos": ()}
    sources = tuple(source.model_copy(update={"ref": None, "url": None}) for source in place.sources)
    seen = {"position": position, "address": _town(place.address, told), "sources": sources}
    return place.model_copy(update=hidden | seen)


def _town(address: Address | None, told: Iterable[str]) -> Address | None:
    known = {name: getattr(address, name, None) for name in told}
    return Address(**known) if any(known.values()) else None


def _counted(place: Place, position: Position) -> Place:
    kept = ("id", "name", "status", "code", "categories", "address_visibility", "verified",
            "checks")  # fmt: skip
    street = _town(place.address, ("street",)) if place.shows_address else None
    return Place.model_construct(position=position, address=street, **{name: getattr(place, name) for name in kept})


def _shown_walk(content: Content, walk: Walk, veiled: frozenset[str]) -> Walk:
    if not content.is_walk_public(walk):
        return _bare(walk)
    walk = _unled(walk)
    if veiled.isdisjoint(walk.places):
        return walk
    hidden = {number for number, stop in enumerate(walk.stops, 1) if stop.place in veiled}
    shown = {
        "stops": tuple(_pointless(stop, veiled) for stop in walk.stops),
        "services": tuple(_pointless(service, veiled) for service in walk.services),
        "meeting": _pointless(walk.meeting, veiled) if walk.meeting else None,
        # The way that leads to a door tells where it is.
        "legs": tuple(leg for leg in walk.legs if hidden.isdisjoint((leg.from_, leg.to))),
    }
    return walk.model_copy(update=shown)


def _pointless(spot: Spot, veiled: frozenset[str]) -> Spot:
    """Leave out the point that stands beside a place whose door is not shown."""
    return spot.model_copy(update={"point": None}) if spot.place in veiled else spot


@once_each
def _unled(walk: Walk) -> Walk:
    """Leave out what only who leads a walk may read, wherever in it that stands; a walk without it stays itself."""
    said = walk.model_dump(by_alias=True, exclude_defaults=True)
    kept = _without_leader(said)
    return walk if kept == said else Walk.model_validate(kept)


def _without_leader(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_leader(each) for key, each in value.items() if key not in LEADER_FIELDS}
    return tuple(map(_without_leader, value)) if isinstance(value, (list, tuple)) else value


def _shown_reprints(reprints: Mapping[str, Reprint], veiled: frozenset[str]) -> Mapping[str, Reprint]:
    """Leave out when a door that is not shown moved."""
    doors = {key for id in veiled if (key := f"place:{id}") in reprints}
    shown = {key: tuple(each for each in reprints[key] if each[0] != WHERE) for key in doors}
    return {key: each for key, each in ({**reprints, **shown}).items() if each} if doors else reprints


_BARE = ("format", "id", "status", "title", "territory", "code", "languages", "shape", "themes", "audience",
         "difficulty", "valid_until")  # fmt: skip
"""The fields of a walk that is not shown which remain: they say nothing of where it goes."""


@once_each
def _bare(walk: Walk) -> Walk:
    """Return what refuses to print a walk that is not published, and what tells its code from a retired one."""
    stops = tuple(Stop(place=stop.place) for stop in walk.stops)
    return Walk.model_construct(stops=stops, **{name: getattr(walk, name) for name in _BARE})


def _shown_pictures(content: Content, places: Iterable[Place]) -> Mapping[str, Picture]:
    """Return the pictures that places show as they are now."""
    shown = (place for place in places if place.photos)
    return {photo.file: picture for place in shown for photo, picture in content.pictures_of(place)}


def _shown_texts(content: Content, veiled: frozenset[str]) -> Texts:
    """Leave out how to find a door and what a leader reads, in any language, with the French it was made from."""
    secret = {f"place:{id}/access_hint" for id in veiled}
    secret |= {photo_key(id, photo.file) for id in veiled for photo in content.places[id].photos}
    asked = content.texts, secret
    shown = next((found for told, found in tuple(_TEXTS) if told == asked), None)
    if shown is None:
        shown = _without(*asked)
        _TEXTS.append((asked, shown))
    return shown


_TEXTS: deque[tuple[tuple[Texts, Set[str]], Texts]] = deque(maxlen=2)
"""The last ones, with what was kept of them: most edits change no text."""


def _without(texts: Texts, secret: Set[str]) -> Texts:
    kept = {
        lang: {key: entry for key, entry in entries.items() if key not in secret and not is_leader_key(key)}
        for lang, entries in texts.by_language.items()
    }
    same = all(len(kept[lang]) == len(entries) for lang, entries in texts.by_language.items())
    return texts if same else Texts(kept)
