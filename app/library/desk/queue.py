"""The queue: what people sent, within the territories of who looks, and one of them beside what its place says now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from ...domain.person import Person
from ...domain.record import Told
from ...domain.subject import SUBJECTS
from ...domain.suggestion import Came, Kind, Seen, SuggestionState
from ..db import Base
from ..decision_models import DecisionRow
from ..models import SuggestionRow
from ..sender_models import AnswerRow
from ..sessions import reading
from .case import STATES, Answer, Case, Decision, Sent
from .faults import NothingSent
from .homes import read_place, territories_of_suggestions
from .since import sender_view

A_PAGE = 25
MOST_OTHERS = 20


@dataclass(frozen=True)
class Queue:
    """One page of the suggestions in a state, the oldest first; how many are in each state."""

    counts: Mapping[SuggestionState, int]
    sent: Sequence[Sent]
    pages: int


def read_queue(person: Person, state: str = SuggestionState.NEW, page: int = 1) -> Queue:
    """Return a page of what somebody sees; a fixed number of queries, whatever waits."""
    with reading() as session:
        mine = _seen_by(session, person)
        counts = {each: sum(row.state == each for row in mine) for each in STATES}
        ids = [row.id for row in mine if row.state == state]
        pages = max(1, -(-len(ids) // A_PAGE))
        shown = ids[(min(page, pages) - 1) * A_PAGE :][:A_PAGE]
        places = {row.id: row.place for row in mine if row.state == state and row.place}
        of_place = Counter(places.values())
        told = [replace(each, others=max(0, of_place[places.get(each.id)] - 1)) for each in _read(session, shown)]
        return Queue(counts, told, pages)


def read_case(person: Person, id: int) -> Case:
    """Return one suggestion; raise `NothingSent` for one that is not there, or not of this person's territories."""
    with reading() as session:
        mine = _seen_by(session, person)
        row = session.get(SuggestionRow, id) if any(each.id == id for each in mine) else None
        if row is None:
            raise NothingSent
        unread = [each for each in mine if each.state == SuggestionState.NEW and each.id != id]
        waiting = [each.id for each in unread]
        later = [each for each in waiting if each > id]
        decided = select(DecisionRow).where(DecisionRow.suggestion == id).order_by(DecisionRow.id)
        decisions = [_decision(each) for each in session.scalars(decided)]
        asked = select(AnswerRow).where(AnswerRow.suggestion == id).order_by(AnswerRow.id)
        answers = [Answer(each.at.replace(tzinfo=UTC), each.text) for each in session.scalars(asked)]
        same = [each.id for each in unread if each.place == row.place]
        sent, *others = _read(session, [id, *(same[:MOST_OTHERS] if row.place else ())])
        return Case(
            sent,
            read_place(session, row.place),
            decisions,
            answers,
            sender_view(session, row),
            others,
            next(iter(later or waiting), None),
        )


# Private


def _seen_by(session: Session, person: Person) -> list[Any]:
    """Return id and state of what somebody may see, the oldest first."""
    columns = (getattr(SuggestionRow, name) for name in ("id", "state", *SUBJECTS))
    rows: list[Row[Any]] = list(session.execute(select(*columns).order_by(SuggestionRow.id)))
    homes = territories_of_suggestions(session, rows) if person.territories else {}
    return [row for row in rows if person.covers(homes.get(row.id, ()))]


def _read(session: Session, ids: Sequence[int]) -> list[Sent]:
    """Return suggestions in the order of their ids; a fixed number of queries."""
    rows = {row.id: row for row in session.scalars(select(SuggestionRow).where(SuggestionRow.id.in_(ids)))}
    return _told(session, [rows[id] for id in ids if id in rows])


def _told(session: Session, rows: Sequence[SuggestionRow]) -> list[Sent]:
    names: dict[tuple[str, str], str] = {}
    for kind, subject in SUBJECTS.items():
        table = Base.metadata.tables[subject.name].c
        ids = {getattr(row, kind) for row in rows} - {None}
        found = session.execute(select(table.id, table[subject.title]).where(table.id.in_(ids)))
        names |= {(kind, id): name for id, name in found}
    return [_sent(row, names) for row in rows]


def _sent(row: SuggestionRow, names: Mapping[tuple[str, str], str]) -> Sent:
    kind, subject = next(((kind, id) for kind in SUBJECTS if (id := getattr(row, kind))), ("", ""))
    return Sent(
        id=row.id,
        kind=Kind(row.kind),
        subject=subject,
        name=names.get((kind, subject), ""),
        text=row.text,
        lang=row.lang,
        received=row.received_at.replace(tzinfo=UTC),
        typed=row.typed_at.replace(tzinfo=UTC) if row.typed_at else None,
        state=SuggestionState(row.state),
        seen=Seen(row.seen) if row.seen else None,
        walk=row.walk,
        stop=row.stop,
        came=Came.model_validate(row.came) if row.came else None,
        facts=tuple(Told.model_validate(told) for told in row.facts or ()),
        on_site=row.on_site,
        is_asked=row.asked is not None,
        quarantine=row.quarantine or "",
        photo=row.key if row.photo else "",
        twin_of=row.twin_of,
        has_ticket=row.ticket is not None,
        edition=row.edition,
        spot=None if row.lon is None or row.lat is None else (row.lon, row.lat),
    )


def _decision(row: DecisionRow) -> Decision:
    return Decision(row.at.replace(tzinfo=UTC), row.role, row.outcome, row.reason, row.words)
