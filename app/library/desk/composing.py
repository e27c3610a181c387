"""The walk composer: what somebody at the desk makes of a walk, its stops and sessions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from ...domain.forms.field import Read, read_fields
from ...domain.forms.sections import document_of, version_of
from ...domain.forms.walk_sections import STOP, WALK_SECTIONS
from ...domain.person import Person
from ...domain.problem import Problem
from ...domain.stop_order import Numbers, in_order, with_stop
from ...domain.text import free_slug, slug_of
from ...domain.walk import Stop, Walk
from ...exchange.native import walks
from ...exchange.native.sentences import read_block
from ...exchange.native.source import Source
from ..content.edits import Author
from ..content.writes import Outcome, check_walk_within, save_walk_within
from ..sessions import reading, writing
from .editing import Form, Saved
from .faults import Moved, NotHere
from .own_walks import STOPS, editable_walk, version_of_stops


def problems_of_walk(walk: Walk) -> Sequence[Problem]:
    """Return what is wrong with a walk as it is, each with its line where its file has one."""
    with reading() as session:
        return check_walk_within(session, walk).problems


def save_walk_section(person: Person, id: str, form: Form, *, is_trial: bool = False) -> Saved:
    """Write what a form says of a walk; a trial only tells what that would come to. Raise `Moved`."""
    section = WALK_SECTIONS.get(form.section)
    if section is None:
        raise NotHere
    with reading() if is_trial else writing() as session:
        walk = editable_walk(session, person, id)
        _require(walk, section.tops, form, is_trial)
        read = read_fields(section.fields, document_of(walk), form.texts)
        if read.refusals:
            return Saved(read)
        fields = dict(read.fields)
        if fields.get("session"):
            fields["session"] = _sessions(walk, fields["session"])
        return _saved(session, person, {**document_of(walk), **fields}, read, form, is_trial=is_trial)


def save_stop(person: Person, id: str, number: int, form: Form, *, is_trial: bool = False) -> Saved:
    """Write what a form says of one stop; raise `Moved` when the stops are not what they were."""
    with reading() if is_trial else writing() as session:
        walk = editable_walk(session, person, id)
        _require(walk, STOPS, form, is_trial)
        document = document_of(walk)
        if not 1 <= number <= len(walk.stops):
            raise NotHere
        stops = document["stop"]
        read = read_fields(STOP.fields, stops[number - 1], form.texts)
        if read.refusals:
            return Saved(read)
        stop = {name: value for name, value in {**stops[number - 1], **read.fields}.items() if value is not None}
        document["stop"] = [*stops[: number - 1], stop, *stops[number:]]
        return _saved(session, person, document, read, form, is_trial=is_trial)


def move_stop(person: Person, id: str, number: int, to: int, *, version: str) -> Outcome:
    """Move a stop to another number; its translations go along."""

    def order(walk: Walk) -> tuple[Walk, Numbers]:
        rest = [n for n in range(1, len(walk.stops) + 1) if n != number]
        if len(rest) == len(walk.stops):
            raise NotHere
        at = min(max(1, to), len(walk.stops)) - 1
        return in_order(walk, [*rest[:at], number, *rest[at:]])

    return _change_stops(person, id, version, order)


def remove_stop(person: Person, id: str, number: int, *, version: str) -> Outcome:
    """Take a stop out of a walk; the last one stays."""

    def without(walk: Walk) -> tuple[Walk, Numbers]:
        if not 1 <= number <= len(walk.stops):
            raise NotHere
        return in_order(walk, [n for n in range(1, len(walk.stops) + 1) if n != number])

    return _change_stops(person, id, version, without)


def add_stop(person: Person, id: str, place: str, at: int, *, version: str) -> Outcome:
    """Add a place as a stop of a walk, so that it has the number `at`."""
    return _change_stops(person, id, version, lambda walk: with_stop(walk, Stop(place=place), at))


# Private


def _require(walk: Walk, tops: Sequence[str], form: Form, is_trial: bool) -> None:
    if not is_trial and version_of(walk, tops) != form.version:
        raise Moved


def _saved(
    session: Session, person: Person, document: Mapping[str, Any], read: Read, form: Form, *, is_trial: bool
) -> Saved:
    known = {name: value for name, value in document.items() if value is not None}
    walk, faults = read_block(Walk, known, Source(walks.path_of(document["id"]), b""), "")
    if walk is None or faults:
        return Saved(read, Outcome(problems=tuple(faults)))
    if is_trial:
        return Saved(read, check_walk_within(session, walk))
    return Saved(read, save_walk_within(session, walk, Author(person.role.value, form.why or None)))


def _change_stops(person: Person, id: str, version: str, change: Callable[[Walk], tuple[Walk, Numbers]]) -> Outcome:
    with writing() as session:
        walk = editable_walk(session, person, id)
        if version_of_stops(walk) != version:
            raise Moved
        changed, numbers = change(walk)
        if not changed.stops:
            return Outcome()
        return save_walk_within(session, changed, Author(person.role.value), numbers=numbers)


def _sessions(walk: Walk, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return sessions with an id each; where one that was announced says something else, a change more is counted."""
    held = {each.id: document_of(each) for each in walk.sessions}
    taken: set[str] = set()
    found = []
    for row in rows:
        id = _session_id(row, taken)
        taken.add(id)
        was = held.get(id, {})
        new = {**row, "id": id} | ({"sequence": was["sequence"]} if "sequence" in was else {})
        if was and new != was and not new.get("example"):
            new["sequence"] = was.get("sequence", 0) + 1
        found.append(new)
    return found


def _session_id(row: Mapping[str, Any], taken: set[str]) -> str:
    if row.get("id"):
        return str(row["id"])
    return free_slug(slug_of(str(row.get("start", ""))) or "seance", taken)
