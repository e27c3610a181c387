"""Keys of access of people: added with the password in hand, used to come in, removed; the password always stays.

What a device is asked to sign lies here as its hash, for some minutes, and is used up by the first answer, good or bad.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from ...domain.person import Person
from ...domain.text import N_, plain_text
from ..moments import hash_of, utc_now
from ..sessions import reading, writing
from .faults import KeyFault
from .models import KeyChallengeRow, PasskeyRow, PersonRow, SignInRow
from .origins import ANSWERS_WITHIN_S, NewKey, Origin
from .passwords import is_right
from .sign_ins import open_sign_in

MOST = 10
LONGEST_NAME = 40


@dataclass(frozen=True)
class Passkey:
    """A key as its person sees it in a list; `used` is the last time it opened the desk."""

    id: int
    name: str
    host: str
    added: datetime
    used: datetime | None


def read_passkeys(person: Person) -> list[Passkey]:
    """Return somebody's keys, the first added first."""
    with reading() as session:
        rows = session.scalars(select(PasskeyRow).where(*_of(person.id)).order_by(PasskeyRow.id))
        return [Passkey(row.id, row.name, row.host, _aware(row.added_at), _when(row.used_at)) for row in rows]


def ask_to_add(person: Person, password: str, name: str, origin: Origin, sign_in: str) -> dict[str, Any]:
    """Return what to tell a browser so that it makes a key; raise `KeyFault` for a wrong password, or a shared tablet.

    `sign_in` is the secret of the sign-in on which it is asked: whoever finds the desk open adds no key of their own.
    """
    _read_name(name)
    with reading() as session:
        _require_own_machine(session, sign_in)
        kept = session.scalar(select(PersonRow.password).where(PersonRow.id == person.id))
        held = list(session.scalars(select(PasskeyRow.credential).where(*_of(person.id))))
    if not is_right(kept, password):
        raise KeyFault(_WRONG_PASSWORD)
    if len(held) >= MOST:
        raise KeyFault(_TOO_MANY, most=MOST)
    options: dict[str, Any] = _ceremonies().creation_options(origin, person, _draw_challenge(person.id), held)
    return options


def add_passkey(person: Person, answer: str, name: str, origin: Origin, sign_in: str) -> None:
    """Keep the key that somebody's device has made as it was asked; raise `KeyFault`."""
    called, challenge = _read_name(name), _take_challenge(answer, person.id)
    new: NewKey = _ceremonies().verify_new(answer, challenge, origin)
    with writing() as session:
        _require_own_machine(session, sign_in)
        count = session.scalar(select(func.count()).select_from(PasskeyRow).where(*_of(person.id)))
        if count is None or count >= MOST:
            raise KeyFault(_TOO_MANY, most=MOST)
        if session.scalar(select(PasskeyRow.id).where(PasskeyRow.credential == new.credential)):
            raise KeyFault(_KNOWN)
        made = {"credential": new.credential, "public_key": new.public_key, "sign_count": new.sign_count}
        session.add(PasskeyRow(person=person.id, host=origin.host, name=called, added_at=utc_now(), **made))
        session.commit()


def remove_passkey(person: Person, id: int) -> None:
    """End one of somebody's keys; one that is gone already, or another's, is left as it is."""
    with writing() as session:
        mine = update(PasskeyRow).where(PasskeyRow.id == id, *_of(person.id))
        session.execute(mine.values(removed_at=utc_now(), removed_by=person.id))
        session.commit()


def ask_to_sign_in(origin: Origin) -> dict[str, Any]:
    """Return what to tell a browser so that somebody's device says who they are."""
    options: dict[str, Any] = _ceremonies().request_options(origin, _draw_challenge(None))
    return options


