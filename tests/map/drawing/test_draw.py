"""Maps drawn from the street plan, read as the XML they are."""

import re
from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree as ET

import brotli
import numpy as np
import pytest
import shapely

from app.domain.content import Content
from app.domain.geometry import Position
from app.domain.place import Place
from app.domain.plan import Label, Plan
from app.map.drawing.canvas import Canvas, canvas_of
from app.map.drawing.clusters import gather
from app.map.drawing.draw import MapWords, Palette, Pin, draw_around, draw_territory, draw_walk
from app.map.drawing.labels import LEVELS, STEP, Name, Spots, boxes_of, place_names
from app.map.drawing.survey import outline_of, survey
from app.map.drawing.words import KINDS, line_px, width_px
from app.map.legs import RoutedLeg
from app.map.mercator import unproject
from tests.cast.content import sample

TERRITORIES = ("bel-air-sud", "porte-de-vanves", "chapelle-nord", "flandre-curial")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def content() -> Content:
    """The project's own neighbourhoods."""
    return sample()


def pins_of(content: Content, territory: str) -> list[Pin]:
    return [_pin(content, p) for p in content.public_places(territory) if not content.is_practical(p)]


def _pin(content: Content, place: Place) -> Pin:
    theme = content.theme_of(place)
    assert theme is not None
    return Pin(place.id, place.position, f"/fr/places/{place.id}", place.name, theme.icon or theme.id, theme.id)


def drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def said(link: ET.Element) -> str | None:
    return link.findtext(f"{SVG}title")


def test_a_pin_of_thousands_weighs_no_more_than_its_words(content: Content) -> None:
    territory = content.territories["flandre-curial"]
    middle = (
        (territory.bounds.west + territory.bounds.east) / 2,
        (territory.bounds.south + territory.bounds.north) / 2,
    )
    pins = [Pin(f"p{i}", middle, f"/p{i}", f"Lieu {i}", "sport", "sport") for i in range(3000)]
    (link,) = drawn(draw_territory(content.plan, territory, pins).svg).iter(f"{SVG}a")
    assert len(ET.tostring(link)) < 500


def drawings(content: Content) -> Iterator[str]:
    pins = pins_of(content, "flandre-curial")
    territory = content.territories["flandre-curial"]
    for palette in (None, Palette()):
        yield draw_territory(content.plan, territory, pins, palette=palette).svg
        yield draw_around(content.plan, pins[0].position, pins=pins[:3], here=True, palette=palette).svg
        yield draw_walk(content.plan, pins[:5], palette=palette).svg


def test_every_drawing_is_well_formed_and_free_of_inline_style(content: Content) -> None:
    for svg in drawings(content):
        assert not [e for e in drawn(svg).iter() if "style" in e.attrib or e.tag == f"{SVG}style"]


@pytest.mark.parametrize("territory", TERRITORIES)
def test_every_place_is_a_pin_or_in_a_cluster(content: Content, territory: str) -> None:
    pins = pins_of(content, territory)
    links = list(drawn(draw_territory(content.plan, content.territories[territory], pins).svg).iter(f"{SVG}a"))
    alone = {link.get("data-place-id") for link in links if link.get("data-place-id")}
    counts = [int(text.text or "") for link in links for text in link.iter(f"{SVG}text")]
    assert alone <= {pin.id for pin in pins}
    assert len(alone) + sum(counts) == len(pins)


def test_pins_are_links_that_say_their_name(content: Content) -> None:
    pins = pins_of(content, "chapelle-nord")
    links = list(drawn(draw_territory(content.plan, content.territories["chapelle-nord"], pins).svg).iter(f"{SVG}a"))
    assert all(link.get("href") and said(link) for link in links)
    assert {link.get("href") for link in links} <= {pin.href for pin in pins} | {"#list"}


def test_a_cluster_counts_and_names_its_places(content: Content) -> None:
    here = content.territories["flandre-curial"].bounds
    middle = ((here.west + here.east) / 2, (here.south + here.north) / 2)
    pins = [Pin(f"p{i}", middle, f"/p{i}", f"Lieu <{i}>", "sport", "sport") for i in range(8)]
    svg = draw_territory(content.plan, content.territories["flandre-curial"], pins, list_href="/fr/liste").svg
    (link,) = drawn(svg).iter(f"{SVG}a")
    assert link.get("href") == "/fr/liste"
    assert said(link) == "8 lieux : Lieu <0>, Lieu <1>, Lieu <2>, Lieu <3>, Lieu <4>, Lieu <5>, …"


