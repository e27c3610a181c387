"""The translations of a walk whose stops have other numbers: each goes along with what it is of."""

from collections.abc import Iterator, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ...domain.stop_order import Numbers, moved_key
from ..models import TranslationRow, table_of
from .digests import digest_of_row
from .edits import Edit
from .rows import Row


def moved_texts(session: Session, walk: str, numbers: Numbers, more: Mapping[tuple[str, str], Row]) -> Iterator[Edit]:
    """Yield what becomes of the translations of a walk whose stops have other numbers, and of those that come back."""
    table = table_of(TranslationRow)
    asked = select(table).where(table.c.key.startswith(f"walk:{walk}/", autoescape=True))
    held = {(row["language"], row["key"]): dict(row) for row in session.execute(asked).mappings()}
    wanted = {**more}
    for (language, was), text in held.items():
        if (key := moved_key(was, walk, numbers)) is not None:
            wanted[language, key] = text
    last = session.scalar(select(func.max(table.c.rank))) or 0.0
    for name in dict.fromkeys([*held, *wanted]):
        before, row = held.get(name), wanted.get(name)
        after: Row | None = None
        if row:
            after = {**row, "key": name[1], "rank": (before or row).get("rank", last + 1)}
            after["digest"] = digest_of_row(TranslationRow, after)
        if before != after:
            yield Edit(TranslationRow, before, after)
