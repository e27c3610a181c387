"""Rounds on foot: made at the desk, taken part by part onto telephones, ended before their time."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ...domain.person import Person
from ...domain.tour import Halt, stretch
from ..moments import hash_of, utc_now
from ..sessions import reading, writing
from .faults import NoRound, NotYours
from .homes import homes_of_places
from .models import CarriedRow, PersonRow, RoundRow
from .people import person_of

LASTS = timedelta(days=14)
"""A telephone may come home without a network, and meet one a week later."""

MOST_PLACES = 60
MOST_PARTS = 9
MOST_SHOWN = 20


@dataclass(frozen=True)
class Round:
    """A round as the desk shows it: its places in the order of the walk, in how many parts, who took which."""

    id: int
    territory: str
    halts: Sequence[Halt]
    parts: int
    made: datetime
    expires: datetime
    is_over: bool
    taken: Sequence[tuple[int, str]] = ()
    """Number of the part, and the name of who took it, in the order in which they did."""

    def part(self, number: int) -> Sequence[Halt]:
        """Return the places of one part."""
        return stretch(self.halts, number, self.parts)


@dataclass(frozen=True)
class Carried:
    """A part of a round on somebody's telephone; `ended` says why it is over: `expired`, `revoked`; empty else."""

    id: int
    person: Person
    taken: datetime
    ended: str


def make_round(person: Person, territory: str, halts: Sequence[Halt], parts: int) -> int:
    """Keep a round and return its number; raise `NotYours`, and `NoRound` for one of no place."""
    if not halts:
        raise NoRound
    now = utc_now()
    with writing() as session:
        homes = homes_of_places(session, [halt.id for halt in halts])
        if not person.may_judge or not all(person.covers(homes[halt.id]) for halt in halts):
            raise NotYours
        row = RoundRow(
            person=person.id,
            territory=territory,
            places=[list(halt) for halt in halts[:MOST_PLACES]],
            parts=min(max(1, parts), MOST_PARTS, len(halts)),
            made_at=now,
            expires_at=now + LASTS,
        )
        session.add(row)
        session.commit()
        return row.id


def read_rounds(person: Person) -> list[Round]:
    """Return the last rounds of somebody's territories, the newest first."""
    with reading() as session:
        rows = session.scalars(select(RoundRow).order_by(RoundRow.id.desc()).limit(10 * MOST_SHOWN))
        mine = [row for row in rows if person.covers([row.territory])][:MOST_SHOWN]
        return [_round(session, row) for row in mine]


def read_round(person: Person, id: int) -> Round:
    """Return one round; raise `NoRound` when it is not there, or not of this person's territories."""
    with reading() as session:
        return _round(session, _require(session, person, id))


def end_round(person: Person, id: int) -> None:
    """End a round: what telephones still send of it waits for a coordinator."""
    with writing() as session:
        row = _require(session, person, id)
        if not person.may_judge:
            raise NotYours
        row.revoked_at = row.revoked_at or utc_now()
        session.commit()


def carry_part(person: Person, id: int, part: int) -> str:
    """Give somebody a part of a round, and return what their telephone shows with each record: told once."""
    token = secrets.token_urlsafe(24)
    with writing() as session:
        row = _require(session, person, id)
        if _ended(row) or not 1 <= part <= row.parts:
            raise NoRound
        now = utc_now()
        session.add(CarriedRow(hash=hash_of(token), round=id, part=part, person=person.id, taken_at=now))
        session.commit()
    return token


def find_carried(token: str) -> Carried | None:
    """Return which part of which round a telephone carries; None for what nobody was ever given."""
    with reading() as session:
        return carried_within(session, token)


def carried_within(session: Session, token: str) -> Carried | None:
    """Return the same within a transaction."""
    row = session.scalar(select(CarriedRow).where(CarriedRow.hash == hash_of(token)))
    of = session.get(RoundRow, row.round) if row else None
    bearer = session.get(PersonRow, row.person) if row else None
    if row is None or of is None or bearer is None:
        return None
    ended = "revoked" if bearer.revoked_at is not None else _ended(of)
    return Carried(row.id, person_of(bearer), row.taken_at.replace(tzinfo=UTC), ended)


# Private


def _require(session: Session, person: Person, id: int) -> RoundRow:
    row = session.get(RoundRow, id)
    if row is None or not person.covers([row.territory]):
        raise NoRound
    return row


def _ended(row: RoundRow) -> str:
    if row.revoked_at is not None:
        return "revoked"
    return "expired" if row.expires_at <= utc_now() else ""


def _round(session: Session, row: RoundRow) -> Round:
    newest = func.max(CarriedRow.id)
    asked = select(CarriedRow.part, PersonRow.name).join(PersonRow, PersonRow.id == CarriedRow.person)
    taken = asked.where(CarriedRow.round == row.id).group_by(CarriedRow.part, PersonRow.name).order_by(newest)
    return Round(
        id=row.id,
        territory=row.territory,
        halts=[Halt(*halt) for halt in row.places],
        parts=row.parts,
        made=row.made_at.replace(tzinfo=UTC),
        expires=row.expires_at.replace(tzinfo=UTC),
        is_over=bool(_ended(row)),
        taken=[(part, name) for part, name in session.execute(taken)],
    )
