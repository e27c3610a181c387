"""Which places belong to which territories, asked for all at once: a tree of outlines, not each against each."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import is_
from typing import NamedTuple

import shapely

from .geometry import Position
from .place import Place
from .territory import Territory

PlacesByTerritory = Mapping[str, tuple[Place, ...]]
"""Places by territory."""


class Inside:
    """The places of territories, inside their outlines or within their reach; of a territory that they are as before
    of, the very same tuple."""

    def __init__(
        self, territories: Mapping[str, Territory], places: Mapping[str, Place], before: "Inside | None" = None
    ) -> None:
        self.territories, self.places = territories, places
        outlines, public, drafts = tuple(territories.values()), _empty(territories), _empty(territories)
        at_home = _empty((*territories, ""))
        self._holders = _holders(outlines, places.values()) if outlines and places else {}
        for place in places.values():
            ids, home = self._holders.get(place.position, _NOWHERE)
            is_public = place.is_public
            for id in ids:
                (public if is_public else drafts)[id].append(place)
            if is_public:
                at_home[home].append(place)
        self.public: PlacesByTerritory = _kept(public, before.public if before else {})
        """Those that families may see, in the order of their file."""
        self.drafts: PlacesByTerritory = _kept(drafts, before.drafts if before else {})
        """Those that wait for a check."""
        self.at_home: PlacesByTerritory = _kept(at_home, before.at_home if before else {})
        """Those that families may see by the territory that their page is of, "" for those outside of all."""

    def holders_of(self, place: Place) -> Sequence[Territory]:
        """Return the territories of one of the places, in their order."""
        ids, _ = self._holders.get(place.position, _NOWHERE)
        return [self.territories[id] for id in ids]


def inside_of(territories: Mapping[str, Territory], places: Mapping[str, Place]) -> Inside:
    """Return the places of territories: once for the same ones, for an edition asks for them several times."""
    found = next((each for each in tuple(_LAST) if each.territories is territories and each.places is places), None)
    if found is None:
        found = Inside(territories, places, _LAST[-1] if _LAST else None)
        _LAST.append(found)
    return found


def places_inside(territories: Sequence[Territory], places: Sequence[Place]) -> Mapping[str, Sequence[Place]]:
    """Return the places of each territory, in the order given."""
    found = _empty(territory.id for territory in territories)
    if territories and places:
        holders = _holders(tuple(territories), places)
        for place in places:
            for id in holders[place.position].ids:
                found[id].append(place)
    return found


# Private

_LAST: deque[Inside] = deque(maxlen=2)
"""The last ones: of the library, and of what families may see of it."""


def _empty(territories: Iterable[str]) -> dict[str, list[Place]]:
    return {id: [] for id in territories}


def _kept(found: Mapping[str, Sequence[Place]], before: PlacesByTerritory) -> PlacesByTerritory:
    """Return places as tuples, those of before where all of them are the same objects."""
    return {id: _same(tuple(places), before.get(id, ())) for id, places in found.items()}


def _same(places: tuple[Place, ...], before: tuple[Place, ...]) -> tuple[Place, ...]:
    return before if len(places) == len(before) and all(map(is_, places, before)) else places


class _Holders(NamedTuple):
    """The territories that hold a position, and the one whose outline does, "" for none."""

    ids: tuple[str, ...]
    home: str


_NOWHERE = _Holders((), "")

_KNOWN: deque[tuple[tuple[Territory, ...], dict[Position, _Holders]]] = deque(maxlen=2)
"""The last outlines, each with the positions that they were asked for: edits move few places."""

_MOST = 200_000


def _holders(territories: tuple[Territory, ...], places: Collection[Place]) -> Mapping[Position, _Holders]:
    """Return by position the territories that hold it."""
    known = next((held for outlines, held in _KNOWN if outlines == territories), None)
    if known is None or len(known) > _MOST:
        known = {}
        _KNOWN.append((territories, known))
    fresh = [*dict.fromkeys(place.position for place in places if place.position not in known)]
    if fresh:
        known |= _asked(territories, fresh)
    return known


def _asked(territories: Sequence[Territory], positions: Sequence[Position]) -> dict[Position, _Holders]:
    found: dict[Position, list[Territory]] = {position: [] for position in positions}
    tree = shapely.STRtree([territory.shape for territory in territories])
    pairs = tree.query(shapely.points(positions), predicate="intersects").tolist()
    for position, territory in sorted(zip(*pairs, strict=True)):
        found[positions[position]].append(territories[territory])
    return {position: _of(position, held) for position, held in found.items()}


def _of(position: Position, territories: Sequence[Territory]) -> _Holders:
    if not territories:
        return _NOWHERE
    home = min(territories, key=lambda territory: territory.is_further(position))
    return _Holders(tuple(territory.id for territory in territories), home.id)
