"""What a printed code, a sheet or a message can be about: each kind of subject, and all that others ask of it.

A further kind is an entry of `SUBJECTS`, the description of its sheet (`app/print/sheet.py`) and its table.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import Any

from .content import Content
from .place import Place
from .territory import Territory
from .walk import Walk

Subject = Place | Walk | Territory

MOST_LISTED = 12
"""Places of a family's list: so many have room on half a sheet of paper, and may come along from a phone."""


@dataclass(frozen=True)
class SubjectKind:
    """One kind of subject; its functions are given the content and a subject of this kind."""

    name: str
    model: type[Subject]

    shelf: str
    """The field of a content that holds its subjects, by id."""

    title: str
    """The field that names a subject, in French."""

    page: str
    """The path of a subject's page, below the language."""

    printed: tuple[str, ...]
    """The fields that a sheet shows translated."""

    is_public: Callable[[Content, Any], bool]
    """Whether families may see it."""

    homes: Callable[[Content, Any], Sequence[Territory]]
    """The territories that it belongs to: the streets on its sheet are those of the first."""

    places: Callable[[Content, Any], Sequence[Place]]
    """The places that its sheet shows."""

    within: Callable[[Content, str], Iterable[Subject]]
    """The public ones of this kind that belong to a territory, by its id."""

    walks: Callable[[Content, Any], Sequence[Walk]] = lambda content, subject: ()
    """The walks whose legs its sheet shows."""

    keeps_its_name: bool = False
    """Whether its name may stay French everywhere; its texts then stand on the pages of other subjects too."""

    def of(self, content: Content) -> Mapping[str, Subject]:
        """Return the subjects of this kind, by id."""
        held: Mapping[str, Subject] = getattr(content, self.shelf)
        return held

    def title_of(self, subject: Subject) -> str:
        """Return what a subject is called, in French."""
        return str(getattr(subject, self.title))

    def title_in(self, content: Content, id: str) -> str:
        """Return what the subject with this id is called, in French."""
        return self.title_of(self.of(content)[id])

    def path(self, id: str) -> str:
        """Return the path of a subject's page, below the language."""
        return self.page.format(id=id)

    def key(self, id: str) -> str:
        """Return what the keys of a subject's texts begin with: many things are known by it, which have it together."""
        return intern(f"{self.name}:{id}")

    def printed_texts(self, subject: Subject) -> dict[str, str | None]:
        """Return the French texts of a sheet that are translated, by key."""
        return {f"{self.key(subject.id)}/{field}": getattr(subject, field) for field in self.printed}

    def is_past(self, content: Content, subject: Subject, today: date) -> bool:
        """Tell whether a walk on its sheet is no longer valid."""
        return any(walk.valid_until is not None and walk.valid_until < today for walk in self.walks(content, subject))


def stop_places(content: Content, walk: Walk) -> list[Place]:
    """Return the places of a walk's stops, in order."""
    found = (content.places.get(stop.place) for stop in walk.stops if stop.place)
    return [place for place in found if place is not None]


PLACE = SubjectKind(
    name="place",
    model=Place,
    shelf="places",
    title="name",
    page="places/{id}",
    printed=("purpose",),
    is_public=lambda content, place: bool(place.is_public),
    homes=lambda content, place: content.territories_of(place),
    places=lambda content, place: (place,),
    within=lambda content, territory: content.public_places(territory),
)
WALK = SubjectKind(
    name="walk",
    model=Walk,
    shelf="walks",
    title="title",
    page="walks/{id}",
    printed=("title", "summary"),
    is_public=lambda content, walk: content.is_walk_public(walk),
    homes=lambda content, walk: (content.territories[walk.territory],),
    places=stop_places,
    within=lambda content, territory: content.public_walks(territory),
    walks=lambda content, walk: (walk,),
)
TERRITORY = SubjectKind(
    name="territory",
    model=Territory,
    shelf="territories",
    title="name",
    page="{id}/",
    printed=("name",),
    is_public=lambda content, territory: True,
    homes=lambda content, territory: (territory,),
    places=lambda content, territory: content.public_places(territory.id),
    within=lambda content, territory: (content.territories[territory],),
    keeps_its_name=True,
)

SUBJECTS: Mapping[str, SubjectKind] = {kind.name: kind for kind in (PLACE, WALK, TERRITORY)}
"""Every kind by its name, as codes, addresses and messages write it."""


def find_subject(content: Content, kind: str, id: str) -> Subject | None:
    """Return the subject of a kind with this id, when the content holds it."""
    return SUBJECTS[kind].of(content).get(id) if kind in SUBJECTS else None


def kind_of(subject: Subject) -> SubjectKind:
    """Return the kind of a subject."""
    return next(kind for kind in SUBJECTS.values() if isinstance(subject, kind.model))
