"""`/desk/keys`: coming in with a key of access; the same limits, and the same sign-in, as with a password."""

from flask import Response, jsonify, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...library.desk.origins import read_origin
from ...library.desk.passkeys import ask_to_sign_in, sign_in_by_key
from ..own_page import own_origin
from . import doors, frame

blueprint = frame.desk_blueprint("keys")


@blueprint.post("/keys/ask")
def ask() -> Response:
    """Say what a device is to sign, to a script; a refusal is a sentence."""
    try:
        doors.try_here()
        return jsonify(options=ask_to_sign_in(read_origin(own_origin())))
    except Fault as fault:
        return refusal(fault)


@blueprint.post("/keys")
def sign_in() -> WerkzeugResponse:
    """Let in whose device has signed it."""
    try:
        doors.try_here()
        tablet = request.cookies.get(frame.TABLET, "")
        answer, origin = request.form.get("credential", ""), read_origin(own_origin())
        secret = sign_in_by_key(answer, origin, stays=doors.stays(), tablet=tablet)
    except Fault as fault:
        return doors.show_door(fault)
    return doors.let_in(secret, doors.first_page())


def refusal(fault: Fault) -> Response:
    """Return why something is not asked of a device, for a script to show."""
    response = jsonify(sentence=frame.sentence_of(fault))
    response.status_code = frame.status_of(fault)
    return response
