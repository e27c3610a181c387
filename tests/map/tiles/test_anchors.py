"""Names on the moving map: each has its place before any tile is cut."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import shapely

from app.exchange.native import read_content
from app.map.basemap import basemap_of_plan
from app.map.drawing.labels import Spots, boxes_of
from app.map.drawing.words import KINDS, width_px
from app.map.tiles.frame import Frame

from ..reading import Feature, tiles_of

ROOT = Path(__file__).parents[3]
ZOOMS = np.arange(14, 19.5, 0.5)


@pytest.fixture(scope="module")
def names() -> list[tuple[float, float, Feature]]:
    """Every name of a real map, with its place in pixels of zoom 15."""
    content, _ = read_content(ROOT)
    assert content is not None
    archive = basemap_of_plan(content.plan, content.territories["chapelle-nord"]).tiles()
    return [
        (*_pixel(x, y, feature, tile["labels"]["extent"]), feature["properties"])
        for (zoom, x, y), tile in tiles_of(archive)
        if zoom == 15 and "labels" in tile
        for feature in tile["labels"]["features"]
    ]


def _pixel(x: int, y: int, feature: Feature, extent: int) -> tuple[float, float]:
    across, down = feature["geometry"]["coordinates"]
    return (x + across / extent) * 256, (y + down / extent) * 256


def _boxes(names: list[tuple[float, float, Feature]], zoom: float) -> list[shapely.Polygon]:
    """The rectangles of the names that are written at a zoom, in pixels of it, without the air around them."""
    shown = [(x, y, name) for x, y, name in names if name["min_zoom"] <= zoom]
    scale, kinds = 2 ** (zoom - 15), np.array([KINDS.index(name["kind"]) for _, _, name in shown])
    wide = np.array([width_px(name["name"], kind) - 4 for (_, _, name), kind in zip(shown, kinds, strict=True)])
    x, y = (np.array([each[axis] for each in shown]) * scale for axis in (0, 1))
    angle, drop = (np.array([float(name.get(key, 0)) for _, _, name in shown]) for key in ("angle", "drop"))
    return list(boxes_of(Spots(kinds, np.array([]), wide, x, y, angle, angle, angle, drop), 1))


@pytest.mark.parametrize("zoom", ZOOMS)
def test_names_never_overlap(names: list[tuple[float, float, Feature]], zoom: float) -> None:
    assert not [pair for pair in combinations(_boxes(names, zoom), 2) if pair[0].intersection(pair[1]).area > 4]


def test_there_are_more_names_the_closer_one_looks(names: list[tuple[float, float, Feature]]) -> None:
    counts = [sum(name["min_zoom"] <= zoom for _, _, name in names) for zoom in ZOOMS]
    assert counts[0] >= 5 and counts == sorted(counts) and counts[-1] > 200


def test_names_are_read_from_left_to_right(names: list[tuple[float, float, Feature]]) -> None:
    assert all(-90 <= name["angle"] <= 90 and name["kind"] in KINDS for _, _, name in names)


def test_a_name_is_in_one_tile_only(names: list[tuple[float, float, Feature]]) -> None:
    placed = [(name["name"], round(x), round(y)) for x, y, name in names]
    assert len(placed) == len(set(placed))


def test_a_long_street_is_named_more_than_once_when_one_is_close(
    names: list[tuple[float, float, Feature]],
) -> None:
    assert sum(name["name"] == "Rue de la Chapelle" for _, _, name in names) > 3


def test_names_stay_inside_the_frame(names: list[tuple[float, float, Feature]]) -> None:
    content, _ = read_content(ROOT)
    assert content is not None
    left, top, right, bottom = (edge / 32 for edge in Frame.of(content.territories["chapelle-nord"]).box)
    assert all(left < x < right and top < y < bottom for x, y, _ in names)
