"""Tables of rows: reading them in their order, and finding what to write so that they say what is wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, Table, func, select, tuple_
from sqlalchemy.orm import Session

from ..db import Base
from ..models import CodeRow, table_of
from ..photo_models import PhotoRow
from .digests import digest_of_row
from .edits import Edit
from .ranks import ranks_of
from .rows import Row

Key = tuple[Any, ...]

MOST_BY_KEY = 400
"""Rows asked for by their keys in one query; SQLite counts parameters."""


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


def edits_for(session: Session, model: type[Base], wanted: Sequence[Row]) -> list[Edit]:
    """Return what to write so that a table holds exactly these rows in this order.

    Codes are only ever added, and so are photos: those that no place shows are forgotten later.
    """
    table = table_of(model)
    held = read_marks(session, model)
    asked = {key_of(table, row): row for row in _ranked(model, wanted, held)}
    gone = [] if model in (CodeRow, PhotoRow) else [key for key in held if key not in asked]
    changed = [key for key, row in asked.items() if key in held and row["digest"] != held[key]["digest"]]
    before = read_by_key(session, model, [*gone, *changed])
    moved = [key for key, row in asked.items() if key in held and row.get("rank") != held[key].get("rank")]
    edits = [Edit(model, before[key], None) for key in gone]
    edits += [Edit(model, before.get(key, held[key]), asked[key]) for key in dict.fromkeys([*changed, *moved])]
    return edits + [Edit(model, None, row) for key, row in asked.items() if key not in held]


def counts_of(edits: Sequence[Edit], wanted: int) -> Counts:
    """Return what edits do to a table that is to hold a number of rows; one that only moves is unchanged."""
    added = sum(edit.before is None for edit in edits)
    gone = sum(edit.after is None for edit in edits)
    changed = sum(edit.says_something_new for edit in edits) - added - gone
    return Counts(added, changed, gone, wanted - added - changed)


def read_rows(session: Session, model: type[Base]) -> list[Row]:
    """Return the rows of a table in their order."""
    table = table_of(model)
    return [dict(row) for row in session.execute(_ordered(table, select(table))).mappings()]


def read_marks(session: Session, model: type[Base]) -> dict[Key, Row]:
    """Return of each row only its key, rank and digest, in their order."""
    table = table_of(model)
    names = [*_key_names(table), *(name for name in ("rank", "digest") if name in table.c)]
    found = session.execute(_ordered(table, select(*(table.c[name] for name in names))))
    width = len(_key_names(table))
    return {tuple(row[:width]): dict(zip(names, row, strict=True)) for row in found}


def read_by_key(session: Session, model: type[Base], keys: Sequence[Key]) -> dict[Key, Row]:
    """Return the rows that have these keys."""
    table = table_of(model)
    columns = [*table.primary_key.columns]
    found: dict[Key, Row] = {}
    for start in range(0, len(keys), MOST_BY_KEY):
        some = keys[start : start + MOST_BY_KEY]
        named = columns[0].in_([key[0] for key in some]) if len(columns) == 1 else tuple_(*columns).in_(some)
        rows = session.execute(select(table).where(named)).mappings()
        found |= {key_of(table, row): row for row in map(dict, rows)}
    return found


def count_rows(session: Session, model: type[Base]) -> int:
    """Return how many rows a table has."""
    return session.scalar(select(func.count()).select_from(table_of(model))) or 0


def key_of(table: Table, row: Mapping[str, Any]) -> Key:
    """Return the values of a row's primary key."""
    names = _key_names(table)
    return (row[names[0]],) if len(names) == 1 else tuple([row[name] for name in names])


# Private


def _ranked(model: type[Base], rows: Sequence[Row], held: Mapping[Key, Row]) -> list[Row]:
    """Return the rows with their digests, and with ranks where the table has some: of each language its own."""
    table = table_of(model)
    digested = [row | {"digest": digest_of_row(model, row)} for row in rows]
    if "rank" not in table.c:
        return digested
    ranks: dict[Key, float] = {}
    for group in dict.fromkeys(row.get("language") for row in rows):
        keys = [key_of(table, row) for row in rows if row.get("language") == group]
        ranks |= ranks_of(keys, {key: held[key]["rank"] for key in keys if key in held})
    return [row | {"rank": ranks[key_of(table, row)]} for row in digested]


def _ordered(table: Table, query: Select[Any]) -> Select[Any]:
    order = [table.c[name] for name in ("language", "rank") if name in table.c]
    return query.order_by(*order, *table.primary_key.columns)


@cache
def _key_names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.primary_key.columns)
