"""`/print/<territory>/hanging`: which sheets hang where, which must be replaced, how often their codes are opened."""

from typing import Any

from flask import Blueprint, Response, abort, request

from ..domain.text import N_
from ..exchange.table import MEDIA_TYPE
from ..library.hanging import MOST_LETTERS, hang_sheet, read_hanging, replace_sheet, take_down_sheet
from .downloads import download
from .own_page import is_from_our_own_page
from .pin import needs_pin, why_not
from .request import say, visitor_language
from .studio import here, html, lead, part, unkept

blueprint = Blueprint("hanging", __name__, url_prefix="/print/<territory>/hanging")


@blueprint.get("")
def show(territory: str) -> Response:
    """List what hangs."""
    return _list(here(territory), territory)


@blueprint.get("/register.csv")
def table(territory: str) -> Response:
    """Return what hangs as a table for spreadsheets."""
    made = part("register").register_table(here(territory), territory, visitor_language())
    return unkept(download(made, MEDIA_TYPE, f"adeuxpas-{territory}-register.csv"))


@blueprint.get("/new")
def ask(territory: str) -> Response:
    """Ask where a sheet will hang."""
    now = here(territory)
    return _ask(now, _chosen(now, territory, dict(request.args.lists())))


@blueprint.post("")
def hang(territory: str) -> Response:
    """Note where a sheet hangs."""
    now, spot = _allowed(territory), " ".join(request.form.get("spot", "").split())
    choice = _chosen(now, territory, dict(request.form.lists()))
    if not spot or len(spot) > MOST_LETTERS:
        sentence = N_("Dites où elle est accrochée, en %(most)s signes au plus, sans nom de personne.")
        return _ask(now, choice, say(sentence, most=MOST_LETTERS), spot)
    if why := why_not(request.form.get("pin", "")):
        return _ask(now, choice, why, spot)
    if not _is_printable(now, choice):
        return _ask(now, choice, say(N_("Cette feuille ne peut pas être imprimée")), spot)
    digest = part("register").digest_of(choice, now.orders(choice)[0])
    if not hang_sheet(territory, choice.query, spot, digest, now.today):
        return _ask(now, choice, say(N_("Le registre de ce quartier est plein : retirez-en des feuilles.")), spot)
    return lead(f"{territory}/hanging")


@blueprint.post("/<int:id>/replaced")
def replaced(territory: str, id: int) -> Response:
    """Note that a sheet was printed again."""
    now = _allowed(territory)
    if why := why_not(request.form.get("pin", "")):
        return _list(now, territory, why)
    register = part("register")
    held = next((each for each in read_hanging(territory) if each.id == id), None) or abort(404)
    choice = register.read_choice_of(now, held)
    if not _is_printable(now, choice):
        return _list(now, territory, say(N_("Cette feuille ne peut pas être imprimée")))
    replace_sheet(territory, id, register.digest_of(choice, now.orders(choice)[0]), now.today)
    return lead(f"{territory}/hanging")


@blueprint.post("/replaced")
def all_replaced(territory: str) -> Response:
    """Note that all that was to be replaced, as the page showed it, was printed again and hangs."""
    now = _allowed(territory)
    if why := why_not(request.form.get("pin", "")):
        return _list(now, territory, why)
    asked = set(request.form.getlist("outdated"))
    for id, digest in part("register").outdated_digests(now, territory).items():
        if str(id) in asked:
            replace_sheet(territory, id, digest, now.today)
    return lead(f"{territory}/hanging")


@blueprint.post("/<int:id>/down")
def down(territory: str, id: int) -> Response:
    """Note that a sheet hangs no more."""
    now = _allowed(territory)
    if why := why_not(request.form.get("pin", "")):
        return _list(now, territory, why)
    take_down_sheet(territory, id)
    return lead(f"{territory}/hanging")


# Private


def _allowed(territory: str) -> Any:
    return here(territory) if is_from_our_own_page() else abort(403)


def _chosen(now: Any, territory: str, fields: dict[str, list[str]]) -> Any:
    choices = part("choice")
    return choices.unmeasured(choices.read_choice(now.printable.content, territory, fields))


def _is_printable(now: Any, choice: Any) -> bool:
    return bool(part("register").is_printable(now, choice))


def _list(now: Any, territory: str, why: str = "") -> Response:
    lang = visitor_language()
    response = html(part("hanging").hanging_page(now, territory, lang, needs_pin=needs_pin(), why=why))
    response.status_code = 409 if why else 200
    return response


def _ask(now: Any, choice: Any, why: str = "", spot: str = "") -> Response:
    lang = visitor_language()
    response = html(part("hanging").note_page(now, choice, lang, needs_pin=needs_pin(), why=why, spot=spot))
    response.status_code = 409 if why else 200
    return response
