"""What a place said in the edition that a sender was reading, and says otherwise now."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.sourcing import HOW_KNOWN
from ...domain.subject import PLACE
from ...domain.suggestion import Kind
from ..editions import edition_read_at
from ..models import ChangeRow, SuggestionRow

ABOUT: Mapping[Kind, frozenset[str]] = {
    Kind.HOURS: frozenset({"hours", "hours_known", "exceptions", "status"}),
    Kind.PHONE: frozenset({"contact"}),
    Kind.CLOSED: frozenset({"status", "exceptions", "hours"}),
    Kind.MOVED: frozenset({"position", "address", "access_hint", "status"}),
    Kind.OBSERVATION: frozenset({"hours", "exceptions", "status", "access_hint"}),
}
"""The fields that a kind of suggestion speaks of; another kind speaks of all."""


@dataclass(frozen=True)
class Since:
    """A field that says something else since; `is_hard` when it is one that the message speaks of."""

    field: str
    before: Any
    after: Any
    is_hard: bool


@dataclass(frozen=True)
class SenderView:
    """The edition that a sender was reading, when the library was read for it, and what has changed since."""

    edition: int
    at: datetime
    changes: tuple[Since, ...]

    @property
    def is_hard(self) -> bool:
        """Tell whether what the message speaks of has changed."""
        return any(each.is_hard for each in self.changes)


def sender_view(session: Session, row: SuggestionRow) -> SenderView | None:
    """Return what the sender of a suggestion about a place saw; None when nobody knows."""
    at = edition_read_at(session, row.edition)
    if at is None or row.place is None or row.edition is None:
        return None
    asked = select(ChangeRow).where(ChangeRow.kind == PLACE.name, ChangeRow.subject == row.place, ChangeRow.at > at)
    lines: dict[str, list[ChangeRow]] = {}
    for line in session.scalars(asked.order_by(ChangeRow.id)):
        lines.setdefault(line.field, []).append(line)
    about = ABOUT.get(Kind(row.kind))
    found = [_since(field, each, about) for field, each in lines.items() if field.partition("/")[0] not in HOW_KNOWN]
    changes = tuple(each for each in found if each.before != each.after)
    return SenderView(row.edition, at.replace(tzinfo=UTC), changes)


# Private


def _since(field: str, lines: list[ChangeRow], about: frozenset[str] | None) -> Since:
    before, after = (json.loads(value) if value else None for value in (lines[0].before, lines[-1].after))
    return Since(field, before, after, about is None or field.partition("/")[0] in about)
