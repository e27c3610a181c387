"""What single formats promise: labels that fall on their sheet, hours that are those of the file, a scale kept."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from PIL import Image

from app.domain.content import Content
from app.domain.geometry import metres_between
from app.language.on_paper import voice
from app.print.calibration import CROSS_MM, Calibration, Measured
from app.print.formats import read_format
from app.print.maps import SCALES
from app.print.order import Order
from app.print.period import Period, days_of, say_period, week_of
from app.print.poster import PosterRefused, draw_order, words_of

from .conftest import changed
from .orders import HOME, LIBRARY, SQUARE, TODAY, order_of

pytestmark = pytest.mark.usefixtures("print_shop")

PPI = 254
"""Ten dots a millimetre."""


def plain(text: str) -> str:
    return re.sub(r"[\u2066-\u2069]", "", text.replace("\u00a0", " ").replace("\u202f", " "))


def drawn(name: str, order: Order) -> list[Image.Image]:
    return [Image.open(io.BytesIO(page)) for page in draw_order(read_format(name), order, fmt="png", ppi=PPI)]


def spots(page: Image.Image) -> list[tuple[float, float]]:
    """Where the codes of a page begin, in millimetres."""
    found = zxingcpp.read_barcodes(page.convert("L"))
    return sorted((code.position.top_left.x / 10, code.position.top_left.y / 10) for code in found)


def labels(content: Content, **options: object) -> list[tuple[float, float]]:
    (page,) = drawn("stickers", order_of("stickers", content, **options))
    return sorted(spots(page), key=lambda spot: (round(spot[1]), spot[0]))


def test_labels_begin_where_asked_and_fill_the_rest(tiny: Content) -> None:
    assert [len(labels(tiny, start=start)) for start in (1, 24)] == [24, 1]
    assert len(labels(tiny, start=20, count=3)) == 3


def test_labels_stand_seventy_by_thirty_seven_apart(tiny: Content) -> None:
    (x1, y1), (x2, _), *_, (x24, y24) = labels(tiny)
    assert [x2 - x1, x24 - x1, y24 - y1] == [pytest.approx(mm, abs=0.3) for mm in (70, 140, 259)]


def test_a_printer_is_corrected_by_a_shift_and_a_scale(tiny: Content) -> None:
    before, after = (labels(tiny, calibration=how) for how in (Calibration(), Calibration(2, 1, 1.01, 0.99)))
    assert [b[0] * 1.01 + 2 for b in before] == [pytest.approx(a[0], abs=0.3) for a in after]
    assert [b[1] * 0.99 + 1 for b in before] == [pytest.approx(a[1], abs=0.3) for a in after]


@pytest.mark.parametrize(
    "printer", [((0.995, 1.004), (-1.5, 1)), ((1, 1), (0, -2.5)), ((1.013, 0.99), (0, 0))], ids=str
)
def test_what_is_measured_on_the_test_sheet_undoes_what_the_printer_does(
    printer: tuple[tuple[float, float], tuple[float, float]],
) -> None:
    def comes_out(point: tuple[float, float]) -> list[float]:
        return [a * p + b for a, p, b in zip(printer[0], point, printer[1], strict=True)]

    rulers = [100 * scale for scale in printer[0]]
    cross = [seen - meant for seen, meant in zip(comes_out(CROSS_MM), CROSS_MM, strict=True)]
    how = Measured(*rulers, *cross).calibration
    for label in ((0, 0.5), (70, 37.5), (140, 259.5)):
        moved = label[0] * how.sx + how.dx, label[1] * how.sy + how.dy
        assert comes_out(moved) == [pytest.approx(edge, abs=0.001) for edge in label]


def test_a_card_is_corrected_too(tiny: Content) -> None:
    (before, _), (after, _) = (
        drawn("card", order_of("card", tiny, calibration=how)) for how in (Calibration(), Calibration(2, -1))
    )
    ((x1, y1),), ((x2, y2),) = spots(before), spots(after)
    assert (x2 - x1, y2 - y1) == (pytest.approx(2, abs=0.2), pytest.approx(-1, abs=0.2))


def test_the_test_sheet_has_a_ruler_and_no_label(tiny: Content) -> None:
    assert labels(tiny, test_sheet=True) == []


@pytest.mark.parametrize("start", [0, 25])
def test_there_are_twenty_four_labels(tiny: Content, start: int) -> None:
    with pytest.raises(PosterRefused, match="de 1 à 24"):
        draw_order(read_format("stickers"), order_of("stickers", tiny, start=start))


def test_slips_are_numbered_from_where_one_stopped(tiny: Content) -> None:
    assert words_of(read_format("slip"), order_of("slip", tiny, start=12, count=4))["numbers"] == [
        *("0012", "0013", "0014", "0015"),
    ]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")
@pytest.mark.parametrize("name", ["a3", "a4", "a5", "card", "tearoff", "list"])
def test_telephones_and_hours_on_paper_are_those_of_the_file(real: Content, name: str) -> None:
    place = "bibliotheque-maurice-genevoix"
    order = order_of(name, real, ("fr", "ar"))
    pdf = draw_order(read_format(name), replace(order, subjects=(("place", place),)))[0]
    said = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    text = " ".join(plain(said).split())
    assert "01 46 07 35 05" in text
    assert name == "card" or "mercredi et samedi : 10 h – 18 h" in text


def test_the_poster_of_the_week_says_the_hours_of_its_days(tiny: Content) -> None:
    entries = {entry["name"]: entry for entry in words_of(read_format("week"), order_of("week", tiny))["entries"]}
    french, arabic = entries[tiny.places[LIBRARY].name]["details"]
    assert "mercredi : 10 h – 19 h" in plain(french["title"])
    assert arabic["lang"] == "ar"


def test_hours_older_than_they_may_be_trusted_are_said_to_be_checked(tiny: Content) -> None:
    late = replace(order_of("week", tiny, ("fr",)), today=date(2031, 1, 8))
    details = [entry["details"][0]["title"] for entry in words_of(read_format("week"), late)["entries"]]
    assert details and all(detail.endswith("(à vérifier)") for detail in details)


def test_a_closure_of_the_week_is_told_and_one_of_another_week_is_not(tiny: Content) -> None:
    closed = {"from": "2026-11-18", "to": "2026-11-18", "kind": "closed"}
    place = type(tiny.places[LIBRARY]).model_validate(
        tiny.places[LIBRARY].model_dump(by_alias=True) | {"exceptions": [closed]}
    )
    with_closure = replace(tiny, places={**tiny.places, LIBRARY: place})

    def told(day: date) -> str:
        days = days_of(with_closure, place, tiny.territories[HOME], week_of(day))
        return plain(" · ".join(say_period(days, voice("fr"))))

    assert "mercredi" not in told(TODAY)
    assert "mercredi : 10 h – 19 h" in told(date(2026, 11, 25))


def test_a_day_that_differs_is_named(tiny: Content) -> None:
    quarter, place = tiny.territories[HOME], tiny.places[LIBRARY]
    closed = {"from": "2026-11-25", "to": "2026-11-25", "kind": "closed"}
    odd = type(place).model_validate(place.model_dump(by_alias=True) | {"exceptions": [closed]})
    days = days_of(tiny, odd, quarter, Period(date(2026, 11, 16), date(2026, 11, 29)))
    assert "sauf le 25 novembre" in plain(" ".join(say_period(days, voice("fr"))))


def test_what_is_open_in_no_day_of_the_week_is_not_on_its_poster(tiny: Content) -> None:
    shut = changed(tiny, LIBRARY, hours="Mo-Su off")
    with pytest.raises(PosterRefused, match="Aucun lieu de ce quartier n’a d’horaires connus"):
        draw_order(read_format("week"), order_of("week", shut))


def test_without_dates_of_holidays_their_poster_is_refused(tiny: Content) -> None:
    late = replace(order_of("holidays", tiny), today=date(2040, 1, 1))
    with pytest.raises(PosterRefused, match="Aucune date de vacances"):
        draw_order(read_format("holidays"), late)


def test_the_map_keeps_a_scale_and_draws_its_minute_from_it(real: Content) -> None:
    order = order_of("map", real)
    quarter = "chapelle-nord"
    words = words_of(read_format("map"), replace(order, subjects=(("territory", quarter),)))
    scale = int(re.sub(r"\D", "", words["scale"].split(":")[1]))
    assert scale in SCALES
    assert words["minute-mm"] * scale / 1000 == pytest.approx(4000 / 60)
    numbers = [place["number"] for group in words["groups"] for place in group["places"]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_nearest_places_are_told_in_minutes_from_the_school(tiny: Content) -> None:
    entries = words_of(read_format("school"), order_of("school", tiny))["entries"]
    school = tiny.places[tiny.territories[HOME].school or ""]
    square = next(entry for entry in entries if entry["name"] == tiny.places[SQUARE].name)
    assert metres_between(school.position, tiny.places[SQUARE].position) < 600
    assert re.match(r"\d+ min à pied de l’école", plain(square["details"][0]["title"]))


def test_a_language_that_paper_does_not_speak_is_named(tiny: Content) -> None:
    with pytest.raises(PosterRefused, match="ne parlent pas « so »"):
        draw_order(read_format("a4"), order_of("a4", tiny, ("fr", "so")))
