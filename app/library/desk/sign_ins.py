"""Sign-ins: rows, so that revoking one acts on the very next request."""

import secrets
from datetime import timedelta

from sqlalchemy import delete, select, update

from ...domain.person import Person
from ...domain.text import plain_text
from ..moments import hash_of, utc_now
from ..sessions import reading, writing
from .faults import WrongSignIn
from .models import PersonRow, SignInRow
from .passwords import is_right
from .people import person_of

STAYS = timedelta(days=30)
"""On somebody's own telephone."""

LASTS = timedelta(hours=4)
"""On a machine that others use too: the time of an opening of the kiosk."""

UNTOUCHED = timedelta(minutes=15)
"""On a tablet that a team shares: since the last page."""

_MOVES_ON = timedelta(minutes=1)
"""A page sooner than this after another writes nothing."""


def sign_in(name: str, password: str, *, stays: bool = False, tablet: str = "") -> str:
    """Return the secret of a new sign-in, for a cookie; raise `WrongSignIn`. It is short unless it `stays`.

    `tablet` is the secret of the shared tablet that somebody comes in on, empty for another machine.
    """
    folded = " ".join(plain_text(name).split()).casefold()
    with reading() as session:
        rows = session.scalars(select(PersonRow).where(PersonRow.revoked_at.is_(None)))
        row = next((each for each in rows if each.name.casefold() == folded), None)
        id, kept = (row.id, row.password) if row else (0, None)
    if not is_right(kept, password):
        raise WrongSignIn
    return open_sign_in(id, stays=stays, tablet=tablet)


def open_sign_in(person: int, *, stays: bool = False, tablet: str = "") -> str:
    """Return the secret of a new sign-in of somebody who has shown who they are."""
    secret, now = secrets.token_urlsafe(32), utc_now()
    with writing() as session:
        session.execute(delete(SignInRow).where(SignInRow.expires_at < now))
        row = session.get(PersonRow, person)
        if row is None or row.revoked_at is not None:
            raise WrongSignIn
        until = now + (UNTOUCHED if tablet else STAYS if stays else LASTS)
        where = hash_of(tablet) if tablet else None
        session.add(SignInRow(hash=hash_of(secret), person=person, signed_in_at=now, expires_at=until, tablet=where))
        session.commit()
    return secret


def signed_in(secret: str) -> Person | None:
    """Return who is signed in with a secret; nobody once it is too old, or the person revoked."""
    asked = (
        select(PersonRow, SignInRow)
        .join(SignInRow, SignInRow.person == PersonRow.id)
        .where(SignInRow.hash == hash_of(secret), SignInRow.expires_at > utc_now(), PersonRow.revoked_at.is_(None))
    )
    with reading() as session:
        found = session.execute(asked).first()
    if found is None:
        return None
    row, sign_in = found
    if sign_in.tablet and sign_in.expires_at < utc_now() + UNTOUCHED - _MOVES_ON:
        _move_on(sign_in.hash)
    return person_of(row)


def is_on_tablet(secret: str) -> bool:
    """Tell whether a sign-in is one on a tablet that a team shares."""
    with reading() as session:
        row = session.get(SignInRow, hash_of(secret))
        return row is not None and row.tablet is not None


def sign_out(secret: str) -> None:
    """End a sign-in."""
    with writing() as session:
        session.execute(delete(SignInRow).where(SignInRow.hash == hash_of(secret)))
        session.commit()


# Private


def _move_on(hash: str) -> None:
    """Count the time of a sign-in on a shared tablet from now."""
    with writing() as session:
        session.execute(update(SignInRow).where(SignInRow.hash == hash).values(expires_at=utc_now() + UNTOUCHED))
        session.commit()
