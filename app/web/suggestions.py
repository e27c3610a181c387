"""`POST /api/v1/suggestions`: what somebody tells us. It is stored before it is acknowledged, and once a key.

Scripts send JSON with an `Idempotency-Key`. A browser without script sends the form itself; it is thanked with a page.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from threading import Lock
from typing import Any, NoReturn
from uuid import NAMESPACE_URL, uuid5

from flask import Blueprint, Response, abort, current_app, jsonify, request
from pydantic import ValidationError
from pydantic_core import from_json, to_json
from werkzeug.exceptions import LengthRequired, RequestEntityTooLarge, RequestTimeout

from ..domain.suggestion import MOST_CHARACTERS, Kind, Suggestion
from ..domain.text import N_
from ..library.faults import LibraryFault
from ..library.suggestions import KeyTaken, Receipt, UnknownSubject, receive_suggestion
from .own_page import is_from_our_own_page
from .rate_limit import RateLimit
from .request import address_of, has_page, is_form, move, say, visitor_language
from .storing import Storing

blueprint = Blueprint("suggestions", __name__, url_prefix="/api/v1/suggestions")

MOST_BYTES = 8_192
FORM_BYTES = 3 * MOST_BYTES
"""A form writes each byte of an Arabic letter as three."""

TRAP = "leave_empty"
"""A field that people do not see: who fills it in is a program."""

RETRY_AFTER_S = 5
WAIT_S = 0.2
WRITING = Lock()
"""A worker stores one suggestion at a time: its other thread stays free for pages."""


@blueprint.post("")
def receive() -> Response:
    """Store a suggestion: 201 the first time, 200 with the same answer when it comes again."""
    _require_our_own_page()
    _brake()
    fields = _read_form() if is_form() else _read_json()
    suggestion = _read_suggestion(fields)
    receipt = _store(_key_of_form(suggestion) if is_form() else _key(), suggestion)
    return _thank_with_page() if is_form() else _acknowledge(receipt)


# Private

_KEY = re.compile(r'"?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"?', re.IGNORECASE)


_UNREADABLE = N_("Ce message n’est pas lisible : le champ « %(field)s » n’est pas juste.")
_TELLS_NOTHING = {
    Kind.OBSERVATION: N_(
        "Cette observation n’est pas entière : il faut ce qui a été vu, la balade, et le lieu ou l’étape."
    ),
    Kind.DEBRIEF: N_("Ce bilan n’est pas entier : il faut la balade et ses nombres."),
}


def _require_our_own_page() -> None:
    if not is_from_our_own_page():
        _refuse(403, N_("Ce message vient d’un autre site : écrivez-nous depuis la page du lieu."))


def _brake() -> None:
    rate_limit: RateLimit = current_app.extensions["rate_limit"]
    wait_s = rate_limit.wait_s(_address())
    if wait_s:
        sentence = N_("Beaucoup de messages arrivent en ce moment : réessayez dans %(seconds)s s.")
        abort(429, description=say(sentence, seconds=wait_s), retry_after=wait_s)


def _address() -> str | None:
    return address_of(request.remote_addr or "", request.headers.get("X-Forwarded-For", ""))


def _read_json() -> Mapping[str, Any]:
    if request.mimetype != "application/json":
        _refuse(415, N_("Ce message n’est pas lisible ici : envoyez du JSON."))
    try:
        found = from_json(_body(MOST_BYTES))
    except ValueError:
        found = None
    if not isinstance(found, dict):
        _refuse_cut(400)
    return found


def _read_form() -> Mapping[str, Any]:
    request.max_form_memory_size = FORM_BYTES
    _body(FORM_BYTES)
    return {name: text for name, text in request.form.items() if text}


def _body(most: int) -> bytes:
    request.max_content_length = most
    try:
        return request.get_data(parse_form_data=is_form())
    except RequestEntityTooLarge:
        _refuse_long()
    except (RequestTimeout, LengthRequired) as fault:
        _refuse_cut(fault.code)


def _key() -> str:
    found = _KEY.fullmatch(request.headers.get("Idempotency-Key", "").strip())
    if found is None:
        sentence = N_("Ce message n’a pas sa clé (en-tête Idempotency-Key, un UUID) : il pourrait compter deux fois.")
        _refuse(400, sentence)
    return found[1].lower()


def _key_of_form(suggestion: Suggestion) -> str:
    """Return the same key for the same words on the same day: a button pressed twice is one message."""
    return str(uuid5(NAMESPACE_URL, to_json([datetime.now(UTC).date(), suggestion]).decode()))


def _read_suggestion(fields: Mapping[str, Any]) -> Suggestion:
    if fields.get(TRAP):
        _refuse(422, N_("Ce message ressemble à un envoi automatique : dites-le plutôt de vive voix, au kiosque."))
    try:
        return Suggestion.model_validate(fields)
    except ValidationError as error:
        fault = error.errors()[0]
    if fault["type"] == "says_nothing":
        _refuse(422, N_("Choisissez ce qui a changé, ou écrivez quelques mots."))
    if fault["type"] == "tells_nothing":
        _refuse(422, _TELLS_NOTHING[fault["ctx"]["kind"]])
    if fault["type"] == "other_kind":
        _refuse(422, _UNREADABLE, field=fault["ctx"]["field"])
    if fault["loc"] == ("text",) and fault["type"] == "string_too_long":
        _refuse_long(422)
    _refuse(422, _UNREADABLE, field=fault["loc"][0])


def _store(key: str, suggestion: Suggestion) -> Receipt:
    if not WRITING.acquire(timeout=WAIT_S):
        _ask_again()
    storing: Storing = current_app.extensions["storing"]
    try:
        receipt = receive_suggestion(key, suggestion)
        storing.succeeded()
        return receipt
    except KeyTaken:
        _refuse(409, N_("Un autre message est déjà arrivé sous la même clé : envoyez celui-ci sous une nouvelle."))
    except UnknownSubject:
        _refuse(422, N_("Ce lieu ou cette balade n’est pas, ou n’est plus, sur la carte."))
    except LibraryFault as fault:
        storing.failed(fault)
        _ask_again()
    finally:
        WRITING.release()


def _acknowledge(receipt: Receipt) -> Response:
    received = receipt.received.isoformat(timespec="seconds").replace("+00:00", "Z")
    response = jsonify(key=receipt.key, received=received, state=receipt.state)
    response.status_code = 201 if receipt.is_new else 200
    response.headers["Cache-Control"] = "no-store"
    return response


def _thank_with_page() -> Response:
    lang = visitor_language()
    thanks = f"{lang}/thanks"
    return move(thanks if has_page(thanks) else f"{lang}/", 303)


def _refuse(status: int, sentence: str, **values: object) -> NoReturn:
    abort(status, description=say(sentence, **values))


def _refuse_cut(status: int) -> NoReturn:
    _refuse(status, N_("Ce message n’est pas lisible : il est peut-être arrivé coupé."))


def _refuse_long(status: int = 413) -> NoReturn:
    _refuse(status, N_("Ce message est trop long : %(most)s signes au plus."), most=MOST_CHARACTERS)


def _ask_again() -> NoReturn:
    sentence = N_("Ce message ne peut pas être rangé en ce moment : renvoyez-le dans quelques secondes.")
    abort(503, description=say(sentence), retry_after=RETRY_AFTER_S)
