"""What the pages of a territory show of the content: while it is the same, none of them is planned again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from ..cache import Cache
from ..domain.content import Reprint
from ..domain.picture import Picture
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.subject import Subject, kind_of
from ..domain.territory import Territory
from ..domain.walk import Walk
from ..map.basemap import Basemap
from .neighbours import Neighbours


@dataclass(frozen=True)
class Shown:
    """All that the pages of a territory show of the content, its texts apart.

    `named` are the places that its school, its kiosk and its walks name; `beside` those next to its own, outside of it.
    """

    frame: tuple[Any, ...]
    places: tuple[Place, ...]
    drafts: tuple[Place, ...]
    walks: tuple[Walk, ...]
    named: tuple[Place | None, ...]
    beside: tuple[Place | None, ...]
    near: tuple[tuple[str, ...], ...]
    on_foot: Mapping[str, float]
    reprints: Mapping[str, Reprint]
    pictures: tuple[Picture, ...]

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """Whose texts may be shown."""
        places = (f"place:{place.id}" for place in (*self.places, *self.named, *self.beside) if place)
        return (*places, *(f"walk:{walk.id}" for walk in self.walks))


def shown_in(
    content: PublicContent, territory: Territory, basemap: Basemap, neighbours: Neighbours, frame: tuple[Any, ...]
) -> Shown:
    """Return what the pages of a territory show; `frame` is what those of all territories do."""
    under = (basemap.digest, basemap.notice, basemap.knows_steps, basemap.plan.digest)
    places, walks = content.public_places(territory.id), content.public_walks(territory.id)
    near, beside = neighbours.around(territory.id, places)
    by_name = [territory.school, territory.kiosk.place if territory.kiosk else None, *_named_by(walks)]
    days = content.calendar if any(walk.sessions for walk in walks) else None  # for the doors that a session meets
    named = tuple(content.places.get(id) for id in dict.fromkeys(by_name) if id)
    shown = Shown(
        frame=(*frame, territory, under, days),
        places=places,
        drafts=content.drafts_by_territory[territory.id],
        walks=walks,
        named=named,
        beside=tuple(map(content.places.get, beside)),
        near=near,
        on_foot=content.on_foot.get(territory.id, {}),
        reprints=_reprints(content, territory, (walks, places, named)),
        pictures=_pictures(content, territory, places),
    )
    # The same object as in the plan before, where it is equal: one look tells it then of each kind of page.
    same: Shown = _SAME.take(territory.id, shown, lambda: shown)
    return same


# Private

_SAME = Cache()


_PHOTOS = Cache()
"""By territory, which of its places have photos."""


def _pictures(content: PublicContent, territory: Territory, places: tuple[Place, ...]) -> tuple[Picture, ...]:
    shown: Sequence[Place] = _PHOTOS.take(territory.id, (places,), lambda: [place for place in places if place.photos])
    return tuple(picture for place in shown for _, picture in content.pictures_of(place))


_KEYS = Cache()
"""By territory, the keys of the subjects that its sheets show."""


def _reprints(
    content: PublicContent, territory: Territory, shown: tuple[Sequence[Subject | None], ...]
) -> Mapping[str, Reprint]:
    """Return since when sheets may be wrong, of all subjects that those of a territory show."""
    if not content.reprints:
        return {}
    subjects = (each for each in (territory, *chain.from_iterable(shown)) if each)
    keys: Set[str] = _KEYS.take(territory.id, shown, lambda: {kind_of(each).key(each.id) for each in subjects})
    return {key: each for key, each in content.reprints.items() if key in keys}


def _named_by(walks: Iterable[Walk]) -> Iterator[str]:
    for walk in walks:
        yield from walk.places
