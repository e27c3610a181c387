"""Who comes from the code of a sheet is told what changed since it may have been printed; nobody else is."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.factory import create_app
from app.library.content.writes import change_place
from tests.cast.library import run_command, settings_over

PLACE = "bibliotheque-des-tilleuls"


@pytest.fixture
def changed(printed: Path) -> Path:
    """A data folder whose library got other hours after its first edition, and the next edition."""
    with create_app(settings_over(printed)).app_context():
        assert change_place(PLACE, {"hours": "Tu-Fr 13:00-19:00"}, by="relay").problems == ()
    assert run_command(printed, "edition").returncode == 0
    return printed


@pytest.fixture
def phone(changed: Path) -> FlaskClient:
    return create_app(settings_over(changed)).test_client()


def notice(client: FlaskClient, path: str) -> str:
    page = client.get(path).get_data(as_text=True)
    found = re.search(r'<div class="notice notice-sheet" id="sheet" hidden>.*?</ul>', page, re.DOTALL)
    return found[0] if found else ""


def test_without_any_change_a_code_leads_to_the_page_and_no_notice_is_there(printed: Path) -> None:
    phone = create_app(settings_over(printed)).test_client()
    assert phone.get("/b1bt11").headers["Location"] == f"/fr/places/{PLACE}"
    assert notice(phone, f"/fr/places/{PLACE}") == ""


def test_a_code_leads_to_what_changed(phone: FlaskClient) -> None:
    assert phone.get("/b1bt11?from=poster").headers["Location"] == f"/fr/places/{PLACE}?from=poster#sheet"
    assert re.search(
        r"les horaires \(feuille imprimée le \d+(er)? \w+\.? \d{4} ou avant\)", notice(phone, f"/fr/places/{PLACE}")
    )


@pytest.mark.parametrize(
    ("path", "words"), [("/en/les-tilleuls/", "the opening hours"), ("/ar/les-tilleuls/", "أوقات الفتح")]
)
def test_a_quarter_says_it_in_each_language(phone: FlaskClient, path: str, words: str) -> None:
    assert words in notice(phone, path)
    assert phone.get("/t1eevx").headers["Location"].endswith("/les-tilleuls/#sheet")


def test_a_phone_without_network_knows_it_from_its_own_table(phone: FlaskClient) -> None:
    table = phone.get("/codes/les-tilleuls.json").get_json()
    assert set(table["B1BT11"]) == {"kind", "id", "changed"}


def test_so_does_a_site_of_files(changed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    done = run_command(changed, "publish", str(folder), "--base-url", "/q/")
    assert done.returncode == 0, done.stderr
    door = (folder / "b1bt11" / "index.html").read_text(encoding="utf-8")
    assert f'data-to="places/{PLACE}/#sheet"' in door and f'href="/q/ar/places/{PLACE}/#sheet"' in door
    assert 'id="sheet"' in (folder / "fr" / "places" / PLACE / "index.html").read_text(encoding="utf-8")
