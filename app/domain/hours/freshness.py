"""How old the hours of a place are, and until when they may be said plainly."""

import calendar
from dataclasses import dataclass
from datetime import date

from ..category import Categories
from ..place import Source
from ..verified import Verified
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
    return age_of(asked.verified, asked.sources, ("hours",), months_of_trust(categories, asked.categories))


def age_of(
    verified: Verified | None, sources: tuple[Source, ...], fields: tuple[str, ...], months: int
) -> Freshness | None:
    """Return the age of a fact that stands in these fields, and holds for so many months; None when it has no date."""
    if verified:
        on, due = verified.on, verified.due
        written = _as_written(on, sources)
    else:
        written, due = _latest(sources, fields), None
        if not written:
            return None
        on = last_day(written)
    return Freshness(on, written, due or add_months(on, months))


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


def _latest(sources: tuple[Source, ...], fields: tuple[str, ...]) -> str:
    """Return the newest date of the sources that speak of some fields (of everything, when they list nothing)."""
    told = [s for s in sources if not s.fields or any(name.split(".")[0] in fields for name in s.fields)]
    dates = [s.on.rsplit("/", 1)[-1] for s in told if s.on]
    return max(dates, key=last_day, default="")
