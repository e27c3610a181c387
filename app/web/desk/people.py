"""`/desk/people`: a coordinator invites others, and shows out who has left; the same functions as `adeuxpas user`."""

from base64 import b64encode
from collections.abc import Mapping

from flask import Response, abort, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.code import in_groups, read_signs
from ...domain.fault import Fault
from ...domain.person import ROLES
from ...exchange.mail import send_letter
from ...language.invitation import invitation_letter
from ...library.desk.attempts import Limit, try_once
from ...library.desk.homes import own_territories
from ...library.desk.people import (
    LASTS,
    add_person,
    invite_person,
    read_invitation,
    read_people,
    remove_keys,
    require_inviter,
    revoke_person,
)
from ...site.qr import qr_svg
from ..request import languages, settings
from . import frame, words

blueprint = frame.desk_blueprint("people")

LETTERS = Limit(most=30, minutes=60)
"""Of one person: nobody makes our address write to the whole world."""


@blueprint.get("/people")
def list_people() -> Response:
    """Show who is at the desk, and a form that invites."""
    return _show()


@blueprint.post("/people")
def add() -> Response:
    """Add somebody, and show their invitation: it is told once."""
    name, wanted = request.form.get("name", ""), request.form.getlist("territory")
    try:
        require_inviter(frame.person(), wanted)
        return _show_invitation(name, add_person(name, request.form.get("role", ""), wanted))
    except Fault as fault:
        typed = {"name": name, "role": request.form.get("role", ""), "territories": wanted}
        return _show(frame.status_of(fault), sentence=frame.sentence_of(fault), typed=typed)


@blueprint.post("/people/invite")
def invite() -> Response:
    """Give somebody a new invitation."""
    name = request.form.get("name", "")
    require_inviter(frame.person(), name=name)
    return _show_invitation(name, invite_person(name))


@blueprint.post("/people/send")
def send() -> Response:
    """Send an invitation that was just made to an address that is typed here and kept nowhere; the page stays."""
    server, code = settings().mail or abort(404), read_signs(request.form.get("code", ""))
    to, lang = request.form.get("email", ""), request.form.get("lang", "")
    name = read_invitation(code).name
    require_inviter(frame.person(), name=name)
    letter = invitation_letter(code, _address(), LASTS.days, lang if lang in languages() else languages()[0])
    try:
        try_once({f"letters {frame.person().id}": LETTERS})
        send_letter(server, to, *letter)
    except Fault as fault:
        return _show_invitation(
            name, code, frame.status_of(fault), sentence=frame.sentence_of(fault), to=to, asked=lang
        )
    return _show_invitation(name, code, sent=to.strip())


@blueprint.post("/people/keys/remove")
def lose_keys() -> WerkzeugResponse:
    """End the keys and the sign-ins of somebody who has lost a telephone; their password stays."""
    name = request.form.get("name", "")
    require_inviter(frame.person(), name=name)
    remove_keys(name, frame.person())
    return frame.move("people")


@blueprint.post("/people/revoke")
def revoke() -> WerkzeugResponse:
    """Show somebody out."""
    name = request.form.get("name", "")
    require_inviter(frame.person(), name=name)
    revoke_person(name)
    return frame.move("people")


# Private


def _show(status: int = 200, sentence: str = "", typed: Mapping[str, object] | None = None) -> Response:
    person = frame.person()
    require_inviter(person, person.territories)
    members = [each for each in read_people() if person.covers_all(each.person.territories)]
    return frame.show(
        "people",
        status,
        members=members,
        territories=own_territories(person),
        may_give_all=not person.territories,
        roles={role.value: frame.say(said) for role, said in ROLES.items()},
        typed={"name": "", "role": "relay", "territories": []} if typed is None else typed,
        sentence=sentence,
        when=lambda moment: words.moment_words(moment, frame.language()),
    )


def _show_invitation(name: str, code: str, status: int = 200, **letter: str) -> Response:
    """Show an invitation, and what became of its letter: whom it was `sent`, or the `sentence` that says why not."""
    link = f"{_address()}/desk/join/{code}"
    picture = f"data:image/svg+xml;base64,{b64encode(qr_svg(link).encode()).decode()}"
    told = {"link": link, "code": in_groups(code), "picture": picture, "days": LASTS.days}
    told |= {"may_send": settings().mail is not None, "sent": "", "sentence": "", "to": "", "asked": ""} | letter
    return frame.show("invitation", status, name=name, **told)


def _address() -> str:
    return settings().public_url or request.host_url.rstrip("/")
