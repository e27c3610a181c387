"""The digest of the library: by it an edition knows that it is out of date, in one small query."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..faults import LibraryMissing
from ..models import RevisionRow
from ..sessions import reading


def library_digest() -> str:
    """Return a digest that changes when the content does."""
    with reading() as session:
        return read_digest(session)


def read_digest(session: Session) -> str:
    """Return the digest as a session sees it; nothing was ever loaded when there is none."""
    digest: str | None = session.scalar(select(RevisionRow.digest))
    if digest is None:
        raise LibraryMissing
    return digest
