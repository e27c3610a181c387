"""The history: what was changed, field by field, the newest first. It is written by `edits.py`."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from .decision_models import DecisionRow
from .models import ChangeRow
from .sessions import reading


@dataclass(frozen=True)
class Change:
    """One field of one subject: what it said and says; None where there was or is nothing."""

    at: datetime
    kind: str
    subject: str
    field: str
    before: Any
    after: Any
    by: str
    why: str | None = None
    suggestion: int | None = None
    """The number of the suggestion that the desk decided on."""

    id: int = 0


def read_changes(kind: str | None = None, subject: str | None = None, *, most: int = 100) -> list[Change]:
    """Return the last changes, of everything or of one kind or subject."""
    asked = select(ChangeRow, DecisionRow.suggestion).outerjoin(DecisionRow, DecisionRow.id == ChangeRow.decision)
    asked = asked.order_by(ChangeRow.id.desc()).limit(most)
    asked = asked.where(ChangeRow.kind == kind) if kind else asked
    asked = asked.where(ChangeRow.subject == subject) if subject else asked
    with reading() as session:
        return [_change(row, suggestion) for row, suggestion in session.execute(asked)]


# Private


def _change(row: ChangeRow, suggestion: int | None) -> Change:
    at = row.at.replace(tzinfo=UTC)
    before, after = (json.loads(value) if value else None for value in (row.before, row.after))
    return Change(at, row.kind, row.subject, row.field, before, after, row.by, row.why, suggestion, row.id)
