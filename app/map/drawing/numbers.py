"""The map of a printed list: a number for each place, small enough for a whole territory to stand on one sheet."""

from collections.abc import Sequence

from ...domain.geometry import Position
from ...domain.territory import Territory
from .canvas import Canvas, canvas_of
from .draw import PLAN
from .look import Look, Screen
from .pins import Pin

MARGIN = 0.08
"""Around the drawing, in shares of its side: paper shows so much of what lies beyond (`print.css`)."""


def is_on_paper(territory: Territory, positions: Sequence[Position]) -> list[bool]:
    """Tell which positions the numbered map of a territory shows."""
    canvas = canvas_of(territory)
    shares = [canvas.share(position) for position in positions]
    return [all(-MARGIN < share < 1 + MARGIN for share in point) for point in shares]


def draw_numbers(territory: Territory, pins: Sequence[Pin]) -> str:
    """Return the numbers of pins over the streets of the drawing that the same page has, which are not drawn twice."""
    canvas, look = canvas_of(territory), Screen()
    # The nearest to the school come last, above the others.
    marks = "".join(_number(pin, canvas, look) for pin in reversed(pins))
    return f'<svg class="map-numbers" direction="ltr" aria-hidden="true"><use href="#{PLAN}"/>{marks}</svg>'


def draw_touchable(territory: Territory, pins: Sequence[Pin], here: Position | None = None) -> str:
    """Return the same numbers for a screen that is touched: each mark bears its place's id; `here` is where one is."""
    canvas, look = canvas_of(territory), Screen()
    marks = "".join(_number(pin, canvas, look, f' data-mark="{pin.id}"') for pin in reversed(pins))
    spot = (
        look.mark(canvas.share(here), '<circle class="map-here-ring" r="13"/><circle class="map-here" r="8"/>')
        if here
        else ""
    )
    return f'<svg class="map-numbers" direction="ltr" aria-hidden="true">{marks}{spot}</svg>'


# Private


def _number(pin: Pin, canvas: Canvas, look: Look, name: str = "") -> str:
    number = f'<text y="3" {look.words("number", 8)}>{pin.number}</text>'
    return look.mark(canvas.share(pin.position), f'<g{name}><circle r="7"/>{number}</g>')
