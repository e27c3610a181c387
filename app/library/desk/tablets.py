"""A tablet that a team shares: who has signed in on it comes back with a few digits, until they are wrong too often.

The digits are worth something on that tablet only: its cookie is a random secret, of which the database has the hash.
"""

from datetime import timedelta

from sqlalchemy import ColumnElement, delete, select, update

from ...domain.person import Person
from ...domain.text import N_
from ..moments import hash_of, utc_now
from ..sessions import reading, writing
from .faults import WeakPin, WrongPin
from .models import PersonRow, TabletPinRow
from .passwords import hash_pin, is_right
from .people import person_of
from .sign_ins import open_sign_in

LEAST, MOST = 4, 8
FREE_TRIES = 5
"""Wrong digits in a row, then they open nothing any more: the password is asked for."""

FORGOTTEN_AFTER = timedelta(days=60)
"""Without being used: who comes no more is no longer named on the screen."""

_RUNS = "01234567890", "09876543210"


def set_pin(tablet: str, person: Person, pin: str) -> None:
    """Keep the digits with which somebody comes back on a tablet; raise `WeakPin` for those that are tried first."""
    is_digits = pin.isascii() and pin.isdigit() and LEAST <= len(pin) <= MOST
    if not is_digits or len(set(pin)) == 1 or any(pin in run for run in _RUNS):
        raise WeakPin(least=LEAST, most=MOST)
    kept = hash_pin(pin)
    with writing() as session:
        held = {"tablet": hash_of(tablet), "person": person.id}
        session.merge(TabletPinRow(**held, pin=kept, wrong=0, used_at=utc_now()))
        session.commit()


def forget_pin(tablet: str, person: Person) -> None:
    """Take somebody off a tablet."""
    with writing() as session:
        session.execute(delete(TabletPinRow).where(*_of(tablet, person.id)))
        session.commit()


def read_tablet(tablet: str) -> list[Person]:
    """Return who comes back on a tablet with digits, by name; nobody for a tablet that is not known."""
    asked = (
        select(PersonRow)
        .join(TabletPinRow, TabletPinRow.person == PersonRow.id)
        .where(TabletPinRow.tablet == hash_of(tablet), TabletPinRow.used_at > utc_now() - FORGOTTEN_AFTER)
        .where(TabletPinRow.wrong < FREE_TRIES, PersonRow.revoked_at.is_(None))
        .order_by(PersonRow.name)
    )
    with reading() as session:
        return [person_of(row) for row in session.scalars(asked)]


def come_back(tablet: str, person: int, pin: str) -> str:
    """Return the secret of a new sign-in of somebody on a tablet; raise `WrongPin`, which tells of lost digits."""
    kept, left = _count_try(tablet, person)
    if not is_right(kept, pin):
        raise WrongPin(_WRONG, left=left) if left else WrongPin(_GONE)
    _forgive(tablet, person, kept)
    return open_sign_in(person, tablet=tablet)


# Private


def _count_try(tablet: str, person: int) -> tuple[str, int]:
    """Count a try before it is judged, so that many at once are not more than some; return the digits and tries left.

    With the last one the digits are gone, unless it is right (`_forgive`).
    """
    with writing() as session:
        row = session.scalar(select(TabletPinRow).where(*_of(tablet, person)).with_for_update())
        if row is None or row.wrong >= FREE_TRIES or row.used_at < utc_now() - FORGOTTEN_AFTER:
            raise WrongPin(_GONE)
        row.wrong += 1
        found = row.pin, FREE_TRIES - row.wrong
        session.commit()
        return found


def _forgive(tablet: str, person: int, pin: str) -> None:
    right = update(TabletPinRow).where(*_of(tablet, person), TabletPinRow.pin == pin)
    with writing() as session:
        session.execute(right.values(wrong=0, used_at=utc_now()))
        session.commit()


def _of(tablet: str, person: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return TabletPinRow.tablet == hash_of(tablet), TabletPinRow.person == person


_WRONG = N_(
    "Ces chiffres ne sont pas les vôtres. Essais qui restent : %(left)s ; ensuite il faudra votre mot de passe."
)
_GONE = N_("Vos chiffres ne servent plus sur cette tablette : entrez avec votre nom et votre mot de passe.")
