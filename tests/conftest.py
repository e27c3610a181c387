"""One cast for all tests: an application over a tiny library, on SQLite and, where there is one, PostgreSQL."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from hypothesis import settings as hypothesis_settings

from app.factory import create_app
from app.library.content.load import load_folder
from app.library.db import db
from app.library.migrating import migrate_library
from app.settings import Settings, read_settings

from .postgresql import Cluster, start_cluster

# Few examples, so that the suite can run after every edit; a busy machine must not fail a test.
hypothesis_settings.register_profile("quick", max_examples=25, deadline=None, derandomize=True)
hypothesis_settings.load_profile("quick")

CONTENT = Path(__file__).parent / "content"
TINY = CONTENT / "tiny"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an application whose data lie in a folder of the test."""
    return read_settings({"ADEUXPAS_DATA": str(tmp_path / "var"), "ADEUXPAS_TODAY": "2026-11-18"})


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """An application with an empty library (its tables are there)."""
    yield from _running(settings)


@pytest.fixture
def library(app: Flask) -> Flask:
    """The application once the tiny territory is loaded."""
    load_folder(TINY)
    return app


@pytest.fixture
def client(library: Flask) -> FlaskClient:
    """A visitor of the tiny territory."""
    return library.test_client()


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    """A terminal."""
    return app.test_cli_runner()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_app(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Flask]:
    """An application with an empty library, once on each kind of database."""
    if request.param == "sqlite":
        yield from _running(settings)
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    yield from _running(replace(settings, database_url=cluster.new_database()))


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of our own, for the session."""
    found = start_cluster()
    if isinstance(found, str):
        pytest.skip(found)
    yield found
    found.stop()


def _running(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    with app.app_context():
        migrate_library()
        yield app
        db.session.remove()
        db.engine.dispose()
