"""The whole of what a library holds, in domain objects: the one input of an edition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from .calendar import Calendar
from .category import Categories, Category
from .geometry import DETOUR, Position, metres_between
from .inside import Inside, PlacesByTerritory, inside_of
from .picture import Picture
from .place import Place, PlacePhoto
from .plan import Plan
from .territory import Territory
from .text import Texts
from .walk import Stop, Walk, WalkStatus


@dataclass(frozen=True)
class CodeEntry:
    """A line of `data/codes.csv`: a code given for ever to a `kind` (place, walk, territory) and an id."""

    code: str
    kind: str
    id: str


Reprint = tuple[tuple[str, date], ...]
"""What sheets of a subject may be wrong about (French, to be translated), each with the last day on which one was
printed that may be: the newest first."""


@dataclass(frozen=True)
class Content:
    """Everything published or waiting, by id, in the order of its file."""

    territories: Mapping[str, Territory]
    places: Mapping[str, Place]
    walks: Mapping[str, Walk]
    categories: Categories
    calendar: Calendar
    texts: Texts
    codes: Sequence[CodeEntry] = ()
    plan: Plan = field(default_factory=Plan)
    on_foot: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """By territory, the metres on foot from its school to its public places, where streets were asked."""

    reprints: Mapping[str, Reprint] = field(default_factory=dict)
    """By the key of a subject (`place:abc`), since when its own sheets may be wrong: as the history tells it."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """By the name of its file, the picture of each photo of a place."""

    @cached_property
    def _public_by_territory(self) -> dict[str, tuple[Place, ...]]:
        return {}

    @property
    def inside(self) -> Inside:
        """Which of the places belong to which of the territories."""
        return inside_of(self.territories, self.places)

    @property
    def public_inside(self) -> PlacesByTerritory:
        """The places of each territory that families may see, in the order of their file."""
        return self.inside.public

    @property
    def drafts_by_territory(self) -> PlacesByTerritory:
        """The places of each territory that wait for a check: counted on pages, never shown."""
        return self.inside.drafts

    def _by_distance(self, territory: Territory) -> tuple[Place, ...]:
        school, known = self.anchor_of(territory), self.on_foot.get(territory.id, {})
        seen = (self.public_inside[territory.id], known, school)
        before, sorted_out = _BY_DISTANCE.get(territory.id, ((), ()))
        if before != seen:
            sorted_out = _sorted_out(*seen)
            _BY_DISTANCE[territory.id] = seen, sorted_out
        return sorted_out

    def anchor_of(self, territory: Territory) -> Place | None:
        """Return the school that distances are counted from: one whose door families may know, or every distance
        would tell where it is."""
        school = self.places.get(territory.school or "")
        return school if school is not None and school.is_public and school.shows_address else None

    def metres_from_school(self, territory: Territory, place: Place) -> float | None:
        """Return the metres on foot from the school of a territory to a place: along streets, or about as many."""
        known = self.on_foot.get(territory.id, {}).get(place.id)
        school = self.anchor_of(territory)
        if known is not None or school is None:
            return known
        return DETOUR * metres_between(school.position, place.position)

    def public_places(self, territory: str) -> tuple[Place, ...]:
        """Return the places of a territory that families may see, nearest to its school first."""
        known = self._public_by_territory
        if territory not in known:
            known[territory] = self._by_distance(self.territories[territory])
        return known[territory]

    def territories_of(self, place: Place) -> tuple[Territory, ...]:
        """Return the territories that the place belongs to, those whose outline holds it first."""
        if self.places.get(place.id) is place:
            return _home_first(place, self.inside.holders_of(place))
        return _home_first(place, [t for t in self.territories.values() if t.holds(place.position)])

    @cached_property
    def _walks_by_territory(self) -> Mapping[str, tuple[Walk, ...]]:
        found: dict[str, list[Walk]] = {}
        for walk in self.walks.values():
            if self.is_walk_public(walk):
                found.setdefault(walk.territory, []).append(walk)
        return {id: tuple(walks) for id, walks in found.items()}

    def public_walks(self, territory: str) -> tuple[Walk, ...]:
        """Return the walks of a territory that families may see: every stop is a public place or a point."""
        return self._walks_by_territory.get(territory, ())

    def is_walk_public(self, walk: Walk) -> bool:
        """Tell whether a walk may be shown: a walk with a stop that is not published is itself a draft."""
        stops = (self.places.get(s.place) for s in walk.stops if s.place)
        return walk.status is WalkStatus.PUBLISHED and all(p is not None and p.is_public for p in stops)

    def spot_of(self, stop: Stop) -> Position | None:
        """Return where a stop of a walk is, if families may know."""
        place = self.places.get(stop.place or "")
        if place is None:
            return stop.point
        return place.position if place.shows_address else None

    def pictures_of(self, place: Place) -> tuple[tuple[PlacePhoto, Picture], ...]:
        """Return the photos of a place that have a picture, each with it."""
        return tuple((photo, self.pictures[photo.file]) for photo in place.photos if photo.file in self.pictures)

    def theme_of(self, place: Place) -> Category | None:
        """Return the theme of the first category of a place."""
        return self.categories.theme_of(place.categories[0]) if place.categories else None

    def is_practical(self, place: Place) -> bool:
        """Tell whether a place belongs to the practical layer only (water, toilets)."""
        themes = [self.categories.theme_of(c) for c in place.categories]
        return bool(themes) and all(t.practical for t in themes)


# Private

_BY_DISTANCE: dict[str, tuple[tuple[Any, ...], tuple[Place, ...]]] = {}
"""By territory, the places that were sorted last, and what they were sorted by: an edit leaves most as they were."""


def _sorted_out(inside: tuple[Place, ...], known: Mapping[str, float], school: Place | None) -> tuple[Place, ...]:
    if school is None:
        return inside
    start = school.position
    metres = {p.id: known[p.id] if p.id in known else DETOUR * metres_between(start, p.position) for p in inside}
    return tuple(sorted(inside, key=lambda p: (metres[p.id], p.id)))


def _home_first(place: Place, holders: Sequence[Territory]) -> tuple[Territory, ...]:
    if len(holders) < 2:
        return tuple(holders)
    return tuple(sorted(holders, key=lambda territory: territory.is_further(place.position)))
