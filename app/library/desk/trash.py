"""The trash: places that were taken out less than a month ago, and how they come back. The history is what holds them.

A code stays its own for ever: while its place is away, the page of the code says so.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.person import Person
from ...domain.place import Place
from ...domain.subject import PLACE
from ..content.edits import Author
from ..content.writes import Outcome, remove_place_within, save_place_within
from ..models import ChangeRow, PlaceRow
from ..moments import utc_now
from ..sessions import reading, writing
from .editing import editable_place
from .faults import Moved, NotHere, NotYours
from .homes import territories_holding

KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Removed:
    """A place that was taken out: what it said, when, by what, and why."""

    place: Place
    at: datetime
    by: str
    why: str | None

    @property
    def until(self) -> datetime:
        """Until when it can be brought back here."""
        return self.at + KEPT


def newest_change(id: str) -> int:
    """Return the number of the last line in the history of a place; 0 without one."""
    with reading() as session:
        return _newest(session, id)


def remove(person: Person, id: str, why: str, *, seen: int) -> Outcome:
    """Take a place out, once it says what was looked at (`seen` is the newest line of its history); raise `Moved`."""
    with writing() as session:
        editable_place(session, person, id)
        if _newest(session, id) != seen:
            raise Moved
        return remove_place_within(session, id, Author(person.role.value, why or None))


def restore(person: Person, id: str) -> Outcome:
    """Bring a place back as it was; raise `NotHere` when it is not in the trash."""
    with writing() as session:
        found = next((each for each in _removed(session, person) if each.place.id == id), None)
        if found is None:
            raise NotHere
        if not person.may_judge:
            raise NotYours
        return save_place_within(session, found.place, Author(person.role.value))


def read_trash(person: Person) -> Sequence[Removed]:
    """Return what was taken out of somebody's territories, the last first."""
    with reading() as session:
        return _removed(session, person)


# Private


def _newest(session: Session, id: str) -> int:
    lines = select(ChangeRow.id).where(ChangeRow.kind == PLACE.name, ChangeRow.subject == id)
    return session.scalar(lines.order_by(ChangeRow.id.desc()).limit(1)) or 0


def _removed(session: Session, person: Person) -> list[Removed]:
    gone = (
        select(ChangeRow)
        .where(ChangeRow.kind == PLACE.name, ChangeRow.field == "", ChangeRow.after.is_(None))
        .where(ChangeRow.at > utc_now() - KEPT, ChangeRow.subject.not_in(select(PlaceRow.id)))
        .order_by(ChangeRow.id.desc())
    )
    last: dict[str, ChangeRow] = {}
    for row in session.scalars(gone):
        last.setdefault(row.subject, row)
    found = [_told(row) for row in last.values()]
    return [each for each in found if person.covers(territories_holding(session, each.place.position))]


def _told(row: ChangeRow) -> Removed:
    place = Place.model_validate(json.loads(row.before or "{}"))
    return Removed(place, row.at.replace(tzinfo=UTC), row.by, row.why)
