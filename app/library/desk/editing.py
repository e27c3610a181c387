"""Editing: what somebody at the desk makes of a place, one section or one service at a time, and who may.

Each form says which version of its fields it was made from; what was typed is read where nobody else writes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from ...domain.correction import WAYS
from ...domain.forms.field import Read, Texts, read_fields
from ...domain.forms.sections import PLACE_SECTIONS, SERVICE_SECTIONS, Section, version_of
from ...domain.person import Person
from ...domain.place import Place, Service
from ...domain.sourcing import DESK, sourced_by_desk
from ...domain.text import N_, free_slug, slug_of
from ...exchange.native.sentences import written
from ..content.edits import Author
from ..content.writes import Outcome, change_place_within, check_place_within
from ..sessions import reading, writing
from .faults import Moved, NotHere, NotYours
from .homes import homes_of_places, read_place, territories_holding

"""What the page of a place names as the source of what the desk wrote without a message."""

NOT_YOUR_GROUND = N_("Ce point est hors de vos quartiers : demandez à votre coordination.")


@dataclass(frozen=True)
class Form:
    """A section as it was sent: what was typed, from which version, how it was made sure of today, and why."""

    section: str
    texts: Texts
    today: date
    version: str = ""
    how: str = ""
    why: str = ""


@dataclass(frozen=True)
class Saved:
    """What was read of a form, and what came of it."""

    read: Read
    outcome: Outcome = field(default_factory=Outcome)

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing was written for a reason."""
        return bool(self.read.refusals) or self.outcome.is_refused


def read_own_place(person: Person, id: str) -> Place:
    """Return a place of somebody's territories; raise `NotHere` otherwise."""
    with reading() as session:
        return own_place(session, person, id)


def service_of(place: Place, id: str) -> Service:
    """Return a service of a place; raise `NotHere` when it has none so called."""
    found = next((service for service in place.services if service.id == id), None)
    if found is None:
        raise NotHere
    return found


def save_section(person: Person, id: str, form: Form, *, service: str = "") -> Saved:
    """Write what a form says of a place, or of one of its services; what cannot be read changes nothing.

    Raise `Moved` when its fields say something else than what the form was made from.
    """
    with writing() as session:
        place = editable_place(session, person, id)
        block, section = _block(place, service), section_of(form.section, service)
        if version_of(block, section.tops) != form.version:
            raise Moved
        read = _read(session, person, block, section, form.texts)
        if read.refusals:
            return Saved(read)
        fields = _fields(place, block, section, read, form)
        author = Author(person.role.value, form.why or None)
        return Saved(read, change_place_within(session, id, fields, author))


def check_section(person: Person, id: str, form: Form, *, service: str = "") -> Saved:
    """Tell what saving a form would come to; nothing is written."""
    with reading() as session:
        place = editable_place(session, person, id)
        block, section = _block(place, service), section_of(form.section, service)
        read = _read(session, person, block, section, form.texts)
        if read.refusals:
            return Saved(read)
        return Saved(read, check_place_within(session, id, _fields(place, block, section, read, form)))


def missing_for_publication(place: Place) -> Outcome:
    """Tell what a place lacks before families may see it."""
    with reading() as session:
        return check_place_within(session, place.id, {"status": "published"})


def add_service(person: Person, id: str, name: str) -> tuple[Outcome, str]:
    """Add a service to a place; return what came of it and the id of the service."""
    new = slug_of(name)[:60].strip("-") or "service"

    def grown(services: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [*services, {"id": free_slug(new, [each["id"] for each in services]), "name": name}]

    outcome = _change_services(person, id, None, grown)
    last = read_own_place(person, id).services[-1:] if outcome.is_changed else ()
    return outcome, last[0].id if last else ""


def move_service(person: Person, id: str, service: str, by: int, *, version: str) -> Outcome:
    """Move a service of a place by some places among the others; raise `Moved` when they are not what they were."""

    def moved(services: list[dict[str, Any]]) -> list[dict[str, Any]]:
        at = next((n for n, each in enumerate(services) if each["id"] == service), None)
        if at is None:
            raise NotHere
        rest = services[:at] + services[at + 1 :]
        to = min(max(0, at + by), len(rest))
        return [*rest[:to], services[at], *rest[to:]]

    return _change_services(person, id, version, moved)


def remove_service(person: Person, id: str, service: str, *, version: str) -> Outcome:
    """Take a service away from a place; the history keeps it."""
    return _change_services(person, id, version, lambda all: [each for each in all if each["id"] != service])


def own_place(session: Session, person: Person, id: str) -> Place:
    """Return a place that somebody may read, as a session sees it; raise `NotHere`."""
    place = read_place(session, id)
    if place is None or not person.covers(homes_of_places(session, [id])[id]):
        raise NotHere
    return place


def editable_place(session: Session, person: Person, id: str) -> Place:
    """Return a place that somebody may change; raise `NotYours` for who only reads."""
    place = own_place(session, person, id)
    if not person.may_judge:
        raise NotYours
    return place


def section_of(name: str, service: str = "") -> Section:
    """Return a section of a place, or of a service; raise `NotHere` for another name."""
    found = (SERVICE_SECTIONS if service else PLACE_SECTIONS).get(name)
    if found is None:
        raise NotHere
    return found


# Private


def _block(place: Place, service: str) -> Place | Service:
    return service_of(place, service) if service else place


def _read(session: Session, person: Person, block: Place | Service, section: Section, texts: Texts) -> Read:
    read = read_fields(section.fields, written(block), texts)
    position = read.fields.get("position")
    if position and person.territories and not person.covers(territories_holding(session, position)):
        return Read(read.fields, {**read.refusals, "position": NOT_YOUR_GROUND}, read.texts)
    return read


def _fields(place: Place, block: Place | Service, section: Section, read: Read, form: Form) -> Mapping[str, Any]:
    """Return the fields of the place that a form changes: its own, and with them where they come from."""
    was = written(block)
    new = {name: value for name, value in read.fields.items() if value != was.get(name)}
    checked = {"verified": {"on": form.today.isoformat(), "how": form.how}} if form.how in WAYS else {}
    if isinstance(block, Service):
        others = [written(each) for each in place.services]
        changed = {key: value for key, value in {**was, **new, **checked}.items() if value is not None}
        return {"services": [changed if each["id"] == block.id else each for each in others]}
    if new and section.is_sourced:
        sources = was.get("sources", [])
        new["sources"] = sourced_by_desk(sources, [*new], form.today, DESK)
    return {**new, **checked}


def _change_services(
    person: Person,
    id: str,
    version: str | None,
    change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]],
) -> Outcome:
    with writing() as session:
        place = editable_place(session, person, id)
        if version is not None and version_of(place, ["services"]) != version:
            raise Moved
        services = change([written(each) for each in place.services])
        return change_place_within(session, id, {"services": services or None}, Author(person.role.value))
