import io
import shutil
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from app.domain.content import Content
from app.domain.public import public_content
from app.language.isolates import ltr
from app.map.basemap import basemaps_of
from app.map.legs import legs_on_paper
from app.print.glyphs import unprintable
from app.print.order import Order
from app.print.poster import PosterRefused
from app.print.sheet import describe
from app.print.words import sheet_words
from app.site.addresses import Site
from app.site.qr import TEST_BASE, payload_of

from ..cast.sheets import draw_one
from .conftest import changed

pytestmark = pytest.mark.usefixtures("print_shop")

LIBRARY = "bibliotheque-des-tilleuls"
DASHED = "stroke-dasharray"
KINDS = [
    ("place", LIBRARY, "B1BT11"),
    ("walk", "du-college-au-square", "WA1KS1"),
    ("territory", "les-tilleuls", "T1EEVX"),
]


def refused(content: Content, site: Site, languages: Sequence[str] = ("fr", "ar")) -> str:
    with pytest.raises(PosterRefused) as refusal:
        draw_one(content, site, ("place", LIBRARY), languages)
    return str(refusal.value)


def ordered(content: Content, site: Site, languages: tuple[str, ...]) -> Order:
    return Order(public_content(content), site, (("place", LIBRARY),), languages)


def picture(content: Content, site: Site, kind: str, id: str, *, ppi: float = 72) -> Image.Image:
    return Image.open(io.BytesIO(draw_one(content, site, (kind, id), fmt="png", ppi=ppi)))


@pytest.mark.parametrize("ppi", [72, 150])
@pytest.mark.parametrize(("kind", "id", "code"), KINDS)
def test_the_code_of_the_printed_sheet_leads_to_its_subject(
    tiny: Content, site: Site, kind: str, id: str, code: str, ppi: float
) -> None:
    found = zxingcpp.read_barcodes(picture(tiny, site, kind, id, ppi=ppi))
    assert [barcode.text for barcode in found] == [f"HTTPS://KQ.EXAMPLE/{code}"]


def test_the_code_is_75_mm_wide_with_12_mm_of_white_around_it(tiny: Content, site: Site) -> None:
    image = picture(tiny, site, "place", LIBRARY, ppi=127).convert("L")
    corners = zxingcpp.read_barcode(image).position
    left, right, top = corners.top_left.x, corners.top_right.x, corners.top_left.y
    assert right - left == pytest.approx(375, abs=4)
    assert image.crop((left - 57, top - 57, left - 4, top + 400)).getextrema()[0] > 250


@pytest.mark.parametrize(("kind", "id", "code"), KINDS)
def test_a_poster_is_one_a4_page(tiny: Content, site: Site, kind: str, id: str, code: str) -> None:
    assert picture(tiny, site, kind, id).size == (595, 842)


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler's pdfinfo is not installed")
def test_the_pdf_is_tagged_titled_and_one_a4_page(tiny: Content, site: Site, tmp_path: Path) -> None:
    file = tmp_path / "poster.pdf"
    file.write_bytes(draw_one(tiny, site, ("place", LIBRARY)))
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    assert [
        line.split(":", 1)[1].strip() for line in told.splitlines() if line.startswith(("Title", "Tagged", "Pages"))
    ] == [
        "Bibliothèque des Tilleuls",
        "yes",
        "1",
    ]
    assert "(A4)" in told


def test_the_pdf_says_that_it_follows_the_rules_of_accessible_documents(tiny: Content, site: Site) -> None:
    assert b"pdfuaid:part" in draw_one(tiny, site, ("place", LIBRARY))


def test_the_same_poster_is_the_same_file(tiny: Content, site: Site) -> None:
    assert draw_one(tiny, site, ("place", LIBRARY)) == draw_one(tiny, site, ("place", LIBRARY))


def test_every_wordy_place_of_the_project_fits_a_poster_in_three_languages(real: Content, site: Site) -> None:
    public = [place for place in real.places.values() if place.status == "published" and place.code]
    wordy = sorted(public, key=lambda place: -len(place.name + (place.purpose or "")))[:6]
    for place in [*wordy, *public[::30]]:
        assert draw_one(real, site, ("place", place.id), ("fr", "en", "ar")).startswith(b"%PDF")


def test_every_walk_of_the_project_fits_a_poster(real: Content, site: Site) -> None:
    for walk in real.walks.values():
        if real.is_walk_public(walk):
            assert draw_one(real, site, ("walk", walk.id)).startswith(b"%PDF")


def test_a_walk_is_drawn_along_its_streets(real: Content, tmp_path: Path) -> None:
    walk = "autour-de-la-place-hebert"
    legs = legs_on_paper(real, "walk", walk, basemaps_of(real, tmp_path))
    straight, along = (describe(real, "walk", walk, ("fr",), legs=given).map_svg for given in (None, legs))
    assert [DASHED in drawn for drawn in (straight, along)] == [True, False]


