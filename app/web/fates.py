"""What became of a suggestion, told to who has its ticket: `POST /<lang>/fate` as a page, `POST /api/v1/fates` as JSON.

No address holds a ticket, so none is left in a history or a log; wrong ones are counted, and too many are refused.
"""

from collections.abc import Collection
from typing import Any

from flask import Blueprint, Response, abort, jsonify, request
from pydantic_core import from_json

from ..domain.code import MOST_TICKETS, in_groups, read_ticket
from ..domain.fault import Fault
from ..domain.text import N_
from ..library.desk.attempts import Limit, count_attempts, require_left
from ..library.desk.faults import TooOften
from ..library.fates import Fate, answer_question, read_fates
from ..library.faults import LibraryFault
from ..pages.context import Frame
from .fate_words import fate_words
from .made import show_made
from .network import hashed, visitor_network
from .receiving import refuse, refuse_cut, require_our_own_page, whole_body
from .request import languages, say

blueprint = Blueprint("fates", __name__)

MOST_BYTES = 16_384
WRONG_HERE = Limit(most=20, minutes=30)
WRONG_ANYWHERE = Limit(most=1_000, minutes=60)
"""Of all visitors together: at this pace one of ten thousand tickets is met in four hundred years."""


@blueprint.post("/<lang>/fate")
def show(lang: str) -> Response:
    """Show what became of one, whose ticket was typed; with `text`, take the answer to its question first."""
    if lang not in languages():
        abort(404)
    require_our_own_page()
    if whole_body(MOST_BYTES) is None:
        refuse(413, N_("Ce message est trop long."))
    typed, said = request.form.get("ticket", ""), request.form.get("text")
    try:
        fate = _find(typed)
        if said is not None:
            answer_question(fate.ticket, said)
            fate = _find(typed)
    except LibraryFault:
        raise
    except Fault as fault:
        return _page(_status_of(fault), typed=typed, said=said or "", sentence=say(fault.sentence, **fault.values))
    return _page(typed=typed, told=fate_words(fate), is_answered=said is not None)


@blueprint.post("/api/v1/fates")
def tell() -> Response:
    """Tell what became of some: those that are known, in the order they were asked for."""
    require_our_own_page()
    wanted = _read_tickets()
    try:
        found = _look_up(wanted)
    except TooOften as fault:
        abort(429, description=say(fault.sentence, **fault.values), retry_after=60 * int(str(fault.values["minutes"])))
    told = [fate_words(found[ticket]) for ticket in wanted if ticket in found]
    response = jsonify(fates=[_plain(each) for each in told])
    response.headers["Cache-Control"] = "no-store"
    return response


class NoFate(Fault):
    """Said the same of a ticket that was never given as of one too old."""

    sentence = N_(
        "Ce code ne dit rien : il a une faute, ou il a plus de six mois. Vérifiez ses huit signes ; il n’y a ni I, "
        "ni L, ni O, ni U."
    )


# Private


def _find(typed: str) -> Fate:
    ticket = read_ticket(typed)
    found = _look_up([ticket or ""])
    if ticket not in found:
        raise NoFate
    return found[ticket]


def _look_up(tickets: Collection[str]) -> dict[str, Fate]:
    """Return the fates that are known, each wrong ticket counted; raise `TooOften`."""
    limits = {hashed(f"fate at {visitor_network()}"): WRONG_HERE, hashed("fate"): WRONG_ANYWHERE}
    require_left(limits)
    found = read_fates(tickets)
    wrong = len(set(tickets) - set(found))
    if wrong:
        count_attempts(limits, wrong)
    return found


def _read_tickets() -> list[str]:
    body = whole_body(MOST_BYTES)
    try:
        asked = from_json(body or b"")["tickets"]
        read = [read_ticket(each) for each in asked[:MOST_TICKETS]]
    except (ValueError, TypeError, KeyError, AttributeError):
        refuse_cut(400)
    return [each for each in dict.fromkeys(read) if each]


def _page(status: int = 200, **view: Any) -> Response:
    empty: dict[str, Any] = {"typed": "", "said": "", "told": None, "sentence": "", "is_answered": False}
    frame = Frame(title=say(N_("Qu’est devenu mon message ?")), rest="fate", indexed=False)
    return show_made("fate.html", frame, status, **empty | view)


def _status_of(fault: Fault) -> int:
    return {TooOften: 429, NoFate: 404}.get(type(fault), 422)


def _plain(told: Any) -> dict[str, object]:
    return {
        "ticket": told.ticket,
        "state": told.state,
        "words": [told.words, *told.more],
        "question": told.question,
        "page": told.page,
        "shown": in_groups(told.ticket),
    }
