"""The map of a territory, of a place or of a walk as one inline SVG, from the street plan alone.

It is there at first paint, without script and on paper; on the screen Leaflet takes over at the same
place and zoom. It holds no inline style. The base (everything but the pins) is the same in every language
and kept for the next page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from itertools import pairwise

import shapely

from ...domain.geometry import FAMILY_PACE_KMH, Bounds, Position, metres_between
from ...domain.plan import PARK_RADIUS_M, Plan
from ...domain.territory import Territory
from ...domain.text import N_
from ...language.formats import Formats
from ...language.names import direction_of
from ..legs import RoutedLeg
from ..mercator import Point, project_all
from .canvas import FIRST_PX, Canvas, canvas_of
from .labels import LEVELS, Name, place_names
from .look import Look, Palette, Paper, Screen
from .pins import Pin, PinWords, draw_each, draw_here, draw_pins, draw_school
from .survey import Floats, Survey, box_of, outline_of, survey
from .svg_paths import discs_data, lines_data

__all__ = ["Drawing", "MapWords", "Palette", "Pin", "draw_around", "draw_territory", "draw_walk"]

AROUND_TERRITORY_M = 250
"""How far beyond its outline a territory's plan is drawn, fading out: where the data ends."""

SCALE_CORNER = shapely.box(0.02, 0.88, 0.46, 1)
"""Where the bar of 100 metres stands, in shares of the side."""

MOST_AVOIDED = 80
"""With more pins than this, street names would find no place at all."""

_FADING_M = (0, 50, 95, 135, 170, 200)
"""Where each veil over the outside begins, beyond the outline."""

PLAN = "plan"
"""The id of the streets of a territory, for its numbered map."""

SPRITE = "/static/gen/pictograms.svg"


@dataclass(frozen=True)
class MapWords:
    """The sentences of a map, in French; pass them translated. `scale` holds `{minutes}`."""

    title: str = N_("Plan du quartier")
    cluster: str = N_("{count} lieux : {names}")
    scale: str = N_("100 m ≈ {minutes} min à pied")
    here: str = N_("Vous êtes ici")


@dataclass(frozen=True)
class Drawing:
    """An SVG with what a script needs to lay a moving map over it. Templates print it as it is."""

    svg: str
    bounds: Bounds
    zoom: float
    side_m: float
    kind: str

    def __html__(self) -> str:
        return self.svg


def draw_territory(
    plan: Plan,
    territory: Territory,
    pins: Sequence[Pin],
    *,
    words: MapWords | None = None,
    sprite: str = SPRITE,
    list_href: str = "#list",
    palette: Palette | None = None,
    school: tuple[Position, str] | None = None,
) -> Drawing:
    """Draw a territory with its school and its pins, gathered where they overlap; a cluster leads to `list_href`."""
    words = words or MapWords()
    canvas = canvas_of(territory)
    look = _look(canvas, palette)
    base = "".join(_base(_Cut(plan, canvas, territory.outline[0], _spots(pins, canvas)), look))
    marks = draw_pins(pins, canvas, look, PinWords(words.cluster, list_href, sprite))
    drawn = f'<g id="{PLAN}">{base}</g>{_pins_group(marks)}{draw_school(school, pins, canvas, look)}'
    return _drawing(canvas, look, "territory", words.title, drawn)


def draw_around(
    plan: Plan,
    position: Position,
    radius_m: float = 300,
    pins: Sequence[Pin] = (),
    *,
    words: MapWords | None = None,
    lang: str = "fr",
    sprite: str = SPRITE,
    here: bool = False,
    px: int = FIRST_PX,
    palette: Palette | None = None,
) -> Drawing:
    """Draw what lies around a position, with a bar of 100 metres; `here` marks it « Vous êtes ici »."""
    words = words or MapWords()
    canvas = Canvas.over(Bounds.around([position]), margin_m=radius_m, px=px)
    look = _look(canvas, palette)
    marks = draw_each(pins, canvas, look, sprite)
    if here:
        marks += look.mark(canvas.share(position), draw_here(look, words.here))
    base = "".join(_base(_Cut(plan, canvas, None, _spots(pins, canvas)), look))
    scale = _scale_bar(canvas, look, words.scale, lang)
    return _drawing(canvas, look, "around", words.title, base + scale + _pins_group(marks))


