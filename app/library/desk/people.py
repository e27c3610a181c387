"""The people of the desk: added, invited, revoked; called by `adeuxpas user` and by the desk itself.

An invitation is one code, in a link or typed by hand. Twelve signs of Crockford's base 32 (60 bits) for some days.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from ...domain.code import draw_signs, read_signs
from ...domain.person import Person, Role
from ...domain.text import N_, plain_text
from ..models import TerritoryRow
from ..moments import hash_of, utc_now
from ..sessions import reading, writing
from .faults import NoInvitation, NotYours, PersonFault
from .models import InvitationRow, PasskeyRow, PersonRow, SignInRow, TabletPinRow
from .passwords import hash_password

LASTS = timedelta(days=7)
SIGNS = 12
LONGEST_NAME = 60


@dataclass(frozen=True)
class Member:
    """A person as lists tell of them: whether they have a password, until when an invitation waits, since when not.

    `keys` is how many keys of access they have.
    """

    person: Person
    has_password: bool
    invited_until: datetime | None
    revoked: datetime | None
    keys: int = 0


def add_person(name: str, role: str, territories: Sequence[str] = ()) -> str:
    """Add somebody and return the code of their invitation; raise `PersonFault` for what cannot be."""
    name, wanted = _read_name(name), _read_role(role)
    with writing() as session:
        _require_territories(session, territories)
        if _find(session, name) is not None:
            raise PersonFault(_TAKEN, name=name)
        row = PersonRow(
            name=name, role=wanted.value, territories=" ".join(dict.fromkeys(territories)), added_at=utc_now()
        )
        session.add(row)
        session.flush()
        return _invite(session, row)


def invite_person(name: str) -> str:
    """Return a new code for somebody known, revoked or not; former codes are void, the password is until it is used."""
    with writing() as session:
        row = _require(session, name)
        row.revoked_at = None
        return _invite(session, row)


def revoke_person(name: str) -> None:
    """Close every door to somebody at once: sign-ins, invitations, password, keys; what they decided stays."""
    with writing() as session:
        row = _require(session, name)
        row.revoked_at, row.password = utc_now(), None
        _shut(session, row)
        session.commit()


def remove_keys(name: str, by: Person | None = None) -> int:
    """End every key of access of somebody who has lost a device, and every sign-in of theirs; return how many keys.

    Their password stays. `by` is who does it at the desk.
    """
    with writing() as session:
        row = _require(session, name)
        session.execute(delete(SignInRow).where(SignInRow.person == row.id))
        count = _end_keys(session, row, by)
        session.commit()
        return count


def require_inviter(person: Person, territories: Collection[str] = (), *, name: str | None = None) -> None:
    """Raise `NotYours` unless somebody may invite, or show out, others of these territories; or one that is named.

    Nobody shows themselves out: the last coordinator would close the door from outside.
    """
    other = find_person(name) if name is not None else None
    if name is not None and other is None:
        raise PersonFault(_UNKNOWN, name=name)
    wanted = other.territories if other else territories
    if not person.may_invite or not person.covers_all(wanted) or (other is not None and other.id == person.id):
        raise NotYours


def read_people() -> list[Member]:
    """Return everybody, by name."""
    with reading() as session:
        found = session.execute(select(InvitationRow.person, InvitationRow.expires_at))
        waiting = {person: until for person, until in found}
        counted = select(PasskeyRow.person, func.count()).where(PasskeyRow.removed_at.is_(None))
        keys = {person: count for person, count in session.execute(counted.group_by(PasskeyRow.person))}
        rows = session.scalars(select(PersonRow).order_by(PersonRow.name))
        return [_member(row, waiting.get(row.id), keys.get(row.id, 0)) for row in rows]


def find_person(name: str) -> Person | None:
    """Return somebody by name."""
    with reading() as session:
        row = _find(session, plain_text(name).strip())
        return person_of(row) if row else None


def count_people(role: Role) -> int:
    """Return how many people of a role can come in."""
    with reading() as session:
        there = (PersonRow.role == role.value, PersonRow.revoked_at.is_(None), PersonRow.password.is_not(None))
        return session.scalar(select(func.count()).select_from(PersonRow).where(*there)) or 0


def read_invitation(code: str) -> Person:
    """Return whom a code invites, and use nothing up: a preview of a link opens it too. Raise `NoInvitation`."""
    with reading() as session:
        return person_of(_invited(session, code))


def answer_invitation(code: str, password: str) -> Person:
    """Give the invited person a password; the code, every sign-in and every key of theirs end with it.

    A new password is what somebody asks for who has lost a telephone, too.
    """
    kept = hash_password(password, read_invitation(code).name)  # takes long: not while others wait to write
    with writing() as session:
        row = _invited(session, code)
        row.password = kept
        _shut(session, row)
        session.commit()
        return person_of(row)


def person_of(row: PersonRow) -> Person:
    """Return somebody as the row says."""
    return Person(row.id, row.name, Role(row.role), tuple(row.territories.split()))


# Private


def _invite(session: Session, row: PersonRow) -> str:
    code = draw_signs(SIGNS)
    session.execute(delete(InvitationRow).where(InvitationRow.person == row.id))
    session.add(InvitationRow(hash=hash_of(code), person=row.id, expires_at=utc_now() + LASTS))
    session.commit()
    return code


def _invited(session: Session, code: str) -> PersonRow:
    invitation = session.get(InvitationRow, hash_of(read_signs(code)))
    row = session.get(PersonRow, invitation.person) if invitation and invitation.expires_at > utc_now() else None
    if row is None or row.revoked_at is not None:
        raise NoInvitation
    return row


def _shut(session: Session, row: PersonRow) -> None:
    session.execute(delete(InvitationRow).where(InvitationRow.person == row.id))
    session.execute(delete(SignInRow).where(SignInRow.person == row.id))
    session.execute(delete(TabletPinRow).where(TabletPinRow.person == row.id))
    _end_keys(session, row, None)


def _end_keys(session: Session, row: PersonRow, by: Person | None) -> int:
    theirs = update(PasskeyRow).where(PasskeyRow.person == row.id, PasskeyRow.removed_at.is_(None))
    ended = theirs.values(removed_at=utc_now(), removed_by=by.id if by else None).returning(PasskeyRow.id)
    return len(session.scalars(ended).all())


def _find(session: Session, name: str) -> PersonRow | None:
    """Return somebody by name, in whatever case it is typed."""
    folded = name.casefold()
    return next((row for row in session.scalars(select(PersonRow)) if row.name.casefold() == folded), None)


def _require(session: Session, name: str) -> PersonRow:
    row = _find(session, plain_text(name).strip())
    if row is None:
        raise PersonFault(_UNKNOWN, name=name)
    return row


def _read_name(text: str) -> str:
    name = " ".join(plain_text(text).split())
    if not 2 <= len(name) <= LONGEST_NAME:
        raise PersonFault(_NAMELESS, most=LONGEST_NAME)
    return name


def _read_role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError as error:
        raise PersonFault(_NO_ROLE, role=text, roles=", ".join(Role)) from error


def _require_territories(session: Session, ids: Iterable[str]) -> None:
    known = list(session.scalars(select(TerritoryRow.id).order_by(TerritoryRow.rank)))
    for id in ids:
        if id not in known:
            raise PersonFault(_NO_TERRITORY, territory=id, known=", ".join(known))


def _member(row: PersonRow, until: datetime | None, keys: int) -> Member:
    is_open = until is not None and until > utc_now()
    aware = [moment.replace(tzinfo=UTC) if moment else None for moment in (until if is_open else None, row.revoked_at)]
    return Member(person_of(row), row.password is not None, aware[0], aware[1], keys)


_TAKEN = N_("« %(name)s » est déjà au bureau : prenez un autre nom, ou renvoyez-lui une invitation.")
_UNKNOWN = N_("Personne ne s’appelle « %(name)s » au bureau : « adeuxpas user list » dit qui y est.")
_NAMELESS = N_("Écrivez un nom de 2 à %(most)s signes, celui par lequel on s’appelle au bureau.")
_NO_ROLE = N_("« %(role)s » n’est pas un rôle : choisissez parmi %(roles)s.")
_NO_TERRITORY = N_("Le quartier « %(territory)s » n’existe pas : choisissez parmi %(known)s.")
