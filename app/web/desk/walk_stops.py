"""`/desk/walks/<id>/stops`: the stops of a walk in their order, each with what is said there; and the ways between."""

from dataclasses import replace

from flask import Response, jsonify, request
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.forms.walk_sections import LEG_SECTIONS, NEW_STOP, STOP
from ...domain.text import N_, plain_text
from ...domain.walk import Walk
from ...library.content.queries import read_library
from ...library.desk.composing import add_point, add_stop, move_stop, remove_stop, save_leg, save_stop
from ...library.desk.faults import NotHere
from ...library.desk.own_walks import read_own_walk
from . import frame, words
from .places import form_of
from .walk_stop_view import show_leg, show_new_stop, show_picking, show_stop
from .walk_view import moved_again, refused, show_checked

blueprint = frame.desk_blueprint("walk_stops")


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
        return show_checked(read_own_walk(person, id), status=422, stop_problem=problem)
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
        return show_stop(walk, number, again=moved_again(fault, form), status=409)
    again = refused(form, saved, STOP, within=f"stop.{number - 1}")
    if is_trial:
        return jsonify(problems=dict(again.problems))
    return show_stop(walk, number, again=again, status=422) if saved.is_refused else frame.move(f"walks/{id}#stops")


@blueprint.get("/walks/<slug:id>/stops/new")
def show_new_point(id: str) -> Response:
    """Show the form of a stop that is no place: a point on the plan, and its name."""
    return show_new_stop(read_own_walk(frame.person(), id))


@blueprint.post("/walks/<slug:id>/stops/new")
def add_new_point(id: str) -> WerkzeugResponse:
    """Add a stop that is no place."""
    form, is_trial = replace(form_of(), section="new"), "check" in request.form
    walk = read_own_walk(frame.person(), id)
    try:
        saved = add_point(frame.person(), id, form, is_trial=is_trial)
    except Fault as fault:
        return show_new_stop(walk, again=moved_again(fault, form), status=409)
    again = refused(form, saved, NEW_STOP)
    if is_trial:
        return jsonify(problems=dict(again.problems))
    return show_new_stop(walk, again=again, status=422) if saved.is_refused else frame.move(f"walks/{id}#stops")


@blueprint.get("/walks/<slug:id>/legs/<int(max=200):number>")
def show_one_leg(id: str, number: int) -> Response:
    """Show the way to a stop."""
    return show_leg(_with_leg(id, number), number)


@blueprint.post("/walks/<slug:id>/legs/<int(max=200):number>")
def save_one_leg(id: str, number: int) -> WerkzeugResponse:
    """Save what is known of the way to a stop, or of the detour without steps."""
    form, is_trial = form_of(), "check" in request.form
    walk = _with_leg(id, number)
    try:
        saved = save_leg(frame.person(), id, number, form, is_trial=is_trial)
    except Fault as fault:
        return show_leg(walk, number, again=moved_again(fault, form), status=409)
    at = sum(leg.to < number for leg in walk.legs)
    again = refused(form, saved, LEG_SECTIONS[form.section], within=f"leg.{at}")
    if is_trial:
        return jsonify(problems=dict(again.problems))
    return show_leg(walk, number, again=again, status=422) if saved.is_refused else frame.move(f"walks/{id}#stops")


# Private


def _with_stop(id: str, number: int) -> Walk:
    walk = read_own_walk(frame.person(), id)
    if not 1 <= number <= len(walk.stops):
        raise NotHere
    return walk


def _with_leg(id: str, number: int) -> Walk:
    if number < 2:
        raise NotHere
    return _with_stop(id, number)


def _add_stop(id: str, place: str, at: int, version: str) -> WerkzeugResponse:
    """Add a place by its id, or by its name as somebody typed it."""
    content, wanted = read_library(), plain_text(place).strip()
    named = [each.id for each in content.places.values() if each.name == wanted]
    found = wanted if wanted in content.places else next(iter(named), "")
    if not found:
        problem = frame.say(NO_PLACE, place=wanted) if wanted else frame.say(NO_CHOICE)
        return show_checked(read_own_walk(frame.person(), id), status=422, stop_problem=problem)
    outcome = add_stop(frame.person(), id, found, at or 200, version=version)
    if outcome.is_refused:
        problem = words.problem_words(outcome.problems, frame.language())
        return show_checked(read_own_walk(frame.person(), id), status=422, stop_problem=problem)
    return frame.move(f"walks/{id}#stops")


NO_PLACE = N_("Aucun lieu ne s’appelle « %(place)s » : choisissez-le dans la liste.")
NO_CHOICE = N_("Choisissez un lieu dans la liste.")