def draw_walk(
    plan: Plan,
    stops: Sequence[Pin],
    legs: Sequence[RoutedLeg] | None = None,
    *,
    words: MapWords | None = None,
    lang: str = "fr",
    px: int = FIRST_PX,
    palette: Palette | None = None,
) -> Drawing:
    """Draw numbered stops and the legs between them.

    A leg along streets is a line; one that is guessed (all of them without `legs`) is dashed and straight: it says
    where to go, not by which street.
    """
    words = words or MapWords()
    legs = _straight_legs(stops) if legs is None else legs
    bounds = Bounds.around([*(stop.position for stop in stops), *(position for leg in legs for position in leg.line)])
    canvas = Canvas.over(bounds, margin_m=110, px=px)
    look = _look(canvas, palette)
    streets, names = _base(_Cut(plan, canvas, None, _spots(stops, canvas)), look)
    numbered = [replace(stop, number=stop.number or n) for n, stop in enumerate(stops, 1)]
    marks = draw_each(numbered, canvas, look, "")
    base = streets + _legs(legs, canvas, look) + names + _scale_bar(canvas, look, words.scale, lang)
    return _drawing(canvas, look, "walk", words.title, base + _pins_group(marks))


# Private


class _Cut:
    """A canvas cut out of a plan: what a base depends on, compared without hashing the plan's streets."""

    def __init__(
        self, plan: Plan, canvas: Canvas, outline: tuple[Position, ...] | None, pins: tuple[Point, ...]
    ) -> None:
        self.survey = survey(plan)
        self.canvas = canvas
        self.outline = outline
        self.pins = pins
        self.key = (id(self.survey), canvas, outline, pins)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Cut) and other.key == self.key


def _look(canvas: Canvas, palette: Palette | None) -> Look:
    return Screen() if palette is None else Paper(canvas, palette)


def _drawing(canvas: Canvas, look: Look, kind: str, title: str, content: str) -> Drawing:
    box = ",".join(f"{edge:.7f}" for edge in canvas.bounds.edges)
    data = f'data-kind="{kind}" data-bounds="{box}" data-side-m="{canvas.side_m:.1f}" data-level="0"'
    told = f' role="group" aria-label="{escape(title)}" {data}'
    return Drawing(look.frame(canvas, content, told), canvas.bounds, canvas.zoom, canvas.side_m, kind)


def _pins_group(marks: str) -> str:
    return f'\n<g class="map-pins">{marks}</g>'


def _base(cut: _Cut, look: Look) -> tuple[str, str]:
    """What lies under the pins: the streets, and their names above them."""
    return _screen_base(cut) if isinstance(look, Screen) else _draw_base(cut, look)


@lru_cache(maxsize=4096)
def _screen_base(cut: _Cut) -> tuple[str, str]:
    return _draw_base(cut, Screen())


def _draw_base(cut: _Cut, look: Look) -> tuple[str, str]:
    area = outline_of(cut.outline) if cut.outline else box_of(cut.canvas)
    drawn = box_of(cut.canvas, AROUND_TERRITORY_M / cut.canvas.side_m if cut.outline else 0.02)
    basemap = _ground(cut, look, drawn) + _streets(cut, look, drawn) + (_veils(cut, look, area) if cut.outline else "")
    levels = LEVELS if cut.outline and isinstance(look, Screen) else 1
    kept = () if cut.outline else (SCALE_CORNER,)
    names = place_names(cut.survey, cut.canvas, inside=_inner(area, cut), pins=cut.pins, kept=kept, levels=levels)
    return look.base(cut.canvas, basemap), _names(names, look)


def _spots(pins: Sequence[Pin], canvas: Canvas) -> tuple[Point, ...]:
    """Where names should not stand; where pins are everywhere, names go under them."""
    return tuple(canvas.share(pin.position) for pin in pins) if len(pins) <= MOST_AVOIDED else ()


def _inner(area: shapely.Polygon, cut: _Cut) -> shapely.Polygon:
    """Where names may stand: a little inside the edge of a cut, a little beyond an outline."""
    metre = cut.canvas.side / cut.canvas.side_m
    return area.buffer(40 * metre) if cut.outline else area.buffer(-cut.canvas.side * 0.08)


