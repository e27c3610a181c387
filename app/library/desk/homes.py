"""Whose it is: the territories that places, positions and suggestions belong to, as a session sees them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from ...domain.content import Content
from ...domain.geometry import Position
from ...domain.subject import SUBJECTS, find_subject
from ..content.queries import read_content
from ..models import SuggestionRow


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
