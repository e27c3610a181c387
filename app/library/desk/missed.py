"""What families miss, as they wrote it: the needs and the missing places that were sent about a territory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.suggestion import Kind, SuggestionState
from ..models import SuggestionRow
from ..sessions import reading
from .homes import suggestion_territories

MOST_MISSED = 100
_MISSING = (Kind.NEED.value, Kind.NEW_PLACE.value)


@dataclass(frozen=True)
class Missed:
    """What somebody missed, in their words; `lang` is the language of the page that they were on."""

    id: int
    kind: Kind
    text: str
    lang: str
    received: datetime


def read_missed(territory: str) -> Sequence[Missed]:
    """Return what was missed in a territory, the newest first; what was refused is none."""
    is_missing = (SuggestionRow.kind.in_(_MISSING), SuggestionRow.state != SuggestionState.REFUSED)
    asked = select(SuggestionRow).where(*is_missing)
    with reading() as session:
        rows = session.scalars(asked.order_by(SuggestionRow.id.desc()))
        here = [row for row in rows if _is_of(session, row, territory)]
        return [_missed(row) for row in here[:MOST_MISSED]]


# Private


def _is_of(session: Session, row: SuggestionRow, territory: str) -> bool:
    """Most were sent from the page of a territory, and say it."""
    return row.territory == territory if row.territory else territory in suggestion_territories(session, row)


def _missed(row: SuggestionRow) -> Missed:
    return Missed(row.id, Kind(row.kind), row.text, row.lang or "", row.received_at.replace(tzinfo=UTC))
