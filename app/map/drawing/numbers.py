"""The map of a printed list: a number for each place, small enough for a whole territory to stand on one sheet."""

from collections.abc import Sequence

from ...domain.geometry import Position
from ...domain.territory import Territory
from .canvas import Canvas, sheet_of
from .draw import PLAN
from .look import Look, Screen
from .pins import Pin

MARGIN = 0.08
"""Around the drawing, in shares of its side: paper shows so much of what lies beyond (`print.css`)."""


def is_on_paper(territory: Territory, positions: Sequence[Position]) -> list[bool]:
    """Tell which positions the numbered map of a territory shows."""
    sheet = sheet_of(territory)
    shares = [sheet.share(position) for position in positions]
    return [all(-MARGIN < share < 1 + MARGIN for share in point) for point in shares]


def draw_numbers(territory: Territory, pins: Sequence[Pin]) -> str:
    """Return the numbers of pins over the streets of the drawing that the same page has, which are not drawn twice."""
    sheet, look = sheet_of(territory), Screen()
    # The nearest to the school come last, above the others.
    marks = "".join(_number(pin, sheet, look) for pin in reversed(pins))
    return f'<svg class="map-numbers" direction="ltr" aria-hidden="true"><use href="#{PLAN}"/>{marks}</svg>'


# Private


def _number(pin: Pin, sheet: Canvas, look: Look) -> str:
    number = f'<text y="3" {look.words("number", 8)}>{pin.number}</text>'
    return look.mark(sheet.share(pin.position), f'<circle r="7"/>{number}')
