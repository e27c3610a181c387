"""`/desk/slip`: slips of paper typed one after another, by keyboard alone: a code, a kind, some words, Enter."""

from collections.abc import Mapping

from flask import Response, request
from pydantic import ValidationError
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.code import in_groups, read_code
from ...domain.suggestion import MOST_CHARACTERS, Kind, Suggestion
from ...domain.text import N_
from ...library.desk.slips import PATH, Slip, key_of_slip, last_slip, read_code_of, take_back_slip, type_slip
from . import frame, words

blueprint = frame.desk_blueprint("slips")

KINDS = (Kind.HOURS, Kind.PHONE, Kind.CLOSED, Kind.MOVED, Kind.NEW_PLACE, Kind.NEED, Kind.OTHER)


@blueprint.get("/slip")
def show() -> Response:
    """Show the form, and what was typed last."""
    return _show({})


@blueprint.post("/slip")
def add() -> WerkzeugResponse:
    """Store a slip and ask for the next; one that cannot be read is shown again as it was typed."""
    typed = {name: request.form.get(name, "").strip() for name in ("code", "number", "kind", "text")}
    code = read_code(typed["code"])
    coded = read_code_of(code) if code else None
    if code is None or coded is None:
        return _show(typed, 422, N_("Ce code n’est sur aucun papier : vérifiez ses six signes, à côté du carré."))
    fields = {coded.kind: coded.id, "kind": typed["kind"], "text": typed["text"], "path": PATH}
    try:
        suggestion = Suggestion.model_validate(fields)
    except ValidationError as error:
        return _show(typed, 422, _fault_of(error))
    receipt = type_slip(frame.person(), key_of_slip(code, typed["number"]), suggestion)
    return frame.move("slip" if receipt.is_new else "slip?again=1")


@blueprint.post("/slip/undo")
def undo() -> Response:
    """Take the last slip back, and show it as it was typed."""
    slip = take_back_slip(frame.person(), request.form.get("slip", 0, type=int))
    return _show({"code": slip.code, "number": "", "kind": slip.kind, "text": slip.text})


# Private


def _show(typed: Mapping[str, str], status: int = 200, sentence: str = "") -> Response:
    again = N_("Ce papier était déjà recopié, avec les mêmes mots : il ne compte qu’une fois.")
    said = sentence or (again if "again" in request.args else "")
    slip: Slip | None = last_slip(frame.person())
    return frame.show(
        "slip",
        status,
        typed=typed,
        sentence=frame.say(said, most=MOST_CHARACTERS) if said else "",
        slip=slip,
        ticket=in_groups(slip.ticket) if slip else "",
        kinds={kind.value: frame.say(words.KINDS[kind][1]) for kind in KINDS},
    )


def _fault_of(error: ValidationError) -> str:
    fault = error.errors()[0]
    if fault["type"] == "says_nothing":
        return N_("Recopiez les mots du papier, ou choisissez ce qui a changé.")
    if fault["loc"] == ("text",):
        return N_("Ces mots sont trop longs : %(most)s signes au plus.")
    return N_("Choisissez ce qui a changé.")
