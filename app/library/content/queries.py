"""Reading the library: a fixed number of queries, whatever it holds."""

from ...domain.content import Content
from ..models import SourceFileRow
from ..sessions import reading
from .revision import library_digest, read_digest
from .rows import TABLES, content_of
from .store import read_rows

__all__ = ["library_digest", "read_library", "read_source_files"]


def read_library() -> Content:
    """Return everything the library holds, as one consistent whole: one query a table."""
    with reading() as session:
        read_digest(session)
        return content_of({model: read_rows(session, model) for model in TABLES})


def read_source_files() -> dict[str, bytes]:
    """Return the bytes of the files that were loaded, by path."""
    with reading() as session:
        return {row["path"]: row["data"] for row in read_rows(session, SourceFileRow)}
