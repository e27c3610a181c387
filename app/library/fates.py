"""The fate of a suggestion, as its sender reads it with the ticket they were given: what became of it, never by whom.

SenderFault
├── NotAsked      there is no question, or it was answered already
└── NothingSaid   an answer without a word
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain.fault import Fault
from ..domain.subject import SUBJECTS
from ..domain.suggestion import MOST_CHARACTERS, Kind, SuggestionState
from ..domain.text import N_, plain_text
from .decision_models import DecisionRow
from .models import ChangeRow, SuggestionRow
from .moments import stored
from .sender_models import AnswerRow
from .sessions import reading, writing

LASTS = timedelta(days=180)
"""How long a ticket tells something; a phone keeps it for half as long."""


class SenderFault(Fault):
    """Something that a sender cannot do now."""


class NotAsked(SenderFault):
    """Nobody asks anything, or not any more."""

    sentence = N_("Cette question a déjà sa réponse, merci. Il n’y a rien d’autre à faire.")


class NothingSaid(SenderFault):
    """An answer without a word."""

    sentence = N_("Écrivez quelques mots, puis envoyez.")


@dataclass(frozen=True)
class Fate:
    """What became of a suggestion; `about` is its subject as kind and id, ("", "") when it has none.

    `reason` says why it was refused, `question` what is asked as long as nobody answered, `changed` are the fields of
    its place that were changed for it.
    """

    ticket: str
    kind: Kind
    about: tuple[str, str]
    state: SuggestionState
    received: datetime
    reason: str | None = None
    question: str = ""
    changed: tuple[str, ...] = ()


def read_fates(tickets: Collection[str], *, now: datetime | None = None) -> dict[str, Fate]:
    """Return the fate behind each ticket that is known and not too old; a fixed number of queries."""
    since = stored(now or datetime.now(UTC)) - LASTS
    with reading() as session:
        wanted = (SuggestionRow.ticket.in_(tickets), SuggestionRow.received_at >= since)
        there = SuggestionRow.state != SuggestionState.WITHDRAWN  # a slip taken back was typed again, with its own
        rows = list(session.scalars(select(SuggestionRow).where(*wanted, there)))
        last = _last_decisions(session, [row.id for row in rows])
        changed = _changed(session, [decision.id for decision in last.values()])
        return {row.ticket: _fate(row, last.get(row.id), changed) for row in rows if row.ticket}


def answer_question(ticket: str, words: str, *, now: datetime | None = None) -> None:
    """Take a sender's answer: the suggestion waits at the desk again. Twice the same is once; raise `SenderFault`."""
    said = plain_text(words).strip()[:MOST_CHARACTERS]
    if not said:
        raise NothingSaid
    moment = stored(now or datetime.now(UTC))
    with writing() as session:
        row = session.scalar(select(SuggestionRow).where(SuggestionRow.ticket == ticket))
        if row is None or row.received_at < moment - LASTS:
            raise NotAsked
        if row.state != SuggestionState.ASKED:
            mine = select(AnswerRow.id).where(AnswerRow.suggestion == row.id, AnswerRow.text == said)
            if session.scalar(mine) is None:
                raise NotAsked
            return
        session.add(AnswerRow(suggestion=row.id, at=moment, text=said))
        row.state = SuggestionState.NEW
        session.commit()


# Private


def _last_decisions(session: Session, ids: Collection[int]) -> dict[int, DecisionRow]:
    """Return the last decision on each suggestion, but for what was taken back."""
    asked = select(DecisionRow).where(DecisionRow.suggestion.in_(ids), DecisionRow.undone_by.is_(None))
    rows = session.scalars(asked.where(DecisionRow.outcome != "undone").order_by(DecisionRow.id))
    return {row.suggestion: row for row in rows if row.suggestion is not None}


def _changed(session: Session, decisions: Collection[int]) -> dict[int, list[str]]:
    lines = select(ChangeRow.decision, ChangeRow.field).where(ChangeRow.decision.in_(decisions)).order_by(ChangeRow.id)
    found: dict[int, list[str]] = {}
    for decision, field in session.execute(lines):
        if decision is not None:
            found.setdefault(decision, []).append(field.partition("/")[0])
    return found


def _fate(row: SuggestionRow, last: DecisionRow | None, changed: dict[int, list[str]]) -> Fate:
    about = next(((kind, id) for kind in SUBJECTS if (id := getattr(row, kind))), ("", ""))
    told = last if last is not None and last.outcome == row.state else None
    return Fate(
        ticket=row.ticket or "",
        kind=Kind(row.kind),
        about=about,
        state=SuggestionState(row.state),
        received=row.received_at.replace(tzinfo=UTC),
        reason=told.reason if told else None,
        question=told.words if told and row.state == SuggestionState.ASKED else "",
        changed=tuple(dict.fromkeys(changed.get(told.id, ()))) if told else (),
    )
