"""`adeuxpas new language` as a coordinator types it: two files to translate, and how far they are; or a sentence."""

from pathlib import Path

import polib
import pytest

from app.domain.text import TextState
from app.domain.translatable import translatable_texts
from app.exchange.native import read_content
from app.language.check import catalogue_problems
from app.language.spoken import french

from ..library.folders import PLACES, TERRITORIES, TEXTS, files_of, spoil
from .conftest import Run

CATALOGUE, SPANISH = "translations/es/LC_MESSAGES/messages.po", "translations/es/LC_MESSAGES/content.po"


def test_a_new_language_waits_for_every_sentence_and_every_text(new: Run, folder: Path) -> None:
    code, output = new("language", {}, "", "es")
    content, problems = read_content(folder)
    assert (code, problems) == (0, [])
    assert content is not None
    texts = content.texts.by_language["es"]
    assert {key: text.source for key, text in texts.items()} == translatable_texts(content)
    assert {text.state for text in texts.values()} == {TextState.MISSING}
    catalogue = polib.pofile(str(folder / CATALOGUE))
    assert catalogue.metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert (len(catalogue) > 900, catalogue.translated_entries(), catalogue.fuzzy_entries()) == (True, [], [])
    number = french().formats.number(len(catalogue)).replace("\u202f", " ")
    assert f"es : phrases 0 sur {number}, textes 0 sur {len(texts)}" in output
    assert list(catalogue_problems(folder / "translations")) == []


def test_what_is_translated_is_counted(new: Run, folder: Path) -> None:
    assert new("language", {}, "", "es")[0] == 0
    spoil(folder, CATALOGUE, 'msgid "Balades"\nmsgstr ""', 'msgid "Balades"\nmsgstr "Paseos"')
    spoil(folder, SPANISH, 'msgid "Bibliothèque"\nmsgstr ""', 'msgid "Bibliothèque"\nmsgstr "Biblioteca"')
    code, output = new("language", {}, "", "es")
    assert (code, "(es : phrases 1 sur " in output, ", textes 1 sur" in output) == (2, True, True), output


def test_a_tag_is_written_as_it_should_be(new: Run, folder: Path) -> None:
    assert new("language", {}, "", "pt_br")[0] == 0
    assert (folder / "translations" / "pt-BR" / "LC_MESSAGES" / "messages.po").is_file()


def test_a_language_with_six_plurals_has_six_forms(new: Run, folder: Path) -> None:
    assert new("language", {}, "", "cy")[0] == 0
    catalogue = polib.pofile(str(folder / CATALOGUE.replace("es", "cy", 1)))
    forms = [len(entry.msgstr_plural) for entry in catalogue if entry.msgid_plural]
    assert {int(catalogue.metadata["Plural-Forms"][9])} == set(forms)


def test_what_it_lacks_later_is_added_and_what_it_has_is_not_touched(new: Run, folder: Path) -> None:
    assert new("language", {}, "", "es")[0] == 0
    spoil(folder, SPANISH, 'msgid "Bibliothèque"\nmsgstr ""', 'msgid "Bibliothèque"\nmsgstr   "Biblioteca"')
    spoil(folder, TERRITORIES, '"short_name": "18e"', '"short_name": "18e", "kiosk": {"greeting": "Bienvenue !"}')
    before = (folder / SPANISH).read_text()
    code, output = new("language", {}, "", "es", "--complete")
    after = (folder / SPANISH).read_text()
    assert (code, CATALOGUE in output.split("Ouvrez")[0]) == (0, False)
    assert after.startswith(before.rstrip())
    assert after.count("msgctxt") == before.count("msgctxt") + 1
    assert read_content(folder)[1] == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["klingon"], "« klingon » n’est pas le code d’une langue"),
        (["../es"], "« ../es » n’est pas le code d’une langue"),
        (["espagnol"], "vouliez-vous dire es ?"),
        (["root"], "« root » n’est pas le code d’une langue"),
        (["fr"], "Le français est la langue de départ"),
        (["ar"], "La langue ar existe déjà (ar : phrases 0 sur"),
        (["es", "--complete"], "La langue es n’est pas commencée : enlevez --complete."),
        ([""], "LANGUE est vide"),
    ],
)
def test_a_wrong_answer_is_a_sentence_and_nothing_is_written(
    new: Run, folder: Path, words: list[str], sentence: str
) -> None:
    before = files_of(folder)
    code, output = new("language", {}, "", *words)
    assert (code, sentence in output, "Rien n’a été écrit." in output) == (2, True, True), output
    assert files_of(folder) == before


@pytest.mark.parametrize(("file", "sentence"), [(CATALOGUE, "messages.po est mal écrit ligne "), (SPANISH, "ligne")])
def test_a_file_that_cannot_be_read_is_mended_first(new: Run, folder: Path, file: str, sentence: str) -> None:
    assert new("language", {}, "", "es")[0] == 0
    spoil(folder, file, 'msgstr ""\n\nmsg', 'msgstr "\n\nmsg')
    before = files_of(folder)
    code, output = new("language", {}, "", "es", "--complete")
    assert (code, sentence in output) == (2, True), output
    assert files_of(folder) == before


def test_files_with_errors_are_mended_first(new: Run, folder: Path) -> None:
    spoil(folder, PLACES, '"status": "published"', '"status": "publié"')
    before = files_of(folder)
    assert new("language", {}, "", "es")[0] == 2
    assert files_of(folder) == before


def test_the_texts_of_the_others_stay_as_they_are(new: Run, folder: Path) -> None:
    before = (folder / TEXTS).read_bytes()
    assert new("language", {}, "", "es")[0] == 0
    assert (folder / TEXTS).read_bytes() == before
