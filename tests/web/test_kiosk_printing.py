"""Printing from the touch screen: behind the PIN, by CUPS, at the true size; without a printer it says so."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pikepdf import Pdf

from app.factory import create_app
from tests.cast.copies import lent
from tests.cast.library import settings_over, tiny_edition

KIOSK = "/api/v1/kiosk/les-tilleuls"
PLACE = "bibliotheque-des-tilleuls"

LPSTAT = """#!/bin/sh
case "$1" in
-d) cat "$0.d" ;;
-e) cat "$0.e" ;;
-p) cat "$0.p" ;;
esac
"""
LP = """#!/bin/sh
[ -e "$0.wrong" ] && { echo "lp: Unsupported document-format" >&2; exit 1; }
echo "$@" > "$0.asked"
cat > "$0.pdf"
"""


@pytest.fixture
def screen(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    data = lent(tiny_edition(tmp_path_factory), tmp_path / "var")
    return create_app(replace(settings_over(data), kiosk_pin="2468")).test_client()


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printer called `kiosque`, as far as its commands tell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, text in (("lpstat", LPSTAT), ("lp", LP)):
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
    tell(
        folder, d="system default destination: kiosque\n", e="kiosque\n", p="printer kiosque is idle.  enabled since…\n"
    )
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def tell(folder: Path, **said: str) -> None:
    for option, text in said.items():
        (folder / f"lpstat.{option}").write_text(text)


def ask(screen: FlaskClient, pin: str = "2468", **more: str) -> tuple[int, dict[str, str]]:
    answer = screen.post(f"{KIOSK}/print?lang=fr", json={"place": PLACE, "pin": pin, **more})
    return answer.status_code, answer.get_json()


def confirmed(screen: FlaskClient) -> tuple[int, dict[str, str]]:
    status, told = ask(screen)
    assert status == 409 and told["doubts"]
    return ask(screen, confirm=told["mark"])


def test_the_sheet_goes_to_the_printer_at_its_true_size(screen: FlaskClient, cups: Path) -> None:
    assert confirmed(screen) == (200, {"said": "La feuille est partie à l’imprimante."})
    assert "-d kiosque -o print-scaling=none -o media=A5 -o sides=one-sided" in (cups / "lp.asked").read_text()
    with Pdf.open(BytesIO((cups / "lp.pdf").read_bytes())) as sheet:
        assert abs(float(sheet.pages[0].mediabox[2]) * 25.4 / 72 - 148) < 0.1


def test_the_first_printer_does_where_none_is_usual(screen: FlaskClient, cups: Path) -> None:
    tell(cups, d="no system default destination\n", e="bureau\nautre\n")
    assert confirmed(screen)[0] == 200
    assert "-d bureau " in (cups / "lp.asked").read_text()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"d": "no system default destination\n", "e": ""}, "Aucune imprimante"),
        ({"p": "printer kiosque disabled since Sun -\n\tPaused\n"}, "L’imprimante est arrêtée"),
    ],
)
def test_it_says_that_there_is_no_printer_or_that_it_is_off(
    screen: FlaskClient, cups: Path, said: dict[str, str], sentence: str
) -> None:
    tell(cups, **said)
    status, told = confirmed(screen)
    assert status == 503 and told["detail"].startswith(sentence)
    assert not (cups / "lp.asked").exists()


def test_it_says_what_the_printer_refused(screen: FlaskClient, cups: Path) -> None:
    (cups / "lp.wrong").touch()
    status, told = confirmed(screen)
    assert (status, told["detail"]) == (503, "L’imprimante n’a pas pris la feuille (Unsupported document-format).")


def test_without_cups_there_is_no_printer(screen: FlaskClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    status, told = confirmed(screen)
    assert status == 503 and told["detail"].startswith("Aucune imprimante")


def test_a_wrong_pin_ten_times_prints_nothing(screen: FlaskClient, cups: Path) -> None:
    said = [ask(screen, pin="0000") for _ in range(10)]
    assert {status for status, _ in said} == {403}
    assert said[0][1]["detail"] == "Ce code n’est pas le bon."
    assert said[-1][1]["detail"].startswith("Trop de codes faux")
    assert not (cups / "lp.asked").exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"place": 3}'])
def test_what_is_no_request_is_refused(screen: FlaskClient, cups: Path, body: bytes) -> None:
    answer = screen.post(f"{KIOSK}/print", data=body, content_type="application/json")
    assert answer.status_code == 403


def test_another_site_prints_nothing(screen: FlaskClient, cups: Path) -> None:
    answer = screen.post(f"{KIOSK}/print", json={"pin": "2468"}, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_a_place_that_is_not_there_is_said(screen: FlaskClient, cups: Path) -> None:
    answer = screen.post(f"{KIOSK}/print?lang=fr", json={"place": "nowhere", "pin": "2468"})
    assert answer.status_code == 409 and "sur la carte" in answer.get_json()["detail"]


def test_it_is_offered_where_there_is_a_pin(screen: FlaskClient, tmp_path: Path) -> None:
    without = create_app(settings_over(tmp_path / "var")).test_client()
    assert [each.get(f"{KIOSK}/printer").get_json() for each in (screen, without)] == [
        {"offered": True},
        {"offered": False},
    ]
    assert without.post(f"{KIOSK}/print", json={"pin": ""}).status_code == 403
    assert screen.get("/api/v1/kiosk/nowhere/printer").status_code == 404
