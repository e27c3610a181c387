"""`/desk/account`: who somebody is at the desk, and the keys of access that they come in with."""

from urllib.parse import urlsplit

from flask import Response, jsonify, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.person import ROLES
from ...library.desk.attempts import forgive
from ...library.desk.homes import own_territories
from ...library.desk.origins import read_origin
from ...library.desk.passkeys import LONGEST_NAME, add_passkey, ask_to_add, read_passkeys, remove_passkey
from ...library.desk.sign_ins import is_on_tablet
from ..own_page import own_origin
from . import doors, frame, words
from .keys import refusal

blueprint = frame.desk_blueprint("account")


@blueprint.get("/account")
def show() -> Response:
    """Show the account, and its keys."""
    return _show()


@blueprint.post("/account/keys/ask")
def ask() -> Response:
    """Say what a device is to make, to a script, once the password was typed; a refusal is a sentence."""
    person, form = frame.person(), request.form
    try:
        tried = doors.try_password(person.name)
        origin = read_origin(own_origin())
        options = ask_to_add(person, form.get("password", ""), form.get("name", ""), origin, _sign_in())
    except Fault as fault:
        return refusal(fault)
    forgive(*tried)
    return jsonify(options=options)


@blueprint.post("/account/keys")
def add() -> WerkzeugResponse:
    """Keep the key that a device has made."""
    name, answer = request.form.get("name", ""), request.form.get("credential", "")
    try:
        add_passkey(frame.person(), answer, name, read_origin(own_origin()), _sign_in())
    except Fault as fault:
        return _show(fault, name)
    return frame.move("account")


@blueprint.post("/account/keys/remove")
def remove() -> WerkzeugResponse:
    """End one key."""
    remove_passkey(frame.person(), request.form.get("key", 0, type=int))
    return frame.move("account")


# Private


def _show(fault: Fault | None = None, name: str = "") -> Response:
    person = frame.person()
    told = {"sentence": frame.sentence_of(fault)} if fault else {}
    return frame.show(
        "account",
        frame.status_of(fault) if fault else 200,
        role=frame.say(ROLES[person.role]),
        territories=own_territories(person),
        keys=read_passkeys(person),
        is_shared=is_on_tablet(_sign_in()),
        longest=LONGEST_NAME,
        name=name,
        host=urlsplit(own_origin()).hostname,
        when=lambda moment: words.moment_words(moment, frame.language()),
        **told,
    )


def _sign_in() -> str:
    return request.cookies.get(frame.COOKIE, "")
