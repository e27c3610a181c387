"""Pins: links with a pictogram, a number or a count, gathered where they would cover each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import dist

from ...domain.geometry import Position
from ..mercator import Point
from .canvas import Canvas
from .clusters import REACH_PX, gather
from .look import Look
from .words import line_px

DROP = "M0 0C-3-6-13-11-13-21a13 13 0 1 1 26 0C13-11 3-6 0 0z"
"""A drop of 26 by 34 pixels with its tip on the place."""

_NAMED = 6
"""How many places the label of a cluster names."""


@dataclass(frozen=True)
class Pin:
    """A place on a map: where it is, where its link goes, what it says, how it looks.

    With a `number` (the stop of a walk, a line of a poster) it shows the number instead of the pictogram.
    """

    id: str
    position: Position
    href: str
    label: str
    icon: str
    theme: str
    number: int | None = None


def draw_pins(pins: Sequence[Pin], canvas: Canvas, look: Look, words: "PinWords") -> str:
    """Return the marks of pins, gathered as they overlap at the first view."""
    groups = gather([canvas.spot(pin.position) for pin in pins], REACH_PX)
    marks = (_group([pins[i] for i in group], canvas, look, words) for group in groups)
    return "".join(marks)


def draw_each(pins: Sequence[Pin], canvas: Canvas, look: Look, sprite: str) -> str:
    """Return the marks of pins that are never gathered, the first over the others.

    Where they stand close none has room around it for a finger: it would cover the drop of another.
    """
    spots = [canvas.spot(pin.position) for pin in pins]
    is_alone = [sum(dist(spot, other) < REACH_PX for other in spots) == 1 for spot in spots]
    marks = [
        _draw_pin(pin, canvas, look, sprite, look.touch() if alone else "")
        for pin, alone in zip(pins, is_alone, strict=True)
    ]
    return "".join(reversed(marks))


def draw_school(school: tuple[Position, str] | None, pins: Sequence[Pin], canvas: Canvas, look: Look) -> str:
    """Return the ring and the name of the school, whatever pin stands over it: everybody knows where that is.

    The name stands under the ring, as far aside or below as it takes to be seen whole and to cover no drop of `pins`.
    """
    if school is None:
        return ""
    position, name = school
    x, y = _spot_of_name(name, canvas.spot(position), [canvas.spot(pin.position) for pin in pins], canvas.px)
    said = f'<text x="{x:.0f}" y="{y:.0f}" {look.words("school-name", _NAME_PX)}>{escape(name)}</text>'
    return look.mark(canvas.share(position), f'<g class="map-school"><circle r="9"/>{said}</g>')


def draw_here(look: Look, words: str) -> str:
    """Return the mark of where one is."""
    return (
        f'<circle r="13" {look.area("here-ring")}/><circle r="7" {look.area("here")}/>'
        f'<text y="28" {look.words("here-words", 13)}>{escape(words)}</text>'
    )


@dataclass(frozen=True)
class PinWords:
    """What a cluster says and where it leads, and where pictograms are."""

    cluster: str
    list_href: str
    sprite: str


# Private

_NAME_PX = 12
"""The size of the school's name; `components/map-pins.css` says the same."""

_DROP_PX = (26, 34)


_EDGE_PX = 56
"""What the buttons of a map take of its first view, on either side as one reads."""

_STEP_PX = 7


def _spot_of_name(name: str, school: Point, pins: Sequence[Point], px: float) -> Point:
    """Return where the middle of a name's baseline goes, in pixels from the school's ring."""
    half = line_px(name, _NAME_PX) / 2
    away = [(x - school[0], y - school[1]) for x, y in pins]
    near = [(x, y) for x, y in away if abs(x) < 3 * half + 60 and abs(y) < 4 * REACH_PX]
    drops = [near[group[0]] for group in gather(near, REACH_PX)]

    def cost(spot: Point) -> float:
        beyond = max(0, _EDGE_PX - (school[0] + spot[0] - half), school[0] + spot[0] + half - (px - _EDGE_PX))
        covered = sum(_covered(spot, half, drop) for drop in drops)
        # As near under the ring as it can be: a pixel aside is worth one of a drop, seven lower some fifty.
        return covered + beyond * _NAME_PX + abs(spot[0]) + 8 * abs(spot[1] - 24)

    steps = range(-int(half // _STEP_PX), int(half // _STEP_PX) + 1)
    under = [(float(step * _STEP_PX), 24.0 + line * _STEP_PX) for line in range(4) for step in steps]
    return min(under, key=cost)


def _covered(middle: Point, half: float, drop: Point) -> float:
    """Return how many square pixels of a drop lie under a line of words."""
    (x, y), (tip_x, tip_y), (wide, high) = middle, drop, _DROP_PX
    across = min(x + half, tip_x + wide / 2) - max(x - half, tip_x - wide / 2)
    down = min(y + 3, tip_y) - max(y - 10, tip_y - high)
    return max(0, across) * max(0, down)


def _draw_pin(pin: Pin, canvas: Canvas, look: Look, sprite: str, touch: str) -> str:
    """Return one pin as a link (as a mere mark when it has no address)."""
    # Who speaks to the phone says what the eye reads on the pin.
    label = pin.label if pin.number is None else f"{pin.number}. {pin.label}"
    inside = f'{touch}<path d="{DROP}" {look.fill(pin.theme)}/>{_sign(pin, look, sprite)}'
    return look.mark(canvas.share(pin.position), _link(pin.href, label, inside, {"data-place-id": pin.id}))


def _group(pins: Sequence[Pin], canvas: Canvas, look: Look, words: PinWords) -> str:
    if len(pins) == 1:
        return _draw_pin(pins[0], canvas, look, words.sprite, look.touch())
    label = words.cluster.format(count=len(pins), names=_names(pins))
    number = f'<text y="-16.2" {look.words("number", 13)}>{len(pins)}</text>'
    inside = f'{look.touch()}<path d="{DROP}" {look.fill("")}/>{number}'
    look_of = {"class": "map-pin map-cluster"}
    return look.mark(canvas.share(pins[0].position), _link(words.list_href, label, inside, look_of))


def _names(pins: Sequence[Pin]) -> str:
    named = ", ".join(pin.label for pin in pins[:_NAMED])
    return named + (", …" if len(pins) > _NAMED else "")


def _sign(pin: Pin, look: Look, sprite: str) -> str:
    if pin.number is not None:
        return f'<text y="-16.2" {look.words("number", 14)}>{pin.number}</text>'
    if not sprite:
        return '<circle cy="-21" r="4.5" fill="#fff"/>'
    return f'<use href="{escape(sprite)}#{escape(pin.icon)}" x="-8" y="-29" width="16" height="16"/>'


def _link(href: str, label: str, inside: str, attributes: Mapping[str, str]) -> str:
    """Return a link that says its words once: as its title, which a mouse shows and a screen reader reads."""
    told = {"class": "map-pin", **attributes}
    written = " ".join(f'{name}="{escape(value)}"' for name, value in told.items())
    if not href:
        return f'<g role="img" aria-label="{escape(label)}" {written}>{inside}</g>'
    return f'<a href="{escape(href)}" {written}><title>{escape(label)}</title>{inside}</a>'
