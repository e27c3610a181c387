"""Writing to the library: every write is a function here, and planned the digest of what it wrote."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pydantic_core import to_json
from sqlalchemy import Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from ..db import Base
from ..models import CodeRow, RevisionRow, SourceFileRow
from .rows import Row, Rows

Step = Callable[[], None]
Key = tuple[Any, ...]


@dataclass(frozen=True)
class Counts:
    """What a load did to one kind of thing."""

    added: int = 0
    changed: int = 0
    gone: int = 0
    unchanged: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.added + other.added,
            self.changed + other.changed,
            self.gone + other.gone,
            self.unchanged + other.unchanged,
        )


def store_rows(session: Session, rows: Rows, step: Step) -> dict[type[Base], Counts]:
    """Make each table hold exactly these rows, touching only what differs; codes are only ever added."""
    counts = {}
    for model, wanted in rows.items():
        counts[model] = _store_table(session, model, wanted)
        step()
    return counts


def store_digest(session: Session, digest: str) -> None:
    """Write the digest of the library, by which an edition knows that it is out of date."""
    session.execute(delete(RevisionRow))
    session.execute(insert(RevisionRow), [{"id": 1, "digest": digest}])


def digest_of(rows: Rows) -> str:
    """Return a digest of the content in rows; how a file was laid out does not count."""
    content = {model.__tablename__: each for model, each in rows.items() if model is not SourceFileRow}
    return sha256(to_json(content)).hexdigest()


def read_rows(session: Session, model: type[Base]) -> list[Row]:
    """Return the rows of a table in their order."""
    table = _table(model)
    order = [column for name in ("language", "rank") if (column := table.c.get(name)) is not None]
    found = session.execute(select(table).order_by(*order, *table.primary_key.columns))
    return [dict(row) for row in found.mappings()]


# Private


def _store_table(session: Session, model: type[Base], wanted: Sequence[Row]) -> Counts:
    table = _table(model)
    names = [column.name for column in table.primary_key.columns]
    held = {_key(row, names): row for row in read_rows(session, model)}
    asked = {_key(row, names): row for row in wanted}
    gone = [] if model is CodeRow else [row for key, row in held.items() if key not in asked]
    added = [row for key, row in asked.items() if key not in held]
    moved = [row for key, row in asked.items() if key in held and row != held[key]]
    changed = [row for row in moved if _but_rank(row) != _but_rank(held[_key(row, names)])]
    _delete(session, table, names, gone)
    _update(session, table, names, moved)
    if added:
        session.execute(insert(table), added)
    return Counts(len(added), len(changed), len(gone), len(asked) - len(added) - len(changed))


def _table(model: type[Base]) -> Table:
    table = model.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} is not mapped to a table.")
    return table


def _key(row: Row, names: Sequence[str]) -> Key:
    return tuple(row[name] for name in names)


def _but_rank(row: Mapping[str, Any]) -> dict[str, Any]:
    """Leave the position in the file out: a place added at the top does not change those below."""
    return {name: value for name, value in row.items() if name != "rank"}


def _delete(session: Session, table: Table, names: Sequence[str], rows: Sequence[Row]) -> None:
    if rows:
        keys = [{f"key_{name}": row[name] for name in names} for row in rows]
        session.connection().execute(delete(table).where(_is_row(table, names)), keys)


def _update(session: Session, table: Table, names: Sequence[str], rows: Sequence[Row]) -> None:
    if rows:
        values = [row | {f"key_{name}": row[name] for name in names} for row in rows]
        columns: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name not in names}
        session.connection().execute(update(table).where(_is_row(table, names)).values(columns), values)


def _is_row(table: Table, names: Sequence[str]) -> Any:
    return and_(*(table.c[name] == bindparam(f"key_{name}") for name in names))
