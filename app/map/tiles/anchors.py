"""Where names stand on a map of tiles, worked out once for the whole map: nothing is cut at the edge of a tile.

The layer `labels` holds points at the closest zoom: `name`, `kind` (water, major, park, minor, square, path),
`angle` (degrees clockwise, read from left to right), `min_zoom` (the zoom of the screen from which the name shows)
and, for what is a point, `drop` (pixels under it). At no zoom do two names overlap that are written in the sizes
of `words.py`.
"""

from collections.abc import Iterator

import shapely

from ...domain.plan import Plan
from ..drawing.canvas import Canvas
from ..drawing.labels import Name, place_names
from ..drawing.survey import survey
from ..mercator import DEEPEST
from .frame import Frame
from .shape import LAST_ZOOM, Shape, Value

FIRST_NAMES = 14
"""The zoom of the screen at which a whole territory fits on a phone."""

STEPS_A_ZOOM = 2
LEVELS = 5 * STEPS_A_ZOOM + 1
"""From there to the doors of one street, by half zooms."""

EDGE_M = 30
"""No name begins nearer to the edge of the map than this."""


def anchor_shapes(plan: Plan, frame: Frame) -> Iterator[Shape]:
    """Yield the anchor of every name of a plan that finds a place in a frame."""
    canvas = _canvas(frame)
    inside = shapely.box(*frame.box).buffer(-EDGE_M * canvas.side / canvas.side_m)
    names = place_names(survey(plan), canvas, inside=inside, levels=LEVELS, step=2 ** (1 / STEPS_A_ZOOM))
    for name in names:
        point = shapely.Point(canvas.left + name.x * canvas.side, canvas.top + name.y * canvas.side)
        yield Shape("labels", point, _properties(name), first_zoom=LAST_ZOOM)


# Private


def _canvas(frame: Frame) -> Canvas:
    left, top, right, bottom = frame.box
    side = max(right - left, bottom - top)
    return Canvas(left, top, side, round(side / 2 ** (DEEPEST - FIRST_NAMES)))


def _properties(name: Name) -> dict[str, Value]:
    zoom = FIRST_NAMES + name.level / STEPS_A_ZOOM
    properties: dict[str, Value] = {
        "name": name.words,
        "kind": name.kind,
        "angle": name.angle,
        "min_zoom": int(zoom) if zoom == int(zoom) else zoom,
    }
    return properties | ({"drop": name.drop_px} if name.drop_px else {})