@pytest.mark.parametrize("territory", TERRITORIES)
def test_pins_keep_24_pixels_to_be_touched(content: Content, territory: str) -> None:
    canvas = Canvas.over(content.territories[territory].bounds, margin_m=60, px=328)
    spots = [canvas.spot(pin.position) for pin in pins_of(content, territory)]
    firsts = [shapely.Point(spots[group[0]]) for group in gather(spots, 32)]
    assert min(one.distance(other) for one, other in combinations(firsts, 2)) >= 24


@pytest.mark.parametrize("territory", TERRITORIES)
def test_names_never_overlap_at_any_level(content: Content, territory: str) -> None:
    names = _names(content, territory)
    for level in range(LEVELS):
        boxes = boxes_of(_columns([name for name in names if name.level <= level]), 328 * STEP**level)
        assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]


@pytest.mark.parametrize("territory", TERRITORIES)
def test_names_are_read_from_left_to_right(content: Content, territory: str) -> None:
    names = _names(content, territory)
    assert len(names) > 40 and all(-90 <= name.angle <= 90 for name in names)


def _columns(names: list[Name]) -> Spots:
    kinds = [KINDS.index(n.kind) for n in names]
    wide = [width_px(n.words, kind) for n, kind in zip(names, kinds, strict=True)]
    columns = zip(*((n.words, n.x, n.y, n.angle, 0.0, 0.0, n.drop_px) for n in names), strict=True)
    words, *rest = map(np.array, columns)
    return Spots(np.array(kinds), words, np.array(wide), *rest)


def _names(content: Content, territory: str) -> list[Name]:
    shape = content.territories[territory]
    canvas = Canvas.over(shape.bounds, margin_m=60, px=328)
    return place_names(survey(content.plan), canvas, inside=outline_of(shape.outline[0]))


def test_no_name_that_no_sign_bears_is_written(content: Content) -> None:
    svgs = [draw_territory(content.plan, territory, []).svg for territory in content.territories.values()]
    assert not re.search(r">Voie \w+/\d+<", "".join(svgs))


@pytest.mark.parametrize("territory", TERRITORIES)
def test_a_territory_fits_in_ten_kilobytes(content: Content, territory: str) -> None:
    svg = draw_territory(content.plan, content.territories[territory], pins_of(content, territory)).svg
    assert len(brotli.compress(svg.encode(), quality=5)) < 10_000


def test_the_base_is_the_same_in_every_language(content: Content) -> None:
    pins, territory = pins_of(content, "flandre-curial"), content.territories["flandre-curial"]
    french = draw_territory(content.plan, territory, pins).svg
    arabic = draw_territory(
        content.plan, territory, pins, words=MapWords(title="خريطة الحي", cluster="{count}: {names}")
    ).svg
    assert french.split("map-pins")[0].split("map-base")[1] == arabic.split("map-pins")[0].split("map-base")[1]


def test_a_walk_numbers_its_stops_and_joins_them_by_a_dashed_line(content: Content) -> None:
    svg = draw_walk(content.plan, pins_of(content, "flandre-curial")[:4]).svg
    numbers = [text.text for text in drawn(svg).iter(f"{SVG}text") if text.get("class") == "map-number"]
    assert sorted(filter(None, numbers)) == ["1", "2", "3", "4"]
    assert 'class="map-line map-walk"' in svg


def test_a_leg_along_streets_is_a_line_under_the_names(content: Content) -> None:
    stops = pins_of(content, "flandre-curial")[:3]
    street = RoutedLeg((stops[0].position, (2.376, 48.892), stops[1].position), 400)
    guess = RoutedLeg((stops[1].position, stops[2].position), 200, is_guessed=True)
    svg = draw_walk(content.plan, stops, [street, guess]).svg
    assert 0 < svg.index("map-route-case") < svg.index('map-line map-route"') < svg.index("map-names")
    assert "map-line map-walk" in svg
    assert "map-walk" not in draw_walk(content.plan, stops[:2], [street]).svg


def test_a_walk_shows_the_whole_of_a_detour(content: Content) -> None:
    stops = pins_of(content, "flandre-curial")[:2]
    around = RoutedLeg((stops[0].position, (2.39, 48.90), stops[1].position), 2000)
    assert draw_walk(content.plan, stops, [around]).bounds.holds((2.39, 48.90))


