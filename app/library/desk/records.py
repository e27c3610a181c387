"""Records of a round, received one by one: kept once, applied at once where all is still true, else left to judge."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pydantic_core import to_json
from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.calendar import PARIS
from ...domain.correction import Correction
from ...domain.person import Person
from ...domain.place import Place
from ...domain.record import Answer, Record, Told, corrected, version_of_facts, waits
from ...domain.subject import PLACE
from ...domain.suggestion import Kind, SuggestionState
from ..content.differences import CHECKS
from ..content.writes import Outcome
from ..models import ChangeRow, SuggestionRow
from ..moments import stored
from ..sessions import reading, writing
from ..suggestions import CLOCKS_DIFFER, PATIENCE_MS, Receipt, UnknownSubject
from .decisions import Verdict, apply_verdict, open_suggestion
from .faults import Moved, NoRound, NothingSent
from .homes import homes_of_places, read_place
from .models import CarriedRow
from .rounds import Carried, carried_within


@dataclass(frozen=True)
class Kept:
    """The answer to a record: its receipt, the same as often as it comes, and what became of it.

    `said` is `applied` (it is true, and dated), `already` (the place says so), `waits`, `expired`, `revoked`;
    `twice` when another record came under the same key: both are kept.
    """

    receipt: Receipt
    said: str


def receive_record(key: str, record: Record, today: date, *, now: datetime | None = None) -> Kept:
    """Keep a record under its key, once; raise `NoRound` for a token that nobody was given, and `UnknownSubject`."""
    received = now or datetime.now(UTC)
    with writing(PATIENCE_MS) as session:
        carried = carried_within(session, record.token)
        if carried is None:
            raise NoRound
        held = session.scalar(select(SuggestionRow).where(SuggestionRow.key == key))
        if held is not None and _says(held) != _told(record):
            return _keep_other(session, key, record, carried, received)
        if held is not None:
            return Kept(_receipt(held, is_new=False), held.quarantine or _became(held))
        place = read_place(session, record.place)
        if place is None:
            raise UnknownSubject(f"place:{record.place}")
        typed = believed(record.typed, carried.taken, received)
        row = _row(key, record, received, typed)
        row.carried, row.quarantine = carried.id, carried.ended or None
        return _settle(session, row, place, record, carried.person, _day(typed or received, today))


def has_changed_since(id: int) -> bool:
    """Tell whether the place of a record was changed after the cards were taken, checks apart."""
    with reading() as session:
        row = session.get(SuggestionRow, id)
        carried = session.get(CarriedRow, row.carried) if row and row.carried else None
        if row is None or carried is None:
            return False
        lines = select(ChangeRow.field).where(
            ChangeRow.kind == PLACE.name, ChangeRow.subject == row.place, ChangeRow.at > carried.taken_at
        )
        return any(CHECKS not in field.split("/") for field in session.scalars(lines))


def believed(typed: datetime | None, since: datetime, received: datetime) -> datetime | None:
    """Return when a telephone says that something was seen, if that lies between two moments that we know."""
    if typed is None:
        return None
    aware = typed if typed.tzinfo else typed.replace(tzinfo=UTC)
    return aware if since - CLOCKS_DIFFER <= aware <= received + CLOCKS_DIFFER else None


def accept_record(
    person: Person, id: int, *, verdict: Verdict, version: str, today: date
) -> tuple[Correction, Outcome]:
    """Give a place all that a record wants, and date what it found true; raise `Moved` when a fact says something else.

    What cannot be read, or what checks refuse, leaves all as it was.
    """
    with writing() as session:
        row = open_suggestion(session, person, id, verdict.was)
        place = read_place(session, row.place)
        if place is None or not row.facts:
            raise NothingSent
        facts = tuple(Told.model_validate(told) for told in row.facts)
        if version_of_facts(place, facts) != version:
            raise Moved
        seen_at = (row.typed_at or row.received_at).replace(tzinfo=UTC)
        correction = corrected(place, facts, _day(seen_at, today), "mail" if row.asked else "visit")
        if correction.refusal:
            return correction, Outcome()
        return correction, apply_verdict(session, person, verdict, row, correction.fields)


# Private


def _settle(session: Session, row: SuggestionRow, place: Place, record: Record, person: Person, day: date) -> Kept:
    """Apply what is still true, when whoever saw it may judge; what says nothing new closes itself; the rest waits."""
    covers = person.may_judge and person.covers(homes_of_places(session, [place.id])[place.id])
    is_quiet = not waits(place, record.facts, day)
    session.add(row)
    session.flush()  # a decision names its suggestion
    if not covers or row.quarantine or not is_quiet:
        session.commit()
        return Kept(_receipt(row, is_new=True), row.quarantine or "waits")
    seen = tuple(told for told in record.facts if told.answer is Answer.TRUE)
    fields = corrected(place, seen, day, "visit").fields
    verdict = Verdict(SuggestionState.ACCEPTED, was=SuggestionState.NEW, reason=None if seen else "so_already")
    outcome = apply_verdict(session, person, verdict, row, fields)
    if outcome.is_refused:  # what checks refuse today was there before: somebody has to look
        return _keep_waiting(session, row, record)
    return Kept(_receipt(row, is_new=True), "applied" if outcome.is_changed else "already")


def _keep_waiting(session: Session, row: SuggestionRow, record: Record) -> Kept:
    again = _row(row.key, record, row.received_at.replace(tzinfo=UTC), row.typed_at)
    again.carried = row.carried
    session.add(again)
    session.commit()
    return Kept(_receipt(again, is_new=True), "waits")


def _keep_other(session: Session, key: str, record: Record, carried: Carried, received: datetime) -> Kept:
    """One key, two contents: the second is kept beside the first, under a key that is always the same for it."""
    other = str(uuid5(NAMESPACE_URL, f"{key} {to_json(_told(record)).decode()}"))
    held = session.scalar(select(SuggestionRow).where(SuggestionRow.key == other))
    if held is None:
        held = _row(other, record, received, believed(record.typed, carried.taken, received))
        held.carried, held.quarantine = carried.id, "twice"
        session.add(held)
        session.commit()
    return Kept(_receipt(held, is_new=False), "twice")


def _row(key: str, record: Record, received: datetime, typed: datetime | None) -> SuggestionRow:
    return SuggestionRow(
        key=key,
        kind=Kind.ROUND,
        place=record.place,
        lang=record.lang,
        text=record.text,
        edition=record.edition,
        path=record.path,
        facts=[told.model_dump(mode="json") for told in record.facts],
        on_site=record.on_site,
        typed_at=stored(typed.replace(tzinfo=typed.tzinfo or UTC)) if typed else None,
        received_at=stored(received),
        state=SuggestionState.NEW,
    )


def _told(record: Record) -> Mapping[str, Any]:
    facts = [told.model_dump(mode="json") for told in record.facts]
    return {"place": record.place, "facts": facts, "text": record.text, "on_site": record.on_site}


def _says(row: SuggestionRow) -> Mapping[str, Any]:
    return {"place": row.place, "facts": row.facts, "text": row.text, "on_site": row.on_site}


def _became(row: SuggestionRow) -> str:
    return "applied" if row.state == SuggestionState.ACCEPTED else "waits"


def _day(moment: datetime, today: date) -> date:
    return min(moment.astimezone(PARIS).date(), today)


def _receipt(row: SuggestionRow, *, is_new: bool) -> Receipt:
    return Receipt(row.key, row.received_at.replace(tzinfo=UTC), SuggestionState(row.state), is_new)
