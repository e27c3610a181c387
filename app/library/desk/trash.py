"""The trash: places and walks that were taken out less than a month ago, and how they come back.

The history is what holds them. A code stays its own for ever: while what it leads to is away, its page says so.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.person import Person
from ...domain.subject import PLACE, SUBJECTS, WALK, Subject, kind_of
from ..content.edits import Author
from ..content.photos import KEPT
from ..content.writes import (
    Outcome,
    remove_place_within,
    remove_walk_within,
    save_place_within,
    save_walk_within,
)
from ..models import ChangeRow, PlaceRow, WalkRow
from ..moments import utc_now
from ..sessions import reading, writing
from .editing import editable_place
from .faults import Moved, NotHere, NotYours
from .homes import territories_holding
from .own_walks import editable_walk


@dataclass(frozen=True)
class Removed:
    """A place or a walk that was taken out: what it said, when, by what, and why."""

    subject: Subject
    at: datetime
    by: str
    why: str | None

    @property
    def kind(self) -> str:
        """What it is: `place` or `walk`."""
        return kind_of(self.subject).name

    @property
    def title(self) -> str:
        """What it is called, in French."""
        return kind_of(self.subject).title_of(self.subject)

    @property
    def until(self) -> datetime:
        """Until when it can be brought back here."""
        return self.at + KEPT


def newest_change(id: str, kind: str = PLACE.name) -> int:
    """Return the number of the last line in the history of a place, or of a walk; 0 without one."""
    with reading() as session:
        return _newest(session, kind, id)


def remove(person: Person, id: str, why: str, *, seen: int) -> Outcome:
    """Take a place out, once it says what was looked at (`seen` is the newest line of its history); raise `Moved`."""
    with writing() as session:
        editable_place(session, person, id)
        if _newest(session, PLACE.name, id) != seen:
            raise Moved
        return remove_place_within(session, id, Author(person.role.value, why or None))


def take_walk_out(person: Person, id: str, why: str, *, seen: int) -> Outcome:
    """Take a walk out, once it says what was looked at; raise `Moved` otherwise."""
    with writing() as session:
        editable_walk(session, person, id)
        if _newest(session, WALK.name, id) != seen:
            raise Moved
        return remove_walk_within(session, id, Author(person.role.value, why or None))


def restore(person: Person, id: str, kind: str = PLACE.name) -> Outcome:
    """Bring a place or a walk back as it was; raise `NotHere` when it is not in the trash."""
    with writing() as session:
        trash = _removed(session, person)
        found = next((each.subject for each in trash if (each.kind, each.subject.id) == (kind, id)), None)
        if found is None:
            raise NotHere
        if not person.may_judge:
            raise NotYours
        return _KEPT[kind].save(session, found, Author(person.role.value))


def read_trash(person: Person) -> Sequence[Removed]:
    """Return what was taken out of somebody's territories, the last first."""
    with reading() as session:
        return _removed(session, person)


# Private


def _newest(session: Session, kind: str, id: str) -> int:
    lines = select(ChangeRow.id).where(ChangeRow.kind == kind, ChangeRow.subject == id)
    return session.scalar(lines.order_by(ChangeRow.id.desc()).limit(1)) or 0


def _removed(session: Session, person: Person) -> list[Removed]:
    found = [_told(row) for kind in _KEPT for row in _gone(session, kind)]
    mine = [each for each in found if person.covers(_KEPT[each.kind].homes(session, each.subject))]
    return sorted(mine, key=lambda each: each.at, reverse=True)


def _gone(session: Session, kind: str) -> Iterable[ChangeRow]:
    """Return the last line of each subject of a kind that went away lately, and is not back."""
    gone = (
        select(ChangeRow)
        .where(ChangeRow.kind == kind, ChangeRow.field == "", ChangeRow.after.is_(None))
        .where(ChangeRow.at > utc_now() - KEPT, ChangeRow.subject.not_in(select(_KEPT[kind].row.id)))
        .order_by(ChangeRow.id.desc())
    )
    last: dict[str, ChangeRow] = {}
    for row in session.scalars(gone):
        last.setdefault(row.subject, row)
    return last.values()


def _told(row: ChangeRow) -> Removed:
    subject = SUBJECTS[row.kind].model.model_validate(json.loads(row.before or "{}"))
    return Removed(subject, row.at.replace(tzinfo=UTC), row.by, row.why)


@dataclass(frozen=True)
class _Kept:
    """A kind that the trash keeps: its table, whose each one is, and how it is written again."""

    row: type[PlaceRow | WalkRow]
    homes: Callable[[Session, Any], Collection[str]]
    save: Callable[[Session, Any, Author], Outcome]


_KEPT: Mapping[str, _Kept] = {
    PLACE.name: _Kept(PlaceRow, lambda session, place: territories_holding(session, place.position), save_place_within),
    WALK.name: _Kept(WalkRow, lambda session, walk: [walk.territory], save_walk_within),
}
