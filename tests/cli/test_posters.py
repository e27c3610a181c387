"""`adeuxpas posters`: one sheet, a whole quarter, a file or a folder; what is refused is named."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from click.testing import Result
from flask import Flask

from app.cli.posters import command
from app.settings import Settings

from ..print.orders import HOME, LIBRARY, NAMES, WALK

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("print_shop")


@pytest.fixture
def run(library: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "ADEUXPAS_DATA": str(settings.data),
        "ADEUXPAS_TODAY": "2026-11-18",
        "ADEUXPAS_PUBLIC_URL": "https://kq.example",
    }.items():
        monkeypatch.setenv(name, value)
    return lambda *words: library.test_cli_runner().invoke(command, list(words))


def pages(file: Path) -> int:
    with pikepdf.Pdf.open(io.BytesIO(file.read_bytes())) as pdf:
        return len(pdf.pages)


def test_it_lists_the_formats(run: Run) -> None:
    said = run("--formats").output
    assert [line.split()[0] for line in said.splitlines()] == list(NAMES)
    assert "Affiche A4 pour un mur · 210 × 297 mm" in said


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_printed_for_a_quarter(run: Run, name: str, tmp_path: Path) -> None:
    result = run(name, "--territory", HOME, "--lang", "fr,ar", "--out", "made")
    assert result.exit_code in (0, 2), result.output
    files = sorted(path.name for path in (tmp_path / "made").iterdir())
    assert files and all(file.startswith(f"{name}-") and file.endswith(".pdf") for file in files)
    assert result.exit_code == 0 or "refusée" in result.stderr


@pytest.mark.parametrize("subject", ["b1bt11", LIBRARY])
def test_a_subject_is_a_code_or_an_id(run: Run, subject: str, tmp_path: Path) -> None:
    assert run("a5", subject, "--lang", "fr", "--out", "sheet.pdf").exit_code == 0
    assert pages(tmp_path / "sheet.pdf") == 1


def test_several_sheets_are_bound_into_one_file(run: Run, tmp_path: Path) -> None:
    assert run("a4", LIBRARY, HOME, WALK, "--lang", "fr", "--out", "all.pdf").exit_code == 0
    assert pages(tmp_path / "all.pdf") == 3


def test_without_languages_a_sheet_speaks_those_of_its_quarter(run: Run, tmp_path: Path) -> None:
    assert run("a4", LIBRARY).exit_code == 0
    assert pages(tmp_path / f"a4-{LIBRARY}.pdf") == 1


def test_pictures_are_one_a_page(run: Run, tmp_path: Path) -> None:
    assert run("booklet", WALK, "--svg", "--lang", "fr").exit_code == 0
    drawn = sorted((tmp_path / f"booklet-{WALK}").iterdir())
    assert len(drawn) > 2 and all(page.read_text(encoding="utf-8").startswith("<svg") for page in drawn)
    one = run("booklet", WALK, "--svg", "--lang", "fr", "--out", "one.svg")
    assert (one.exit_code, "donnez un dossier" in one.stderr, (tmp_path / "one.svg").exists()) == (2, True, False)


def test_what_is_refused_is_named_and_the_rest_is_printed(run: Run, tmp_path: Path) -> None:
    result = run("a5", LIBRARY, WALK, HOME, "--lang", "fr,so", "--out", "made")
    assert result.exit_code == 2
    assert result.stderr.count("ne parlent pas « so »") == 3
    assert not (tmp_path / "made").exists()
    result = run("list", HOME, "--lang", "fr")
    assert (result.exit_code, "ne s’imprime pas pour « les-tilleuls »" in result.stderr) == (2, True)


def test_a_booklet_is_two_files(run: Run, tmp_path: Path) -> None:
    assert run("booklet", WALK, "--lang", "fr", "--out", "livret.pdf").exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("livret*")) == ["livret-imprimer.pdf", "livret.pdf"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("a9", HOME), "choisissez parmi a3, a4"),
        (("a4", "nulle-part"), "n’est ni un code"),
        (("a4",), "Dites de quoi"),
        (("theme", "culture"), "Dites de quel quartier"),
        (("theme", "cuisine", "--territory", HOME), "Le thème « cuisine » n’existe pas"),
        (("week", "--territory", LIBRARY), "n’est pas un quartier"),
        (("a4", HOME, "--png", "--out", "x.pdf"), "n’est pas le nom d’un fichier PNG"),
        (("a4", HOME, LIBRARY, "--png", "--out", "x.png"), "donnez un dossier"),
        (("stickers", HOME, "--start", "30"), "de 1 à 24"),
    ],
)
def test_what_cannot_be_is_a_sentence(run: Run, words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    result = run(*words)
    assert (result.exit_code, said in result.stderr) == (2, True), result.output
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".pdf", ".png")] == []
