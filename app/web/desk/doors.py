"""Coming in and going out: sign in, answer an invitation, sign out. No GET uses anything up.

On a tablet that a team shares (`tablet.py`) the door names whom it knows.
"""

from collections.abc import Collection

from flask import Response, g, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...library.desk.asking import asks
from ...library.desk.attempts import Limit, forgive, try_once
from ...library.desk.faults import NoInvitation
from ...library.desk.people import answer_invitation, read_invitation
from ...library.desk.sign_ins import STAYS, open_sign_in, sign_out
from ...library.desk.sign_ins import sign_in as find_sign_in
from ...library.desk.tablets import read_tablet
from ..network import hashed, visitor_network
from . import frame

blueprint = frame.desk_blueprint("doors")

SITE = Limit(most=300, minutes=10)
ADDRESS = Limit(most=60, minutes=10)
"""A team that answers its invitations behind one address takes two each."""

NAME_HERE = Limit(most=10, minutes=15)
NAME = Limit(most=50, minutes=15)
"""From anywhere: enough to keep who tries in vain from locking somebody out soon, far too few to guess by."""


@blueprint.get("/")
def show() -> WerkzeugResponse:
    """Ask who comes; who is in already finds the messages."""
    return show_door(chosen=request.args.get("who", 0, type=int)) if g.person is None else frame.move("suggestions")


@blueprint.post("/")
def sign_in() -> WerkzeugResponse:
    """Let somebody in by name and password."""
    name, password = request.form.get("name", ""), request.form.get("password", "")
    try:
        tried = try_password(name)
        secret = find_sign_in(name, password, stays=stays(), tablet=request.cookies.get(frame.TABLET, ""))
    except Fault as fault:
        return show_door(fault, name=name)
    forgive(*tried)
    return let_in(secret, first_page())


@blueprint.post("/code")
def read_code() -> WerkzeugResponse:
    """Go on to the invitation whose code was typed."""
    code = request.form.get("code", "")
    try:
        try_here()
        read_invitation(code)
    except NoInvitation as fault:
        return frame.move(f"ask/{code.strip()}") if asks(code) else _again("door", fault, code=code)
    except Fault as fault:
        return show_door(fault, code=code)
    return frame.move(f"join/{code.strip()}")


@blueprint.get("/join/<code>")
def join(code: str) -> Response:
    """Show whom an invitation is for; it stays what it was, for a preview opens it too."""
    try_here()
    return frame.show("join", invited=read_invitation(code), code=code)


@blueprint.post("/join/<code>")
def answer(code: str) -> WerkzeugResponse:
    """Take the password that somebody chose, and let them in."""
    try_here()
    invited = read_invitation(code)
    try:
        person = answer_invitation(code, request.form.get("password", ""))
    except Fault as fault:
        return _again("join", fault, invited=invited, code=code)
    secret = open_sign_in(person.id, stays=stays(), tablet=request.cookies.get(frame.TABLET, ""))
    return let_in(secret, first_page())


@blueprint.post("/out")
def leave() -> WerkzeugResponse:
    """Sign out of this machine."""
    sign_out(request.cookies.get(frame.COOKIE, ""))
    return frame.remember(frame.move(""), frame.COOKIE, "", seconds=0)


def show_door(fault: Fault | None = None, **view: object) -> Response:
    """Ask who comes: on a shared tablet, those whom it knows first; after a refusal, with its reason."""
    view |= {"known": read_tablet(request.cookies.get(frame.TABLET, ""))}
    return _again("door", fault, **view) if fault else frame.show("door", 200, **view)


def let_in(secret: str, to: str = "suggestions") -> WerkzeugResponse:
    """Give the cookie of a new sign-in: whoever had one here before, it is void from now on."""
    former = request.cookies.get(frame.COOKIE)
    if former:
        sign_out(former)
    seconds = int(STAYS.total_seconds()) if stays() else None  # none: until the browser is closed
    return frame.remember(frame.move(to), frame.COOKIE, secret, seconds=seconds)


def try_here() -> None:
    """Count an attempt from where this one comes; raise `TooOften`."""
    _try_once({})


def try_password(name: str) -> Collection[str]:
    """Count an attempt at somebody's password; return what to forgive once it was the right one. Raise `TooOften`."""
    folded = name.strip().casefold()
    limits = {hashed(f"name {folded} at {visitor_network()}"): NAME_HERE, hashed(f"name {folded}"): NAME}
    _try_once(limits)
    return limits.keys()


def stays() -> bool:
    """Tell whether who comes in says that this is their own machine."""
    return request.form.get("where") == "mine"


def first_page() -> str:
    """Return where who comes in goes on to: on a tablet that is to be shared, to choosing digits."""
    return "tablet" if request.form.get("where") == "tablet" else "suggestions"


# Private


def _again(page: str, fault: Fault, **view: object) -> Response:
    """Show a form again with what was typed but the password, and why it was refused."""
    return frame.show(page, frame.status_of(fault), sentence=frame.sentence_of(fault), **view)


def _try_once(others: dict[str, Limit]) -> None:
    try_once({hashed("site"): SITE, hashed(f"address {visitor_network()}"): ADDRESS} | others)
