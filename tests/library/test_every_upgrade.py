"""From whatever release of the desk: a row in every table, each naming another, outlives the upgrade."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from app.factory import create_app
from app.library.db import MIGRATIONS, db
from app.library.migrating import migrate_library, migrate_to
from app.library.saving.health import damage_found

from ..cast.library import settings_over

REVISIONS = sorted(file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("*.py"))
SINCE_THE_DESK = [revision for revision in REVISIONS[:-1] if revision >= "0005"]
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
VALUES = {
    **{int: 1, float: 1.0, str: "a", bytes: b"a", bool: True, datetime: NEW_YEAR, date: NEW_YEAR.date()},
    object: {},  # JSON
}


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Flask]:
    """An application whose database has no table yet."""
    app = create_app(settings_over(tmp_path / "var"))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.mark.parametrize("revision", SINCE_THE_DESK)
@pytest.mark.usefixtures("bare")
def test_a_row_of_every_table_outlives_the_upgrade(revision: str) -> None:
    migrate_to(revision)
    with db.engine.begin() as connection:
        for table in tables(connection):
            connection.execute(sa.insert(table), [row_of(table)])
        before = {table.name for table in tables(connection)}
    migrate_library()
    with db.engine.connect() as connection:
        held = {table.name for table in tables(connection) if connection.execute(sa.select(table)).first()}
    assert (before - held, damage_found()) == (set(), [])


def tables(connection: sa.Connection) -> list[sa.Table]:
    found = sa.MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def row_of(table: sa.Table) -> dict[str, Any]:
    """Return a row that says something in every column; a column that names another row names the first."""
    return {column.name: VALUES[column.type.python_type] for column in table.columns}
