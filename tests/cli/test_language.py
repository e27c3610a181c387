"""Commands speak the language of the terminal where the project speaks it, else French."""

import pytest
from click.testing import CliRunner
from flask import Flask

from app.cli import commands

from ..conftest import CONTENT

ENGLISH = (
    "error · data/codes.csv · line 3 · the code “B1BT11” was already given on line 2: a code serves only once.",
    "field exceptions no. 1, kind · “fermé” is not offered: choose from closed, hours, message.",
    "walks/en-panne.toml · line 12, stop no. 1, field place · the place “lieu-fantome” does not exist.",
    "36 errors, 8 warnings.",
)
ARABIC = (
    "خطأ · data/codes.csv · سطر 3 · الرمز «B1BT11» معطى من قبل في السطر 2",
    "محطة رقم 1، حقل place · المكان «lieu-fantome» غير موجود.",
    "36 خطأً، 8 تنبيهات.",
)
FRENCH = (
    "erreur · data/codes.csv · ligne 3 · le code « B1BT11 » est déjà donné ligne 2",
    "arrêt n° 1, champ place · le lieu « lieu-fantome » n’existe pas.",
    "36 erreurs, 8 avertissements.",
)
FRENCH_WORDS = {"le", "la", "les", "de", "du", "à", "est", "pas", "jour", "férié", "fermé", "ouvert", "prochaine"}


def said(*words: str, **environ: str | None) -> str:
    """Return what a command says, with plain spaces."""
    nowhere = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": None}
    output = CliRunner(env=nowhere | environ).invoke(commands, words).output
    return output.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("environ", "sentences"),
    [
        ({"LANG": "en_GB.UTF-8"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_US"}, ENGLISH),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "ar"}, ARABIC),
        ({"LANG": "fr_FR.UTF-8"}, FRENCH),
        ({"LANG": "C.UTF-8"}, FRENCH),
        ({"LANG": "de_DE.UTF-8"}, FRENCH),
        ({}, FRENCH),
    ],
)
def test_check_speaks_the_language_of_the_terminal(environ: dict[str, str | None], sentences: tuple[str, ...]) -> None:
    output = said("check", str(CONTENT / "broken"), **environ)
    assert [sentence for sentence in sentences if sentence not in output] == []


@pytest.fixture
def loaded(library: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands read the test's own library."""
    monkeypatch.setenv("ADEUXPAS_DATA", str(library.config["ADEUXPAS"].data))


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("at", ["2026-11-11T11:00", "2026-11-25T11:00", "2031-01-08T11:00", "demain"])
@pytest.mark.parametrize(("lang", "environ"), [("en", "fr_FR.UTF-8"), ("", "en_GB.UTF-8")])
def test_a_status_in_english_has_no_french_word(at: str, lang: str, environ: str) -> None:
    asked = ["square-des-tilleuls", "--at", at, *(["--lang", lang] if lang else [])]
    output = said("status", *asked, LANG=environ).replace("Square des Tilleuls", "").replace("demain", "")
    assert output
    assert FRENCH_WORDS & set(output.lower().replace(":", " ").replace(".", " ").split()) == set()


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("en", "Closed: public holiday (Armistice 1918)."), ("ar", "مغلق: عطلة رسمية (Armistice 1918).")],
)
def test_the_language_asked_for_wins_over_the_terminal(lang: str, sentence: str) -> None:
    asked = ("bibliotheque-des-tilleuls", "--at", "2026-11-11T11:00", "--lang", lang)
    assert sentence in said("status", *asked, LANG="fr_FR.UTF-8")
