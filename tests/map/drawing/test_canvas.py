"""The projection of maps, against published figures."""

from math import isclose

import pytest

from app.domain.geometry import Bounds, metres_between
from app.map.drawing.canvas import Canvas
from app.map.mercator import WORLD_PX, project, unproject

PARIS = Bounds(2.367, 48.8855, 2.387, 48.8985)
TILE_CASES = [
    # OpenStreetMap wiki, "Slippy map tilenames": lon/lat of the corner of a tile ↔ zoom, x, y.
    ((0.0, 0.0), 1, 1.0, 1.0),
    ((-180.0, 85.0511287798), 3, 0.0, 0.0),
    ((15.0, 66.51326044311186), 4, 8.6666667, 4.0),
    ((90.0, -66.51326044311186), 4, 12.0, 12.0),
]


@pytest.mark.parametrize(("position", "zoom", "x", "y"), TILE_CASES)
def test_it_projects_as_every_web_map_does(position: tuple[float, float], zoom: int, x: float, y: float) -> None:
    across, down = project(position)
    tiles = 2**zoom / WORLD_PX
    assert (across * tiles, down * tiles) == pytest.approx((x, y), abs=1e-6)


def test_unprojecting_undoes_projecting() -> None:
    assert unproject(project((2.3772, 48.8921))) == pytest.approx((2.3772, 48.8921), abs=1e-12)


def test_a_canvas_is_a_square_that_holds_its_bounds() -> None:
    canvas = Canvas.over(PARIS, margin_m=60, px=328)
    assert all(0 < share < 1 for corner in ((2.367, 48.8855), (2.387, 48.8985)) for share in canvas.share(corner))
    assert canvas.bounds.holds((2.367, 48.8985))


def test_a_canvas_knows_its_width_in_metres() -> None:
    canvas = Canvas.over(PARIS, margin_m=60, px=328)
    middle = canvas.centre[1]
    across = metres_between((canvas.bounds.west, middle), (canvas.bounds.east, middle))
    # Web Mercator takes the equatorial radius, the haversine the mean one: 0.1 % apart.
    assert isclose(canvas.side_m, across, rel_tol=0.002)


def test_its_zoom_is_the_one_of_leaflet() -> None:
    canvas = Canvas.over(PARIS, margin_m=60, px=328)
    assert 256 * 2**canvas.zoom * canvas.side / WORLD_PX == pytest.approx(328)
