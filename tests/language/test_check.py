"""A translation that cannot be said, and a language that cannot be served, are named and cost nobody else anything."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.placeholders import wrong_placeholders
from app.domain.text import prefer
from app.language.catalogues import compile_messages, read_messages
from app.language.check import catalogue_problems
from app.language.formats import Formats
from app.publish.make import languages_of

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
TURKISH = HEAD + '\nmsgid "Information de %(month)s."\nmsgstr "%(ay)s bilgisi."\n\nmsgid "Lieux"\nmsgstr "Yerler"\n'


def write(folder: Path, lang: str, text: str = HEAD) -> None:
    (folder / lang / "LC_MESSAGES").mkdir(parents=True)
    (folder / lang / "LC_MESSAGES" / "messages.po").write_text(text)


@pytest.mark.parametrize(
    ("source", "translated", "wrong"),
    [
        ("Information de %(month)s.", "%(ay)s bilgisi.", ["%(ay)s"]),
        ("Information de %(month)s.", "%(month) bilgisi.", ["%(month)"]),
        ("Fait à %(share)s.", "100 % %(share)s", ["%"]),
        ("Fait à %(share)s.", "100 %% %(share)s", []),
        ("Fermé : {name}", "Closed: {nom}", ["{nom}"]),
        ("Fermé : {name}", "Closed: {name", ["{"]),
        (("%(num)s lieu", "%(num)s lieux"), ("one place", "%(num)s places"), []),
        ("Lieux", "Places", []),
        ("Lieux", None, []),
    ],
)
def test_a_value_that_the_french_has_not_is_found(source: str, translated: str | None, wrong: list[str]) -> None:
    assert wrong_placeholders(source, translated) == wrong


def test_such_a_sentence_is_said_in_french_and_the_others_are_not(tmp_path: Path) -> None:
    write(tmp_path, "tr", TURKISH)
    said = read_messages("tr", tmp_path)
    assert (said.gettext("Information de %(month)s."), said.gettext("Lieux")) == ("Information de %(month)s.", "Yerler")


def test_it_is_named_by_file_line_sentence_and_value(tmp_path: Path) -> None:
    write(tmp_path, "tr", TURKISH)
    [problem] = catalogue_problems(tmp_path)
    assert (problem.file, problem.where) == ("translations/tr/LC_MESSAGES/messages.po", "ligne 5")
    assert "« Information de %(month)s. » contient « %(ay)s »" in problem.tell()


def test_it_is_named_again_when_its_catalogue_was_made_without_it(tmp_path: Path) -> None:
    write(tmp_path, "tr", TURKISH)
    named = [*catalogue_problems(tmp_path)]
    compile_messages(tmp_path)
    assert [*catalogue_problems(tmp_path)] == named != []


@pytest.mark.parametrize(
    ("spoiled", "line"),
    [
        ('msgstr "Yerler\n', 9),
        ('msgstr Yerler"\n', 9),
        ('msgstr "Yer"ler"\n', 9),
        ('bonjour\nmsgstr "Yerler"\n', 9),
        ('msgstr "Y\udce9rler"\n', 9),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_named_by_its_line_and_said_in_french(
    tmp_path: Path, spoiled: str, line: int
) -> None:
    write(tmp_path, "tr", TURKISH)
    po = tmp_path / "tr" / "LC_MESSAGES" / "messages.po"
    po.write_text(TURKISH.replace('msgstr "Yerler"\n', spoiled), errors="surrogateescape")
    [problem] = catalogue_problems(tmp_path)
    assert (problem.where, "mal écrit" in problem.tell()) == (f"ligne {line}", True)
    assert read_messages("tr", tmp_path).gettext("Lieux") == "Lieux"


def test_a_count_with_a_form_left_empty_is_said_in_french(tmp_path: Path) -> None:
    forms = '\nmsgid "%(num)s lieu"\nmsgid_plural "%(num)s lieux"\nmsgstr[0] "%(num)s yer"\nmsgstr[1] ""\n'
    write(tmp_path, "tr", TURKISH + forms)
    said = read_messages("tr", tmp_path)
    assert [said.ngettext("%(num)s lieu", "%(num)s lieux", n) for n in (1, 5)] == ["%(num)s lieu", "%(num)s lieux"]


def test_a_language_is_served_under_its_own_name_only(tmp_path: Path) -> None:
    for lang in ("pt-BR", "zh-Hant", "pt_PT", "klingon"):
        write(tmp_path, lang)
    assert languages_of(tmp_path) == ("fr", "pt-BR", "zh-Hant")
    told = [problem.tell() for problem in catalogue_problems(tmp_path)]
    assert len(told) == 2
    assert "inconnue" in told[0]
    assert "« pt-PT »" in told[1]


def test_our_own_catalogues_are_sound() -> None:
    assert list(catalogue_problems()) == []


@pytest.mark.parametrize(
    ("lang", "month", "clock"),
    [
        ("pt-BR", "janeiro de 2026", "14:30"),
        ("zh-Hant", "2026年1月", "14:30"),
        ("fr-CA", "janvier 2026", "14\u00a0h\u00a030"),
    ],
)
def test_a_region_writes_as_it_does(lang: str, month: str, clock: str) -> None:
    assert (Formats(lang).month(date(2026, 1, 31)), Formats(lang).clock(870)) == (month, clock)


@pytest.mark.parametrize(
    ("accepted", "given"),
    [
        (["pt-BR", "fr"], "pt-BR"),
        (["pt"], "pt-BR"),
        (["pt-PT", "en"], "pt-BR"),
        (["zh-Hant-TW"], "zh-Hant"),
        (["EN-ca"], "en-CA"),
        (["en-US"], "en"),
        (["de", "ar-DZ"], "ar"),
        (["de"], None),
    ],
)
def test_a_phone_gets_the_nearest_language(accepted: list[str], given: str | None) -> None:
    assert prefer(accepted, ["fr", "ar", "pt-BR", "zh-Hans", "zh-Hant", "en", "en-CA"]) == given
