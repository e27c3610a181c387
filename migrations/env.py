"""How Alembic reaches the library's database: through the application that runs it."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from app.library.db import Base, db


def run() -> None:
    """Apply migrations in one transaction: after a crash the tables are those of before."""
    options = current_app.extensions["migrate"].configure_args
    with db.engine.execution_options(writes=True).connect() as connection, _keys_at_rest(connection):
        context.configure(
            connection=connection, target_metadata=Base.metadata, transaction_per_migration=False, **options
        )
        with context.begin_transaction():
            context.run_migrations()
            _require_keys(connection)


@contextmanager
def _keys_at_rest(connection: Connection) -> Iterator[None]:
    """Let no foreign key fire: SQLite rebuilds a table to change a column, and rows that name its own would be in the
    way of dropping the old one. Only outside of a transaction does it hear of that.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def _require_keys(connection: Connection) -> None:
    """Take all back where a migration has left a row without the one it names."""
    if connection.dialect.name == "sqlite" and (lost := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
        raise RuntimeError(f"A migration has left a row of {lost[0]} without the row of {lost[2]} that it names.")


run()
