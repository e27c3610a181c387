"""How Alembic reaches the library's database: through the application that runs it."""

from alembic import context
from flask import current_app

from app.library.db import Base, db


def run() -> None:
    """Apply migrations in one transaction: after a crash the tables are those of before."""
    options = current_app.extensions["migrate"].configure_args
    # A table is rebuilt on SQLite to change a column: foreign keys must not fire meanwhile.
    with db.engine.execution_options(writes=True).connect() as connection:
        context.configure(
            connection=connection, target_metadata=Base.metadata, transaction_per_migration=False, **options
        )
        with context.begin_transaction():
            context.run_migrations()


run()