def sign_in_by_key(answer: str, origin: Origin, *, stays: bool = False, tablet: str = "") -> str:
    """Return the secret of a new sign-in, as a password gives (`sign_ins.sign_in`); raise `KeyFault`."""
    challenge = _take_challenge(answer, None)
    asked = (
        select(PasskeyRow)
        .join(PersonRow, PersonRow.id == PasskeyRow.person)
        .where(PasskeyRow.credential == _ceremonies().credential_in(answer), PasskeyRow.removed_at.is_(None))
        .where(PersonRow.revoked_at.is_(None), PersonRow.password.is_not(None))
    )
    with reading() as session:
        row = session.scalar(asked)
    if row is None:
        raise KeyFault
    key = NewKey(row.credential, row.public_key, row.sign_count)
    _count(row, _ceremonies().verify(answer, challenge, origin, key, row.person))
    return open_sign_in(row.person, stays=stays, tablet=tablet)


# Private


def _ceremonies() -> Any:
    """Return the module that speaks with devices, loaded now if it was not yet."""
    return import_module(".ceremonies", __package__)


def _of(person: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return PasskeyRow.person == person, PasskeyRow.removed_at.is_(None)


def _draw_challenge(person: int | None) -> bytes:
    """Return what a device is to sign for a person, or to come in; forget what was asked and never answered."""
    challenge, now = secrets.token_bytes(32), utc_now()
    with writing() as session:
        session.execute(delete(KeyChallengeRow).where(KeyChallengeRow.expires_at < now))
        until = now + timedelta(seconds=ANSWERS_WITHIN_S)
        session.add(KeyChallengeRow(hash=hash_of(challenge.hex()), person=person, expires_at=until))
        session.commit()
    return challenge


def _take_challenge(answer: str, person: int | None) -> bytes:
    """Return what an answer answers, and use it up; raise `KeyFault` unless we asked just that, and of this person."""
    challenge: bytes = _ceremonies().challenge_in(answer)
    with writing() as session:
        row = session.get(KeyChallengeRow, hash_of(challenge.hex()))
        if row is None or row.expires_at <= utc_now() or row.person != person:
            raise KeyFault(_STALE, minutes=ANSWERS_WITHIN_S // 60)
        session.delete(row)
        session.commit()
    return challenge


def _count(row: PasskeyRow, sign_count: int) -> None:
    """Note that a key was used; of two answers of one count, the second comes too late."""
    same = update(PasskeyRow).where(PasskeyRow.id == row.id, PasskeyRow.removed_at.is_(None))
    same = same.where(PasskeyRow.sign_count == row.sign_count).returning(PasskeyRow.id)
    with writing() as session:
        found = session.scalar(same.values(sign_count=sign_count, used_at=utc_now()))
        session.commit()
    if found is None:
        raise KeyFault


def _require_own_machine(session: Session, sign_in: str) -> None:
    """Raise `KeyFault` for a sign-in on a tablet that a team shares: who holds it next would make a key for good."""
    row = session.get(SignInRow, hash_of(sign_in))
    if row is None or row.tablet is not None:
        raise KeyFault(_SHARED)


def _read_name(text: str) -> str:
    name = " ".join(plain_text(text).split())
    if not 1 <= len(name) <= LONGEST_NAME:
        raise KeyFault(_NAMELESS, most=LONGEST_NAME)
    return name


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)


def _when(moment: datetime | None) -> datetime | None:
    return _aware(moment) if moment else None


_WRONG_PASSWORD = N_("Ce n’est pas votre mot de passe : la clé n’a pas été ajoutée. Vérifiez les majuscules.")
_TOO_MANY = N_("Vous avez déjà %(most)s clés d’accès : retirez-en une qui ne sert plus.")
_KNOWN = N_("Cet appareil a déjà une clé d’accès du bureau : elle marche toujours.")
_STALE = N_("Cette demande a déjà servi, ou date de plus de %(minutes)s minutes : recommencez.")
_SHARED = N_(
    "Sur la tablette de l’équipe on n’ajoute pas de clé d’accès : faites-le sur votre propre téléphone, où vous êtes "
    "au bureau."
)
_NAMELESS = N_("Donnez à cette clé un nom de 1 à %(most)s signes, par exemple « mon téléphone ».")
