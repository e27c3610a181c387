"""The history of a place as the desk reads it: versions, the newest first, each made of lines that came together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from ...domain.person import Person
from ...domain.place import Place
from ...domain.subject import PLACE
from ..changes import Change, read_changes
from ..models import ChangeRow, PlaceRow
from ..sessions import reading
from .faults import NotHere
from .homes import homes_of_places, read_place

MOST_LINES = 2_000
MOST_PLACES = 100


@dataclass(frozen=True)
class Version:
    """What one write made of a place; `first` and `last` are the numbers of its lines."""

    changes: Sequence[Change]

    @property
    def first(self) -> int:
        """The number of its first line."""
        return min(change.id for change in self.changes)

    @property
    def last(self) -> int:
        """The number of its last line."""
        return max(change.id for change in self.changes)

    @property
    def told(self) -> Change:
        """A line of it: all have the same moment, author and reason."""
        return self.changes[0]

    @property
    def is_whole(self) -> bool:
        """Tell whether the place came or went with it, which is not undone here."""
        return any(not change.field for change in self.changes)


@dataclass(frozen=True)
class Changed:
    """A place that was changed, when last, and how many lines its history has."""

    id: str
    name: str
    at: datetime
    lines: int


def read_versions(person: Person, id: str) -> tuple[Place, list[Version]]:
    """Return a place and its versions; raise `NotHere` when it is not there, or not this person's."""
    with reading() as session:
        place = read_place(session, id)
        if place is None or not person.covers(homes_of_places(session, [id])[id]):
            raise NotHere
    return place, versions_of(PLACE.name, id)


def versions_of(kind: str, id: str) -> list[Version]:
    """Return the versions of a subject of some kind, the newest first."""
    versions: list[list[Change]] = []
    for change in read_changes(kind, id, most=MOST_LINES):
        if versions and _together(versions[-1][0], change):
            versions[-1].append(change)
        else:
            versions.append([change])
    return [Version(tuple(reversed(changes))) for changes in versions]


def read_changed(person: Person) -> list[Changed]:
    """Return the places of somebody's territories that were changed last."""
    newest = func.max(ChangeRow.id)
    asked = (
        select(PlaceRow.id, PlaceRow.name, func.max(ChangeRow.at), func.count())
        .join(ChangeRow, ChangeRow.subject == PlaceRow.id)
        .where(ChangeRow.kind == PLACE.name)
        .group_by(PlaceRow.id, PlaceRow.name)
        .order_by(newest.desc())
        .limit(MOST_PLACES)
    )
    with reading() as session:
        found = [Changed(id, name, at, lines) for id, name, at, lines in session.execute(asked)]
        homes = homes_of_places(session, [changed.id for changed in found])
        return [changed for changed in found if person.covers(homes[changed.id])]


# Private


def _together(one: Change, other: Change) -> bool:
    return (one.at, one.by, one.why, one.suggestion) == (other.at, other.by, other.why, other.suggestion)
