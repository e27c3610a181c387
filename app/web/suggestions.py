"""`POST /api/v1/suggestions`: what somebody tells us. It is stored before it is acknowledged, and once a key.

Scripts send JSON with an `Idempotency-Key`. A browser without script sends the form itself; it is thanked with a page.
The answer in JSON names the key and the SHA-256 of the body: a phone takes nothing else for an acknowledgement.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NoReturn
from uuid import NAMESPACE_URL, uuid5

from flask import Blueprint, Response, request
from pydantic import ValidationError
from pydantic_core import from_json, to_json

from ..domain.code import in_groups
from ..domain.suggestion import MOST_CHARACTERS, Kind, Suggestion, SuggestionState, looks_sent_by_a_program
from ..domain.text import N_
from ..library.sending import TooFast
from ..library.suggestions import Receipt, UnknownSubject, receive_suggestion
from ..pages.context import Frame
from .made import show_made
from .network import sender_today
from .receiving import (
    acknowledge,
    key_in,
    refuse,
    refuse_cut,
    refuse_flood,
    require_our_own_page,
    require_pace,
    storing,
    whole_body,
)
from .records import take_record
from .request import is_form, say

blueprint = Blueprint("suggestions", __name__, url_prefix="/api/v1/suggestions")

MOST_BYTES = 8_192
FORM_BYTES = 3 * MOST_BYTES
"""A form writes each byte of an Arabic letter as three."""

TRAP = "leave_empty"
"""A field that people do not see. Programs fill it in, and some browsers: what came with it is doubtful, not lost."""


@blueprint.post("")
def receive() -> Response:
    """Store a suggestion: 201 the first time, 200 with the same answer when it comes again."""
    require_our_own_page()
    fields = _read_form() if is_form() else _read_json()
    if fields.get("kind") == Kind.ROUND and not is_form():
        return take_record(_key(), fields)
    require_pace()
    suggestion = _read_suggestion(fields)
    is_doubtful = bool(fields.get(TRAP)) or looks_sent_by_a_program(suggestion)
    receipt = _store(_key_of_form(suggestion) if is_form() else _key(), suggestion, is_doubtful=is_doubtful)
    return _thank_with_page(receipt) if is_form() else _acknowledge(receipt)


# Private

_UNREADABLE = N_("Ce message n’est pas lisible : le champ « %(field)s » n’est pas juste.")
_TELLS_NOTHING = {
    Kind.OBSERVATION: N_(
        "Cette observation n’est pas entière : il faut ce qui a été vu, la balade, et le lieu ou l’étape."
    ),
    Kind.DEBRIEF: N_("Ce bilan n’est pas entier : il faut la balade et ses nombres."),
}


def _read_json() -> Mapping[str, Any]:
    if request.mimetype != "application/json":
        refuse(415, N_("Ce message n’est pas lisible ici : envoyez du JSON."))
    try:
        found = from_json(_body(MOST_BYTES))
    except ValueError:
        found = None
    if not isinstance(found, dict):
        refuse_cut(400)
    return found


def _read_form() -> Mapping[str, Any]:
    request.max_form_memory_size = FORM_BYTES
    _body(FORM_BYTES)
    return {name: text for name, text in request.form.items() if text}


def _body(most: int) -> bytes:
    body = whole_body(most)
    if body is None:
        _refuse_long()
    return body


def _key() -> str:
    key = key_in(request.headers.get("Idempotency-Key", ""))
    if key is None:
        sentence = N_("Ce message n’a pas sa clé (en-tête Idempotency-Key, un UUID) : il pourrait compter deux fois.")
        refuse(400, sentence)
    return key


def _key_of_form(suggestion: Suggestion) -> str:
    """Return the same key for the same words on the same day: a button pressed twice is one message."""
    return str(uuid5(NAMESPACE_URL, to_json([datetime.now(UTC).date(), suggestion]).decode()))


def _read_suggestion(fields: Mapping[str, Any]) -> Suggestion:
    try:
        return Suggestion.model_validate(fields)
    except ValidationError as error:
        fault = error.errors()[0]
    if fault["type"] == "says_nothing":
        refuse(422, N_("Choisissez ce qui a changé, ou écrivez quelques mots."))
    if fault["type"] == "tells_nothing":
        refuse(422, _TELLS_NOTHING[fault["ctx"]["kind"]])
    if fault["type"] == "other_kind":
        refuse(422, _UNREADABLE, field=fault["ctx"]["field"])
    if fault["loc"] == ("text",) and fault["type"] == "string_too_long":
        _refuse_long(422)
    refuse(422, _UNREADABLE, field=fault["loc"][0])


def _store(key: str, suggestion: Suggestion, *, is_doubtful: bool) -> Receipt:
    try:
        with storing():
            return receive_suggestion(key, suggestion, sender=sender_today(), is_doubtful=is_doubtful)
    except TooFast as flood:
        refuse_flood(flood.wait_s)
    except UnknownSubject:
        refuse(422, N_("Ce lieu ou cette balade n’est pas, ou n’est plus, sur la carte."))


def _acknowledge(receipt: Receipt) -> Response:
    """Nobody is told that theirs looks doubtful."""
    state = SuggestionState.NEW if receipt.state == SuggestionState.DOUBTFUL else receipt.state
    return acknowledge(receipt, state=state, twin=receipt.is_twin, ticket=receipt.ticket)


def _thank_with_page(receipt: Receipt) -> Response:
    """No address holds the ticket: loaded again, the page sends the form again, and it counts once."""
    frame = Frame(title=say(N_("Merci")), rest="", indexed=False)
    return show_made("thanks.html", frame, 201 if receipt.is_new else 200, ticket=in_groups(receipt.ticket))


def _refuse_long(status: int = 413) -> NoReturn:
    refuse(status, N_("Ce message est trop long : %(most)s signes au plus."), most=MOST_CHARACTERS)
