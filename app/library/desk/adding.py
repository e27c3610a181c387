"""A new place from the desk: a draft with a code of its own, unless it is known already under another name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.correction import WAYS
from ...domain.forms.field import Read, Texts, read_fields
from ...domain.forms.sections import NEW_PLACE
from ...domain.likeness import Likeness, alike_places
from ...domain.person import Person
from ...domain.place import Place
from ...domain.sourcing import DESK, DESK_AFTER_A_MESSAGE
from ...domain.subject import PLACE
from ...domain.suggestion import SuggestionState
from ...domain.text import N_, slug_of
from ...exchange.native import places
from ...exchange.native.sentences import read_block
from ...exchange.native.source import Source
from ..content.around import faults_of_place
from ..content.edits import Author
from ..content.queries import read_library
from ..content.writes import Outcome, add_place_within
from ..models import PlaceRow
from ..sessions import reading, writing
from .codes import free_code, free_id
from .decisions import Verdict, accept_with
from .editing import NOT_YOUR_GROUND
from .faults import NotYours
from .homes import territories_holding
from .listing import own_places


@dataclass(frozen=True)
class Described:
    """A place as it was typed: on which day, how it was made sure of, from which suggestion (0: none)."""

    texts: Texts
    today: date
    how: str = ""
    suggestion: int = 0
    sure_of: frozenset[str] = frozenset()
    """The places that it is not, as somebody has said who looked at them."""


@dataclass(frozen=True)
class Added:
    """What came of it: the id of the new place; or why there is none, and the places that it may be."""

    read: Read
    outcome: Outcome = field(default_factory=Outcome)
    id: str = ""
    alike: Sequence[Likeness] = ()

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing was written."""
        return not self.id


def add_place(person: Person, described: Described) -> Added:
    """Add a draft; one that comes from a suggestion accepts it, in the same transaction."""
    if not person.may_judge:
        raise NotYours
    with reading() as session:
        read = _read(session, person, described)
    if read.refusals:
        return Added(read)
    alike = [each for each in _alike(person, read) if each.place.id not in described.sure_of]
    if alike:
        return Added(read, alike=alike)
    made: list[str] = []

    def write(session: Session, author: Author) -> Outcome:
        place, outcome = _place(session, read, described)
        if place is None or outcome.is_refused:
            session.rollback()
            return outcome
        made.append(place.id)
        return add_place_within(session, place, author)

    outcome = _write(person, described, write)
    return Added(read, outcome, made[0] if outcome.is_changed else "")


def check_new_place(person: Person, described: Described) -> Added:
    """Tell what adding would come to; nothing is written."""
    with reading() as session:
        read = _read(session, person, described)
        if read.refusals:
            return Added(read)
        place, outcome = _place(session, read, described)
        faults = tuple(faults_of_place(session, place.model_copy(update={"code": None}))) if place else ()
        return Added(read, Outcome(problems=(*outcome.problems, *faults)), alike=_alike(person, read))


# Private


def _write(person: Person, described: Described, write: Any) -> Outcome:
    if described.suggestion:
        return accept_with(person, described.suggestion, Verdict(SuggestionState.ACCEPTED, was=""), write)
    with writing() as session:
        outcome: Outcome = write(session, Author(person.role.value))
        return outcome


def _read(session: Session, person: Person, described: Described) -> Read:
    read = read_fields(NEW_PLACE.fields, {}, described.texts)
    refusals = dict(read.refusals)
    if not read.fields["name"]:
        refusals["name"] = NO_NAME
    position = read.fields["position"]
    if position is None:
        refusals.setdefault("position", NO_SPOT)
    else:
        homes = territories_holding(session, position)
        if not homes:
            refusals["position"] = NO_GROUND
        elif not person.covers(homes):
            refusals["position"] = NOT_YOUR_GROUND
    return Read(read.fields, refusals, read.texts)


def _alike(person: Person, read: Read) -> list[Likeness]:
    lon, lat = read.fields["position"]
    phones = [phone.get("number", "") for phone in (read.fields["contact"] or {}).get("phones", ())]
    return alike_places(read.fields["name"], (lon, lat), phones, own_places(read_library(), person))


def _place(session: Session, read: Read, described: Described) -> tuple[Place | None, Outcome]:
    """Return the draft with an id and a code that nothing had before, or what is wrong with it."""
    wanted = slug_of(read.fields["name"])[:70].strip("-") or PLACE.name
    id = free_id(session, PLACE.name, wanted, session.scalars(select(PlaceRow.id)))
    source = DESK_AFTER_A_MESSAGE if described.suggestion else DESK
    facts: dict[str, Any] = {
        "id": id,
        "code": free_code(session),
        **_kept(read.fields),
        "sources": [{"name": source, "on": described.today.isoformat()}],
    }
    if described.how in WAYS:
        facts["verified"] = {"on": described.today.isoformat(), "how": described.how}
    place, faults = read_block(Place, facts, Source(places.PATH, b""), f"lieu {id}")
    return place, Outcome(problems=tuple(faults))


def _kept(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


NO_NAME = N_("Donnez son nom à ce lieu, comme sur la porte.")
NO_SPOT = N_("Touchez le plan à l’entrée, ou écrivez la rue et « Mettre le point dans cette rue ».")
NO_GROUND = N_("Ce point est hors de tout quartier de la carte : vérifiez-le.")
