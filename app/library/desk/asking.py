"""Asking a place itself: a link for who works there, by which they say whether what we tell is still true.

A link is of one place, for some weeks; a new one makes the former void. Opening it changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from pydantic_core import to_json
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ...domain.code import draw_signs, read_signs
from ...domain.person import Person
from ...domain.place import Place
from ...domain.record import Told
from ...domain.suggestion import Kind, SuggestionState
from ..models import SuggestionRow
from ..moments import hash_of, stored, utc_now
from ..sessions import reading, writing
from .faults import NoAsking, NothingSent, NotYours
from .homes import homes_of_places, read_place
from .models import AskedRow
from .people import SIGNS

LASTS = timedelta(days=60)


@dataclass(frozen=True)
class Asked:
    """A place that is asked, as it is now, and until when."""

    place: Place
    expires: datetime


def ask_place(person: Person, place: str) -> str:
    """Return the code of a new link for the staff of a place: told once; former ones are void."""
    code = draw_signs(SIGNS)
    now = utc_now()
    with writing() as session:
        if read_place(session, place) is None:
            raise NothingSent
        if not person.may_judge or not person.covers(homes_of_places(session, [place])[place]):
            raise NotYours
        former = update(AskedRow).where(AskedRow.place == place, AskedRow.revoked_at.is_(None))
        session.execute(former.values(revoked_at=now))
        session.add(AskedRow(hash=hash_of(code), place=place, person=person.id, made_at=now, expires_at=now + LASTS))
        session.commit()
    return code


def read_asked(code: str) -> Asked:
    """Return the place that a code asks; raise `NoAsking`. Nothing is used up."""
    with reading() as session:
        row, place = _asked(session, code)
        return Asked(place, row.expires_at.replace(tzinfo=UTC))


def asks(code: str) -> bool:
    """Tell whether a code that somebody typed is that of a link."""
    try:
        return bool(read_asked(code))
    except NoAsking:
        return False


def answer_asked(code: str, facts: Sequence[Told], text: str, lang: str) -> None:
    """Keep what a place says of itself, for the desk to judge; the same said twice on one day is one message."""
    now = datetime.now(UTC)
    with writing() as session:
        row, place = _asked(session, code)
        said = [told.model_dump(mode="json") for told in facts]
        key = str(uuid5(NAMESPACE_URL, to_json([row.id, now.date(), said, text]).decode()))
        if session.scalar(select(SuggestionRow.id).where(SuggestionRow.key == key)) is None:
            session.add(
                SuggestionRow(
                    key=key,
                    kind=Kind.ROUND,
                    place=place.id,
                    lang=lang,
                    text=text,
                    path="",
                    facts=said,
                    asked=row.id,
                    received_at=stored(now),
                    state=SuggestionState.NEW,
                )
            )
            session.commit()


# Private


def _asked(session: Session, code: str) -> tuple[AskedRow, Place]:
    row = session.scalar(select(AskedRow).where(AskedRow.hash == hash_of(read_signs(code))))
    place = read_place(session, row.place) if row else None
    if row is None or place is None or row.revoked_at is not None or row.expires_at <= utc_now():
        raise NoAsking
    return row, place
