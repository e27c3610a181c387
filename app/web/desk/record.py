"""A record of a round at the desk: what the card showed, what was found, what that would make of the place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...domain.fault import Fault
from ...domain.place import Place, dialled
from ...domain.record import Answer, Told, has_moved, version_of_facts, written_hours
from ...domain.suggestion import SuggestionState
from ...domain.text import N_
from ...domain.verified import FactKind
from ...language.fact_words import ANSWERS, path_words, told_words
from ...language.language import Language
from ...library.desk.case import Case, Sent
from ...library.desk.decisions import Verdict
from ...library.desk.records import accept_record, has_changed_since
from ..request import settings
from . import frame, words

SIGNS: Mapping[Answer, str] = {
    Answer.TRUE: "check",
    Answer.CHANGED: "edit",
    Answer.NOT_POSTED: "minus",
    Answer.CANNOT: "help",
    Answer.PHOTO: "camera",
    Answer.CLOSED_UNTIL: "calendar",
    Answer.MOVED: "route",
    Answer.GONE: "close",
}
"""The pictogram of each answer."""

QUARANTINE = {
    "expired": N_("Envoyé d’une tournée qui était finie : à une coordination de décider."),
    "revoked": N_("Envoyé d’une tournée qui n’était plus à ce téléphone : à une coordination de décider."),
    "twice": N_("Arrivé sous la même clé qu’une autre fiche : les deux sont gardées, à une coordination de décider."),
}
_WRITES = frozenset({Answer.TRUE, Answer.CHANGED, Answer.CLOSED_UNTIL, Answer.GONE})
"""Answers that accepting makes something of; the rest somebody types, or knows now."""


@dataclass(frozen=True)
class Line:
    """One fact of a record: what the card showed, what is wanted instead, and whether it says something else since."""

    label: str
    sign: str
    answer: str
    seen: tuple[str, ...]
    wanted: tuple[str, ...]
    has_moved: bool


def record_view(case: Case) -> Mapping[str, Any]:
    """Return what the page of a suggestion shows of a record; nothing of one that is none."""
    sent, place = case.sent, case.place
    if not sent.facts:
        return {"record": (), "record_version": "", "quarantine": "", "record_moved": False, "record_writes": False}
    return {
        "record": [_line(told, place, frame.language()) for told in sent.facts],
        "record_version": version_of_facts(place, sent.facts) if place else "",
        "record_writes": any(told.answer in _WRITES for told in sent.facts),
        "record_moved": has_changed_since(sent.id),
        "quarantine": frame.say(QUARANTINE[sent.quarantine]) if sent.quarantine else "",
    }


def record_words(sent: Sent, language: Language) -> str:
    """Return a record as one line of the queue."""
    return " · ".join(
        told_words(told.model_copy(update={"wanted": ""}), language)
        for told in sent.facts
        if told.answer is not Answer.TRUE or len(sent.facts) == 1
    ) or language.say("Tout est encore juste")


def accept(id: int, typed: Mapping[str, str], note: str) -> tuple[str, int] | None:
    """Make of a place what a record says; return why not, and the status, when that cannot be."""
    verdict = Verdict(SuggestionState.ACCEPTED, typed.get("was", ""), words=note)
    try:
        found, outcome = accept_record(
            frame.person(), id, verdict=verdict, version=typed.get("record", ""), today=settings().edition_date
        )
    except Fault as fault:
        return frame.sentence_of(fault), frame.status_of(fault)
    if outcome.is_refused:
        return words.problem_words(outcome.problems, frame.language()), 422
    return (frame.say(found.refusal, **found.values), 422) if found.refusal else None


def typed_by(sent: Sent) -> Mapping[str, str]:
    """Return what a record would type into the form of hours, which the desk then reads back."""
    told = next((each for each in sent.facts if each.path == FactKind.HOURS and each.answer is Answer.CHANGED), None)
    return {"hours": written_hours(told.wanted)} if told and told.wanted else {}


# Private


def _line(told: Told, place: Place | None, language: Language) -> Line:
    return Line(
        label=path_words(told.path, language),
        sign=SIGNS[told.answer],
        answer=language.say(ANSWERS[told.answer]),
        seen=tuple(_said(told, told.seen, place, language)),
        wanted=tuple(_said(told, told.wanted, place, language)),
        has_moved=place is not None and has_moved(place, told),
    )


def _said(told: Told, value: str, place: Place | None, language: Language) -> Iterator[str]:
    """Yield a value in words; hours are read back as families will read them, then as they were typed."""
    kind = FactKind(told.path.rpartition("/")[2])
    if not value:
        return
    if kind is FactKind.HOURS and place:
        sure = place.model_copy(update={"hours_known": "yes"})
        yield from words.hours_words(sure, language, written_hours(value))
        if written_hours(value) != value:
            yield value
    elif kind is FactKind.PHONES:
        yield ", ".join(language.formats.phone(dialled(each, "FR") or each) for each in value.split(", "))
    elif kind is FactKind.EXISTENCE and value in set(words.STATUSES):
        yield language.say(words.STATUSES[next(status for status in words.STATUSES if status == value)])
    else:
        yield value
