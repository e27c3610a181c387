"""The migrations make exactly the tables that the models describe, on each database."""

import flask_migrate
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import inspect

from app.domain.suggestion import Suggestion
from app.library import models
from app.library.db import Base, db
from app.library.desk.decisions import Verdict, decide
from app.library.desk.people import add_person, answer_invitation, find_person
from app.library.desk.queue import read_case
from app.library.migrating import migrate_library, register
from app.library.suggestions import receive_suggestion


def test_the_migrations_make_the_tables_of_the_models(any_app: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_every_constraint_has_a_name(any_app: Flask) -> None:
    tables = inspect(db.engine)
    assert all(tables.get_pk_constraint(table)["name"] for table in Base.metadata.tables)
    assert [each["name"] for each in tables.get_unique_constraints("place")] == ["uq_place_code"]


def test_migrating_again_does_nothing(library: Flask) -> None:
    migrate_library()
    assert db.session.get(models.PlaceRow, "square-des-tilleuls") is not None


def test_tables_are_rebuilt_under_decisions_that_name_them(library: Flask) -> None:
    answer_invitation(add_person("Relais", "relay"), "trois mots ensemble")
    receive_suggestion("key", Suggestion.model_validate({"kind": "need", "text": "Un banc."}))
    relay = find_person("Relais")
    assert relay
    decide(relay, 1, Verdict("later", "new"))
    db.session.remove()
    register(library)
    flask_migrate.downgrade(revision="0006")
    migrate_library()
    assert [each.outcome for each in read_case(relay, 1).decisions] == ["later"]
    assert db.session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_sqlite_keeps_what_it_acknowledges(app: Flask) -> None:
    pragmas = {name: db.session.connection().exec_driver_sql(f"PRAGMA {name}").scalar() for name in SAFE}
    assert pragmas == SAFE


SAFE = {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000, "synchronous": 2}
