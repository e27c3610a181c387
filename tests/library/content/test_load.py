"""Loading: the library says what the files say, or nothing has changed. On both kinds of database."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event

from app.exchange.native import read_content
from app.library.content.load import load_folder
from app.library.content.queries import library_digest, read_library
from app.library.content.rows import TABLES
from app.library.db import db
from app.library.faults import LibraryMissing

from ...conftest import TINY
from ..folders import CODES, PLACES, TEXTS, WALK, problems_of, spoil, tiny_copy, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_copy(tmp_path)


def test_the_library_gives_back_what_was_loaded(any_app: Flask) -> None:
    load_folder(TINY)
    assert read_library() == read_content(TINY)[0]


def test_the_order_of_every_file_is_kept(any_app: Flask) -> None:
    load_folder(TINY)
    given, kept = read_content(TINY)[0], read_library()
    assert given is not None
    assert [*kept.places, *kept.categories.all] == [*given.places, *given.categories.all]
    assert [*kept.texts.by_language["ar"]] == [*given.texts.by_language["ar"]]


def test_the_first_load_counts_what_it_adds(any_app: Flask) -> None:
    report = load_folder(TINY)
    added = {kind: counts.added for kind, counts in report.counts.items()}
    assert (added["lieux"], added["balades"], added["territoires"], added["codes courts"]) == (4, 2, 1, 8)
    assert told(list(report.problems)) == []


def test_a_second_load_changes_nothing_and_says_so(any_app: Flask) -> None:
    load_folder(TINY)
    before = library_digest()
    report = load_folder(TINY)
    assert report.is_unchanged
    assert report.counts["lieux"].unchanged == 4
    assert library_digest() == before


def test_an_edit_is_counted_and_changes_the_digest(any_app: Flask, folder: Path) -> None:
    load_folder(folder)
    before = library_digest()
    spoil(folder, PLACES, "Jouer dehors", "Jouer au soleil")
    counts = load_folder(folder).counts
    assert (counts["lieux"].changed, counts["lieux"].unchanged, counts["balades"].changed) == (1, 3, 0)
    assert library_digest() != before
    assert "soleil" in str(read_library().places["square-des-tilleuls"].purpose)


def test_a_place_written_higher_up_does_not_change_the_others(any_app: Flask, folder: Path) -> None:
    load_folder(folder)
    content = read_library()
    text = (folder / PLACES).read_text(encoding="utf-8")
    head, *features = text.split("  {\n   ")
    moved = [features[-1].removesuffix("\n ]\n}\n") + ",\n", *features[:-1]]
    (folder / PLACES).write_text(head + "".join("  {\n   " + f for f in moved).rstrip(",\n") + "\n ]\n}\n")
    assert load_folder(folder).counts["lieux"].unchanged == 4
    assert [*read_library().places] == [[*content.places][-1], *[*content.places][:-1]]


def test_what_left_the_files_leaves_the_library(any_app: Flask, folder: Path) -> None:
    load_folder(folder)
    (folder / WALK).unlink()
    (folder / TEXTS).unlink()
    report = load_folder(folder)
    assert (report.counts["balades"].gone, report.counts["traductions"].gone) == (1, 8)
    assert [*read_library().walks] == ["un-livre-au-vert"]


def test_a_short_code_never_leaves_the_library(any_app: Flask, folder: Path) -> None:
    load_folder(folder)
    spoil(folder, CODES, "G0NE00,place,lieu-disparu\n", "")
    assert load_folder(folder).counts["codes courts"].gone == 0
    assert "G0NE00" in [entry.code for entry in read_library().codes]


def test_a_printed_code_cannot_be_given_to_another(any_app: Flask, folder: Path) -> None:
    load_folder(folder)
    spoil(folder, CODES, "G0NE00,place,lieu-disparu", "G0NE00,place,autre-lieu")
    report = load_folder(folder)
    assert report.is_refused
    assert "déjà donné à « lieu-disparu »" in told(list(report.problems))[0]


def test_a_folder_with_an_error_changes_nothing(any_app: Flask, folder: Path) -> None:
    load_folder(folder)
    before = (library_digest(), read_library())
    spoil(folder, PLACES, "Jouer dehors", "Jouer au soleil")
    spoil(folder, PLACES, "24/7", "toujours")
    report = load_folder(folder)
    assert report.is_refused
    assert told(list(report.problems)) == problems_of(folder)
    assert (library_digest(), read_library()) == before


def test_a_dry_run_counts_and_changes_nothing(any_app: Flask) -> None:
    assert load_folder(TINY, dry_run=True).counts["lieux"].added == 4
    with pytest.raises(LibraryMissing):
        read_library()


def test_only_the_comments_of_a_file_changed(any_app: Flask, folder: Path) -> None:
    load_folder(folder)
    before = library_digest()
    spoil(folder, WALK, "format = 1", "# Relue en octobre.\nformat = 1")
    report = load_folder(folder)
    assert (report.counts["fichiers"].changed, report.counts["balades"].changed) == (1, 0)
    assert library_digest() == before


def test_reading_takes_at_most_two_queries_a_table(any_app: Flask, folder: Path) -> None:
    load_folder(folder)
    read_library()
    spoil(folder, PLACES, "Jouer dehors", "Jouer au soleil")
    load_folder(folder)
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    read_library()
    digest, of_one_table_again, reprints, pictures = 1, 1, 1, 1
    expected = digest + len(TABLES) + of_one_table_again + reprints + pictures
    assert len([each for each in asked if each.startswith("SELECT")]) == expected


def test_what_did_not_change_is_the_same_object_again(any_app: Flask, folder: Path) -> None:
    load_folder(folder)
    before = read_library()
    spoil(folder, PLACES, "Jouer dehors", "Jouer au soleil")
    load_folder(folder)
    after = read_library()
    assert [id for id in after.places if after.places[id] is not before.places[id]] == ["square-des-tilleuls"]
    assert all(after.walks[id] is before.walks[id] for id in after.walks)
    assert after.plan is before.plan
