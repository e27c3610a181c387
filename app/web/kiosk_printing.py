"""`/api/v1/kiosk/<territory>/print`: a volunteer prints the sheet of a place from the touch screen, behind a PIN.

{"place": "biblio", "pin": "2468", "confirm": ""}  →  200 {"said": …}
                                                      409 {"detail": …, "doubts": […], "mark": …}   ask, then confirm
                                                      403, 404, 409, 503 {"detail": …}              a sentence
"""

from typing import Any

from flask import Blueprint, Response, abort, jsonify, request

from ..domain.fault import Fault
from ..domain.subject import PLACE
from ..domain.text import N_, SOURCE
from ..language.on_paper import paper_languages
from .own_page import is_from_our_own_page
from .pin import needs_pin, why_not
from .request import has_page, say, visitor_language
from .studio import here, look_at, make_file, part, unkept

blueprint = Blueprint("kiosk_printing", __name__, url_prefix="/api/v1/kiosk/<territory>")

MOST_BYTES = 1_000
SHEET = "a5"


@blueprint.get("/printer")
def offer(territory: str) -> Response:
    """Tell whether a volunteer may print from this screen: where a PIN is set."""
    require_screen(territory)
    return unkept(jsonify(offered=needs_pin()))


@blueprint.post("/print")
def print_place(territory: str) -> Response:
    """Print the sheet of a place, once its doubts were confirmed."""
    if not is_from_our_own_page() or not needs_pin():
        abort(403, description=say(N_("On n’imprime que depuis l’écran du kiosque.")))
    require_screen(territory)
    asked = _asked()
    if why := why_not(asked["pin"]):
        abort(403, description=why)
    now = here(territory)
    choice = part("choice").read_choice(now.printable.content, territory, _fields(asked["place"]))
    told = look_at(now, choice).told
    if told.refused:
        abort(409, description=" ".join(told.refused))
    if told.mark != asked["confirm"]:
        return _ask_again(told)
    return _print(now, choice)


def require_screen(territory: str) -> None:
    """Answer 404 for a quarter that has no screen."""
    if not has_page(f"kiosk/{territory}"):
        abort(404)


# Private


def _asked() -> dict[str, str]:
    request.max_content_length = MOST_BYTES
    found = request.get_json(silent=True)
    told = found if isinstance(found, dict) else {}
    return {name: str(told.get(name, "")) for name in ("place", "pin", "confirm")}


def _fields(place: str) -> dict[str, list[str]]:
    lang = visitor_language()
    return {
        "format": [SHEET],
        "of": [f"{PLACE.name}:{place}"],
        "langs": [SOURCE, *([lang] if lang in paper_languages() else [])],
    }


def _ask_again(told: Any) -> Response:
    detail = say(N_("À savoir avant d’imprimer"))
    response = jsonify(detail=detail, doubts=told.doubts, mark=told.mark)
    response.status_code = 409
    return unkept(response)


def _print(now: Any, choice: Any) -> Response:
    file = make_file(now, choice, "pdf")
    try:
        part("printer").print_sheet(file.data, file.name, SHEET.upper())
    except Fault as fault:
        abort(503, description=say(fault.sentence, **fault.values))
    return unkept(jsonify(said=say(N_("La feuille est partie à l’imprimante."))))
