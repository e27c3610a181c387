"""The services of a place: added by name, moved among the others, taken away."""

from flask import request
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.text import N_, plain_text
from ...library.desk.editing import add_service, move_service, read_own_place, remove_service
from . import frame, words
from .place_view import show_place

blueprint = frame.desk_blueprint("services")

_MOVES = {"up": -1, "down": 1}
LONGEST_NAME = 300


@blueprint.post("/places/<slug:id>/services")
def change(id: str) -> WerkzeugResponse:
    """Add a service, or move or take away the one that is named."""
    asked, service = request.form.get("do", ""), request.form.get("service", "")
    version = request.form.get("version", "")
    if asked == "add":
        return _add(id, plain_text(request.form.get("name", ""))[:LONGEST_NAME].strip())
    if asked in _MOVES:
        move_service(frame.person(), id, service, _MOVES[asked], version=version)
    elif asked == "remove":
        remove_service(frame.person(), id, service, version=version)
    else:
        raise BadRequest
    return frame.move(f"places/{id}#services")


# Private


def _add(id: str, name: str) -> WerkzeugResponse:
    """A service begins with its name; its page asks for the rest."""
    if not name:
        return _refuse(id, name, frame.say(NO_NAME))
    outcome, service = add_service(frame.person(), id, name)
    if not service:
        return _refuse(id, name, words.problem_words(outcome.problems, frame.language()))
    return frame.move(f"places/{id}/services/{service}")


def _refuse(id: str, name: str, problem: str) -> WerkzeugResponse:
    place = read_own_place(frame.person(), id)
    return show_place(place, status=422, service_name=name, service_problem=problem)


NO_NAME = N_("Donnez un nom à ce service, comme « Aide aux devoirs ».")
