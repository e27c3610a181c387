"""States of translations live in the library: a file that has lost one takes nothing away.

Tools drop the comment in which a file holds its copy. A text that comes without one, or whose copy is of other words,
waits for a reader; where the library holds the very same words of the very same French, what it knows of them stands.
"""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from ...domain.text import TextState
from ..models import TranslationRow
from .rows import Row
from .store import read_rows

_KNOWN = ("state", "by", "on")


def keep_states(session: Session, rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a load with the states that the library knows better."""
    if not any(row["state"] == TextState.TO_REVIEW for row in rows):
        return list(rows)
    reviewed = {
        (row["language"], row["key"]): row
        for row in read_rows(session, TranslationRow)
        if row["state"] == TextState.REVIEWED
    }
    return [_with_state(row, reviewed.get((row["language"], row["key"]))) for row in rows]


# Private


def _with_state(row: Row, held: Row | None) -> Row:
    is_same = held is not None and (row["source"], row["words"]) == (held["source"], held["words"])
    if held is None or not is_same or row["state"] != TextState.TO_REVIEW:
        return row
    return row | {name: held[name] for name in _KNOWN}
