"""How much of what was handed out on each day: numbers by kind, territory and language, kept for twenty-five months."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta

from sqlalchemy import Date, bindparam, func, select, text

from ..domain.use import KEPT_MONTHS, KINDS, Use
from .models import UseRow
from .sessions import reading, writing

PATIENCE_MS = 500
KEPT_DAYS = KEPT_MONTHS * 365 // 12

Counts = Mapping[tuple[Use, date], int]
"""How often each use was counted on each day."""


def add_uses(counts: Counts) -> None:
    """Add to what was counted, and forget what is too old; raise `LibraryFault` when nothing can be written now."""
    oldest = max(day for _, day in counts) - timedelta(days=KEPT_DAYS)
    with writing(PATIENCE_MS) as session:
        session.execute(_ADD, [asdict(use) | {"day": day, "count": count} for (use, day), count in counts.items()])
        session.execute(_FORGET, {"day": oldest})
        session.commit()


def monday_of(day: date) -> date:
    """Return the Monday by which the week of a day is named."""
    return day - timedelta(days=day.weekday())


def read_uses(by: str, since: date) -> Mapping[str, Mapping[date, int]]:
    """Return how often each `kind`, `territory` or `lang` was counted in each week (its Monday) since a day."""
    column = getattr(UseRow, by)
    asked = select(column, UseRow.day, func.sum(UseRow.count)).where(UseRow.day >= since, column != "")
    found: dict[str, dict[date, int]] = {}
    with reading() as session:
        for name, day, count in session.execute(asked.group_by(column, UseRow.day)):
            weeks = found.setdefault(name, {})
            weeks[monday_of(day)] = weeks.get(monday_of(day), 0) + count
    if by == "kind":
        return {kind: found[kind] for kind in KINDS if kind in found}
    return dict(sorted(found.items()))


# Private

_DAY = bindparam("day", type_=Date)

# As text: every worker writes, and rows as objects would take 5 MB more of each.
_ADD = text(
    'INSERT INTO "use" (day, kind, territory, lang, count) VALUES (:day, :kind, :territory, :lang, :count) '
    'ON CONFLICT (day, kind, territory, lang) DO UPDATE SET count = "use".count + excluded.count'
).bindparams(_DAY)
_FORGET = text('DELETE FROM "use" WHERE day < :day').bindparams(_DAY)
