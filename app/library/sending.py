"""How fast one network sends: past a pace a suggestion is doubtful, and far past it the network is asked to wait.

A school, a social centre or a phone network is one address for many families: nothing is lost for their haste.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from .sender_models import SendingRow

AN_HOUR = 60
A_DAY = 300
FLOOD = 10
"""How many times faster than that a network has to be before it is asked to wait."""


class TooFast(ValueError):
    """A flood: `wait_s` says in how many seconds one may come again."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"A flood: wait {wait_s} s.")
        self.wait_s = wait_s


def count_sending(session: Session, who: str, at: datetime) -> bool:
    """Count a suggestion of a network (a keyed hash that changes every day) and tell whether it comes too fast.

    `at` is UTC. Raise `TooFast` for a flood.
    """
    session.execute(delete(SendingRow).where(SendingRow.day < at.date()))
    row = session.get(SendingRow, (who, at.date(), at.hour))
    if row is None:
        row = SendingRow(who=who, day=at.date(), hour=at.hour, count=0)
        session.add(row)
    row.count += 1
    session.flush()
    of_day = select(func.sum(SendingRow.count)).where(SendingRow.who == who, SendingRow.day == at.date())
    today = session.scalar(of_day) or 0
    if today > A_DAY * FLOOD:
        raise TooFast(_seconds_until(at, (at + timedelta(days=1)).replace(hour=0, minute=0, second=0)))
    if row.count > AN_HOUR * FLOOD:
        raise TooFast(_seconds_until(at, (at + timedelta(hours=1)).replace(minute=0, second=0)))
    return row.count > AN_HOUR or today > A_DAY


# Private


def _seconds_until(now: datetime, then: datetime) -> int:
    return max(1, int((then - now).total_seconds()))
