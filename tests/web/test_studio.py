"""The studio: whatever an address chooses is drawn, or refused in a sentence; nothing doubtful goes out unconfirmed."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from pikepdf import Pdf
from PIL import Image

from app.factory import create_app
from app.print.formats import format_names, read_format
from tests.cast.copies import lent
from tests.cast.library import settings_over, tiny_edition

STUDIO = "/print/les-tilleuls"


@pytest.fixture(scope="module")
def volunteer(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    data = lent(tiny_edition(tmp_path_factory), tmp_path_factory.mktemp("studio"))
    return create_app(settings_over(data)).test_client()


def mark_of(volunteer: FlaskClient, query: str) -> str:
    return str(volunteer.get(f"{STUDIO}/preview?{query}").get_json()["mark"])


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_the_page_shows_every_format_and_what_the_quarter_has(volunteer: FlaskClient, lang: str) -> None:
    page = volunteer.get(f"{STUDIO}?lang={lang}")
    text = page.get_data(as_text=True)
    assert (page.status_code, page.headers["Content-Language"], page.headers["Cache-Control"]) == (
        200,
        lang,
        "no-store",
    )
    assert set(re.findall(r'name="format" value="(\w+)"', text)) == set(format_names())
    assert 'value="place:bibliotheque-des-tilleuls"' in text and f'lang="{lang}"' in text


@pytest.mark.parametrize("name", format_names())
def test_every_format_has_its_picture_and_says_what_it_is_for(volunteer: FlaskClient, name: str) -> None:
    picture = volunteer.get(f"{STUDIO}/formats/{name}.png")
    assert Image.open(BytesIO(picture.data)).format == "PNG"
    assert read_format(name).about


def test_a_preview_is_the_first_page(volunteer: FlaskClient) -> None:
    seen = volunteer.get(f"{STUDIO}/preview?format=a5&of=place:bibliotheque-des-tilleuls&langs=fr&langs=ar").get_json()
    picture = volunteer.get(f"{STUDIO}/preview.png?format=a5&of=place:bibliotheque-des-tilleuls&langs=fr&langs=ar")
    width, height = Image.open(BytesIO(picture.data)).size
    assert seen["refused"] == [] and seen["picture"].startswith("data:image/png;base64,")
    assert abs(width / height - 148 / 210) < 0.01


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("format=a9", "Le format « a9 » n’existe pas"),
        ("format=a4&of=place:nowhere", "n’est plus, sur la carte"),
        ("format=a4&of=dragon:bibliotheque", "n’est plus, sur la carte"),
        ("format=booklet&of=place:bibliotheque-des-tilleuls", "Ce format ne s’imprime pas pour « Bibliothèque"),
        ("format=list", "Cochez au moins un lieu"),
        ("format=list&ids=" + ",".join(f"x{n}" for n in range(13)), "13 sont choisis"),
        ("format=a4&of=place:bibliotheque-des-tilleuls&langs=fr,en,ar,es,tr", "5 sont demandées"),
        ("format=a4&of=place:bibliotheque-des-tilleuls&langs=xx", "ne parlent pas « xx »"),
        ("format=stickers&of=place:bibliotheque-des-tilleuls&start=0", "vont de 1 à 500"),
        ("format=stickers&of=place:bibliotheque-des-tilleuls&count=99999999", "vont de 1 à 500"),
        ("format=stickers&of=place:bibliotheque-des-tilleuls&wide=9,95", "Mesurez encore la feuille d’essai"),
        ("format=card&of=place:bibliotheque-des-tilleuls&right=loin", "Mesurez encore la feuille d’essai"),
        ("format=card&of=place:bibliotheque-des-tilleuls&down=nan", "Mesurez encore la feuille d’essai"),
        ("format=theme&theme=dragons", "n’est de ce thème"),
    ],
)
def test_what_cannot_be_printed_is_said(volunteer: FlaskClient, query: str, sentence: str) -> None:
    seen = volunteer.get(f"{STUDIO}/preview?{query}&lang=fr").get_json()
    page = volunteer.get(f"{STUDIO}/sheet.pdf?{query}&lang=fr")
    assert any(sentence in words for words in seen["refused"]), seen
    assert seen["picture"] == "" and page.status_code == 409
    assert sentence in unescape(page.get_data(as_text=True)).replace("\u202f", " ").replace("\xa0", " ")


def test_doubts_are_confirmed_before_a_sheet_goes_out(volunteer: FlaskClient) -> None:
    query = "format=a4&of=place:bibliotheque-des-tilleuls&langs=fr&lang=fr"
    asked = volunteer.get(f"{STUDIO}/sheet.pdf?{query}")
    mark = mark_of(volunteer, query)
    given = volunteer.get(f"{STUDIO}/sheet.pdf?{query}&confirm={mark}")
    assert asked.status_code == 409 and f'value="{mark}"' in asked.get_data(as_text=True)
    assert (given.status_code, given.mimetype) == (200, "application/pdf")
    assert len(Pdf.open(BytesIO(given.data)).pages) == 1


def test_who_confirmed_other_doubts_has_not_confirmed_these(volunteer: FlaskClient) -> None:
    other = mark_of(volunteer, "format=a4&of=place:bibliotheque-des-tilleuls&langs=fr")
    answer = volunteer.get(
        f"{STUDIO}/sheet.pdf?format=a4&of=place:bibliotheque-des-tilleuls&langs=fr&langs=es&confirm={other}"
    )
    assert answer.status_code == 409


@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_a_sheet_is_a_picture_too(volunteer: FlaskClient, kind: str, start: bytes) -> None:
    query = "format=a5&of=place:bibliotheque-des-tilleuls&langs=fr"
    file = volunteer.get(f"{STUDIO}/sheet.{kind}?{query}&confirm={mark_of(volunteer, query)}&save=1")
    assert file.data.startswith(start)
    assert file.headers["Content-Disposition"] == f'attachment; filename="adeuxpas-a5-bibliotheque-des-tilleuls.{kind}"'


def test_pictures_of_several_pages_come_together(volunteer: FlaskClient) -> None:
    query = "format=card&of=place:bibliotheque-des-tilleuls&langs=fr"
    file = volunteer.get(f"{STUDIO}/sheet.png?{query}&confirm={mark_of(volunteer, query)}")
    assert ZipFile(BytesIO(file.data)).namelist() == [
        "card-bibliotheque-des-tilleuls-1.png",
        "card-bibliotheque-des-tilleuls-2.png",
    ]


def test_a_list_is_of_the_places_in_the_order_given(volunteer: FlaskClient) -> None:
    page = volunteer.get(f"{STUDIO}?format=list&ids=bibliotheque-des-tilleuls&lang=fr").get_data(as_text=True)
    assert re.search(r'name="ids" value="place:bibliotheque-des-tilleuls" checked', page)


def test_an_unknown_quarter_is_not_found(volunteer: FlaskClient) -> None:
    assert volunteer.get("/print/nowhere").status_code == 404
    assert volunteer.get("/print/nowhere/preview").status_code == 404
    assert volunteer.get(f"{STUDIO}/formats/nothing.png").status_code == 404


def test_the_page_of_the_quarter_leads_to_it(volunteer: FlaskClient) -> None:
    assert '"/print/les-tilleuls?lang=fr"' in volunteer.get("/fr/les-tilleuls/").get_data(as_text=True)


def test_what_was_measured_of_a_printer_moves_its_labels_and_is_written_as_people_do(volunteer: FlaskClient) -> None:
    query = "format=stickers&of=place:bibliotheque-des-tilleuls&langs=fr"
    plain, moved = (
        volunteer.get(f"{STUDIO}/preview.png?{query}{more}").data for more in ("", "&wide=99%2C5&right=-1.5")
    )
    page = unescape(volunteer.get(f"{STUDIO}?{query}&wide=99%2C5&right=-1.5&lang=fr").get_data(as_text=True))
    assert plain != moved
    assert 'name="wide"' in page and 'value="99.5"' in page and "test.pdf?wide=99.5&right=-1.5" in page


def test_the_test_sheet_is_printed_without_a_question(volunteer: FlaskClient) -> None:
    sheet = volunteer.get(f"{STUDIO}/test.pdf?wide=99.5&high=&right=&down=")
    assert (sheet.status_code, sheet.mimetype) == (200, "application/pdf")
    assert volunteer.get(f"{STUDIO}/test.pdf?wide=1").status_code == 409
