"""What receiving asks for: our own pages, a pace, a whole body, a place to store it. Every refusal is a sentence.

Who cannot store now asks to come again: the phone keeps what it has to say.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from threading import Lock
from typing import NoReturn

from flask import Response, abort, current_app, jsonify, request
from werkzeug.exceptions import LengthRequired, RequestEntityTooLarge, RequestTimeout

from ..domain.text import N_
from ..library.faults import LibraryFault
from ..library.suggestions import Receipt
from .network import visitor_network
from .own_page import is_from_our_own_page
from .rate_limit import RateLimit
from .request import is_form, say, visitor_address
from .storing import Storing

RETRY_AFTER_S = 5
WAIT_S = 0.2
WRITING = Lock()
"""A worker stores one thing at a time: its other thread stays free for pages."""


def require_our_own_page() -> None:
    """Refuse what another site makes its visitors send; a program that is no browser says nothing of the kind."""
    if not is_from_our_own_page():
        refuse(403, N_("Ce message vient d’un autre site : écrivez-nous depuis la page du lieu."))


def require_pace() -> None:
    """Refuse what comes too fast, and say when it may come again."""
    rate_limit: RateLimit = current_app.extensions["rate_limit"]
    wait_s = rate_limit.wait_s(visitor_network() if visitor_address() is not None else None)
    if wait_s:
        refuse_flood(wait_s)


def refuse_flood(wait_s: int) -> NoReturn:
    """End the request of who comes far too fast; say in how many seconds they may come again."""
    sentence = N_("Beaucoup de messages arrivent en ce moment : réessayez dans %(seconds)s s.")
    abort(429, description=say(sentence, seconds=wait_s), retry_after=wait_s)


def key_in(text: str) -> str | None:
    """Return the key that a text is, in small letters; None when it is none."""
    found = _KEY.fullmatch(text.strip())
    return found[1].lower() if found else None


def whole_body(most: int) -> bytes | None:
    """Return the body, which a form is read from as well; None when it has more than so many bytes."""
    request.max_content_length = most
    try:
        return request.get_data(parse_form_data=is_form())
    except RequestEntityTooLarge:
        return None
    except (RequestTimeout, LengthRequired) as fault:
        refuse_cut(fault.code)


@contextmanager
def storing() -> Iterator[None]:
    """Store alone, and tell the health of the site how it went; what cannot be stored now is asked for again (503)."""
    if not WRITING.acquire(timeout=WAIT_S):
        _ask_again()
    watch: Storing = current_app.extensions["storing"]
    try:
        yield
        watch.succeeded()
    except LibraryFault as fault:
        watch.failed(fault)
        _ask_again()
    finally:
        WRITING.release()


def acknowledge(receipt: Receipt, **more: object) -> Response:
    """Say that something is stored: the key, and the SHA-256 of the bytes, by which a phone knows that it is us."""
    received = receipt.received.isoformat(timespec="seconds").replace("+00:00", "Z")
    digest = sha256(request.get_data()).hexdigest()
    response = jsonify({"key": receipt.key, "digest": digest, "received": received, "state": receipt.state} | more)
    response.status_code = 201 if receipt.is_new else 200
    response.headers["Cache-Control"] = "no-store"
    return response


def refuse(status: int, sentence: str, **values: object) -> NoReturn:
    """End the request with a sentence in the visitor's language."""
    abort(status, description=say(sentence, **values))


def refuse_cut(status: int) -> NoReturn:
    """End the request of what did not come whole."""
    refuse(status, N_("Ce message n’est pas lisible : il est peut-être arrivé coupé."))


# Private

_KEY = re.compile(r'"?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"?', re.IGNORECASE)


def _ask_again() -> NoReturn:
    sentence = N_("Ce message ne peut pas être rangé en ce moment : renvoyez-le dans quelques secondes.")
    abort(503, description=say(sentence), retry_after=RETRY_AFTER_S)
