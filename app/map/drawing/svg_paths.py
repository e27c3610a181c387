"""Lines and rings as SVG path data: whole numbers, relative steps, one path for a whole class."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from .canvas import Canvas
from .survey import Floats as Line

Spot = tuple[int, int]


def lines_data(lines: Iterable[Line], canvas: Canvas, *, closed: bool = False) -> str:
    """Return the path data of lines given in world pixels, in the canvas's units."""
    pen = (0, 0)
    parts = []
    for spots in sorted(filter(None, (_spots(line, canvas) for line in lines))):
        parts.append(_moved(pen, spots, closed=closed))
        pen = spots[0] if closed else spots[-1]
    return "".join(parts)


def discs_data(centres: Iterable[Line], radius: int, canvas: Canvas) -> str:
    """Return the path data of discs around points in world pixels; `radius` in units."""
    scale = canvas.units / canvas.side
    spots = [(round((x - canvas.left) * scale), round((y - canvas.top) * scale)) for x, y in centres]
    arc = f"a{radius} {radius} 0 1 0 {{}} 0"
    return "".join(f"M{x - radius} {y}{arc.format(2 * radius)}{arc.format(-2 * radius)}z" for x, y in spots)


# Private


def _spots(line: Line, canvas: Canvas) -> list[Spot]:
    """The line in whole units, without steps that rounding made empty."""
    scale = canvas.units / canvas.side
    spots = [(round((x - canvas.left) * scale), round((y - canvas.top) * scale)) for x, y in line.tolist()]
    kept = spots[:1] + [after for before, after in pairwise(spots) if before != after]
    return kept if len(kept) > 1 else []


def _moved(pen: Spot, spots: Sequence[Spot], *, closed: bool) -> str:
    steps = [_step(start, end) for start, end in pairwise([pen, *spots])]
    return "m" + _packed(steps[:1]) + "l" + _packed(steps[1:-1] if closed else steps[1:]) + ("z" if closed else "")


def _step(start: Spot, end: Spot) -> Spot:
    return end[0] - start[0], end[1] - start[1]


def _packed(steps: Sequence[Spot]) -> str:
    """Numbers with a space only where the sign does not part them already."""
    numbers = " ".join(f"{x} {y}" for x, y in steps)
    return numbers.replace(" -", "-")
