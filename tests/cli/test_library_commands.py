"""`adeuxpas check`, `load` and `dump` as somebody types them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import commands
from app.factory import create_app
from app.library.content.writes import change_place
from app.settings import read_settings

from ..conftest import CONTENT, TINY
from ..library.folders import PLACES, spoil, tiny_copy

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command with its data below `tmp_path`; return exit code and output with plain spaces."""
    runner = CliRunner(env={"ADEUXPAS_DATA": str(tmp_path / "var"), "ADEUXPAS_TODAY": "2026-11-18"})

    def call(*words: object) -> tuple[int, str]:
        done = runner.invoke(commands, [*map(str, words)])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output.replace("\u00a0", " ").replace("\u202f", " ")

    return call


def test_check_says_what_there_is(run: Run) -> None:
    code, output = run("check", TINY)
    told, arabic = output.splitlines()[-2:]
    assert (code, told) == (0, "4 lieux publiés, 0 à vérifier, 2 balades publiées, 0 en projet, 1 territoire.")
    assert re.fullmatch(r"ar : phrases 0 sur [\d ]+, textes \d+ sur \d+", arabic)


def test_check_names_every_fault_and_counts_them(run: Run) -> None:
    code, output = run("check", CONTENT / "broken")
    lines = output.splitlines()
    assert code == 1
    assert len([line for line in lines if line.startswith("erreur · ")]) == int(lines[-1].split()[0]) >= 27


def test_load_fills_an_empty_machine_then_changes_nothing(run: Run) -> None:
    code, output = run("load", TINY)
    assert (code, "lieux · 4 ajouts" in output) == (0, True)
    code, output = run("load", TINY)
    assert (code, "Rien n’a changé" in output) == (0, True)


def test_load_refuses_broken_files_with_every_problem(run: Run) -> None:
    code, output = run("load", CONTENT / "broken")
    assert code == 1
    assert "Rien n’a été chargé." in output
    assert output.count("erreur · ") >= 27


def test_an_edit_is_told_before_it_is_made(run: Run, tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    run("load", folder)
    spoil(folder, PLACES, "Jouer dehors", "Jouer au soleil")
    assert "lieux · 1 changement, 3 sans changement" in run("load", "--dry-run", folder)[1]
    assert "lieux · 1 changement, 3 sans changement" in run("load", folder)[1]


def test_what_people_changed_is_kept_until_somebody_chooses(run: Run, tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    run("load", folder)
    with create_app(read_settings({"ADEUXPAS_DATA": str(tmp_path / "var")})).app_context():
        change_place("square-des-tilleuls", {"purpose": "Jouer sous les arbres."}, by="desk")
    spoil(folder, PLACES, "Jouer dehors", "Jouer au soleil")
    code, output = run("load", folder)
    assert (code, "changé dans la bibliothèque et ici" in output, "Rien n’a été chargé." in output) == (1, True, True)
    assert "lieux · 1 changement, 3 sans changement" in run("load", "--force", folder)[1]


def test_dump_gives_the_files_back(run: Run, tmp_path: Path) -> None:
    run("load", TINY)
    code, output = run("dump", tmp_path / "out")
    assert (code, output) == (0, "9 fichiers écrits, 0 déjà à jour.\n")
    assert (tmp_path / "out" / PLACES).read_bytes() == (TINY / PLACES).read_bytes()


def test_dump_of_an_empty_library_is_a_sentence(run: Run, tmp_path: Path) -> None:
    code, output = run("dump", tmp_path / "out")
    assert (code, "La bibliothèque est vide : chargez-la" in output) == (2, True)


def test_a_folder_that_is_not_there_is_a_sentence(run: Run, tmp_path: Path) -> None:
    assert run("check", tmp_path / "nowhere")[0] == 1
    assert "ce dossier n’existe pas" in run("load", tmp_path / "nowhere")[1]
