"""The walk composer: what somebody at the desk makes of a walk, its stops, and the ways between them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from ...domain.forms.field import NO_POSITION, Read
from ...domain.forms.sections import document_of, version_of
from ...domain.forms.walk_sections import LEG_SECTIONS, NEW_STOP, STOP, WALK_SECTIONS
from ...domain.person import Person
from ...domain.problem import Problem
from ...domain.stop_order import Numbers, in_order, with_stop
from ...domain.text import N_
from ...domain.walk import Stop, Walk
from ...exchange.native import walks
from ...exchange.native.sentences import read_block
from ...exchange.native.source import Source
from ..content.edits import Author
from ..content.writes import Outcome, check_walk_within, save_walk_within
from ..sessions import reading, writing
from .editing import Form, Saved
from .faults import Moved, NotHere
from .own_walks import STOPS, editable_walk, require_ground, version_of_stops
from .walk_forms import read_walk_form, with_ids


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
        read = read_walk_form(session, section.fields, document_of(walk), form.texts)
        if read.refusals:
            return Saved(read)
        document = {**document_of(walk), **with_ids(walk, read.fields)}
        if document.get("territory") != walk.territory:
            require_ground(person, str(document.get("territory")))
        return _saved(session, person, document, read, form, is_trial=is_trial)


def save_stop(person: Person, id: str, number: int, form: Form, *, is_trial: bool = False) -> Saved:
    """Write what a form says of one stop; raise `Moved` when the stops are not what they were."""
    with reading() if is_trial else writing() as session:
        walk = editable_walk(session, person, id)
        _require(walk, STOPS, form, is_trial)
        document = document_of(walk)
        if not 1 <= number <= len(walk.stops):
            raise NotHere
        stops = document["stop"]
        read = read_walk_form(session, STOP.fields, stops[number - 1], form.texts)
        if read.refusals:
            return Saved(read)
        stop = _known({**stops[number - 1], **read.fields})
        document["stop"] = [*stops[: number - 1], stop, *stops[number:]]
        return _saved(session, person, document, read, form, is_trial=is_trial)


def save_leg(person: Person, id: str, number: int, form: Form, *, is_trial: bool = False) -> Saved:
    """Write what a form says of the way to a stop; raise `Moved` when stops or ways are not what they were."""
    section = LEG_SECTIONS.get(form.section)
    with reading() if is_trial else writing() as session:
        walk = editable_walk(session, person, id)
        _require(walk, STOPS, form, is_trial)
        if section is None or not 2 <= number <= len(walk.stops):
            raise NotHere
        was = leg_document(walk, number)
        read = read_walk_form(session, section.fields, was, form.texts)
        if read.refusals:
            return Saved(read)
        leg = _known({**was, **read.fields})
        # Of a way of which nothing is said no block is needed; one that stands in the file stays, as it was written.
        is_told = len(leg) > len(_ENDS) or (leg == was and walk.leg_to(number) is not None)
        document = document_of(walk)
        others = [each for each in document.get("leg", ()) if each["to"] != number]
        document["leg"] = sorted([*others, *([leg] if is_told else [])], key=lambda each: each["to"]) or None
        return _saved(session, person, document, read, form, is_trial=is_trial)


def leg_document(walk: Walk, number: int) -> dict[str, Any]:
    """Return what a walk says of the way to a stop, as a form knows it."""
    leg = walk.leg_to(number)
    return {**dict(zip(_ENDS, (number - 1, number), strict=True)), **(document_of(leg) if leg else {})}


def add_point(person: Person, id: str, form: Form, *, is_trial: bool = False) -> Saved:
    """Add a stop that is a point with a name; raise `Moved` when the stops are not what they were."""
    with reading() if is_trial else writing() as session:
        walk = editable_walk(session, person, id)
        _require(walk, STOPS, form, is_trial)
        read = read_walk_form(session, NEW_STOP.fields, {}, form.texts)
        missing = {name: said for name, said in _NEEDED.items() if not read.fields.get(name)}
        if read.refusals or missing:
            return Saved(replace(read, refusals={**missing, **read.refusals}))
        stop, faults = read_block(
            Stop, {name: read.fields[name] for name in _NEEDED}, Source(walks.path_of(id), b""), ""
        )
        if stop is None or faults:
            return Saved(read, Outcome(problems=tuple(faults)))
        changed, numbers = with_stop(walk, stop, read.fields.get("at") or len(walk.stops) + 1)
        if is_trial:
            return Saved(read, check_walk_within(session, changed))
        return Saved(
            read, save_walk_within(session, changed, Author(person.role.value, form.why or None), numbers=numbers)
        )


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

_ENDS = ("from", "to")
_NEEDED = {"name": N_("Donnez un nom à ce point."), "point": NO_POSITION}
"""What a stop that is no place needs, and how that is asked for."""


def _known(document: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if value is not None}


def _require(walk: Walk, tops: Sequence[str], form: Form, is_trial: bool) -> None:
    if not is_trial and version_of(walk, tops) != form.version:
        raise Moved


def _saved(
    session: Session, person: Person, document: Mapping[str, Any], read: Read, form: Form, *, is_trial: bool
) -> Saved:
    walk, faults = read_block(Walk, _known(document), Source(walks.path_of(document["id"]), b""), "")
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
