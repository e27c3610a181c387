"""Whose it is: the territories of a person, and those that places, positions and suggestions belong to."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.content import Content
from ...domain.geometry import Position
from ...domain.person import Person
from ...domain.place import Place
from ...domain.plan import Plan
from ...domain.subject import SUBJECTS, find_subject
from ...domain.territory import Territory
from ..content.queries import read_content
from ..models import SuggestionRow, TerritoryRow
from ..sessions import reading


def read_place(session: Session, id: str | None) -> Place | None:
    """Return a place as the library has it now."""
    return read_content(session).places.get(id) if id else None


def read_territories() -> dict[str, str]:
    """Return the name of each territory by its id, in their order."""
    with reading() as session:
        found = session.execute(select(TerritoryRow.id, TerritoryRow.name).order_by(TerritoryRow.rank))
        return {id: name for id, name in found}


def own_territories(person: Person) -> dict[str, str]:
    """Return the name of each of somebody's territories by its id, in their order."""
    return {id: name for id, name in read_territories().items() if person.covers([id])}


def read_streets_at(position: Position) -> tuple[Plan, Territory | None]:
    """Return the street plan, and the first territory that holds a position."""
    with reading() as session:
        content = read_content(session)
    return content.plan, next((each for each in content.territories.values() if each.holds(position)), None)


def homes_of_places(session: Session, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the ids of the territories that each place belongs to; of one that is gone, none."""
    content = read_content(session)
    return {id: _homes(content, "place", id) for id in ids}


def territories_holding(session: Session, position: Position) -> frozenset[str]:
    """Return the ids of the territories that a position belongs to."""
    return frozenset(each.id for each in read_content(session).territories.values() if each.holds(position))


def suggestion_territories(session: Session, row: SuggestionRow) -> frozenset[str]:
    """Return the ids of the territories that a suggestion is of."""
    return territories_of_suggestions(session, [row])[row.id]


def territories_of_suggestions(session: Session, rows: Iterable[Any]) -> Mapping[int, frozenset[str]]:
    """Return by its id the territories of each suggestion (a row with an id and a column for each kind of subject):
    its own, its walk's, those that hold its place."""
    content = read_content(session)
    homes = {row.id: [_homes(content, kind, getattr(row, kind)) for kind in SUBJECTS] for row in rows}
    return {id: frozenset[str]().union(*found) for id, found in homes.items()}


# Private


def _homes(content: Content, kind: str, id: str | None) -> frozenset[str]:
    subject = find_subject(content, kind, id) if id else None
    return frozenset(home.id for home in SUBJECTS[kind].homes(content, subject)) if subject else frozenset()
