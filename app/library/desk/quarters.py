"""What somebody at the desk makes of a territory: its names, languages, kiosk, contact and reach; never its outline."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from ...domain.forms.field import read_fields
from ...domain.forms.sections import TERRITORY_SECTIONS, document_of, version_of
from ...domain.person import Person
from ...domain.territory import Territory
from ...exchange.native import territories
from ...exchange.native.sentences import read_block
from ...exchange.native.source import Source
from ..content.edits import Author
from ..content.queries import read_library
from ..content.store import read_by_key
from ..content.writes import Outcome, check_territory_within, save_territory_within
from ..models import TerritoryRow
from ..sessions import reading, writing
from .editing import Form, Saved
from .faults import Moved, NotHere, NotYours


def read_own_territories(person: Person) -> Mapping[str, Territory]:
    """Return somebody's territories by id."""
    return {id: each for id, each in read_library().territories.items() if person.covers([id])}


def read_own_territory(person: Person, id: str) -> Territory:
    """Return one of somebody's territories; raise `NotHere` otherwise."""
    with reading() as session:
        return _own(session, person, id)


def save_territory_section(person: Person, id: str, form: Form, *, is_trial: bool = False) -> Saved:
    """Write what a form says of a territory; a trial only tells what that would come to. Raise `Moved`."""
    section = TERRITORY_SECTIONS.get(form.section)
    if section is None:
        raise NotHere
    with reading() if is_trial else writing() as session:
        territory = _own(session, person, id)
        if not person.may_judge:
            raise NotYours
        if not is_trial and version_of(territory, section.tops) != form.version:
            raise Moved
        document = document_of(territory)
        read = read_fields(section.fields, document, form.texts)
        if read.refusals:
            return Saved(read)
        known = {name: value for name, value in {**document, **read.fields}.items() if value is not None}
        wanted, faults = read_block(Territory, known, Source(territories.PATH, b""), f"territoire {id}")
        if wanted is None or faults:
            return Saved(read, Outcome(problems=tuple(faults)))
        if is_trial:
            return Saved(read, check_territory_within(session, wanted))
        return Saved(read, save_territory_within(session, wanted, Author(person.role.value, form.why or None)))


# Private


def _own(session: Session, person: Person, id: str) -> Territory:
    row = read_by_key(session, TerritoryRow, [(id,)]).get((id,))
    if row is None or not person.covers([id]):
        raise NotHere
    return Territory.model_validate_json(row["document"])
