"""The tables of the desk: people, invitations, sign-ins, keys, attempts, rounds. Times are UTC.

They are no content: no file holds them, no edition shows them. What opens a door (an invitation, a sign-in) lies here
only as its SHA-256: who reads the database cannot come in with it.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Base


class PersonRow(Base):
    """Somebody who has been invited; `territories` are their ids with spaces between, none for all of them.

    `password` is argon2's own text, null until the first invitation was answered.
    """

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    territories: Mapped[str]
    password: Mapped[str | None]
    added_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class InvitationRow(Base):
    """A way in that works once: the hash of its code, and until when. Answered or replaced, it is gone."""

    __tablename__ = "invitation"

    hash: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    expires_at: Mapped[datetime]


class SignInRow(Base):
    """One machine on which somebody is signed in: the hash of the random id in its cookie. Deleted, it is over.

    On a `tablet` that a team shares it ends a while after the last page; `expires_at` moves on with each.
    """

    __tablename__ = "sign_in"

    hash: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    signed_in_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    tablet: Mapped[str | None]


class TabletPinRow(Base):
    """The digits with which somebody comes back on one shared tablet (the hash of its cookie), as argon2 keeps them."""

    __tablename__ = "tablet_pin"

    tablet: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    pin: Mapped[str]
    wrong: Mapped[int]
    used_at: Mapped[datetime]


class PasskeyRow(Base):
    """A key of access: what somebody's own device signs a challenge with, instead of their password (WebAuthn).

    `credential` is its id in base64url, `public_key` a COSE key, `host` the only one it opens. `removed_at` ends it;
    `removed_by` is the person who did, null where a command, a revocation or a new password did.
    """

    __tablename__ = "passkey"

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    credential: Mapped[str] = mapped_column(unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger)
    host: Mapped[str]
    name: Mapped[str]
    added_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class KeyChallengeRow(Base):
    """What a key is asked to sign, once: its hash, until when, and for whom; for nobody yet, to come in."""

    __tablename__ = "key_challenge"

    hash: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    expires_at: Mapped[datetime]


class AttemptRow(Base):
    """Something that is limited, tried once by `who`: a keyed hash of an address, or a person; kept for an hour."""

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    who: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(index=True)


class RoundRow(Base):
    """A round: places in the order in which one walks (`places`: ids and metres between them), in `parts` stretches.

    `revoked_at` ends it before its time.
    """

    __tablename__ = "round"

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    territory: Mapped[str]
    places: Mapped[list[list[Any]]] = mapped_column(JSON)
    parts: Mapped[int]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class CarriedRow(Base):
    """One part of a round on somebody's telephone: the hash of what the telephone shows with each record."""

    __tablename__ = "carried"

    id: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(unique=True)
    round: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)
    part: Mapped[int]
    person: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    taken_at: Mapped[datetime]


class AskedRow(Base):
    """A link for who works at a place, by which they say whether it is still true: the hash of its code."""

    __tablename__ = "asked"

    id: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(unique=True)
    place: Mapped[str] = mapped_column(index=True)
    person: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
