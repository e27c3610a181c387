"""What every page of the desk shares: who is signed in, the frame, the language, and how a refusal is told."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from flask import Blueprint, Response, g, redirect, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.person import Person
from ...domain.text import N_, plain_text
from ...edition.compress import gzip
from ...language.language import Language
from ...language.spoken import spoken
from ...library.desk.attempts import Limit, try_once
from ...library.desk.sign_ins import signed_in
from ...library.faults import LibraryFault
from ...pages.renderer import Renderer
from ...settings import VERSION
from ...site.addresses import Site
from ..own_page import is_from_our_own_page
from ..request import accepted_language, base, languages, settings

COOKIE = "desk"
TABLET = "desk_tablet"
"""The random secret of a tablet that a team shares."""

LANGUAGE = "desk_language"
PATH = "/desk/"
WRITES = Limit(most=600, minutes=10)
"""Of one person: a round of sixty doors is far below it."""

A_LINE, A_NOTE = 300, 500
"""How many signs of a title or a name are read, and of a reason."""

OPEN = frozenset(
    {
        *("desk_doors.show", "desk_doors.sign_in", "desk_doors.read_code", "desk_doors.join", "desk_doors.answer"),
        *("desk_asking.show", "desk_asking.answer", "desk_tablet.come_back", "desk_keys.ask", "desk_keys.sign_in"),
    }
)
"""The views that nobody need be signed in for."""


def desk_blueprint(name: str) -> Blueprint:
    """Return a blueprint whose views lie behind the door of the desk."""
    blueprint = Blueprint(f"desk_{name}", __name__, url_prefix="/desk")
    blueprint.before_request(_enter)
    blueprint.after_request(_keep_nothing)
    blueprint.register_error_handler(Fault, tell_fault)
    blueprint.register_error_handler(HTTPException, _tell_error)
    return blueprint


def person() -> Person:
    """Return who is signed in."""
    found: Person = g.person
    return found


def show(template: str, status: int = 200, **view: Any) -> Response:
    """Return a page of the desk."""
    frame = {"person": g.get("person"), "here": _here(), "on_tablet": TABLET in request.cookies}
    body = _renderer(_language(), languages(), base()).render(f"desk/{template}.html", frame | view)
    return Response(body, status, content_type="text/html; charset=utf-8")


def typed(form: Mapping[str, str], name: str, most: int) -> str:
    """Return what somebody typed into a box of a form, without unseen signs; no more than so many."""
    return plain_text(form.get(name, "")).strip()[:most]


def move(path: str) -> WerkzeugResponse:
    """Send on to a path of the desk once something was done: a page loaded again does nothing twice."""
    return redirect(f"{base()}desk/{path}", 303)


def tell_fault(fault: Fault) -> Response:
    """Say what cannot be done, with a way back."""
    return show("refused", status_of(fault), sentence=sentence_of(fault))


def status_of(fault: Fault) -> int:
    """Return how a fault is told to a browser."""
    return 503 if isinstance(fault, LibraryFault) else _STATUS.get(type(fault).__name__, 422)


def sentence_of(fault: Fault) -> str:
    """Return a fault in the language of the page."""
    return _language().say(fault.sentence, **fault.values) if fault.values else _language().say(fault.sentence)


def say(sentence: str, **values: object) -> str:
    """Return a sentence in the language of the page."""
    return _language().say(sentence, **values)


def language() -> Language:
    """Return the language of the page."""
    return _language()


def remember(response: WerkzeugResponse, name: str, text: str, *, seconds: int | None = None) -> WerkzeugResponse:
    """Set a cookie that scripts, other sites and plain lines do not see."""
    is_https = request.is_secure or (settings().public_url or "").startswith("https://")
    where = f"{base()}desk/"
    response.set_cookie(name, text, max_age=seconds, path=where, secure=is_https, httponly=True, samesite="Lax")
    return response


# Private

_STATUS = {
    "NotYours": 403,
    "NothingSent": 404,
    "NotHere": 404,
    "NoSuchText": 404,
    "NoSuchFile": 404,
    "NoRound": 404,
    "NoInvitation": 410,
    "NoAsking": 410,
    "TooOften": 429,
    "Decided": 409,
    "Moved": 409,
    "TextMoved": 409,
}


def _enter() -> WerkzeugResponse | None:
    """Refuse other sites' forms; find out who comes; send on who is nobody to the door."""
    if request.method == "POST" and not is_from_our_own_page():
        return show("refused", 403, sentence=say(N_("Cette demande vient d’un autre site : rien n’a été fait.")))
    secret = request.cookies.get(COOKIE, "")
    g.person = signed_in(secret) if secret else None
    if g.person is None:
        return None if request.endpoint in OPEN else _to_the_door()
    if request.method == "POST":
        try_once({f"person {g.person.id}": WRITES})
    return None


def _to_the_door() -> WerkzeugResponse:
    if request.method == "POST":
        return show(
            "refused", 401, sentence=say(N_("Vous n’êtes plus au bureau : entrez de nouveau, puis recommencez."))
        )
    return move("")


def _keep_nothing(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    _pack(response)
    asked = request.args.get("lang")
    if asked in languages():
        remember(response, LANGUAGE, asked)
    return response


def _pack(response: Response) -> None:
    """Send a page in a quarter of its bytes: what a form offers repeats itself; a secret is shown on one page, once."""
    if request.accept_encodings["gzip"] and response.mimetype in _PACKED and not response.is_streamed:
        response.set_data(gzip(response.get_data(), 5))
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"


_PACKED = ("text/html", "application/json")


def _tell_error(error: HTTPException) -> WerkzeugResponse:
    if (error.code or 500) < 400:
        return error.get_response()
    return show("refused", error.code or 500, sentence=say(_ERRORS.get(error.code or 500, _BROKEN)))


_BROKEN = N_("Cela n’a pas marché : ce n’est pas de votre fait. Réessayez dans un instant.")
_ERRORS = {
    400: N_("Cette demande n’est pas lisible : revenez à la page d’avant et recommencez."),
    404: N_("Cette page du bureau n’existe pas."),
    405: N_("Cette page du bureau n’existe pas."),
    413: N_("Ce texte est trop long : dites-le en moins de mots."),
}


def _language() -> Language:
    """Return the language asked for here, else the one chosen before, else the browser's."""
    said = (request.args.get("lang"), request.cookies.get(LANGUAGE))
    asked = next((lang for lang in said if lang in languages()), None)
    return spoken(asked or accepted_language() or languages()[0])


def _here() -> str:
    """Return the address that shows this page again in another language; of what only a button does, the door."""
    methods = request.url_rule.methods if request.url_rule else None
    return request.path if "GET" in (methods or ()) else f"{base()}desk/"


@lru_cache(maxsize=32)
def _renderer(language: Language, offered: tuple[str, ...], base: str) -> Renderer:
    return Renderer(language, Site(offered, VERSION, base))
