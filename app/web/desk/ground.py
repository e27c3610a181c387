"""`/desk/suggestions/<id>/map.svg`: the streets around what a message is about, beside its words."""

from flask import Response
from werkzeug.exceptions import NotFound

from ...domain.geometry import Position
from ...library.desk.case import Case
from ...library.desk.queue import read_case, read_ground
from ...pages.ground import draw_ground, streets_under
from ..request import settings
from . import frame

blueprint = frame.desk_blueprint("ground")


@blueprint.get("/suggestions/<int(max=2147483647):id>/map.svg")
def show(id: int) -> Response:
    """Draw where the place of a message is: the spot that was picked, else where the place says it is."""
    case = read_case(frame.person(), id)
    spot = spot_of(case)
    if spot is None:
        raise NotFound
    plan, home = read_ground(spot)
    drawn = draw_ground(spot, case.sent.name, streets_under(home, plan, settings().maps), frame.language())
    return Response(drawn, content_type="image/svg+xml; charset=utf-8")


def spot_of(case: Case) -> Position | None:
    """Return what the map beside a message shows the middle of."""
    return case.sent.spot or (case.place.position if case.place else None)
