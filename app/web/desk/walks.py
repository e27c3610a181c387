"""`/desk/walks`: walks are composed of places in order, with texts and sessions; their files come in and go out."""

from dataclasses import replace
from typing import Any

from flask import Response, jsonify, request
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.forms.walk_sections import STOP, WALK_SECTIONS
from ...domain.text import N_, plain_text
from ...domain.walk import Walk
from ...library.content.dump import file_of_walk
from ...library.content.queries import read_library
from ...library.desk.composing import (
    add_stop,
    move_stop,
    problems_of_walk,
    remove_stop,
    save_stop,
    save_walk_section,
)
from ...library.desk.editing import Form
from ...library.desk.faults import NotHere, NotYours
from ...library.desk.own_walks import read_own_walk
from ...library.desk.queue import own_territories
from ...library.desk.walk_files import add_walk, take_file
from ..downloads import download
from . import frame, labels, words
from .places import NOT_SAVED, form_of
from .section import Again
from .walk_view import refused, show_picking, show_stop, show_walk

blueprint = frame.desk_blueprint("walks")

MOST_FILE = 200_000
LONGEST_TITLE = 300


@blueprint.get("/walks")
def list_all() -> Response:
    """Show the walks of somebody's quarters, drafts first."""
    return _show_list(200)


@blueprint.post("/walks")
def add() -> WerkzeugResponse:
    """Begin a walk: by a title and a first stop, or by a file."""
    person = frame.person()
    if "toml" in request.form or "file" in request.files:
        text = _sent_text()
        try:
            taken = take_file(person, text)
        except Fault as fault:
            return _show_list(frame.status_of(fault), toml=text, toml_problems=[frame.sentence_of(fault)])
        if taken.outcome.is_refused or not taken.id:
            return _show_list(422, toml=text, toml_problems=_lines_of(taken.outcome.problems))
        return frame.move(f"walks/{taken.id}?saved=file")
    title = plain_text(request.form.get("title", "")).strip()[:LONGEST_TITLE]
    territory, place = request.form.get("territory", ""), request.form.get("place", "")
    if not title:
        return _show_list(422, title=title, problem=frame.say(NO_TITLE))
    taken = add_walk(person, title, territory, place)
    if not taken.id:
        return _show_list(422, title=title, problem=words.problem_words(taken.outcome.problems, frame.language()))
    return frame.move(f"walks/{taken.id}")


@blueprint.get("/walks/<slug:id>")
def show(id: str) -> Response:
    """Show a walk."""
    return _show(read_own_walk(frame.person(), id))


@blueprint.post("/walks/<slug:id>")
def save(id: str) -> WerkzeugResponse:
    """Save a section of a walk."""
    form = form_of()
    section = WALK_SECTIONS.get(form.section)
    if section is None:
        raise NotHere
    is_trial = "check" in request.form
    try:
        saved = save_walk_section(frame.person(), id, form, is_trial=is_trial)
    except Fault as fault:
        return _again_after(fault, id, form)
    again = refused(form, saved, section, frame.say(NOT_SAVED))
    if is_trial:
        return jsonify(problems=dict(again.problems))
    if saved.is_refused:
        return _show(read_own_walk(frame.person(), id), again=again, status=422)
    return frame.move(f"walks/{id}?open={section.name}&saved={section.name}#{section.name}")


@blueprint.post("/walks/<slug:id>/stops")
def change_stops(id: str) -> WerkzeugResponse:
    """Add a stop, move one, take one away."""
    asked = {name: request.form.get(name, "") for name in ("do", "version", "place")}
    number, to = (request.form.get(name, 0, type=int) for name in ("stop", "to"))
    person, version = frame.person(), asked["version"]
    moves = {"up": number - 1, "down": number + 1, "to": to}
    if asked["do"] in moves:
        outcome = move_stop(person, id, number, moves[asked["do"]], version=version)
    elif asked["do"] == "remove":
        outcome = remove_stop(person, id, number, version=version)
    elif asked["do"] == "add":
        return _add_stop(id, asked["place"], to, version)
    else:
        raise BadRequest
    if outcome.is_refused:
        problem = words.problem_words(outcome.problems, frame.language())
        return _show(read_own_walk(person, id), status=422, stop_problem=problem)
    # The same button has the focus at the stop's new number: pressed again it moves it on.
    now = moves.get(asked["do"], 0)
    # Without a fragment: with one, browsers give nothing the focus.
    return frame.move(f"walks/{id}?moved={now}&done={asked['do']}" if now else f"walks/{id}#stops")


@blueprint.get("/walks/<slug:id>/pick")
def pick(id: str) -> Response:
    """Show the plan on which a further stop is picked."""
    return show_picking(read_own_walk(frame.person(), id))


@blueprint.get("/walks/<slug:id>/stops/<int(max=200):number>")
def show_one_stop(id: str, number: int) -> Response:
    """Show one stop."""
    return show_stop(_with_stop(id, number), number)


