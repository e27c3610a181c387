"""The languages of paper: each says all that sheets say, or the sheet is refused."""

import ast
from pathlib import Path

import polib
import pytest

from app.language import week_words
from app.language.check import catalogue_problems
from app.language.on_paper import Untranslated, is_draft, paper_languages, voice
from tests.rules.sources import APP, MODULES, called, tree_of

OTHERS = ("ar", "en", "es", "pt", "ta", "tr", "zh")
TRANSLATIONS = APP.parent / "translations"


def sentences(path: Path, marker: str) -> set[str]:
    """The French sentences that a module marks."""
    calls = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call) and node.args)
    found = [call.args[0] for call in calls if called(call) == marker]
    return {arg.value for arg in found if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}


@pytest.fixture(scope="module")
def spoken() -> set[str]:
    """Every sentence of sheets and of their hours; all modules are read for it, by the worker that asks."""
    on_sheets = {sentence for path in MODULES for sentence in sentences(path, "P_")}
    return on_sheets | sentences(Path(week_words.__file__), "say")


def test_paper_speaks_the_languages_of_the_quarters() -> None:
    assert paper_languages() == ("fr", *OTHERS)


@pytest.mark.parametrize("lang", OTHERS)
def test_a_language_of_paper_says_every_sentence_of_sheets(lang: str, spoken: set[str]) -> None:
    said = voice(lang)
    assert [sentence for sentence in spoken if not said.translations.gettext(sentence).strip()] == []


@pytest.mark.parametrize("lang", OTHERS)
def test_no_sentence_of_paper_is_idle(lang: str, spoken: set[str]) -> None:
    told = {entry.msgid for entry in polib.pofile(str(TRANSLATIONS / lang / "posters.po"))}
    assert told - spoken == set()


def test_what_nobody_translated_is_not_said_in_french(tmp_path: Path) -> None:
    (tmp_path / "tr").mkdir()
    (tmp_path / "tr" / "posters.po").write_text('msgid "Oui"\nmsgstr "Evet"\n\nmsgid "Non"\nmsgstr ""\n', "utf-8")
    turkish = voice("tr", tmp_path)
    assert turkish.say("Oui") == "Evet"
    with pytest.raises(Untranslated, match="Non"):
        turkish.say("Non")


def test_a_file_says_whether_somebody_has_read_it_over(tmp_path: Path) -> None:
    (tmp_path / "tr").mkdir()
    file = tmp_path / "tr" / "posters.po"
    file.write_text('msgid ""\nmsgstr ""\n"X-State: draft\\n"\n', encoding="utf-8")
    assert is_draft("tr", tmp_path)
    assert not is_draft("fr", tmp_path)


def test_a_value_that_the_french_has_not_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "tr").mkdir()
    (tmp_path / "tr" / "posters.po").write_text('msgid "Le %(day)s"\nmsgstr "%(date)s"\n', encoding="utf-8")
    errors = [problem.file for problem in catalogue_problems(tmp_path) if not problem.warning]
    assert errors == ["translations/tr/posters.po"]


def test_check_tells_what_a_language_of_paper_lacks(tmp_path: Path) -> None:
    for lang, said in (("tr", "Evet"), ("es", "")):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "posters.po").write_text(f'msgid "Oui"\nmsgstr "{said}"\n', encoding="utf-8")
    (problem,) = catalogue_problems(tmp_path)
    assert (problem.file, problem.warning) == ("translations/es/posters.po", True)
    assert "« Oui »" in problem.tell()
