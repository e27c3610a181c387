"""`adeuxpas status`: an answer for any instant, in sentences."""

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from app.cli.status import command

LIBRARY = "bibliotheque-des-tilleuls"


@pytest.fixture(autouse=True)
def paths(library: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command reads the settings of the test's own library."""
    settings = library.config["ADEUXPAS"]
    monkeypatch.setenv("ADEUXPAS_DATA", str(settings.data))
    monkeypatch.setenv("ADEUXPAS_TODAY", "2026-11-18")


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("2026-11-11T11:00", "Fermé : jour férié"),
        ("2026-11-11 11:00", "Fermé : jour férié"),
        ("2026-11-11T11:00+01:00", "Fermé : jour férié"),
        ("2026-11-25T11:00", "Ouvert."),
        ("2026-11-25T20:00+09:00", "Ouvert."),
        ("2026-11-25T20:00", "Prochaine ouverture : jeudi 26 novembre 2026 à 13"),
        ("2027-03-28T02:30", "Fermé."),
    ],
)
def test_it_says_whether_a_place_is_open_and_why(runner: FlaskCliRunner, at: str, sentence: str) -> None:
    result = runner.invoke(command, [LIBRARY, "--at", at])
    assert result.exit_code == 0
    assert sentence in result.output


def test_it_answers_for_the_date_of_the_edition(runner: FlaskCliRunner) -> None:
    assert "mercredi 18 novembre 2026" in runner.invoke(command, [LIBRARY]).output


def test_a_place_without_hours_is_unknown(runner: FlaskCliRunner) -> None:
    result = runner.invoke(command, ["square-des-tilleuls", "--at", "2026-11-25T03:00"])
    assert (result.exit_code, "On ne sait pas : les horaires sont inconnus." in result.output) == (0, True)


@pytest.mark.parametrize("words", ["bibliotheque-des-tileuls", "Bibliothèque"])
def test_an_unknown_place_gives_the_name_meant(runner: FlaskCliRunner, words: str) -> None:
    result = runner.invoke(command, [words])
    assert result.exit_code == 1
    assert f"Vouliez-vous dire {LIBRARY}" in result.output


@pytest.mark.parametrize(
    "at", ["demain", "2026-13-01", "2026-02-30T10:00", "25:00", "0001-01-01T00:00", "9999-12-31T23:59+00:00"]
)
def test_a_bad_instant_is_refused_with_an_example(runner: FlaskCliRunner, at: str) -> None:
    result = runner.invoke(command, [LIBRARY, "--at", at])
    assert result.exit_code == 2
    assert "écrivez par exemple 2026-11-11T11:00" in result.output


def test_a_code_on_paper_names_a_place(runner: FlaskCliRunner) -> None:
    assert "Bibliothèque" in runner.invoke(command, ["b1bt11"]).output


def test_a_service_has_its_own_status(runner: FlaskCliRunner) -> None:
    result = runner.invoke(command, ["college-des-tilleuls/aide-aux-devoirs", "--at", "2026-10-19T17:00"])
    assert "Fermé pendant les vacances scolaires" in result.output


def test_an_unknown_service_gives_those_there_are(runner: FlaskCliRunner) -> None:
    result = runner.invoke(command, ["college-des-tilleuls/aide"])
    assert (result.exit_code, "college-des-tilleuls/aide-aux-devoirs" in result.output) == (1, True)


def test_an_unknown_language_is_refused_with_those_there_are(runner: FlaskCliRunner) -> None:
    result = runner.invoke(command, [LIBRARY, "--lang", "tlh"])
    assert (result.exit_code, "ar, en, fr" in result.output) == (2, True)
