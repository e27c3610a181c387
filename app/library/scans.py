"""How often printed codes are opened: a number a day and code, nothing of who opened them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from sqlalchemy import Date, bindparam, func, select, text

from .models import ScanRow
from .sessions import reading, writing

PATIENCE_MS = 500
_SHOWN_DAYS = 30

Counts = Mapping[tuple[str, date], int]
"""How often each code was opened on each day."""


def add_scans(counts: Counts) -> None:
    """Add to what was counted; raise `LibraryFault` when the library cannot be written now, with nothing added."""
    with writing(PATIENCE_MS) as session:
        session.execute(_ADD, [{"code": code, "day": day, "count": count} for (code, day), count in counts.items()])
        session.commit()


def scans_by_day(since: date) -> dict[date, int]:
    """Return how often any code was opened on each day since one."""
    asked = select(ScanRow.day, func.sum(ScanRow.count)).where(ScanRow.day >= since).group_by(ScanRow.day)
    with reading() as session:
        return {day: count for day, count in session.execute(asked)}


def scans_of(codes: Iterable[str], today: date) -> dict[str, int]:
    """Return how often each code was opened in the last thirty days."""
    since = today - timedelta(days=_SHOWN_DAYS)
    asked = select(ScanRow.code, ScanRow.count).where(ScanRow.code.in_(list(codes)), ScanRow.day > since)
    found: dict[str, int] = {}
    with reading() as session:
        for code, count in session.execute(asked):
            found[code] = found.get(code, 0) + count
    return found


# Private

# As text, like what is counted of uses: every worker writes.
_ADD = text(
    "INSERT INTO scan (code, day, count) VALUES (:code, :day, :count) "
    "ON CONFLICT (code, day) DO UPDATE SET count = scan.count + excluded.count"
).bindparams(bindparam("day", type_=Date))
