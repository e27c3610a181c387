"""A library of release 0.2.0 goes on after the upgrade: the same content, digests counted, nothing to load again."""

from datetime import UTC, datetime

import flask_migrate
import pytest
import sqlalchemy as sa
from flask import Flask

from app.domain.content import Content
from app.exchange.native import read_folder
from app.library.changes import read_changes
from app.library.content.digests import digest_of_row, sum_with
from app.library.content.load import load_folder
from app.library.content.queries import library_digest, read_library
from app.library.content.rows import TABLES, Rows, rows_of
from app.library.content.store import read_rows
from app.library.content.writes import change_place
from app.library.db import db
from app.library.desk.people import add_person, find_person
from app.library.desk.queue import read_case, read_queue
from app.library.migrating import migrate_library, register
from app.library.sessions import reading
from app.library.suggestions import read_suggestions

from ..conftest import TINY

RANKED = {"territory", "place", "walk", "category", "entry", "school_holiday", "translation", "code"}


@pytest.fixture
def released(any_app: Flask) -> Content:
    """The tables and rows that 0.2.0 left, with a suggestion; return their content."""
    register(any_app)
    flask_migrate.downgrade(revision="0002")
    read = read_folder(TINY)
    assert read.content is not None
    rows: Rows = rows_of(read.content)
    with db.engine.begin() as connection:
        tables = sa.MetaData()
        tables.reflect(connection)
        for model, each in rows.items():
            name = model.__tablename__
            ranked = [row | ({"rank": rank} if name in RANKED else {}) for rank, row in enumerate(each)]
            if ranked:
                connection.execute(sa.insert(tables.tables[name]), ranked)
        files = [{"path": path, "data": data} for path, data in read.files.items()]
        connection.execute(sa.insert(tables.tables["source_file"]), files)
        connection.execute(sa.insert(tables.tables["revision"]), [{"id": 1, "digest": "0f" * 32}])
        connection.execute(sa.insert(tables.tables["suggestion"]), [SUGGESTION])
    return read.content


SUGGESTION = {
    "key": "k",
    "kind": "need",
    "text": "Un banc.",
    "path": "/",
    "state": "new",
    "received_at": datetime.now(UTC).replace(tzinfo=None),
}


def test_everything_is_still_there(released: Content) -> None:
    migrate_library()
    assert read_library() == released
    assert [each.suggestion.text for each in read_suggestions()] == ["Un banc."]


def test_what_was_sent_to_it_waits_at_the_desk(released: Content) -> None:
    migrate_library()
    add_person("Relais", "coordinator")
    awa = find_person("Relais")
    assert awa and [(sent.text, sent.state) for sent in read_queue(awa).sent] == [("Un banc.", "new")]


def test_digests_are_those_of_this_release(released: Content) -> None:
    migrate_library()
    total = None
    with reading() as session:
        for model in TABLES:
            for row in read_rows(session, model):
                assert row["digest"] == digest_of_row(model, row)
                total = sum_with(total, row)
    assert library_digest() == total


def test_it_is_changed_and_loaded_as_any_other(released: Content) -> None:
    migrate_library()
    before = library_digest()
    assert load_folder(TINY).is_unchanged
    assert (library_digest(), read_changes()) == (before, [])
    assert change_place("square-des-tilleuls", {"purpose": "Jouer."}, by="desk").is_changed


def test_what_was_decided_before_stays_with_its_message(any_app: Flask) -> None:
    register(any_app)
    flask_migrate.downgrade(revision="0007")
    at = SUGGESTION["received_at"]
    person = {"id": 1, "name": "Relais", "role": "relay", "territories": "", "added_at": at}
    sent = SUGGESTION | {"id": 1, "state": "accepted"}
    decision = {"id": 1, "at": at, "person": 1, "role": "relay", "suggestion": 1, "outcome": "accepted", "words": ""}
    with db.engine.begin() as connection:
        tables = sa.MetaData()
        tables.reflect(connection)
        for name, row in (("person", person), ("suggestion", sent), ("decision", decision)):
            connection.execute(sa.insert(tables.tables[name]), [row])
    migrate_library()
    relay = find_person("Relais")
    assert relay is not None
    case = read_case(relay, 1)
    assert (case.sent.text, [each.outcome for each in case.decisions]) == ("Un banc.", ["accepted"])
    flask_migrate.downgrade(revision="0007")
    migrate_library()
    assert [each.outcome for each in read_case(relay, 1).decisions] == ["accepted"]
