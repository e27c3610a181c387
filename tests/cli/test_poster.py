from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from app.cli.poster import command
from app.settings import Settings

pytestmark = pytest.mark.usefixtures("print_shop")


@pytest.fixture
def terminal(library: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> FlaskCliRunner:
    monkeypatch.setenv("ADEUXPAS_DATA", str(settings.data))
    monkeypatch.setenv("ADEUXPAS_TODAY", "2026-11-18")
    monkeypatch.setenv("ADEUXPAS_PUBLIC_URL", "https://kq.example")
    return library.test_cli_runner()


@pytest.mark.parametrize("subject", ["b1bt11", "bibliotheque-des-tilleuls", "les-tilleuls"])
def test_it_writes_the_poster_of(terminal: FlaskCliRunner, tmp_path: Path, subject: str) -> None:
    result = terminal.invoke(command, [subject, "--lang", "fr", "--out", str(tmp_path / "poster.pdf"), "--yes"])
    assert (result.exit_code, (tmp_path / "poster.pdf").read_bytes()[:4]) == (0, b"%PDF")


def test_a_name_that_ends_in_png_gives_a_picture(terminal: FlaskCliRunner, tmp_path: Path) -> None:
    terminal.invoke(command, ["les-tilleuls", "--lang", "fr", "--out", str(tmp_path / "poster.png"), "--yes"])
    assert (tmp_path / "poster.png").read_bytes()[1:4] == b"PNG"


def test_it_refuses_what_nobody_knows(terminal: FlaskCliRunner) -> None:
    result = terminal.invoke(command, ["nulle-part"])
    assert (result.exit_code, "n’est ni un code" in result.stderr) == (2, True)


@pytest.mark.parametrize(("answer", "is_written"), [("y\n", True), ("n\n", False)])
def test_it_asks_before_a_doubtful_print(
    terminal: FlaskCliRunner, tmp_path: Path, answer: str, is_written: bool
) -> None:
    file = tmp_path / "poster.pdf"
    result = terminal.invoke(command, ["un-livre-au-vert", "--lang", "fr", "--out", str(file)], input=answer)
    assert "n’a encore essayé cette balade" in result.output
    assert file.exists() is is_written


def test_it_forbids_a_language_that_is_not_served(terminal: FlaskCliRunner, tmp_path: Path) -> None:
    result = terminal.invoke(command, ["les-tilleuls", "--lang", "so", "--out", str(tmp_path / "poster.pdf"), "--yes"])
    assert (result.exit_code, "ne parlent pas « so »" in result.output) == (1, True)


def test_it_refuses_a_format_that_does_not_exist(terminal: FlaskCliRunner) -> None:
    result = terminal.invoke(command, ["les-tilleuls", "--format", "a9"])
    assert (result.exit_code, "choisissez parmi a3" in result.stderr) == (2, True)
