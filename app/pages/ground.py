"""The streets around one spot as a picture by itself: what the desk sees beside a message."""

from contextlib import suppress
from pathlib import Path

from ..domain.geometry import Position
from ..domain.plan import Plan
from ..domain.territory import Territory
from ..language.language import Language
from ..map.drawing.draw import MapWords, Palette, Pin, draw_around
from ..map.faults import MapDamaged
from ..map.files import read_map

AROUND_M = 200


def draw_ground(spot: Position, label: str, streets: Plan, language: Language) -> bytes:
    """Return an SVG that needs no style sheet: the streets around a spot, and a pin on it."""
    pin = Pin(id="spot", position=spot, href="", label=label, icon="", theme="")
    words = MapWords(scale=language.say(MapWords().scale))
    drawing = draw_around(streets, spot, AROUND_M, [pin], words=words, lang=language.code, sprite="", palette=Palette())
    return drawing.svg.encode()


def streets_under(home: Territory | None, plan: Plan, maps: Path) -> Plan:
    """Return the streets of the map that was built for a territory in a folder, else those of the street plan."""
    with suppress(MapDamaged):
        built = read_map(maps, home.id) if home else None
        return built.plan if built and built.plan else plan
    return plan
