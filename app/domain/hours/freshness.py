"""How old the hours of a place are, and until when they may be said plainly."""

import calendar
from dataclasses import dataclass
from datetime import date

from ..category import Categories
from ..place import Source
from .asked import Asked, months_of_trust


@dataclass(frozen=True)
class Freshness:
    """The day somebody knew, how precisely we know that day (`2024`, `2024-04`, `2024-04-12`), the last day
    to trust it."""

    on: date
    written: str
    due: date


def freshness_of(asked: Asked, categories: Categories) -> Freshness | None:
    """Return the age of the hours, or nothing when no date came with them."""
    if asked.verified:
        on, due = asked.verified.on, asked.verified.due
        written = _as_written(on, asked.sources)
    else:
        written, due = _latest(asked.sources), None
        if not written:
            return None
        on = last_day(written)
    return Freshness(on, written, due or add_months(on, months_of_trust(categories, asked.categories)))


def last_day(written: str) -> date:
    """Return the last day of a year, a month or a range: `2024-04` is trusted as of 2024-04-30."""
    parts = [int(part) for part in written.rsplit("/", 1)[-1].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _as_written(on: date, sources: tuple[Source, ...]) -> str:
    """Return the day as precisely as its source has it: 2020-12-31 may stand for "2020"."""
    dates = [s.on.rsplit("/", 1)[-1] for s in sources if s.on]
    return next((written for written in dates if last_day(written) == on), on.isoformat())


def _latest(sources: tuple[Source, ...]) -> str:
    """Return the newest date of the sources that speak of the hours (of everything, when they list nothing)."""
    dates = [s.on.rsplit("/", 1)[-1] for s in sources if s.on and (not s.fields or "hours" in s.fields)]
    return max(dates, key=last_day, default="")
