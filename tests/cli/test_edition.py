"""`adeuxpas edition` and `check` when a page cannot be made: they name it, and end otherwise than well."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import commands
from app.language.formats import Formats

from ..cast.library import TINY, TODAY

ELSEWHERE = "https://quartier.example"
"""Another address than that of the edition before: every page is made again."""


def run(data: Path, *words: str) -> Result:
    env = {"ADEUXPAS_DATA": str(data), "ADEUXPAS_TODAY": TODAY, "ADEUXPAS_PUBLIC_URL": ELSEWHERE}
    return CliRunner(env=env).invoke(commands, [*words])


@pytest.fixture
def _unsayable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A telephone number that cannot be written: the kind of fault that nobody foresaw."""

    def refuse(formats: Formats, number: str) -> str:
        raise KeyError(number)

    monkeypatch.setattr(Formats, "phone", refuse)


@pytest.mark.usefixtures("_unsayable")
def test_the_edition_is_made_and_says_what_it_goes_without(printed: Path) -> None:
    done = run(printed, "edition")
    assert (done.exit_code, "Édition 2 du 18 nov. 2026" in done.stdout) == (1, True)
    [line] = [line for line in done.stderr.splitlines() if line.startswith("La page ")]
    assert line.startswith("La page /fr/places/bibliotheque-des-tilleuls n’a pas pu être faite (KeyError: '+33")
    assert "app/pages/" in line or "tests/" in line


@pytest.mark.usefixtures("_unsayable")
def test_check_names_it_as_an_error(printed: Path) -> None:
    done = run(printed, "check", str(TINY))
    assert done.exit_code == 1
    assert "erreur · /fr/places/bibliotheque-des-tilleuls · cette page ne peut pas être faite" in done.stdout
