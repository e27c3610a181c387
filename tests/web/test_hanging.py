"""The register: what hangs is up to date, to be replaced or to be taken down; codes are counted, people are not."""

import csv
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.factory import create_app
from app.library.scans import scans_of
from tests.cast.copies import lent
from tests.cast.library import BASE, run_command, settings_over, tiny_edition
from tests.cast.process import wait_until

REGISTER = "/print/les-tilleuls/hanging"
SHEET = {"format": "a5", "of": "place:bibliotheque-des-tilleuls", "langs": ["fr", "ar"]}


@pytest.fixture
def data(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lent(tiny_edition(tmp_path_factory), tmp_path / "var")


@pytest.fixture
def site(data: Path) -> Flask:
    return create_app(settings_over(data))


@pytest.fixture
def volunteer(site: Flask) -> FlaskClient:
    return site.test_client()


@pytest.fixture
def page(volunteer: FlaskClient) -> Callable[[], str]:
    return lambda: volunteer.get(f"{REGISTER}?lang=fr").get_data(as_text=True)


def hang(volunteer: FlaskClient, spot: str = "Hall de la PMI", **sheet: object) -> int:
    return volunteer.post(f"{REGISTER}?lang=fr", data=SHEET | {"spot": spot} | sheet).status_code


def rename(data: Path) -> None:
    """Change what the sheet says, as whoever keeps the library does."""
    folder = data.parent / "files"
    assert run_command(data, "dump", str(folder)).returncode == 0
    file = folder / "data" / "places.geojson"
    file.write_text(file.read_text().replace("Bibliothèque des Tilleuls", "Médiathèque des Tilleuls"))
    assert run_command(data, "load", str(folder)).returncode == 0


def test_what_hangs_is_listed_with_where_and_when(volunteer: FlaskClient, page: Callable[[], str]) -> None:
    assert hang(volunteer) == 303
    assert "Hall de la PMI" in page() and "Imprimée le 18 nov. 2026" in page() and "À jour" in page()


def test_the_day_on_which_it_was_printed_makes_no_sheet_old(volunteer: FlaskClient, data: Path) -> None:
    hang(volunteer)
    later = create_app(replace(settings_over(data), today=date(2026, 11, 20))).test_client()
    assert "À jour" in later.get(f"{REGISTER}?lang=fr").get_data(as_text=True)


def test_what_changed_since_is_to_be_replaced_and_is_printed_again_in_one_press(
    volunteer: FlaskClient, page: Callable[[], str], data: Path
) -> None:
    hang(volunteer)
    rename(data)
    text = page()
    assert "À remplacer" in text
    address = re.search(r'href="([^"]*sheet\.pdf[^"]*)"', text)
    assert address and volunteer.get(address[1].replace("&amp;", "&")).data.startswith(b"%PDF-")
    replaced = re.search(r'formaction="([^"]*/\d+/replaced[^"]*)"', text)
    assert replaced and volunteer.post(replaced[1]).status_code == 303
    assert "À jour" in page()


def test_what_may_not_be_printed_any_more_is_to_be_taken_down(
    volunteer: FlaskClient, page: Callable[[], str], data: Path
) -> None:
    hang(volunteer)
    with closing(sqlite3.connect(data / BASE)) as base:
        base.execute("UPDATE hanging SET query = 'format=a5&of=place:lieu-disparu'")
        base.commit()
    text = page()
    assert "À retirer du mur" in text
    down = re.search(r'formaction="([^"]*down[^"]*)"', text)
    assert down and volunteer.post(down[1]).status_code == 303
    assert "Rien n’est noté" in page()


def test_all_that_changed_is_printed_again_at_once_and_noted_at_once(
    volunteer: FlaskClient, page: Callable[[], str], data: Path
) -> None:
    hang(volunteer)
    hang(volunteer, "Boulangerie", format="a4")
    hang(volunteer, "École", format="a5", of="place:square-des-tilleuls")
    rename(data)
    ask = volunteer.get("/print/les-tilleuls/runs/new?each=hanging&lang=fr").get_data(as_text=True)
    assert "2 feuilles accrochées, à remplacer" in ask and 'href="/print/les-tilleuls/hanging?lang=fr"' in ask
    mark = re.search(r'name="confirm" value="(\w+)"', ask)
    begun = volunteer.post(
        "/print/les-tilleuls/runs", data={"each": "hanging", "binding": "zip", "confirm": mark[1] if mark else ""}
    )
    run = begun.headers["Location"].partition("?")[0]
    wait_until(lambda: volunteer.get(f"{run}/state").get_json()["state"] == "done", 60)
    names = ZipFile(BytesIO(volunteer.get(f"{run}/file").data)).namelist()
    assert names == ["001-a4-bibliotheque-des-tilleuls.pdf", "002-a5-bibliotheque-des-tilleuls.pdf"]
    shown = re.findall(r'name="outdated" value="(\d+)"', page())
    assert volunteer.post(f"{REGISTER}/replaced", data={"outdated": shown}).status_code == 303
    assert "À remplacer" not in page() and page().count("À jour") == 3


def test_the_register_is_a_table_for_spreadsheets(volunteer: FlaskClient) -> None:
    hang(volunteer, "=HYPERLINK(1), à gauche")
    answer = volunteer.get(f"{REGISTER}/register.csv?lang=fr")
    (row,) = csv.DictReader(StringIO(answer.data.decode("utf-8-sig"), newline=""))
    assert row == {
        "Où": "'=HYPERLINK(1), à gauche",
        "Feuille": "Feuille A5 pour un comptoir",
        "De quoi": "Bibliothèque des Tilleuls",
        "Langues": "fr ar",
        "Imprimée le": "2026-11-18",
        "État": "À jour",
        "Pourquoi": "",
        "Code": "B1BT11",
        "Ouvertures en 30 jours": "0",
    }
    assert answer.headers["Content-Disposition"] == 'attachment; filename="adeuxpas-les-tilleuls-register.csv"'


def test_a_sheet_hangs_whichever_printer_printed_it(volunteer: FlaskClient, data: Path) -> None:
    hang(volunteer, format="stickers", wide="99.5")
    with closing(sqlite3.connect(data / BASE)) as base:
        ((query,),) = base.execute("SELECT query FROM hanging").fetchall()
    assert "wide" not in query


@pytest.mark.parametrize("spot", ["", "   ", "x" * 121])
def test_a_sheet_hangs_somewhere(volunteer: FlaskClient, page: Callable[[], str], spot: str) -> None:
    assert hang(volunteer, spot) == 409
    assert "Rien n’est noté" in page()


def test_what_cannot_be_printed_does_not_hang(volunteer: FlaskClient) -> None:
    assert hang(volunteer, of="place:nowhere") == 409


def test_what_is_written_is_shown_as_words(volunteer: FlaskClient, page: Callable[[], str]) -> None:
    hang(volunteer, "<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)" in page()


def test_it_is_the_volunteers(data: Path) -> None:
    door = create_app(replace(settings_over(data), kiosk_pin="2468")).test_client()
    assert [hang(door, pin=pin) for pin in ("", "1111", "2468")] == [409, 409, 303]
    without = create_app(settings_over(data)).test_client()
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert without.post(REGISTER, data=SHEET | {"spot": "x"}, environ_base=elsewhere).status_code == 409


def test_another_site_writes_nothing(volunteer: FlaskClient) -> None:
    answer = volunteer.post(REGISTER, data=SHEET | {"spot": "x"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_codes_are_counted_a_day_and_nothing_else_is_kept(site: Flask, data: Path) -> None:
    phone = site.test_client()
    for _ in range(3):
        phone.get("/b1bt11", headers={"Accept-Language": "ar", "User-Agent": "a phone"})
    phone.head("/B1BT11")
    phone.get("/ZZZZZZ")
    site.extensions["scans"].write()
    with closing(sqlite3.connect(data / BASE)) as base:
        rows = base.execute("SELECT code, day, count FROM scan").fetchall()
    assert rows == [("B1BT11", "2026-11-18", 3)]
    with site.app_context():
        assert scans_of(["B1BT11"], date(2026, 12, 25)) == {}
        assert scans_of(["B1BT11"], date(2026, 11, 20)) == {"B1BT11": 3}


def test_what_cannot_be_written_now_is_counted_later(site: Flask, data: Path) -> None:
    site.test_client().get("/B1BT11")
    with closing(sqlite3.connect(data / BASE, isolation_level=None)) as base:
        base.execute("BEGIN IMMEDIATE")
        site.extensions["scans"].write()
        base.execute("ROLLBACK")
        site.extensions["scans"].write()
        assert base.execute("SELECT count FROM scan").fetchall() == [(1,)]


def test_a_worker_writes_by_itself(site: Flask, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.tally.EVERY_S", 0.05)
    site.test_client().get("/B1BT11")

    def is_written() -> bool:
        with closing(sqlite3.connect(data / BASE)) as base:
            return bool(base.execute("SELECT count FROM scan").fetchall())

    wait_until(is_written, 10)
