"""How an edition is written down, a line a file: an edit writes only the lines of the files that it changed.

The ledger, `edition.json` and the digest of an edition tell all its files; each line is made once a stored file.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

Row = tuple[Any, ...]


class Line(NamedTuple):
    """One file as JSON: in the ledger, in the summary, in what the digest is made from."""

    ledger: str
    summary: str
    digest: str


def ledger_text(files: Mapping[str, Row]) -> str:
    """Return the files of a ledger as JSON."""
    return "{" + ",".join(line.ledger for line in _lines(files)) + "}"


def summary_text(files: Mapping[str, Row]) -> str:
    """Return the SHA-256 of every file by its path, as JSON."""
    return "{" + ",".join(line.summary for line in _lines(files)) + "}"


def digest_text(files: Mapping[str, Row]) -> str:
    """Return path, SHA-256 and media type of every file, as JSON."""
    return "[" + ",".join(line.digest for line in _lines(files)) + "]"


# Private

_KNOWN: dict[str, tuple[Row, Line]] = {}
"""The lines of the last editions, each with the stored file that it tells."""

_SPARE = 10_000


def _lines(files: Mapping[str, Row]) -> Iterator[Line]:
    if len(_KNOWN) > 2 * len(files) + _SPARE:
        _KNOWN.clear()
    for path in sorted(files):
        stored, known = files[path], _KNOWN.get(path)
        if known is None or known[0] is not stored:
            known = _KNOWN[path] = stored, _line(path, stored)
        yield known[1]


def _line(path: str, stored: Row) -> Line:
    name, (media_type, _, digest, *_) = _json(path), stored
    return Line(f"{name}:{_json(stored)}", f"{name}:{_json(digest)}", _json([path, digest, media_type]))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
