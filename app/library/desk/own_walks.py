"""The walks that somebody at the desk may read or change, and what tells whether one has changed."""

from sqlalchemy.orm import Session

from ...domain.forms.sections import version_of
from ...domain.person import Person
from ...domain.walk import Walk
from ..content.queries import read_content
from ..sessions import reading
from .faults import NotHere, NotYours

STOPS = ("stop", "leg", "variant", "service", "notice")
"""What of a walk its stops' numbers stand in."""


def read_own_walk(person: Person, id: str) -> Walk:
    """Return a walk of somebody's territories; raise `NotHere` otherwise."""
    with reading() as session:
        return own_walk(session, person, id)


def own_walk(session: Session, person: Person, id: str) -> Walk:
    """Return a walk that somebody may read, as a session sees it; raise `NotHere`."""
    walk = read_content(session).walks.get(id)
    if walk is None or not person.covers([walk.territory]):
        raise NotHere
    return walk


def editable_walk(session: Session, person: Person, id: str) -> Walk:
    """Return a walk that somebody may change; raise `NotYours` for who only reads."""
    walk = own_walk(session, person, id)
    if not person.may_judge:
        raise NotYours
    return walk


def require_ground(person: Person, territory: str) -> None:
    """Raise `NotYours` where somebody may not have walks."""
    if not person.may_judge or not person.covers([territory]):
        raise NotYours


def version_of_stops(walk: Walk) -> str:
    """Return what tells whether the stops of a walk are what they were."""
    return version_of(walk, STOPS)


def version_of_walk(walk: Walk) -> str:
    """Return what tells whether anything of a walk has changed."""
    return version_of(walk, [field.alias or name for name, field in Walk.model_fields.items()])
