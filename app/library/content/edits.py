"""One row changed: the only way in which content is written.

With the row go its digest, the library's digest, its lines of the history, and the note that no file says it yet:
all in the transaction of the write, so that none can be there without the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import and_, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from ...domain.text import Translation
from ..db import Base
from ..models import ChangeRow, RevisionRow, SourceFileRow, UnfiledRow, subject_of, table_of
from ..moments import utc_now
from ..photo_models import PhotoRow
from ..wording_models import WordingRow
from .differences import differences_between
from .digests import sum_with, sum_without

Row = dict[str, Any]

LOAD = "load"
"""What the history calls a load of files."""


@dataclass(frozen=True)
class Edit:
    """What a row was and what it is to be; None before it came, or once it is gone.

    Both hold digest and rank. Of a row that only moves, the rest may be left out of `before`.
    """

    model: type[Base]
    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row, as far as it is known: for its key."""
        row = self.after or self.before
        if row is None:
            raise TypeError("An edit of nothing.")
        return row

    @property
    def name(self) -> tuple[str, str]:
        """The table and the subject."""
        return table_of(self.model).name, subject_of(self.model, self.row)

    @property
    def says_something_new(self) -> bool:
        """Tell whether more than the rank changes."""
        return self.before is None or self.after is None or self.before["digest"] != self.after["digest"]


@dataclass(frozen=True)
class Author:
    """By what a write was made, and why: `load`, a command, a role; at the desk by which decision."""

    by: str
    why: str | None = None
    decision: int | None = None


def write_edits(session: Session, edits: Sequence[Edit], author: Author) -> None:
    """Write rows and all that goes with them; who calls commits."""
    for model, same in groupby(edits, key=lambda edit: edit.model):
        _write_rows(session, model, list(same))
    content = [edit for edit in edits if edit.model is not SourceFileRow]
    first = _write_digest(session, content)
    words = [edit for edit in content if edit.model is not PhotoRow]  # of a picture the place's history tells
    if not first:  # the history begins with what the first load found
        _write_history(session, words, author)
    if author.by != LOAD:
        _note_unfiled(session, [edit for edit in words if edit.model is not WordingRow])  # no load looks at those


def write_texts(
    session: Session, edits: Iterable[Edit], texts: Sequence[Translation], author: Author
) -> tuple[Translation, ...]:
    """Write the edits of texts that say something new; return the texts that changed."""
    new = [edit for edit in edits if edit.says_something_new]
    if new:
        write_edits(session, new, author)
    changed = {edit.row["key"] for edit in new}
    return tuple(text for text in texts if text.key in changed)


# Private


def _write_rows(session: Session, model: type[Base], edits: Sequence[Edit]) -> None:
    """Take away, change, then add: a code may go from one row to another."""
    table, connection = table_of(model), session.connection()
    names = [column.name for column in table.primary_key.columns]
    is_row = and_(*(table.c[name] == bindparam(f"key_{name}") for name in names))
    gone = [_key(edit.row, names) for edit in edits if edit.after is None]
    changed = [edit.after | _key(edit.row, names) for edit in edits if edit.before and edit.after]
    added = [edit.after for edit in edits if edit.before is None and edit.after]
    if gone:
        connection.execute(delete(table).where(is_row), gone)
    if changed:
        columns: dict[str, Any] = {
            name: bindparam(name) for name in changed[0] if name in table.c and name not in names
        }
        connection.execute(update(table).where(is_row).values(columns), changed)
    if added:
        connection.execute(insert(table), added)


def _key(row: Row, names: Iterable[str]) -> Row:
    return {f"key_{name}": row[name] for name in names}


def _write_digest(session: Session, edits: Iterable[Edit]) -> bool:
    """Bring the library's digest up to date; tell whether it is the first one."""
    held = digest = session.scalar(select(RevisionRow.digest))
    for edit in edits:
        digest = sum_with(sum_without(digest, edit.before), edit.after)
    if held is None:
        session.execute(insert(RevisionRow), [{"id": 1, "digest": digest or sum_with(None, None)}])
    elif digest != held:
        session.execute(update(RevisionRow).values(digest=digest))
    return held is None


def _write_history(session: Session, edits: Iterable[Edit], author: Author) -> None:
    now = utc_now()
    lines = [line | _said_by(author, now) for edit in edits if edit.says_something_new for line in _lines(edit)]
    if lines:
        session.execute(insert(ChangeRow), lines)


def _said_by(author: Author, now: datetime) -> dict[str, object]:
    return {"at": now, "by": author.by, "why": author.why, "decision": author.decision}


def _lines(edit: Edit) -> list[dict[str, object]]:
    kind, subject = edit.name
    found = differences_between(edit.model, edit.before, edit.after)
    return [
        {"kind": kind, "subject": subject, "field": each.field, "before": each.before, "after": each.after}
        for each in found
    ]


def _note_unfiled(session: Session, edits: Iterable[Edit]) -> None:
    """Remember what the files say of each subject at its first change; forget it once the library says that again."""
    for edit in edits:
        kind, subject = edit.name
        noted = session.get(UnfiledRow, (kind, subject))
        if noted is None and edit.says_something_new:
            session.add(UnfiledRow(kind=kind, subject=subject, filed=_digest(edit.before)))
        elif noted is not None and noted.filed == _digest(edit.after):
            session.delete(noted)
    session.flush()


def _digest(row: Mapping[str, Any] | None) -> str | None:
    return row["digest"] if row else None
