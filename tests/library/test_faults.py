"""What happens to a database ends in one sentence."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from app.factory import create_app
from app.library import faults
from app.library.db import db
from app.library.load import load_folder
from app.library.migrating import migrate_library
from app.library.queries import library_digest, read_library
from app.settings import Settings

from ..conftest import TINY


@pytest.fixture
def file(settings: Settings) -> Path:
    return Path(settings.database_url.removeprefix("sqlite:///"))


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
    library: Flask, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.library.db.BUSY_MS", 50)
    db.engine.dispose()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(faults.LibraryBusy, match="occupée"):
        load_folder(TINY)
    assert len(read_library().places) == 4
    other.close()


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
