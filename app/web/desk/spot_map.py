"""`/desk/suggestions/<id>/map.svg`: the streets around what a message is about, beside its words."""

from contextlib import suppress
from pathlib import Path

from flask import Response
from werkzeug.exceptions import NotFound

from ...domain.geometry import Position
from ...domain.plan import Plan
from ...domain.territory import Territory
from ...language.language import Language
from ...library.desk.case import Case
from ...library.desk.homes import read_streets_at
from ...library.desk.queue import read_case
from ...map.drawing.draw import MapWords, Palette, Pin, draw_around
from ...map.faults import MapDamaged
from ...map.files import read_map
from ..request import settings
from . import frame

blueprint = frame.desk_blueprint("spot_map")

AROUND_M = 200


@blueprint.get("/suggestions/<int(max=2147483647):id>/map.svg")
def show(id: int) -> Response:
    """Draw where the place of a message is: the spot that was picked, else where the place says it is."""
    case = read_case(frame.person(), id)
    spot = spot_of(case)
    if spot is None:
        raise NotFound
    plan, home = read_streets_at(spot)
    streets = _streets_built(home, plan, settings().maps)
    drawn = draw_around_spot(spot, case.sent.name, streets, frame.language())
    return Response(drawn, content_type="image/svg+xml; charset=utf-8")


def spot_of(case: Case) -> Position | None:
    """Return what the map beside a message shows the middle of."""
    return case.sent.spot or (case.place.position if case.place else None)


def draw_around_spot(spot: Position, label: str, streets: Plan, language: Language) -> bytes:
    """Return an SVG that needs no style sheet: the streets around a spot, and a pin on it."""
    pin = Pin(id="spot", position=spot, href="", label=label, icon="", theme="")
    words = MapWords(scale=language.say(MapWords().scale))
    drawing = draw_around(streets, spot, AROUND_M, [pin], words=words, lang=language.code, sprite="", palette=Palette())
    return drawing.svg.encode()


# Private


def _streets_built(home: Territory | None, plan: Plan, maps: Path) -> Plan:
    """Return the streets of the map that was built for a territory in a folder, else those of the street plan."""
    with suppress(MapDamaged):
        built = read_map(maps, home.id) if home else None
        return built.plan if built and built.plan else plan
    return plan
