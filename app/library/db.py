"""The database of the library: its engine, how SQLite is set up, and its migrations."""

from pathlib import Path
from typing import Any

import flask_migrate
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, MetaData, event
from sqlalchemy.orm import DeclarativeBase

from .faults import LibraryTooNew, faults_told

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"

BUSY_MS = 5_000
"""How long a writer waits for another one before it says that the library is busy."""

# Constraints need names that a later migration can drop, the same on every database.
_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The family of tables."""

    metadata = MetaData(naming_convention=_NAMES)


db = SQLAlchemy(model_class=Base)
_migrate = Migrate()


def init_app(app: Flask) -> None:
    """Give the application its library; nothing is opened yet."""
    db.init_app(app)
    _migrate.init_app(app, db, directory=str(MIGRATIONS), render_as_batch=True)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            _set_up_sqlite(db.engine)


def migrate_library() -> None:
    """Create the tables, or bring those of an earlier release up to date, in one transaction."""
    _make_folder(db.engine)
    with faults_told():
        script = ScriptDirectory(str(MIGRATIONS))
        found = _revision()
        if found == script.get_current_head():
            return
        if found is not None and found not in {each.revision for each in script.walk_revisions()}:
            raise LibraryTooNew
        flask_migrate.upgrade()


def _revision() -> str | None:
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _make_folder(engine: Engine) -> None:
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)


def _set_up_sqlite(engine: Engine) -> None:
    event.listen(engine, "connect", _open_sqlite)
    event.listen(engine, "begin", _begin_sqlite)


def _open_sqlite(connection: Any, _record: object) -> None:
    # We say BEGIN ourselves: Python's driver would begin too late, and so read a moving library.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    # Readers go on while somebody writes.
    connection.execute("PRAGMA journal_mode = WAL")
    # What was acknowledged survives a power cut: writes are few and made by people, one fsync is no cost.
    connection.execute("PRAGMA synchronous = FULL")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once, so that two of them queue rather than fail half-way.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
