"""Every table as lines of JSON, and back: one form for SQLite and PostgreSQL, so that either takes what the other gave.

The tables are looked up in the database, not in the models: a backup is of the release that made it. Values are
written as JSON has them, dates as ISO 8601, bytes in base64. Lines are sorted by their bytes, so that the same rows
are the same text whichever database sorted them.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary, MetaData, Table, delete, func, insert, select, text
from sqlalchemy.orm import Session

LEFT_OUT = {"sign_in", "tablet_pin", "key_challenge", "attempt"}
"""Who was signed in, by what digits somebody came back on a tablet, what a key was asked, who tried to: over after a
restore."""

_AT_ONCE = 500


def read_tables(session: Session) -> Iterator[tuple[str, list[bytes]]]:
    """Yield the name of each table and its rows, a line each, all of the moment that the session sees."""
    kept = (table for table in _tables(session).values() if table.name not in LEFT_OUT)
    for table in kept:
        rows = session.execute(select(table)).mappings()
        yield table.name, sorted(_line(row) for row in rows)


def fill_tables(session: Session, lines_of: Mapping[str, Sequence[bytes]]) -> None:
    """Make the tables hold these rows and no others; raise `KeyError` for a table or column that is not there.

    Counters of PostgreSQL go on after the last row; those of SQLite do by themselves.
    """
    tables = _tables(session)
    unknown = lines_of.keys() - (tables.keys() - LEFT_OUT)
    if unknown:
        raise KeyError(min(unknown))
    for table in reversed(tables.values()):
        session.execute(delete(table))
    for name, table in tables.items():
        for some in _batches(lines_of.get(name, ())):
            session.execute(insert(table), [_row(table, line) for line in some])
        if session.get_bind().dialect.name == "postgresql":
            _go_on_counting(session, table)


def has_rows(session: Session) -> bool:
    """Tell whether any table holds anything."""
    return any(session.execute(select(table).limit(1)).first() for table in _tables(session).values())


def read_revision(session: Session) -> str:
    """Return the revision of the tables."""
    found: str = session.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    return found


# Private


def _tables(session: Session) -> dict[str, Table]:
    """Return the tables as the database describes them, a table after those it refers to."""
    found = MetaData()
    found.reflect(session.connection())
    for table in found.tables.values():
        for column in table.columns:
            if isinstance(column.type, JSON):
                column.type.none_as_null = True
    return {table.name: table for table in found.sorted_tables if table.name != "alembic_version"}


def _line(row: Mapping[Any, Any]) -> bytes:
    told = {str(name): _told(value) for name, value in row.items()}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _told(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def _row(table: Table, line: bytes) -> dict[str, Any]:
    return {name: _value(table.columns[name], told) for name, told in json.loads(line).items()}


def _value(column: Column[Any], told: Any) -> Any:
    if told is None or isinstance(column.type, JSON):
        return told
    if isinstance(column.type, LargeBinary):
        return b64decode(told)
    kind = column.type.python_type
    return kind.fromisoformat(told) if issubclass(kind, date) else told


def _batches(lines: Sequence[bytes]) -> Iterable[Sequence[bytes]]:
    return (lines[start : start + _AT_ONCE] for start in range(0, len(lines), _AT_ONCE))


def _go_on_counting(session: Session, table: Table) -> None:
    counted = table.autoincrement_column
    if counted is not None:
        last = select(func.coalesce(func.max(counted), 0) + 1).scalar_subquery()
        sequence = func.pg_get_serial_sequence(f'"{table.name}"', counted.name)
        session.execute(select(func.setval(sequence, last, False)))
