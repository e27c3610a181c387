"""Decisions: what somebody at the desk makes of a suggestion, or of the history of a place; each can be taken back.

A decision, the state of its suggestion, and the change of its place with its lines of history stand in one transaction.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.correction import Correction, Topic, read_correction, version_of
from ...domain.person import Person
from ...domain.problem import Problem
from ...domain.subject import PLACE
from ...domain.suggestion import SuggestionState
from ...domain.text import N_
from ..content.edits import Author
from ..content.writes import Outcome, change_place_within
from ..decision_models import DecisionRow
from ..models import ChangeRow, SuggestionRow
from ..moments import utc_now
from ..sessions import reading, writing
from .faults import Decided, Moved, NothingSent, NothingToUndo, NotYours
from .homes import homes_of_places, read_place, suggestion_territories, territories_of_suggestions
from .reverting import Reverted, revert_lines, without_lost_photos

REASONS = {
    "so_already": N_("La fiche le dit déjà"),
    "not_so": N_("Vérifié : ce n’est pas le cas"),
    "cannot_check": N_("Impossible à vérifier"),
    "twice": N_("Déjà reçu"),
    "not_for_us": N_("Ce n’est pas pour cette carte"),
    "personal": N_("Contient des informations sur une personne"),
    "automatic": N_("Envoi automatique ou publicité"),
}
"""Why a suggestion is refused."""

LONGEST = 500

OUTCOMES = (
    SuggestionState.NEW,
    SuggestionState.LATER,
    SuggestionState.ASKED,
    SuggestionState.ACCEPTED,
    SuggestionState.REFUSED,
)
"""What somebody may decide; `new` of what looked doubtful and is not."""

AT_ONCE = (SuggestionState.NEW, SuggestionState.LATER, SuggestionState.ACCEPTED, SuggestionState.REFUSED)
"""What may be decided of several at once: none of it changes a place."""

MOST_AT_ONCE = 100


@dataclass(frozen=True)
class Verdict:
    """What becomes of a suggestion: its new state, a reason, words; `was` is the state in which it was looked at."""

    outcome: str
    was: str
    reason: str | None = None
    words: str = ""


@dataclass(frozen=True)
class Typed:
    """What was typed into the form of a topic, and on which day."""

    topic: Topic
    texts: Mapping[str, str]
    today: date


@dataclass(frozen=True)
class Last:
    """The last decision of somebody, as long as it can be taken back."""

    id: int
    outcome: str
    suggestion: int | None
    place: str | None
    count: int = 1
    """How many suggestions it was taken on at once."""


def decide(person: Person, id: int, verdict: Verdict) -> None:
    """Give a suggestion another state, its place left as it is."""
    with writing() as session:
        row = open_suggestion(session, person, id, verdict.was)
        record_decision(session, person, verdict, suggestion=row)
        session.commit()


def decide_many(person: Person, ids: Sequence[int], verdict: Verdict) -> int:
    """Give several suggestions another state at once; return how many had it changed.

    One that is not there, not this person's, or decided since it was looked at, is left as it is.
    """
    if verdict.outcome not in AT_ONCE or not person.may_judge:
        raise NotYours
    with writing() as session:
        found = session.scalars(select(SuggestionRow).where(SuggestionRow.id.in_(ids[:MOST_AT_ONCE])))
        rows = [row for row in found if row.state == verdict.was != verdict.outcome]
        homes = territories_of_suggestions(session, rows)
        mine = [row for row in rows if person.covers(homes[row.id])]
        decisions = [record_decision(session, person, verdict, suggestion=row) for row in mine]
        for decision in decisions:
            decision.together = decisions[0].id
        session.commit()
        return len(mine)


def accept_correction(
    person: Person, id: int, typed: Typed, *, verdict: Verdict, version: str
) -> tuple[Correction, Outcome]:
    """Correct the place that a suggestion is about, by what was typed; raise `Moved` when it says something else now.

    What cannot be read, or what checks refuse, leaves all as it was.
    """
    with writing() as session:
        row = open_suggestion(session, person, id, verdict.was)
        place = read_place(session, row.place)
        if place is None:
            raise NothingSent
        if version_of(place, typed.topic) != version:
            raise Moved
        # Here, where nobody else writes: what a correction adds to (sources, telephones) is what there is now.
        correction = read_correction(place, typed.topic, typed.texts, typed.today)
        if correction.refusal:
            return correction, Outcome()
        return correction, apply_verdict(session, person, verdict, row, correction.fields)


def apply_verdict(
    session: Session, person: Person, verdict: Verdict, row: SuggestionRow, fields: Mapping[str, Any]
) -> Outcome:
    """Decide on a suggestion and give its place some fields, in a transaction that holds more; it ends here."""
    decision = record_decision(session, person, verdict, suggestion=row)
    author = Author(person.role.value, verdict.words or None, decision.id)
    return _change(session, row.place or "", fields, author)


def accept_with(person: Person, id: int, verdict: Verdict, write: Callable[[Session, Author], Outcome]) -> Outcome:
    """Accept a suggestion by a write of content, in one transaction; `write` commits, or takes all of it back."""
    with writing() as session:
        row = session.get(SuggestionRow, id)
        row = open_suggestion(session, person, id, verdict.was or (row.state if row else ""))
        if row.state not in (SuggestionState.NEW, SuggestionState.LATER):
            raise Decided
        decision = record_decision(session, person, replace(verdict, was=row.state), suggestion=row)
        return write(session, Author(person.role.value, verdict.words or None, decision.id))


def last_decision(person: Person) -> Last | None:
    """Return what somebody decided last, unless it was taken back or is itself a taking back."""
    with reading() as session:
        row = _last(session, person)
        if row is None or row.undone_by is not None or row.outcome not in OUTCOMES:
            return None
        return Last(row.id, row.outcome, row.suggestion, row.place, len(_taken_with(session, row)))


def undo_decision(person: Person, id: int) -> Reverted:
    """Take the last decision back: its suggestion waits again, its changes are undone by new ones.

    Fields that say something else since stay as they are, and are named. Raise `NothingToUndo`.
    """
    with writing() as session:
        row = _last(session, person)
        if row is None or row.id != id or row.undone_by is not None or row.outcome == "undone":
            raise NothingToUndo
        if row.together is not None:
            return _undo_many(session, person, row)
        suggestion = session.get(SuggestionRow, row.suggestion) if row.suggestion else None
        if suggestion is not None and suggestion.state != row.outcome:
            raise NothingToUndo
        verdict = Verdict("undone", was=row.outcome)
        new = record_decision(session, person, verdict, suggestion=suggestion, state=row.was, place=row.place)
        row.undone_by = new.id
        lines = session.scalars(select(ChangeRow).where(ChangeRow.decision == id).order_by(ChangeRow.id.desc()))
        return _revert(session, list(lines), Author(person.role.value, None, new.id))


def revert_place(person: Person, place: str, since: int, until: int, *, seen: int) -> Reverted:
    """Undo the changes of a place from one line of its history to another; `seen` is the newest that was looked at.

    Raise `Moved` when there is a newer one.
    """
    with writing() as session:
        if not person.may_judge or not person.covers(homes_of_places(session, [place])[place]):
            raise NotYours
        of_place = select(ChangeRow).where(ChangeRow.kind == PLACE.name, ChangeRow.subject == place)
        lines = list(session.scalars(of_place.order_by(ChangeRow.id.desc())))
        if not lines or lines[0].id != seen:
            raise Moved
        decision = record_decision(session, person, Verdict("restored", was=""), place=place)
        wanted = [line for line in lines if since <= line.id <= until]
        return _revert(session, wanted, Author(person.role.value, None, decision.id))


def open_suggestion(session: Session, person: Person, id: int, was: str) -> SuggestionRow:
    """Return a suggestion for somebody who may decide on it, still in the state they saw."""
    row = session.get(SuggestionRow, id)
    if row is None:
        raise NothingSent
    if not person.may_judge or not person.covers(suggestion_territories(session, row)):
        raise NotYours
    if row.quarantine and not person.may_invite:  # sent from a round that was over: a coordinator looks
        raise NotYours
    if row.state != was:
        raise Decided
    return row


def record_decision(
    session: Session,
    person: Person,
    verdict: Verdict,
    *,
    suggestion: SuggestionRow | None = None,
    state: str | None = None,
    place: str | None = None,
) -> DecisionRow:
    """Keep what somebody decided; its suggestion takes the outcome for its state, or another that is given."""
    row = DecisionRow(
        at=utc_now(),
        person=person.id,
        role=person.role.value,
        suggestion=suggestion.id if suggestion else None,
        place=suggestion.place if suggestion else place,
        was=verdict.was or None,
        outcome=verdict.outcome,
        reason=verdict.reason,
        words=verdict.words[:LONGEST],
    )
    session.add(row)
    if suggestion is not None:
        suggestion.state = state or verdict.outcome
    session.flush()
    return row


# Private


def _change(session: Session, place: str, fields: Mapping[str, Any], author: Author) -> Outcome:
    outcome = change_place_within(session, place, fields, author)
    if outcome.is_refused:
        session.rollback()
    elif not outcome.is_changed:
        session.commit()  # the place says it already: the decision stands all the same
    return outcome


def _revert(session: Session, lines: list[ChangeRow], author: Author) -> Reverted:
    subjects = {line.subject for line in lines if line.kind == PLACE.name}
    if not subjects:
        session.commit()
        return Reverted()
    place = read_place(session, subjects.pop())
    if place is None:
        raise NothingToUndo
    reverted = without_lost_photos(session, revert_lines(place, lines))
    outcome = _change(session, place.id, reverted.fields, author)
    problems: tuple[Problem, ...] = outcome.problems if outcome.is_refused else ()
    return Reverted(reverted.fields, reverted.moved, problems)


def _taken_with(session: Session, row: DecisionRow) -> list[DecisionRow]:
    """Return the decisions that were taken at once with one, itself among them."""
    if row.together is None:
        return [row]
    return list(session.scalars(select(DecisionRow).where(DecisionRow.together == row.together)))


def _undo_many(session: Session, person: Person, last: DecisionRow) -> Reverted:
    """Have all that were decided at once wait again, but for those that somebody has decided on since."""
    for row in _taken_with(session, last):
        suggestion = session.get(SuggestionRow, row.suggestion) if row.suggestion else None
        if suggestion is not None and suggestion.state == row.outcome and row.undone_by is None:
            verdict = Verdict("undone", was=row.outcome)
            row.undone_by = record_decision(session, person, verdict, suggestion=suggestion, state=row.was).id
    session.commit()
    return Reverted()


def _last(session: Session, person: Person) -> DecisionRow | None:
    mine = select(DecisionRow).where(DecisionRow.person == person.id).order_by(DecisionRow.id.desc()).limit(1)
    return session.scalar(mine)
