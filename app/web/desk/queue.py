"""`/desk/suggestions`: what people sent, read and judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from flask import Response, jsonify, request
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.correction import WAYS, Correction, Topic, version_of
from ...domain.fault import Fault
from ...domain.hours.expression import is_readable
from ...domain.hours.spelling import respell_hours
from ...domain.person import ROLES
from ...domain.place import Place
from ...domain.said_already import is_said_already
from ...domain.suggestion import UNDECIDED, Seen, SuggestionState
from ...domain.text import N_
from ...language.led_words import came_words, seen_words
from ...library.desk.case import STATES, Case, Sent
from ...library.desk.decisions import (
    AT_ONCE,
    LONGEST,
    OUTCOMES,
    REASONS,
    Typed,
    Verdict,
    accept_correction,
    decide,
    decide_many,
    last_decision,
    undo_decision,
)
from ...library.desk.queue import read_case, read_queue
from ...library.photos import photo_file
from ..request import settings
from . import frame, record, words
from .history import field_words, value_words
from .spot_map import spot_of

blueprint = frame.desk_blueprint("queue")

FIRST_OPEN = {"hours": Topic.HOURS, "phone": Topic.PHONE, "closed": Topic.STATUS, "moved": Topic.HINT}
"""The form that a kind of suggestion most likely needs."""

SEEN_OPEN: Mapping[Seen | None, Topic] = {Seen.HOURS_CHANGED: Topic.HOURS, Seen.CLOSED: Topic.STATUS}
"""The same, for what a leader saw."""


@dataclass(frozen=True)
class Again:
    """A form that was refused: which one, what was typed, why, and for hours how they read."""

    topic: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    sentence: str = ""
    preview: tuple[str, ...] = ()


@blueprint.get("/suggestions")
def list_suggestions() -> Response:
    """Show what waits, the oldest first."""
    return _show_queue(request.args.get("state", SuggestionState.NEW))


@blueprint.get("/suggestions/<int(max=2147483647):id>")
def show(id: int) -> Response:
    """Show one, beside what its place says now."""
    case = read_case(frame.person(), id)
    typed = record.typed_by(case.sent)
    return _show(case, Again("hours", typed) if typed else Again())


@blueprint.get("/suggestions/<int(max=2147483647):id>/photo")
def show_photo(id: int) -> Response:
    """Show the photo that came with one: to who may read it, and to nobody else."""
    sent = read_case(frame.person(), id).sent
    file = photo_file(sent.photo, settings().data) if sent.photo else None
    if file is None or not file.is_file():
        raise NotFound
    return Response(file.read_bytes(), content_type="image/jpeg")


@blueprint.post("/suggestions/<int(max=2147483647):id>")
def judge(id: int) -> WerkzeugResponse:
    """Decide on one; a form that cannot be taken is shown again with all that was typed."""
    typed = request.form.to_dict()
    if "topic" in typed:
        again = _correct(id, typed)
        return _show(read_case(frame.person(), id), *again) if again else frame.move("suggestions")
    if "record" in typed:
        refused = record.accept(id, typed, _note(typed))
        return (
            _show(read_case(frame.person(), id), Again("", {}, *refused[:1]), refused[1])
            if refused
            else frame.move("suggestions")
        )
    outcome = typed.get("outcome", "")
    reason = typed.get("reason") if typed.get("reason") in REASONS else None
    is_bare = outcome == SuggestionState.REFUSED and reason is None
    if outcome not in OUTCOMES or outcome == typed.get("was") or is_bare:
        raise BadRequest
    if outcome == SuggestionState.ASKED and not _note(typed):
        nothing = Again(typed=typed, sentence=frame.say(N_("Écrivez la question que la personne lira.")))
        return _show(read_case(frame.person(), id), nothing, 422)
    decide(frame.person(), id, Verdict(outcome, typed.get("was", ""), reason, _note(typed)))
    return frame.move("suggestions")


@blueprint.post("/suggestions")
def judge_many() -> WerkzeugResponse:
    """Decide on all that were ticked, with one reason for all."""
    was, outcome, reason = (request.form.get(name, "") for name in ("was", "outcome", "reason"))
    ids = request.form.getlist("id", type=int)
    if outcome not in AT_ONCE or was not in UNDECIDED:
        raise BadRequest
    if not ids or (outcome == SuggestionState.REFUSED and reason not in REASONS):
        sentence = N_("Cochez au moins un message.") if not ids else N_("Choisissez la raison, la même pour tous.")
        return _show_queue(was, 422, sentence=frame.say(sentence), ticked=ids)
    verdict = Verdict(outcome, was, reason if outcome == SuggestionState.REFUSED else None)
    done = decide_many(frame.person(), ids, verdict)
    if done < len(ids):
        return _show_queue(was, 409, sentence=frame.say(_SOME_MOVED, count=len(ids) - done))
    return frame.move(f"suggestions?state={was}")


@blueprint.post("/undo")
def undo() -> WerkzeugResponse:
    """Take the last decision back, and name what stays because it has changed since."""
    reverted = undo_decision(frame.person(), request.form.get("decision", 0, type=int))
    if not reverted.moved and not reverted.problems:
        return frame.move("suggestions")
    problem = words.problem_words(reverted.problems, frame.language())
    return frame.show("undone", moved=reverted.moved, problem=problem, back="")


@blueprint.get("/hours")
def read_hours() -> Response:
    """Say at once how hours that somebody is typing read, and how to write them."""
    text, place = request.args.get("text", "")[:LONGEST], request.args.get("suggestion", 0, type=int)
    case = read_case(frame.person(), place)
    likely = text if is_readable(text) else respell_hours(text) or ""
    is_good = bool(likely) and is_readable(likely) and case.place is not None
    lines = list(words.hours_words(case.place, frame.language(), likely)) if is_good and case.place else []
    return jsonify(lines=lines, spelling=likely if is_good and likely != text else "")


# Private

_SOME_MOVED = N_("%(count)s n’ont pas été changés : quelqu’un d’autre a décidé entre-temps, ou ils ne sont pas à vous.")


def _show_queue(state: str, status: int = 200, **view: Any) -> Response:
    page = request.args.get("page", 1, type=int)
    state = state if state in STATES else SuggestionState.NEW
    queue = read_queue(frame.person(), state, max(1, page))
    told: dict[str, Any] = {
        "queue": queue,
        "state": state,
        "page": min(max(1, page), queue.pages),
        "last": last_decision(frame.person()),
        "outcomes": words.OUTCOMES,
        "reasons": {code: frame.say(sentence) for code, sentence in REASONS.items()},
        "may_judge": frame.person().may_judge and state in UNDECIDED,
        "sentence": "",
        "ticked": (),
    }
    return frame.show("suggestions", status, **told | _spoken() | view)


def _correct(id: int, typed: dict[str, str]) -> tuple[Again, int] | None:
    """Accept with a correction; return the form to show again, and the status, when that cannot be."""
    case, again = read_case(frame.person(), id), Again(typed["topic"], typed)
    if case.place is None or typed["topic"] not in list(Topic):
        raise BadRequest
    form = Typed(Topic(typed["topic"]), typed, settings().edition_date)
    verdict = Verdict(SuggestionState.ACCEPTED, typed.get("was", ""), words=_note(typed))
    try:
        found, outcome = accept_correction(frame.person(), id, form, verdict=verdict, version=typed.get("version", ""))
    except Fault as fault:
        return replace(again, sentence=frame.sentence_of(fault)), frame.status_of(fault)
    if outcome.is_refused:
        return replace(again, sentence=words.problem_words(outcome.problems, frame.language())), 422
    return (_refused(case.place, again, found), 422) if found.refusal else None


def _note(typed: Mapping[str, str]) -> str:
    """Return what somebody wrote beside a decision, without unseen signs."""
    return frame.typed(typed, "words", LONGEST)


def _refused(place: Place, again: Again, found: Correction) -> Again:
    """Return the form with why it was refused; hours with the spelling that was probably meant, to be read again."""
    again = replace(again, sentence=frame.say(found.refusal, **found.values))
    if not found.instead:
        return again
    lines = tuple(words.hours_words(place, frame.language(), found.instead))
    return replace(again, typed={**again.typed, "hours": found.instead}, preview=lines)


def _show(case: Case, again: Again, status: int = 200) -> Response:
    person, place = frame.person(), case.place
    view: dict[str, Any] = {
        "case": case,
        "sent": case.sent,
        "place": place,
        "said": words.said_by(place, frame.language()) if place else [],
        "versions": {topic.value: version_of(place, topic) for topic in Topic} if place else {},
        "is_said": place is not None and is_said_already(place, case.sent.kind, case.sent.text),
        "field": field_words,
        "value": value_words,
        "spot": spot_of(case),
        "again": again,
        "open_topic": again.topic or _first_open(case.sent),
        "may_judge": person.may_judge
        and case.sent.state in UNDECIDED
        and (person.may_invite or not case.sent.quarantine),
        "reasons": {code: frame.say(sentence) for code, sentence in REASONS.items()},
        "ways": {code: frame.say(sentence) for code, sentence in WAYS.items()},
        "outcomes": words.OUTCOMES,
        "roles": {role.value: frame.say(sentence) for role, sentence in ROLES.items()},
    }
    return frame.show("suggestion", status, **view, **record.record_view(case), **_spoken())


def _first_open(sent: Sent) -> str:
    return SEEN_OPEN.get(sent.seen, FIRST_OPEN.get(sent.kind, ""))


def _spoken() -> dict[str, Any]:
    """Return what templates say things with."""
    language = frame.language()
    return {
        "kinds": {kind: (sign, language.say(said)) for kind, (sign, said) in words.KINDS.items()},
        "states": {state: language.say(said) for state, said in words.STATES.items()},
        "seen_words": lambda sent: seen_words(sent.seen, sent.walk, sent.stop, language),
        "record_words": lambda sent: record.record_words(sent, language),
        "came_words": lambda sent: came_words(sent.came, language),
        "when": lambda moment: words.moment_words(moment, language),
        "say": language.say,
    }
