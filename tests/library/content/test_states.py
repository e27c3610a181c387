"""States of translations: a file's copy counts for its own words alone, and one that is lost takes nothing away."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from app.domain.text import TextState, Translation
from app.exchange.native.source import Source
from app.exchange.native.texts import read_texts, write_texts
from app.library.content.dump import dump_folder
from app.library.content.load import load_folder
from app.library.content.queries import library_digest, read_library
from app.library.content.writes import change_place, save_text

from ..folders import tiny_copy

KEY = "place:square-des-tilleuls/purpose"
PO = "translations/ar/LC_MESSAGES/content.po"
REVIEWED = Translation(KEY, "Jouer.", "للعب", TextState.REVIEWED, "translator", "2026-11-18")


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("", "", TextState.REVIEWED),
        ("للعب", "للنوم", TextState.TO_REVIEW),
        ("Jouer.", "Dormir.", TextState.TO_REVIEW),
        ("square-des-tilleuls", "bibliotheque-des-tilleuls", TextState.TO_REVIEW),
        (" mark:", " mark:0", TextState.TO_REVIEW),
    ],
)
def test_a_copy_counts_for_its_own_words_alone(old: str, new: str, state: TextState) -> None:
    po = write_texts("ar", {KEY: REVIEWED})
    read = read_texts(Source(PO, (po.replace(old, new) if old else po).encode()))
    [text] = read.value.values()
    assert (text.state, bool(text.by), read.problems) == (state, state is TextState.REVIEWED, ())


@pytest.fixture
def dumped(library: Flask, tmp_path: Path) -> Path:
    """A folder that says what the library says, one text reviewed at the desk among it."""
    held = read_library().texts.by_language["ar"][KEY]
    words = Translation(KEY, held.source, held.words, TextState.REVIEWED, "translator", "2026-11-18")
    assert save_text("ar", words, by="translator").is_changed
    folder = tiny_copy(tmp_path)
    assert not dump_folder(folder).is_refused
    return folder


def test_work_at_the_desk_goes_to_files_and_back(dumped: Path) -> None:
    before = library_digest()
    assert load_folder(dumped).problems == ()
    assert library_digest() == before
    assert "reviewed translator 2026-11-18 mark:" in (dumped / PO).read_text()


def test_a_comment_that_a_tool_has_dropped_takes_nothing_away(dumped: Path) -> None:
    po = dumped / PO
    po.write_text(re.sub(r"#\. state: reviewed.*\n", "", po.read_text()))
    load_folder(dumped)
    assert read_library().texts.by_language["ar"][KEY].state is TextState.REVIEWED


def test_other_words_wait_for_a_reader(dumped: Path) -> None:
    assert load_folder(dumped).problems == ()
    po, held = dumped / PO, read_library().texts.by_language["ar"][KEY]
    po.write_text(po.read_text().replace(held.words, f"{held.words} جديد"))
    assert load_folder(dumped).problems == ()
    assert read_library().texts.by_language["ar"][KEY].state is TextState.TO_REVIEW


def test_a_text_changed_at_the_desk_and_in_a_file_is_somebodys_choice(dumped: Path) -> None:
    load_folder(dumped)
    po, held = dumped / PO, read_library().texts.by_language["ar"][KEY]
    po.write_text(po.read_text().replace(held.words, "كلمات الملف"))
    save_text("ar", replace(held, words="كلمات المكتب"), by="translator")
    report = load_folder(dumped)
    assert (report.is_refused, [problem.where for problem in report.problems]) == (True, [KEY])
    assert read_library().texts.by_language["ar"][KEY].words == "كلمات المكتب"
    assert not load_folder(dumped, force=True).is_refused
    assert read_library().texts.by_language["ar"][KEY].words == "كلمات الملف"


def test_all_that_people_changed_goes_to_files_and_back(library: Flask, tmp_path: Path) -> None:
    change_place("square-des-tilleuls", {"purpose": "Lire à l’ombre.", "access_hint": "Par la grille."}, by="relay")
    held = read_library().texts.by_language["ar"][KEY]
    save_text("ar", replace(held, source="Lire à l’ombre.", words="القراءة", state=TextState.REVIEWED), by="translator")
    content, folder = read_library(), tiny_copy(tmp_path)
    assert not dump_folder(folder).is_refused
    assert load_folder(folder).problems == ()
    assert read_library() == content
    assert load_folder(folder).is_unchanged
