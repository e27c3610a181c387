"""How often something may be tried, counted in the database: every worker, and every machine, sees the same."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from math import ceil
from typing import NamedTuple

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from ..moments import utc_now
from ..sessions import reading, writing
from .faults import TooOften
from .models import AttemptRow

FORGOTTEN_AFTER = timedelta(hours=1)


class Limit(NamedTuple):
    """So many within so many minutes, an hour at the most."""

    most: int
    minutes: int


def try_once(limits: Mapping[str, Limit]) -> None:
    """Count an attempt of each `who`; raise `TooOften` when one has had all of theirs."""
    now = utc_now()
    with writing() as session:
        session.execute(delete(AttemptRow).where(AttemptRow.at < now - FORGOTTEN_AFTER))
        _require_left(session, limits, now)
        session.add_all([AttemptRow(who=who, at=now) for who in limits])
        session.commit()


def require_left(limits: Mapping[str, Limit]) -> None:
    """Raise `TooOften` when a `who` has had all of their attempts; count none."""
    with reading() as session:
        _require_left(session, limits, utc_now())


def count_attempts(who: Collection[str], times: int) -> None:
    """Count so many attempts of each `who`."""
    with writing() as session:
        session.add_all([AttemptRow(who=each, at=utc_now()) for each in who for _ in range(times)])
        session.commit()


def forgive(*who: str) -> None:
    """Forget the attempts of somebody who has shown who they are."""
    with writing() as session:
        session.execute(delete(AttemptRow).where(AttemptRow.who.in_(who)))
        session.commit()


# Private


def _require_left(session: Session, limits: Mapping[str, Limit], now: datetime) -> None:
    for who, limit in limits.items():
        since = now - timedelta(minutes=limit.minutes)
        mine = AttemptRow.who == who, AttemptRow.at > since
        found = session.execute(select(func.count(), func.min(AttemptRow.at)).where(*mine)).one()
        if found[0] >= limit.most:
            raise TooOften(minutes=max(1, ceil((found[1] - since).total_seconds() / 60)))