def _ground(cut: _Cut, look: Look, drawn: shapely.Polygon) -> str:
    """Parks, water and the ring road, under the streets."""
    canvas, plan = cut.canvas, cut.survey
    parks = plan.parks[shapely.contains_xy(drawn, plan.parks)]
    greens, waters = (_rings(areas, drawn) for areas in (plan.greens, plan.waters))
    return (
        _path(discs_data(parks, round(PARK_RADIUS_M * canvas.units / canvas.side_m), canvas), look.area("park"))
        + _path(lines_data(greens, canvas, closed=True), look.area("park"))
        + _path(lines_data(waters, canvas, closed=True), look.area("water"))
        + _path(_lines(plan, "canal", canvas, drawn), look.line("canal"))
        + _path(_lines(plan, "motorway", canvas, drawn), look.line("motorway"))
    )


def _rings(areas: Sequence[shapely.Polygon], drawn: shapely.Polygon) -> list[Floats]:
    return [shapely.get_coordinates(area.exterior) for area in areas if area.intersects(drawn)]


def _streets(cut: _Cut, look: Look, drawn: shapely.Polygon) -> str:
    """Edges first, then what one walks on, so that crossings are open."""
    data = {kind: _lines(cut.survey, kind, cut.canvas, drawn) for kind in ("link", "path", "minor", "major")}
    cased = ("path", "minor", "major")
    edges = [_path(data[kind], look.line(kind, case=True)) for kind in cased]
    return (
        _path(data["link"], look.line("link")) + "".join(edges) + "".join(_path(data[k], look.line(k)) for k in cased)
    )


def _lines(plan: Survey, kind: str, canvas: Canvas, drawn: shapely.Polygon) -> str:
    return lines_data(plan.lines(kind, drawn), canvas)


def _veils(cut: _Cut, look: Look, area: shapely.Polygon) -> str:
    """Steps of paper over what lies outside: the territory is what the map is about."""
    metre = cut.canvas.side / cut.canvas.side_m
    world = lines_data([shapely.get_coordinates(box_of(cut.canvas, 1).exterior)], cut.canvas, closed=True)
    rings = [area.buffer(grow * metre, quad_segs=3) for grow in _FADING_M]
    holes = [lines_data([shapely.get_coordinates(ring.exterior)], cut.canvas, closed=True) for ring in rings]
    return "".join(_path(f"{world}M0 0{hole}", look.area("veil")) for hole in holes)


def _names(names: Sequence[Name], look: Look) -> str:
    """Names by level, in French as on the street signs; the list beside the map is for screen readers."""
    by_level = [[look.name(name) for name in names if name.level == level] for level in range(LEVELS)]
    groups = (f'<g class="level-{level}">{"".join(found)}</g>' for level, found in enumerate(by_level) if found)
    return f'<g class="map-names" lang="fr" aria-hidden="true">{"".join(groups)}</g>'


def _path(data: str, attributes: str) -> str:
    return f'<path {attributes} d="{data}"/>' if data else ""


def _straight_legs(stops: Sequence[Pin]) -> list[RoutedLeg]:
    ends = pairwise(stop.position for stop in stops)
    return [RoutedLeg((start, end), metres_between(start, end), is_guessed=True) for start, end in ends]


def _legs(legs: Sequence[RoutedLeg], canvas: Canvas, look: Look) -> str:
    lines = {guessed: [project_all(leg.line) for leg in legs if leg.is_guessed is guessed] for guessed in (False, True)}
    known, guessed = (lines_data(lines[guessed], canvas) for guessed in (False, True))
    case = _path(known, look.line("route", case=True))
    return look.base(canvas, case + _path(known, look.line("route")) + _path(guessed, look.line("walk")))


def _scale_bar(canvas: Canvas, look: Look, words: str, lang: str) -> str:
    """A bar of 100 metres in the lower left corner, and a family's minutes along streets; none without words."""
    if not words:
        return ""
    minutes = Formats(lang).number(round(100 / (FAMILY_PACE_KMH * 1000 / 60), 1))
    metres = 100 * canvas.units / canvas.side_m
    y, x = canvas.units * 0.95, canvas.units * 0.04
    bar = f"M{x:.0f} {y - metres / 16:.0f}v{metres / 16:.0f}h{metres:.0f}v-{metres / 16:.0f}"
    text = words.format(minutes=minutes)
    # The drawing runs left to right in every language: a sentence that does not stands in an isolate.
    isolated = f"\u2067{text}\u2069" if direction_of(lang) == "rtl" else text
    label = f'<text y="-9" {look.words("scale-words", 11)}>{escape(isolated)}</text>'
    return "\n" + look.base(canvas, _path(bar, look.line("scale"))) + look.mark((0.04, 0.95), label)
