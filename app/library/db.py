"""The database of the library: its engine, how SQLite is set up, and whether its tables are up to date."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import URL, Connection, Engine, MetaData, event, inspect, make_url, text
from sqlalchemy.orm import DeclarativeBase, configure_mappers

from .faults import faults_told

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


def init_app(app: Flask) -> None:
    """Give the application its library; nothing is opened yet."""
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", _open_sqlite)
            event.listen(db.engine, "begin", _begin_sqlite)


def bind_models() -> None:
    """Bind the tables to each other now, which their first use would do: what is forked from here then shares it."""
    configure_mappers()


def address_of(url: str) -> URL:
    """Return the address of a database; a file may have any sign in its name, a question mark too (`%3F`)."""
    address = make_url(url)
    return address.set(database=unquote(address.database)) if url.startswith("sqlite") and address.database else address


def is_at_head() -> bool:
    """Tell whether the tables are those of this release; without Alembic, which takes long to import."""
    if not _has_file(db.engine):
        return False
    with faults_told(database_file()), db.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found == newest_migration()


def database_file() -> Path | None:
    """Return the file of the database, None when it is in memory or on a server."""
    file = db.engine.url.database
    return Path(file) if db.engine.dialect.name == "sqlite" and file and file != ":memory:" else None


def newest_migration() -> str:
    """Return the number that the newest migration's file begins with."""
    return max(file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("*.py"))


# Private


def _has_file(engine: Engine) -> bool:
    """Tell whether there is something to open: SQLite would make an empty file just for having looked."""
    file = engine.url.database
    return engine.dialect.name != "sqlite" or file in (None, "", ":memory:") or Path(str(file)).exists()


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
    options = connection.get_execution_options()
    if "patience_ms" in options:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(options['patience_ms'])}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