@blueprint.post("/walks/<slug:id>/stops/<int(max=200):number>")
def save_one_stop(id: str, number: int) -> WerkzeugResponse:
    """Save one stop."""
    form, is_trial = replace(form_of(), section="stop"), "check" in request.form
    walk = _with_stop(id, number)
    try:
        saved = save_stop(frame.person(), id, number, form, is_trial=is_trial)
    except Fault as fault:
        if frame.status_of(fault) != 409:
            raise
        again = Again("stop", form.texts, "", "", form.why, {}, frame.sentence_of(fault))
        return show_stop(walk, number, again=again, status=409)
    again = refused(form, saved, STOP, frame.say(NOT_SAVED), within=f"stop.{number - 1}")
    if is_trial:
        return jsonify(problems=dict(again.problems))
    return show_stop(walk, number, again=again, status=422) if saved.is_refused else frame.move(f"walks/{id}#stops")


@blueprint.get("/walks/<slug:id>.toml")
def give_file(id: str) -> Response:
    """Give the file of a walk, byte for byte as a dump writes it."""
    data = file_of_walk(read_own_walk(frame.person(), id))
    return download(data, "application/toml; charset=utf-8", f"{id}.toml")


@blueprint.post("/walks/<slug:id>/file")
def upload(id: str) -> WerkzeugResponse:
    """Make a walk what a file says; what is wrong with it is named with its line, and the text stays."""
    text = _sent_text()
    try:
        taken = take_file(frame.person(), text, id=id, version=request.form.get("version", ""))
    except Fault as fault:
        if frame.status_of(fault) != 409:
            raise
        problems = [frame.sentence_of(fault)]
        return _show(read_own_walk(frame.person(), id), status=409, toml=text, toml_problems=problems)
    if taken.outcome.is_refused or not taken.id:
        told = _lines_of(taken.outcome.problems)
        return _show(read_own_walk(frame.person(), id), status=422, toml=text, toml_problems=told)
    return frame.move(f"walks/{taken.id}?saved=file")


# Private


def _show(walk: Walk, **more: Any) -> Response:
    return show_walk(walk, problems_of_walk(walk), **more)


def _with_stop(id: str, number: int) -> Walk:
    walk = read_own_walk(frame.person(), id)
    if not 1 <= number <= len(walk.stops):
        raise NotHere
    return walk


def _again_after(fault: Fault, id: str, form: Form) -> Response:
    if frame.status_of(fault) != 409:
        raise fault
    again = Again(form.section, form.texts, "", "", form.why, {}, frame.sentence_of(fault))
    return _show(read_own_walk(frame.person(), id), again=again, status=409)


def _add_stop(id: str, place: str, at: int, version: str) -> WerkzeugResponse:
    """Add a place by its id, or by its name as somebody typed it."""
    content, wanted = read_library(), plain_text(place).strip()
    named = [each.id for each in content.places.values() if each.name == wanted]
    found = wanted if wanted in content.places else next(iter(named), "")
    if not found:
        problem = frame.say(NO_PLACE, place=wanted) if wanted else frame.say(NO_CHOICE)
        return _show(read_own_walk(frame.person(), id), status=422, stop_problem=problem)
    outcome = add_stop(frame.person(), id, found, at or 200, version=version)
    if outcome.is_refused:
        problem = words.problem_words(outcome.problems, frame.language())
        return _show(read_own_walk(frame.person(), id), status=422, stop_problem=problem)
    return frame.move(f"walks/{id}#stops")


def _sent_text() -> str:
    """Return the file that was sent, or the text that was pasted in its stead."""
    sent = request.files.get("file")
    data = sent.read(MOST_FILE + 1) if sent and sent.filename else request.form.get("toml", "").encode()
    if len(data) > MOST_FILE:
        return ""
    return data.decode("utf-8-sig", errors="replace")


def _lines_of(problems: Any) -> list[str]:
    translate = frame.language().translations.gettext
    return [replace(problem, file="").tell(translate) for problem in problems]


def _show_list(status: int, **again: Any) -> Response:
    person = frame.person()
    if status != 200 and not person.may_judge:
        raise NotYours
    content = read_library()
    territories = own_territories(person)
    mine = [walk for walk in content.walks.values() if person.covers([walk.territory])]
    places = [place for id in territories for place in content.public_places(id)]
    view: dict[str, Any] = {
        "walks": sorted(mine, key=lambda walk: (walk.status != "draft", walk.title.casefold())),
        "territories": territories,
        "statuses": {status.value: frame.say(said) for status, said in labels.WALK_STATUSES.items()},
        "places": sorted({place.id: place for place in places}.values(), key=lambda place: place.name.casefold()),
        "may_edit": person.may_judge,
        **{"title": "", "problem": "", "toml": "", "toml_problems": (), **again},
    }
    return frame.show("walks", status, **view)


NO_TITLE = N_("Donnez un titre à cette balade.")
NO_PLACE = N_("Aucun lieu ne s’appelle « %(place)s » : choisissez-le dans la liste.")
NO_CHOICE = N_("Choisissez un lieu dans la liste.")
