"""Slips of paper that somebody at the desk types: suggestions like any other, and the last one can be taken back."""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid4, uuid5

from sqlalchemy import select

from ...domain.person import Person
from ...domain.subject import SUBJECTS
from ...domain.suggestion import Suggestion, SuggestionState
from ..db import Base
from ..decision_models import DecisionRow
from ..models import CodeRow, SuggestionRow
from ..sessions import reading, writing
from ..suggestions import Receipt, receive_suggestion
from .decisions import Verdict, record_decision
from .faults import NothingToUndo

PATH = "paper"
"""What stands for the page that a suggestion was written on."""

_DIGITS = 4
"""Of a number as slips are printed with it."""


@dataclass(frozen=True)
class Coded:
    """What a printed code was given to; `name` is empty when it is gone."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True)
class Slip:
    """A slip that was typed; it is the last thing that this person did at the desk, and can be taken back."""

    id: int
    code: str
    kind: str
    text: str
    name: str
    ticket: str


def read_code_of(code: str) -> Coded | None:
    """Return what a code was given to; None for one that never was."""
    with reading() as session:
        row = session.get(CodeRow, code)
        if row is None:
            return None
        table = Base.metadata.tables[SUBJECTS[row.kind].name].c
        name = session.scalar(select(table[SUBJECTS[row.kind].title]).where(table.id == row.id))
        return Coded(row.kind, row.id, name or "")


def key_of_slip(code: str, number: str) -> str:
    """Return the key of a slip: the same when one with its number is typed twice; a new one without a number."""
    return str(uuid5(NAMESPACE_URL, f"slip {code} {number}")) if number else str(uuid4())


def ticket_of_slip(code: str, number: str) -> str | None:
    """Return the ticket of a slip that was typed; None where none with its number was. `0012` is 12."""
    plain = number.lstrip("0")
    keys = {key_of_slip(code, each) for each in (number, plain, plain.zfill(_DIGITS)) if each}
    with reading() as session:
        found = select(SuggestionRow.ticket).where(SuggestionRow.key.in_(keys)).order_by(SuggestionRow.id.desc())
        return session.scalar(found.limit(1))


def type_slip(person: Person, key: str, suggestion: Suggestion) -> Receipt:
    """Store what stands on a slip, once a number, and who typed it."""
    receipt = receive_suggestion(key, suggestion)
    with writing() as session:
        row = session.scalar(select(SuggestionRow).where(SuggestionRow.ticket == receipt.ticket))
        if row is not None and receipt.is_new:
            record_decision(session, person, Verdict("typed", was=""), suggestion=row, state=row.state)
            session.commit()
    return receipt


def last_slip(person: Person) -> Slip | None:
    """Return the slip that somebody typed last, while nobody has decided on it."""
    asked = select(DecisionRow).where(DecisionRow.person == person.id).order_by(DecisionRow.id.desc()).limit(1)
    with reading() as session:
        decision = session.scalar(asked)
        is_slip = decision is not None and decision.outcome == "typed" and decision.undone_by is None
        row = session.get(SuggestionRow, decision.suggestion) if decision is not None and is_slip else None
        if row is None or row.state != SuggestionState.NEW:
            return None
        kind, id = next(((kind, id) for kind in SUBJECTS if (id := getattr(row, kind))), ("", ""))
        code = session.scalar(select(CodeRow.code).where(CodeRow.kind == kind, CodeRow.id == id)) or ""
        table = Base.metadata.tables[SUBJECTS[kind].name].c
        name = session.scalar(select(table[SUBJECTS[kind].title]).where(table.id == id)) or ""
        return Slip(row.id, code, row.kind, row.text, name, row.ticket or "")


def take_back_slip(person: Person, id: int) -> Slip:
    """Take the last slip back, to be typed again: it is in no queue any more. Raise `NothingToUndo`."""
    slip = last_slip(person)
    if slip is None or slip.id != id:
        raise NothingToUndo
    with writing() as session:
        row = session.get(SuggestionRow, id)
        typed = select(DecisionRow).where(DecisionRow.suggestion == id, DecisionRow.outcome == "typed")
        decision = session.scalar(typed)
        if row is None or decision is None or row.state != SuggestionState.NEW:
            raise NothingToUndo
        row.key = str(uuid4())  # its number may be typed again
        undone = Verdict("undone", was=SuggestionState.NEW)
        gone = SuggestionState.WITHDRAWN
        decision.undone_by = record_decision(session, person, undone, suggestion=row, state=gone).id
        session.commit()
    return slip
