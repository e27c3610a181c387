"""The interface is whole in every language: nothing untranslated, every plural form, no value lost."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from app.language.catalogues import compile_messages, read_messages, translate_phone_messages
from app.language.phone import PHONE_MESSAGES

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS = ["_", "gettext", "ngettext:1,2", "N_", "NN_:1,2", "say", "say_count:1,2"]
VALUES = re.compile(r"%\(\w+\)s|\{\w+\}")


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    pot = tmp_path_factory.mktemp("messages") / "messages.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", "babel.cfg"]
    options = ["--no-default-keywords", *(part for word in KEYWORDS for part in ("-k", word)), "-o", str(pot), "."]
    subprocess.run([*command, *options], cwd=ROOT, check=True)
    with pot.open("rb") as file:
        return read_po(file)


def catalogue(lang: str) -> Catalog:
    with (ROOT / "translations" / lang / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=lang)


def entries(found: Catalog) -> list[Message]:
    return [message for message in found if message.id]


def forms(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_sentence_is_translated(extracted: Catalog, lang: str) -> None:
    known = catalogue(lang)
    missing = [m.id for m in entries(extracted) if not (known.get(m.id) and all(forms(known.get(m.id).string)))]
    assert missing == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_translation_is_left_over(extracted: Catalog, lang: str) -> None:
    assert [m.id for m in entries(catalogue(lang)) if extracted.get(m.id) is None] == []


def test_french_says_every_sentence_that_counts(extracted: Catalog) -> None:
    known = catalogue("fr")
    counting = [m.id for m in entries(extracted) if not isinstance(m.id, str)]
    assert [id for id in counting if not (known.get(id) and all(known.get(id).string))] == []


@pytest.mark.parametrize(("lang", "count"), [("fr", 2), ("en", 2), ("ar", 6)])
def test_sentences_that_count_have_every_plural_form(lang: str, count: int) -> None:
    found = catalogue(lang)
    assert found.num_plurals == count
    assert {len(forms(m.string)) for m in entries(found) if not isinstance(m.id, str)} == {count}


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_translation_loses_a_value(lang: str) -> None:
    for message in entries(catalogue(lang)):
        wanted = set(VALUES.findall(forms(message.id)[-1]))
        for form in forms(message.string):
            # "One" and "two" may be words of their own, without the number.
            assert wanted - set(VALUES.findall(form)) <= {"%(num)s", "{count}", "{some}"}, form
            assert set(VALUES.findall(form)) <= wanted, form


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_scripts_get_a_sentence_for_each_plural_category(lang: str) -> None:
    said = translate_phone_messages(PHONE_MESSAGES, lang, read_messages(lang))["results"]
    assert isinstance(said, dict)
    assert set(said) == set(Locale.parse(lang).plural_form.tags) | {"other"}


def test_an_unfinished_translation_stays_out(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text('msgid ""\nmsgstr ""\n\n#, fuzzy\nmsgid "Lieux"\nmsgstr "Spaces"\n')
    assert compile_messages(tmp_path) == [folder / "messages.mo"]
    assert read_messages("en", tmp_path).gettext("Lieux") == "Lieux"


def test_compiling_twice_writes_once(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text('msgid ""\nmsgstr ""\n')
    compile_messages(tmp_path)
    assert compile_messages(tmp_path) == []
