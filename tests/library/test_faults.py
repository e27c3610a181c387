"""What happens to a database ends in one sentence."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from app.factory import create_app
from app.library import faults
from app.library.content.load import load_folder
from app.library.content.queries import library_digest, read_library
from app.library.content.revision import read_digest
from app.library.content.store import read_rows
from app.library.db import db
from app.library.migrating import migrate_library
from app.library.models import PlaceRow, WalkRow
from app.library.sessions import reading, writing
from app.settings import Settings

from ..conftest import TINY
from .folders import PLACES, TEXTS, WALK, spoil, tiny_copy


@pytest.fixture
def file(settings: Settings) -> Path:
    return Path(settings.database_url.removeprefix("sqlite:///"))


def edited_copy(folder: Path) -> Path:
    """A copy of the tiny territory that says something new: loading it writes."""
    copy = tiny_copy(folder)
    spoil(copy, PLACES, "Jouer dehors", "Jouer au soleil")
    return copy


@pytest.fixture
def closed(settings: Settings, file: Path) -> Iterator[Flask]:
    """An application whose database nobody has opened or made yet."""
    file.parent.mkdir(parents=True)
    app = create_app(settings)
    with app.app_context():
        yield app
        db.engine.dispose()


def test_a_library_that_was_never_made_says_how(closed: Flask) -> None:
    with pytest.raises(faults.LibraryMissing, match="adeuxpas load"):
        library_digest()


def test_an_empty_library_says_how(app: Flask) -> None:
    with pytest.raises(faults.LibraryMissing):
        read_library()


@pytest.mark.parametrize("bytes_", [b"not a database at all, only a text. " * 100, b"SQLite format 3\0" + b"x" * 9000])
def test_a_file_that_is_no_database_is_damaged(closed: Flask, file: Path, bytes_: bytes) -> None:
    file.write_bytes(bytes_)
    for act in (read_library, migrate_library, lambda: load_folder(TINY)):
        with pytest.raises(faults.LibraryDamaged, match="abîmée"):
            act()


def test_a_truncated_database_is_damaged(library: Flask, file: Path) -> None:
    db.session.remove()
    db.engine.dispose()
    file.write_bytes(file.read_bytes()[:20_000])
    with pytest.raises(faults.LibraryDamaged):
        read_library()


def test_a_foreign_lock_is_a_busy_library_and_reading_goes_on(
    library: Flask, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = edited_copy(tmp_path)
    monkeypatch.setattr("app.library.db.BUSY_MS", 50)
    db.engine.dispose()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(faults.LibraryBusy, match="occupée"):
        load_folder(edited)
    assert len(read_library().places) == 4
    assert load_folder(TINY).is_unchanged  # which takes no lock
    other.close()


def test_a_full_disk_changes_nothing_and_reading_goes_on(library: Flask, tmp_path: Path) -> None:
    before = library_digest()
    folder = tiny_copy(tmp_path)
    spoil(folder, TEXTS, 'msgstr "مكتبة"', 'msgstr "' + "مكتبة " * 1300 + '"')
    db.engine.dispose()
    event.listen(db.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
    with pytest.raises(faults.LibraryFull, match="rien n’a changé"):
        load_folder(folder)
    assert (library_digest(), len(read_library().places)) == (before, 4)


def test_two_writers_wait_for_each_other(any_app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.library.sessions.BUSY_MS", 50)
    monkeypatch.setattr("app.library.db.BUSY_MS", 50)
    db.engine.dispose()
    load_folder(TINY)
    edited = edited_copy(tmp_path)
    with writing(), pytest.raises(faults.LibraryBusy):
        load_folder(edited)
    assert load_folder(edited).counts["lieux"].changed == 1


def test_a_reader_sees_one_moment_while_somebody_writes(any_app: Flask, tmp_path: Path) -> None:
    load_folder(TINY)
    folder = tiny_copy(tmp_path)
    (folder / WALK).unlink()
    (folder / TEXTS).unlink()
    with reading() as session:
        before = read_digest(session)
        load_folder(folder)
        assert (read_digest(session), len(read_rows(session, WalkRow))) == (before, 2)
    assert len(read_library().walks) == 1


def test_a_fault_of_the_program_is_not_hidden(library: Flask) -> None:
    with pytest.raises(IntegrityError), writing() as session:
        nothing = {"digest": "", "document": "{}", "name": "", "status": ""}
        session.add(PlaceRow(id="square-des-tilleuls", rank=0, lon=0, lat=0, **nothing))
        session.flush()


def test_a_library_of_a_later_release_is_refused(library: Flask, file: Path) -> None:
    other = sqlite3.connect(file)
    other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.commit()
    other.close()
    with pytest.raises(faults.LibraryTooNew, match="version plus récente"):
        migrate_library()


def test_a_database_server_that_is_away_is_said(settings: Settings) -> None:
    app = create_app(replace(settings, database_url="postgresql+psycopg://nobody@127.0.0.1:9/none"))
    with app.app_context(), pytest.raises(faults.LibraryUnreachable, match="DATABASE_URL"):
        library_digest()
