"""`/desk/trash`: a place or a walk is taken out after a question, and comes back as it was for a month."""

from typing import Any

from flask import Response, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.place import Place
from ...domain.subject import PLACE, WALK
from ...library.content.photos import KEPT
from ...library.desk.editing import read_own_place
from ...library.desk.faults import NotYours
from ...library.desk.own_walks import read_own_walk
from ...library.desk.trash import newest_change, read_trash, remove, restore, take_walk_out
from . import frame, words
from .history import author_words

blueprint = frame.desk_blueprint("trash")


@blueprint.get("/trash")
def show() -> Response:
    """Show what was taken out lately."""
    return _show_trash(200)


@blueprint.post("/trash")
def bring_back() -> WerkzeugResponse:
    """Bring a place or a walk back."""
    kind = WALK.name if WALK.name in request.form else PLACE.name
    id = request.form.get(kind, "")
    outcome = restore(frame.person(), id, kind)
    if outcome.is_refused:
        return _show_trash(422, words.problem_words(outcome.problems, frame.language()))
    return frame.move(f"{kind}s/{id}")


@blueprint.get("/places/<slug:id>/remove")
def ask(id: str) -> Response:
    """Ask whether a place is to be taken out, and say what that means."""
    if not frame.person().may_judge:
        raise NotYours
    return _ask(read_own_place(frame.person(), id), 200)


@blueprint.post("/places/<slug:id>/remove")
def take_out(id: str) -> WerkzeugResponse:
    """Take a place out; say who still names it when that cannot be."""
    why, seen = _asked()
    outcome = remove(frame.person(), id, why, seen=seen)
    if outcome.is_refused:
        problem = words.problem_words(outcome.problems, frame.language())
        return _ask(read_own_place(frame.person(), id), 422, problem=problem, why=why)
    return frame.move("trash")


@blueprint.get("/walks/<slug:id>/remove")
def ask_of_walk(id: str) -> Response:
    """Ask whether a walk is to be taken out, and say what that means."""
    if not frame.person().may_judge:
        raise NotYours
    walk = read_own_walk(frame.person(), id)
    return frame.show("walk_remove", walk=walk, seen=newest_change(id, WALK.name), days=KEPT.days)


@blueprint.post("/walks/<slug:id>/remove")
def take_out_walk(id: str) -> WerkzeugResponse:
    """Take a walk out."""
    why, seen = _asked()
    take_walk_out(frame.person(), id, why, seen=seen)
    return frame.move("trash")


# Private


def _asked() -> tuple[str, int]:
    """Return why something is taken out, and the newest line of its history that was looked at."""
    why = frame.typed(request.form, "why", frame.A_NOTE)
    return why, request.form.get("seen", -1, type=int)


def _ask(place: Place, status: int, **again: str) -> Response:
    view: dict[str, Any] = {"problem": "", "why": "", **again}
    return frame.show("remove", status, place=place, seen=newest_change(place.id), days=KEPT.days, **view)


def _show_trash(status: int, problem: str = "") -> Response:
    language = frame.language()
    spoken: dict[str, Any] = {"when": lambda at: words.moment_words(at, language), "author": author_words}
    return frame.show("trash", status, removed=read_trash(frame.person()), problem=problem, days=KEPT.days, **spoken)
