"""`/api/v1/kiosk/<territory>/slip`: whether a slip of paper was typed at the desk, and what became of it, behind a PIN.

{"pin": "2468", "code": "K7M2Q4", "number": "0012"}  →  200 {"said": ["…", "…"]}
                                                        403, 404, 422 {"detail": …}   a sentence

What stands on the slip is not told: the screen of a kiosk is read over a shoulder.
"""

from flask import Blueprint, Response, abort, jsonify, request

from ..domain.code import read_code
from ..domain.text import N_
from ..language.spoken import spoken
from ..library.desk.slips import read_code_of, ticket_of_slip
from ..library.fates import read_fates
from .fate_words import fate_words
from .kiosk_printing import require_screen
from .own_page import is_from_our_own_page
from .pin import needs_pin, why_not
from .request import say, visitor_language
from .studio import unkept

blueprint = Blueprint("kiosk_slips", __name__, url_prefix="/api/v1/kiosk/<territory>")

MOST_BYTES = 1_000


@blueprint.post("/slip")
def tell(territory: str) -> Response:
    """Tell whether a slip was received, and what became of it."""
    if not is_from_our_own_page() or not needs_pin():
        abort(403, description=say(N_("On ne demande cela que depuis l’écran du kiosque.")))
    require_screen(territory)
    asked = _asked()
    if why := why_not(asked["pin"]):
        abort(403, description=why)
    return unkept(jsonify(said=_said(asked["code"], asked["number"].strip())))


# Private


def _asked() -> dict[str, str]:
    request.max_content_length = MOST_BYTES
    found = request.get_json(silent=True)
    told = found if isinstance(found, dict) else {}
    return {name: str(told.get(name, "")) for name in ("pin", "code", "number")}


def _said(typed: str, number: str) -> list[str]:
    code = read_code(typed)
    coded = read_code_of(code) if code else None
    if code is None or coded is None:
        abort(404, description=say(N_("Ce code n’est sur aucun papier : vérifiez ses six signes, à côté du carré.")))
    ticket = ticket_of_slip(code, number)
    fate = read_fates([ticket]).get(ticket) if ticket else None
    if fate is None:
        abort(404, description=say(_NOT_TYPED, number=number, name=coded.name or code))
    day = spoken(visitor_language()).formats.day(fate.received.date())
    told = fate_words(fate)
    return [say(_TYPED, number=number, name=coded.name or code, day=day), told.words, *told.more]


_NOT_TYPED = N_("Le papier %(number)s sur « %(name)s » n’est pas encore recopié au bureau, ou il a plus de six mois.")
_TYPED = N_("Le papier %(number)s sur « %(name)s » a été recopié : %(day)s.")
