"""Making the tables, and bringing those of an earlier release up to date (Alembic, imported only for it)."""

from pathlib import Path

import flask_migrate
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, current_app

from . import (
    decision_models,  # noqa: F401 - as the others
    models,  # noqa: F401 - every table, known before they are compared
    photo_models,  # noqa: F401 - as the others
    sender_models,  # noqa: F401 - as the others
    wording_models,  # noqa: F401 - as the others
)
from .db import MIGRATIONS, database_file, db, is_at_head, newest_migration
from .desk import models as desk_models  # noqa: F401 - as the others
from .faults import LibraryTooNew, faults_told


def migrate_library() -> None:
    """Make the tables those of this release, in one transaction; nothing happens when they are."""
    if is_at_head():
        return
    _make_folder()
    register(current_app)
    with faults_told(database_file()):
        if _found_revision() not in {None, *_known_revisions()}:
            raise LibraryTooNew
        flask_migrate.upgrade()


def migrate_to(revision: str) -> None:
    """Make the tables of an earlier release, where there are none yet."""
    _make_folder()
    register(current_app)
    with faults_told(database_file()):
        flask_migrate.upgrade(revision=revision)


def is_known_revision(revision: str) -> bool:
    """Tell whether this release knows how to come from a revision of the tables."""
    return revision in _known_revisions()


def draft_migration(message: str) -> None:
    """Write the next migration from what the models say and the tables do not."""
    register(current_app)
    flask_migrate.migrate(message=message, rev_id=f"{int(newest_migration()) + 1:04}")


def register(app: Flask) -> None:
    """Tell Flask-Migrate where the migrations are."""
    flask_migrate.Migrate(app, db, directory=str(MIGRATIONS), render_as_batch=True)


# Private


def _found_revision() -> str | None:
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _known_revisions() -> set[str]:
    return {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}


def _make_folder() -> None:
    file = db.engine.url.database
    if db.engine.dialect.name == "sqlite" and file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
