"""The database that release 0.2.0 made of the tiny territory (`former/library.sql`) goes on working."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from app.factory import create_app
from app.library.content.load import load_folder
from app.library.content.queries import read_library
from app.library.content.writes import change_place
from app.library.migrating import migrate_library
from app.library.suggestions import read_suggestions
from tests.cast.content import read_tiny
from tests.cast.library import BASE, TINY, settings_over

FORMER = Path(__file__).parent / "former" / "library.sql"


@pytest.fixture
def former(tmp_path: Path) -> Flask:
    with closing(sqlite3.connect(tmp_path / BASE)) as base:
        base.executescript(FORMER.read_text(encoding="utf-8"))
    return create_app(settings_over(tmp_path))


def test_it_says_what_it_said(former: Flask) -> None:
    with former.app_context():
        migrate_library()
        assert read_library() == read_tiny()
        assert read_suggestions() == []


def test_its_own_files_change_nothing(former: Flask) -> None:
    with former.app_context():
        migrate_library()
        report = load_folder(TINY)
        assert [kind for kind, counts in report.counts.items() if counts.changed or counts.added or counts.gone] == [
            "fichiers"  # since then a state in a file of translations bears its mark: a comment, which says no more
        ]


def test_a_place_of_it_can_be_changed(former: Flask) -> None:
    with former.app_context():
        migrate_library()
        change_place("square-des-tilleuls", {"name": "Square des Grands Tilleuls"}, by="desk")
        assert read_library().places["square-des-tilleuls"].name == "Square des Grands Tilleuls"