def test_our_fonts_write_every_translation_of_the_project(real: Content) -> None:
    texts = [entry.words for entries in real.texts.by_language.values() for entry in entries.values()]
    assert [(words, unprintable(words)) for words in texts if unprintable(words)] == []


def test_french_comes_first_whatever_was_asked(tiny: Content) -> None:
    subject = describe(tiny, "place", LIBRARY, ("ar", "fr"))
    assert [row.language.code for row in subject.rows] == ["fr", "ar"]


def test_arabic_is_drawn_not_left_out(tiny: Content, site: Site) -> None:
    rows = [(10, 300, 585, 415), (10, 100, 585, 300)]
    with_arabic, french_only = (
        Image.open(io.BytesIO(draw_one(tiny, site, ("place", LIBRARY), languages, fmt="png", ppi=72)))
        for languages in (("fr", "ar"), ("fr",))
    )
    assert [with_arabic.crop(row).tobytes() != french_only.crop(row).tobytes() for row in rows] == [True, True]


def test_addresses_and_telephones_keep_their_own_direction(real: Content) -> None:
    subject = describe(real, "place", "bibliotheque-maurice-genevoix", ("fr", "ar"))
    assert ltr("19 rue Tristan Tzara, 75018 Paris") in subject.line
    assert subject.phone == ltr("01 46 07 35 05")


def test_without_a_public_address_the_sheet_is_a_test_and_says_so(tiny: Content) -> None:
    trial = Site(("fr", "ar"), "1")
    words = sheet_words(ordered(tiny, trial, ("fr", "ar")))
    assert words["test"].startswith("Affiche d’essai")
    assert zxingcpp.read_barcode(picture(tiny, trial, "place", LIBRARY)).text == payload_of(TEST_BASE, "B1BT11")


def test_the_address_stands_beside_the_code_in_lower_case(tiny: Content) -> None:
    words = sheet_words(ordered(tiny, Site(("fr",), "1", public_url="https://KQ.example"), ("fr",)))
    assert words["address"] == "kq.example/b1bt11"


@pytest.mark.parametrize("length", [40, 90, 150])
def test_a_long_name_is_fitted(tiny: Content, site: Site, length: int) -> None:
    name = ("Maison des familles et des associations " * 8)[:length]
    assert draw_one(changed(tiny, LIBRARY, name=name), site, ("place", LIBRARY)).startswith(b"%PDF")


def test_a_name_that_cannot_fit_is_refused_not_cut(tiny: Content, site: Site) -> None:
    name = ("Maison des familles et des associations " * 8)[:300]
    told = refused(changed(tiny, LIBRARY, name=name), site, ("fr", "en", "ar", "es"))
    assert "Le texte en français est trop long" in told
    assert name.strip() in told


def test_a_long_word_makes_its_name_smaller(tiny: Content, site: Site) -> None:
    name = "Donaudampfschifffahrtsgesellschaft"
    assert draw_one(changed(tiny, LIBRARY, name=name), site, ("place", LIBRARY)).startswith(b"%PDF")


def test_a_word_wider_than_the_sheet_is_refused_not_cut(tiny: Content, site: Site) -> None:
    assert "Le texte en français est trop long" in refused(changed(tiny, LIBRARY, name="Interministérielle" * 5), site)


def test_a_letter_that_we_cannot_print_is_named_with_its_text_and_language(tiny: Content, site: Site) -> None:
    told = refused(changed(tiny, LIBRARY, name="Maison du 龍"), site)
    assert "« 龍 »" in told
    assert "« Maison du 龍 » (français)" in told


@pytest.mark.parametrize(
    ("facts", "said"),
    [({"status": "draft"}, "brouillon"), ({"address_visibility": "hidden"}, "cachée"), ({"verified": None}, "vérifié")],
)
def test_what_the_guard_forbids_is_not_drawn(tiny: Content, site: Site, facts: dict[str, object], said: str) -> None:
    assert said in refused(changed(tiny, LIBRARY, **facts), site)


def test_facts_past_their_date_are_said_to_be_checked(tiny: Content) -> None:
    fresh = describe(tiny, "place", LIBRARY, ("fr",), date(2026, 11, 18)).dates
    stale = describe(tiny, "place", LIBRARY, ("fr",), date(2031, 1, 1)).dates
    assert fresh[-1].startswith("Valable jusqu’au")
    assert stale[-1] == "À vérifier sur place"


def test_a_machine_translation_says_so(real: Content) -> None:
    french, arabic = describe(real, "place", "bibliotheque-maurice-genevoix", ("fr", "ar")).rows
    assert (french.mark, bool(arabic.mark)) == ("", True)


def test_a_text_without_translation_leaves_its_place_to_the_kind_of_place(tiny: Content) -> None:
    row = describe(tiny, "place", LIBRARY, ("fr", "es")).rows[1]
    assert row.title.words != tiny.places[LIBRARY].purpose
