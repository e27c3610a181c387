"""`/desk/walks`: the walks of somebody's quarters, each composed of places in order, with texts and sessions."""

from flask import Response, jsonify, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.forms.walk_sections import WALK_SECTIONS
from ...domain.text import N_
from ...library.desk.composing import save_walk_section
from ...library.desk.faults import NotHere
from ...library.desk.own_walks import read_own_walk
from ...library.desk.walk_files import add_walk
from . import frame, words
from .places import form_of
from .walk_view import moved_again, refused, show_checked, show_list

blueprint = frame.desk_blueprint("walks")


@blueprint.get("/walks")
def list_all() -> Response:
    """Show the walks of somebody's quarters, drafts first."""
    return show_list(200)


@blueprint.post("/walks")
def add() -> WerkzeugResponse:
    """Begin a walk by a title and a first stop."""
    person = frame.person()
    title = frame.typed(request.form, "title", frame.A_LINE)
    territory, place = request.form.get("territory", ""), request.form.get("place", "")
    if not title:
        return show_list(422, title=title, problem=frame.say(NO_TITLE))
    taken = add_walk(person, title, territory, place)
    if not taken.id:
        return show_list(422, title=title, problem=words.problem_words(taken.outcome.problems, frame.language()))
    return frame.move(f"walks/{taken.id}")


@blueprint.get("/walks/<slug:id>")
def show(id: str) -> Response:
    """Show a walk."""
    return show_checked(read_own_walk(frame.person(), id))


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
        return show_checked(read_own_walk(frame.person(), id), again=moved_again(fault, form), status=409)
    again = refused(form, saved, section)
    if is_trial:
        return jsonify(problems=dict(again.problems))
    if saved.is_refused:
        return show_checked(read_own_walk(frame.person(), id), again=again, status=422)
    return frame.move(f"walks/{id}?open={section.name}&saved={section.name}#{section.name}")


# Private


NO_TITLE = N_("Donnez un titre à cette balade.")
