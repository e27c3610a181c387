"""Digests: one for what each row says, and one for the library, which is the sum of them all.

Each row of content adds one number of 256 bits, the hash of what it says and of its rank, and the library's digest
is their sum, modulo 2 to the 256. A write takes the old number of its row off and puts the new one on, whatever else
the library holds; the same rows give the same sum in whatever order they were written. A sum, not an exclusive or,
under which two equal terms would cancel. It tells whether something changed; it is no seal against a forger.
"""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from ..models import table_of

_MODULUS = 1 << 256
_NOTHING = 0


def digest_of_row(model: type, row: Mapping[str, Any]) -> str:
    """Return the digest of what a row says; its rank says nothing of it, and columns beside a document repeat it."""
    if "data" in row:
        return sha256(row["data"]).hexdigest()
    table, names = _covered(model)
    said = [table, *[row[name] for name in names]]
    return sha256(json.dumps(said, ensure_ascii=False, default=str).encode()).hexdigest()


def sum_without(digest: str | None, row: Mapping[str, Any] | None) -> str:
    """Return the digest of a library once a row has left it."""
    return _hex(_total(digest) - _term(row))


def sum_with(digest: str | None, row: Mapping[str, Any] | None) -> str:
    """Return the digest of a library once a row has come."""
    return _hex(_total(digest) + _term(row))


# Private


@cache
def _covered(model: type) -> tuple[str, list[str]]:
    """Return the name of a table, and the columns that its rows' digests cover."""
    table = table_of(model)
    keys = [column.name for column in table.primary_key.columns]
    names = {column.name for column in table.columns} - {"rank", "digest"}
    return table.name, [*keys, "document"] if "document" in names else sorted(names)


def _total(digest: str | None) -> int:
    return int(digest, 16) if digest else _NOTHING


def _term(row: Mapping[str, Any] | None) -> int:
    if row is None:
        return _NOTHING
    return int(sha256(f"{row['digest']} {row.get('rank')}".encode()).hexdigest(), 16)


def _hex(total: int) -> str:
    return f"{total % _MODULUS:064x}"
