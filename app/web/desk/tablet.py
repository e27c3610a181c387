"""`/desk/tablet`: on a tablet that a team shares, who has shown a password once comes back with a few digits."""

import secrets

from flask import Response, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...library.desk.sign_ins import UNTOUCHED
from ...library.desk.sign_ins import open_sign_in as _open
from ...library.desk.tablets import FORGOTTEN_AFTER, LEAST, MOST, forget_pin, read_tablet, set_pin
from ...library.desk.tablets import come_back as find_back
from . import doors, frame

blueprint = frame.desk_blueprint("tablet")


@blueprint.get("/tablet")
def show() -> Response:
    """Ask for the digits that somebody wants to come back with here."""
    return _show()


@blueprint.post("/tablet")
def keep() -> WerkzeugResponse:
    """Keep them; this machine is a shared tablet from now on, and who is in stays no longer than on one."""
    tablet = request.cookies.get(frame.TABLET) or secrets.token_urlsafe(32)
    try:
        set_pin(tablet, frame.person(), request.form.get("pin", ""))
    except Fault as fault:
        return _show(fault)
    answer = doors.let_in(_open(frame.person().id, tablet=tablet))
    return frame.remember(answer, frame.TABLET, tablet, seconds=int(FORGOTTEN_AFTER.total_seconds()))


@blueprint.post("/tablet/forget")
def forget() -> WerkzeugResponse:
    """Take who is in off this tablet."""
    forget_pin(request.cookies.get(frame.TABLET, ""), frame.person())
    return frame.move("tablet")


@blueprint.post("/tablet/in")
def come_back() -> WerkzeugResponse:
    """Let somebody back in with their digits."""
    tablet, id = request.cookies.get(frame.TABLET, ""), request.form.get("person", 0, type=int)
    try:
        doors.try_here()
        secret = find_back(tablet, id, request.form.get("pin", ""))
    except Fault as fault:
        return doors.show_door(fault, chosen=id)
    answer = doors.let_in(secret)
    return frame.remember(answer, frame.TABLET, tablet, seconds=int(FORGOTTEN_AFTER.total_seconds()))


# Private


def _show(fault: Fault | None = None) -> Response:
    here = read_tablet(request.cookies.get(frame.TABLET, ""))
    view = {"is_here": frame.person() in here, "least": LEAST, "most": MOST}
    told = {"sentence": frame.sentence_of(fault)} if fault else {}
    status = frame.status_of(fault) if fault else 200
    return frame.show("tablet", status, minutes=int(UNTOUCHED.total_seconds() // 60), **view, **told)
