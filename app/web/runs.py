"""`/print/<territory>/runs`: a sheet for each place, walk or theme of a quarter, drawn in a process of its own."""

from typing import Any

from flask import Blueprint, Response, abort, jsonify, request
from werkzeug.datastructures import MultiDict

from ..domain.text import N_
from ..language.spoken import spoken
from .own_page import is_from_our_own_page
from .pin import needs_pin, why_not
from .qr import base_address
from .request import say, settings, visitor_language
from .studio import file_response, here, html, lead, part, unkept

blueprint = Blueprint("runs", __name__, url_prefix="/print/<territory>/runs")

_NOT_ASKED = ("confirm", "pin", "each", "binding", "lang", "save")


@blueprint.get("/new")
def ask(territory: str) -> Response:
    """Say what is about to be printed, and ask."""
    now, asked = here(territory), _asked(territory, request.args)
    return _ask_page(now, asked, _plan(now, asked))


@blueprint.post("")
def start(territory: str) -> Response:
    """Begin a run and lead to its page; the page that asks again, with 409, when it cannot begin."""
    if not is_from_our_own_page():
        abort(403)
    now, asked = here(territory), _asked(territory, request.form)
    plan = _plan(now, asked)
    if plan.told.mark != request.form.get("confirm", ""):
        return _ask_page(now, asked, plan, say(N_("Lisez d’abord ce qu’il faut savoir, et cochez la case.")))
    if why := why_not(request.form.get("pin", "")):
        return _ask_page(now, asked, plan, why)
    if not plan.count:
        return _ask_page(now, asked, plan)
    runs = part("runs")
    try:
        return lead(f"{territory}/runs/{runs.start_run(settings(), asked)}")
    except runs.RunBusy:
        sentence = N_("Une autre série est en train de s’imprimer : attendez qu’elle soit finie.")
        return _ask_page(now, asked, plan, say(sentence))


@blueprint.get("/<id>")
def show(territory: str, id: str) -> Response:
    """Show how far a run is."""
    run = _run(territory, id)
    return html(part("run_pages").run_page(here(territory), run, visitor_language()))


@blueprint.get("/<id>/state")
def state(territory: str, id: str) -> Response:
    """Return how far a run is."""
    run = _run(territory, id)
    return unkept(jsonify(state=run.state, done=run.done, total=run.total))


@blueprint.post("/<id>/cancel")
def cancel(territory: str, id: str) -> Response:
    """Stop a run before its next sheet."""
    if not is_from_our_own_page():
        abort(403)
    part("runs").cancel_run(settings(), _run(territory, id).id)
    return lead(f"{territory}/runs/{id}")


@blueprint.get("/<id>/file")
def file(territory: str, id: str) -> Response:
    """Return the file of a run that is done."""
    run = _run(territory, id)
    if run.state != "done":
        abort(404)
    made = part("sheets").File(run.file, run.file.rsplit(".", 1)[1], part("runs").file_of(settings(), run).read_bytes())
    return file_response(made, is_kept=True)


# Private


def _asked(territory: str, fields: "MultiDict[str, str]") -> Any:
    chosen = {name: values for name, values in fields.lists() if name not in _NOT_ASKED}
    binding = "zip" if fields.get("binding") == "zip" else "pdf"
    return part("runs").Asked(territory, fields.get("each", ""), chosen, base_address(), binding)


def _plan(now: Any, asked: Any) -> Any:
    return part("run_pages").plan_of(now, asked, spoken(visitor_language()))


def _ask_page(now: Any, asked: Any, plan: Any, why: str = "") -> Response:
    page = part("run_pages").ask_page(now, asked, plan, visitor_language(), needs_pin=needs_pin(), why=why)
    response = html(page)
    response.status_code = 409 if why else 200
    return response


def _run(territory: str, id: str) -> Any:
    runs = part("runs")
    runs.sweep(settings())
    run = runs.read_run(settings(), id)
    return run if run is not None and run.territory == territory else abort(404)