def test_the_scale_says_minutes_in_the_language_of_the_page(content: Content) -> None:
    spot = pins_of(content, "flandre-curial")[0].position
    words = MapWords(scale="100 m ≈ {minutes} min on foot")
    assert "100 m ≈ 1,5 min à pied" in draw_around(content.plan, spot).svg
    assert "100 m ≈ 1.5 min on foot" in draw_around(content.plan, spot, words=words, lang="en").svg


def test_on_paper_every_colour_is_written_in_the_drawing(content: Content) -> None:
    svg = draw_around(content.plan, pins_of(content, "flandre-curial")[0].position, here=True, palette=Palette()).svg
    assert "var(" not in svg and 'class="map-line' not in svg
    assert drawn(svg).get("viewBox") == "0 0 360 360"


def test_a_place_with_an_address_without_streets_still_has_a_map(content: Content) -> None:
    svg = draw_around(content.plan, (2.0, 48.0), pins=[Pin("x", (2.0, 48.0), "/x", "X & fils", "sport", "sport")]).svg
    assert [said(link) for link in drawn(svg).iter(f"{SVG}a")] == ["X & fils"]


def test_a_park_whose_outline_is_known_is_drawn_as_it_is(content: Content) -> None:
    park = Label("park", "Jardin d’essai", (2.3775, 48.892))
    lawn = ((2.377, 48.8915), (2.378, 48.8915), (2.378, 48.8925), (2.377, 48.8915))
    discs, lawns = (
        drawn(draw_around(Plan(labels=(park,), greens=greens), park.position).svg).find(f".//{SVG}*[@class='map-park']")
        for greens in ((), (lawn,))
    )
    assert discs is not None and lawns is not None
    assert "a" in discs.attrib["d"] and "a" not in lawns.attrib["d"]


@pytest.mark.parametrize(
    ("pins_px", "spot"),
    [
        ([], "middle"),
        ([(0, 0)], "middle"),
        ([(25, 45)], "left"),
        ([(-25, 45)], "right"),
        ([(-35, 33), (0, 34), (35, 33)], "lower"),
    ],
)
def test_the_name_of_a_school_makes_room_for_pins(
    content: Content, pins_px: list[tuple[float, float]], spot: str
) -> None:
    territory = content.territories["chapelle-nord"]
    canvas = canvas_of(territory)

    def at(x: float, y: float) -> Position:
        """The position some pixels of the first view from its middle."""
        px = canvas.side / canvas.px
        return unproject((canvas.left + canvas.side / 2 + x * px, canvas.top + canvas.side / 2 + y * px))

    pins = [Pin(f"p{n}", at(*spot), f"/p{n}", "Lieu", "sport", "sport") for n, spot in enumerate(pins_px)]
    x, y = _name_of_school(draw_territory(content.plan, territory, pins, school=(at(0, 0), "École Dupuy")).svg)
    assert spot == ("lower" if y > 24 else {-1: "left", 0: "middle", 1: "right"}[(x > 0) - (x < 0)])


@pytest.mark.parametrize("territory", TERRITORIES)
def test_on_a_phone_the_name_of_a_school_is_read(content: Content, territory: str) -> None:
    found = content.territories[territory]
    school, canvas = content.anchor_of(found), canvas_of(found)
    assert school is not None
    pins = pins_of(content, territory)
    x, y = _name_of_school(draw_territory(content.plan, found, pins, school=(school.position, school.name)).svg)
    (left, top), half = canvas.spot(school.position), line_px(school.name, 12) / 2
    name = shapely.box(left + x - half, top + y - 10, left + x + half, top + y + 3)
    spots = [canvas.spot(pin.position) for pin in pins]
    tips = [spots[group[0]] for group in gather(spots, 32)]
    covered = [name.intersection(shapely.box(x - 13, y - 34, x + 13, y)).area for x, y in tips]
    assert max(covered) < 80  # of the 338 that a drop can lose to a line
    assert name.within(shapely.box(55, 0, 305, canvas.px + 40))  # beside the buttons of the map


def _name_of_school(svg: str) -> tuple[float, float]:
    """Where the name stands, in pixels from the ring."""
    (name,) = (text for text in drawn(svg).iter(f"{SVG}text") if text.get("class") == "map-school-name")
    return float(name.get("x", "")), float(name.get("y", ""))
