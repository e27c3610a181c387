"""How often something may be tried, counted in the database: every worker, and every machine, sees the same."""

from collections.abc import Mapping
from datetime import timedelta
from math import ceil
from typing import NamedTuple

from sqlalchemy import delete, func, select

from ..sessions import writing
from .faults import TooOften
from .models import AttemptRow
from .moments import utc_now

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
        for who, limit in limits.items():
            since = now - timedelta(minutes=limit.minutes)
            mine = AttemptRow.who == who, AttemptRow.at > since
            found = session.execute(select(func.count(), func.min(AttemptRow.at)).where(*mine)).one()
            if found[0] >= limit.most:
                raise TooOften(minutes=max(1, ceil((found[1] - since).total_seconds() / 60)))
        session.add_all([AttemptRow(who=who, at=now) for who in limits])
        session.commit()


def forgive(*who: str) -> None:
    """Forget the attempts of somebody who has shown who they are."""
    with writing() as session:
        session.execute(delete(AttemptRow).where(AttemptRow.who.in_(who)))
        session.commit()
