"""Reading the library: a fixed number of queries, whatever it holds."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain.content import Content
from .db import db
from .faults import LibraryMissing, faults_told
from .models import RevisionRow, SourceFileRow
from .rows import TABLES, content_of
from .store import read_rows


def read_library() -> Content:
    """Return everything the library holds, as one consistent whole: one query a table."""
    with faults_told(), Session(db.engine) as session:
        _digest(session)
        return content_of({model: read_rows(session, model) for model in TABLES})


def library_digest() -> str:
    """Return a digest that changes when the content does."""
    with faults_told(), Session(db.engine) as session:
        return _digest(session)


def read_source_files() -> dict[str, bytes]:
    """Return the bytes of the files that were loaded, by path."""
    with faults_told(), Session(db.engine) as session:
        return {row["path"]: row["data"] for row in read_rows(session, SourceFileRow)}


def _digest(session: Session) -> str:
    digest: str | None = session.scalar(select(RevisionRow.digest))
    if digest is None:
        raise LibraryMissing
    return digest
