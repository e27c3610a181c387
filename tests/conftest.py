"""One cast for all tests: an application over a tiny library, on SQLite and, where there is one, PostgreSQL."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from hypothesis import settings as hypothesis_settings
from sqlalchemy import text as sql

from app.factory import create_app
from app.library.db import Base, db
from app.library.migrating import migrate_library
from app.settings import Settings

from .cast.collecting import pause_collecting, resume_collecting
from .cast.copies import copied
from .cast.in_memory import use_memory
from .cast.library import CONTENT, TINY, empty_library, settings_over, take_library, tiny_edition, tiny_library
from .cast.light_passwords import use_light_passwords
from .cast.remembered import use_remembered
from .postgresql import Cluster, start_cluster

# Few examples, so that the suite can run after every edit; a busy machine must not fail a test.
hypothesis_settings.register_profile("quick", max_examples=25, deadline=None, derandomize=True)
hypothesis_settings.register_profile("thorough", max_examples=2000, deadline=None)
hypothesis_settings.load_profile("quick")

pause_collecting()
use_memory()
use_light_passwords()
use_remembered()

__all__ = ["CONTENT", "TINY"]
BROWSERS = {"browser", "engines"}
LONG = {
    *("test_two_editions", "test_pack_faults", "test_published", "test_published_pack", "test_former_release"),
    *("test_pack", "test_desk_editor", "test_desk_walks", "test_engines", "test_leading", "test_paper", "test_round"),
    *(
        "test_publish",
        "test_hidden",
        "test_edits",
        "test_runs",
        "test_open_api",
        "test_serve",
        "test_map",
        "test_full_disk",
        "test_suggestions_killed",
        "test_guide",
        "test_backup",
        "test_killed",
    ),
}
"""Files whose few tests take longer than the many of others."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that all workers end at about the same time."""
    in_file = Counter(item.path for item in items)

    def rank(item: pytest.Item) -> tuple[bool, bool, int]:
        return not BROWSERS & set(item.path.parts), item.path.stem not in LONG, -in_file[item.path]

    items.sort(key=rank)


def pytest_collection_finish() -> None:
    resume_collecting()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an application whose data lie in a folder of the test."""
    return settings_over(tmp_path / "var")


@pytest.fixture
def app(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An application with an empty library (its tables are there)."""
    take_library(empty_library(tmp_path_factory), settings.data)
    yield from _running(settings)


@pytest.fixture
def library(app: Flask, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application once the tiny territory is loaded."""
    take_library(tiny_library(tmp_path_factory), settings.data)
    return app


@pytest.fixture
def printed(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of the test's own with the tiny territory and its edition."""
    return copied(tiny_edition(tmp_path_factory), tmp_path / "printed")


@pytest.fixture
def client(library: Flask) -> FlaskClient:
    """A visitor of the tiny territory."""
    return library.test_client()


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    """A terminal."""
    return app.test_cli_runner()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_app(
    request: pytest.FixtureRequest, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """An application with an empty library, once on each kind of database."""
    if request.param == "sqlite":
        take_library(empty_library(tmp_path_factory), settings.data)
        yield from _running(settings)
        return
    for running in _running(replace(settings, database_url=request.getfixturevalue("database"))):
        _empty_tables()
        yield running


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of our own, for the session."""
    found = start_cluster()
    if isinstance(found, str):
        pytest.skip(found)
    yield found
    found.stop()


@pytest.fixture(scope="session")
def database(cluster: Cluster) -> str:
    """The address of a database that tests have to themselves one after another, each with empty tables."""
    return cluster.new_database("adeuxpas")


def _running(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    with app.app_context():
        migrate_library()
        yield app
        db.session.remove()
        db.engine.dispose()


def _empty_tables() -> None:
    """Forget what the test before wrote."""
    with db.engine.begin() as connection:
        tables = ", ".join(f'"{name}"' for name in Base.metadata.tables)
        connection.execute(sql(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
