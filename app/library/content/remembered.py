"""What the last reading of the library found, so that the next one reads only the rows that changed.

A server reads the same thousands of places after every edit. Rows are known by their digests; domain objects
are frozen, so one reading may share them with another. Only what the last reading held is remembered.
"""

from typing import Any

from sqlalchemy.orm import Session

from ..db import Base
from ..models import table_of
from .rows import value_of
from .store import MOST_BY_KEY, Key, key_of, read_by_key, read_marks, read_rows

_LAST: dict[type[Base], dict[Key, tuple[str, Any]]] = {}
"""By table and key, the digest of a row and what it says."""


def values_in(session: Session, model: type[Base]) -> list[Any]:
    """Return what each row of a table says, in their order, in one query or two."""
    last = _LAST.get(model)
    found = _changed(session, model, last) if last else _whole(session, model)
    _LAST[model] = found
    return [value for _, value in found.values()]


# Private


def _whole(session: Session, model: type[Base]) -> dict[Key, tuple[str, Any]]:
    table = table_of(model)
    return {key_of(table, row): (row["digest"], value_of(model, row)) for row in read_rows(session, model)}


def _changed(session: Session, model: type[Base], last: dict[Key, tuple[str, Any]]) -> dict[Key, tuple[str, Any]]:
    marks = read_marks(session, model)
    known = {key for key, mark in marks.items() if key in last and last[key][0] == mark["digest"]}
    missing = [key for key in marks if key not in known]
    if len(missing) > MOST_BY_KEY:
        return _whole(session, model)
    rows = read_by_key(session, model, missing)
    return {
        key: last[key] if key in known else (mark["digest"], value_of(model, rows[key])) for key, mark in marks.items()
    }
