"""Coming in and going out: sign in, answer an invitation, sign out. No GET uses anything up."""

import hmac
from ipaddress import IPv6Address, ip_address

from flask import Response, g, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...library.desk.attempts import Limit, forgive, try_once
from ...library.desk.people import answer_invitation, read_invitation
from ...library.desk.sign_ins import STAYS, open_sign_in, sign_out
from ...library.desk.sign_ins import sign_in as find_sign_in
from ...publish.site_secret import site_secret
from ..request import settings, visitor_address
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
    return frame.show("door") if g.person is None else frame.move("suggestions")


@blueprint.post("/")
def sign_in() -> WerkzeugResponse:
    """Let somebody in by name and password."""
    name, password = request.form.get("name", ""), request.form.get("password", "")
    tried = _hashed(f"name {name.strip().casefold()}")
    here = _hashed(f"name {name.strip().casefold()} at {_address()}")
    try:
        _try_once({here: NAME_HERE, tried: NAME})
        secret = find_sign_in(name, password, stays=_stays())
    except Fault as fault:
        return _again("door", fault, name=name)
    forgive(here, tried)
    return _let_in(secret)


@blueprint.post("/code")
def read_code() -> WerkzeugResponse:
    """Go on to the invitation whose code was typed."""
    code = request.form.get("code", "")
    try:
        _try_once({})
        read_invitation(code)
    except Fault as fault:
        return _again("door", fault, code=code)
    return frame.move(f"join/{code.strip()}")


@blueprint.get("/join/<code>")
def join(code: str) -> Response:
    """Show whom an invitation is for; it stays what it was, for a preview opens it too."""
    _try_once({})
    return frame.show("join", invited=read_invitation(code), code=code)


@blueprint.post("/join/<code>")
def answer(code: str) -> WerkzeugResponse:
    """Take the password that somebody chose, and let them in."""
    _try_once({})
    invited = read_invitation(code)
    try:
        person = answer_invitation(code, request.form.get("password", ""))
    except Fault as fault:
        return _again("join", fault, invited=invited, code=code)
    return _let_in(open_sign_in(person.id, stays=_stays()))


@blueprint.post("/out")
def leave() -> WerkzeugResponse:
    """Sign out of this machine."""
    sign_out(request.cookies.get(frame.COOKIE, ""))
    return frame.remember(frame.move(""), frame.COOKIE, "", seconds=0)


# Private


def _again(page: str, fault: Fault, **view: object) -> Response:
    """Show a form again with what was typed but the password, and why it was refused."""
    return frame.show(page, frame.status_of(fault), sentence=frame.sentence_of(fault), **view)


def _let_in(secret: str) -> WerkzeugResponse:
    """Whoever had a cookie here before, the one from now on is new."""
    former = request.cookies.get(frame.COOKIE)
    if former:
        sign_out(former)
    seconds = int(STAYS.total_seconds()) if _stays() else None  # none: until the browser is closed
    return frame.remember(frame.move("suggestions"), frame.COOKIE, secret, seconds=seconds)


def _stays() -> bool:
    return "stays" in request.form


def _try_once(others: dict[str, Limit]) -> None:
    try_once({_hashed("site"): SITE, _hashed(f"address {_address()}"): ADDRESS} | others)


def _address() -> str:
    return _network(visitor_address() or "here")


def _network(address: str) -> str:
    """Return what one household has of addresses: of IPv6 the first half, within which a phone draws new ones."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(int(found) >> 64) if isinstance(found, IPv6Address) else address


def _hashed(who: str) -> str:
    """Return a name for who tries that nobody without our secret can turn back into an address."""
    return hmac.digest(site_secret(settings()), who.encode(), "sha256").hex()
