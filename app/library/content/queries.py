"""Reading the library: a fixed number of queries, whatever it holds."""

from dataclasses import replace

from sqlalchemy.orm import Session

from ...domain.content import Content
from ..models import SourceFileRow
from ..sessions import reading
from .photos import read_pictures
from .remembered import values_in
from .reprints import read_reprints
from .revision import library_digest, read_digest
from .rows import TABLES, content_with
from .store import read_by_key, read_rows

__all__ = ["library_digest", "read_content", "read_library", "read_source_files"]

_last: tuple[str, Content] | None = None
"""What the last reading found, and the digest of the library then."""


def read_library() -> Content:
    """Return everything the library holds, as one consistent whole.

    What did not change since the last reading is the same object again, and is not even asked for.
    """
    with reading() as session:
        return read_content(session)


def read_content(session: Session) -> Content:
    """Return everything the library holds, as a session sees it."""
    global _last
    digest, last = read_digest(session), _last
    if last is not None and last[0] == digest:
        content = last[1]
    else:
        content = content_with({model: values_in(session, model) for model in TABLES})
    reprints, pictures = read_reprints(session), read_pictures(session)
    if content.reprints is not reprints or content.pictures != pictures:
        content = replace(content, reprints=reprints, pictures=pictures)
    _last = digest, content
    return content


def read_source_files(path: str | None = None) -> dict[str, bytes]:
    """Return the bytes of the files that were loaded, by path; of one of them, where it is named."""
    with reading() as session:
        rows = [*read_by_key(session, SourceFileRow, [(path,)]).values()] if path else read_rows(session, SourceFileRow)
        return {row["path"]: row["data"] for row in rows}
