"""Walks that begin at the desk, by a title or by a file; and the file of a walk that comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.forms.sections import document_of
from ...domain.person import Person
from ...domain.problem import Problem
from ...domain.subject import WALK
from ...domain.text import N_, slug_of
from ...domain.walk import Walk
from ...exchange.native import walks
from ...exchange.native.sentences import read_block
from ...exchange.native.source import Source
from ...exchange.native.walk_lines import with_lines
from ...exchange.tracks.draft import Course
from ..content.differences import Difference, differences_between
from ..content.edits import Author
from ..content.rows import walk_row
from ..content.store import read_by_key
from ..content.writes import Outcome, add_walk_within, check_walk_within, save_walk_within
from ..models import ChangeRow, SourceFileRow, WalkRow
from ..sessions import reading, writing
from .codes import free_code, free_id
from .faults import Moved, NotHere
from .own_walks import editable_walk, require_ground, version_of_walk


@dataclass(frozen=True)
class Taken:
    """What came of a file: the id of its walk, or the problems with their lines."""

    outcome: Outcome
    id: str = ""


@dataclass(frozen=True)
class Proposal:
    """What a file would make of a walk, field by field; nothing is written yet.

    `stale` are the fields that say in the file what the walk said before somebody changed it. `version` is that of the
    walk that it was compared with, empty for a new one.
    """

    id: str = ""
    changes: tuple[Difference, ...] = ()
    stale: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    version: str = ""
    is_new_text: bool = False
    """Whether the file has other comments, or another layout, than the one that is kept."""

    @property
    def is_refused(self) -> bool:
        """Tell whether the file cannot be taken."""
        return any(not problem.warning for problem in self.problems)


def add_walk(person: Person, title: str, territory: str, place: str) -> Taken:
    """Add a draft walk that begins at a place."""
    return _add(person, {"title": title, "territory": territory, "stop": [{"place": place}]})


def add_course(person: Person, title: str, territory: str, course: Course) -> Taken:
    """Add a draft walk that goes where a track went."""
    stops, legs = ([document_of(block) for block in blocks] for blocks in (course.stops, course.legs))
    return _add(person, {"title": title, "territory": territory, "stop": stops, "leg": legs}, FROM_TRACK)


def propose_file(person: Person, text: str, *, id: str = "") -> Proposal:
    """Tell what taking a TOML file would change: of the walk named, or a new one."""
    data = _data(text)
    with reading() as session:
        walk, problems = _read(data, id)
        if walk is None or any(not problem.warning for problem in problems):
            return Proposal(problems=problems)
        require_ground(person, walk.territory)
        held = read_by_key(session, WalkRow, [(walk.id,)]).get((walk.id,))
        if held is None:
            return Proposal(walk.id, problems=problems)
        if not id:
            raise NotHere
        was, path = editable_walk(session, person, walk.id), walks.path_of(walk.id)
        faults = tuple(with_lines(check_walk_within(session, walk).problems, {path: data}))
        changes = differences_between(WalkRow, held, walk_row(walk))
        kept = read_by_key(session, SourceFileRow, [(path,)]).get((path,))
        is_new = kept is None or bytes(kept["data"]) != data
        stale = _stale(session, walk.id, changes)
        return Proposal(walk.id, tuple(changes), stale, faults, version_of_walk(was), is_new)


def take_file(person: Person, text: str, *, id: str = "", version: str = "") -> Taken:
    """Make a walk what a TOML file says: a new one, or the one named. Problems are named with their lines.

    The file is kept as it is: a dump gives its comments back.
    """
    data = _data(text)
    with writing() as session:
        found, problems = _read(data, id)
        if found is None or any(not problem.warning for problem in problems):
            return Taken(Outcome(problems=problems))
        held = read_by_key(session, WalkRow, [(found.id,)])
        if held and version_of_walk(editable_walk(session, person, found.id)) != version:
            raise Moved if id else NotHere
        require_ground(person, found.territory)
        author = Author(person.role.value, FROM_FILE)
        if held:
            outcome = save_walk_within(session, found, author, file=data)
        else:
            walk = found if found.code else found.model_copy(update={"code": free_code(session)})
            outcome = add_walk_within(session, walk, author, file=data if walk is found else None)
        lined = tuple(with_lines(outcome.problems, {walks.path_of(found.id): data}))
        return Taken(Outcome(outcome.is_changed, lined), found.id)


# Private


def _data(text: str) -> bytes:
    return text.replace("\r\n", "\n").encode()


def _read(data: bytes, id: str) -> tuple[Walk | None, tuple[Problem, ...]]:
    """Return the walk of a file, called as somebody named it or as the file says, and its problems with their lines."""
    source = Source(walks.path_of(id or _id_in(data) or WALK.name), data)
    found = walks.read_walk(source)
    return found.value, tuple(with_lines(found.problems, {source.path: data}))


def _stale(session: Session, id: str, changes: Sequence[Difference]) -> frozenset[str]:
    """Return the fields to which a file gives back what they said before somebody changed them."""
    asked = select(ChangeRow.field, ChangeRow.before).where(ChangeRow.kind == WALK.name, ChangeRow.subject == id)
    before = {(field, said) for field, said in session.execute(asked)}
    return frozenset(each.field for each in changes if (each.field, each.after) in before)


def _add(person: Person, head: dict[str, Any], why: str | None = None) -> Taken:
    require_ground(person, head["territory"])
    wanted = slug_of(head["title"])[:70].strip("-") or WALK.name
    with writing() as session:
        id = free_id(session, WALK.name, wanted, session.scalars(select(WalkRow.id)))
        facts = {"format": 1, "status": "draft", **head, "id": id, "code": free_code(session)}
        walk, faults = read_block(Walk, facts, Source(walks.path_of(id), b""), "")
        if walk is None or faults:
            return Taken(Outcome(problems=tuple(faults)))
        outcome = add_walk_within(session, walk, Author(person.role.value, why))
        return Taken(outcome, id if outcome.is_changed else "")


def _id_in(data: bytes) -> str:
    """Return the id that a file says it has: its name, where none was given."""
    lines = (line.split("=", 1) for line in data.decode(errors="replace").splitlines() if "=" in line)
    said = next((value.strip().strip("\"'") for name, value in lines if name.strip() == "id"), "")
    return slug_of(said) if slug_of(said) == said else ""


FROM_FILE = N_("Lu dans un fichier")
FROM_TRACK = N_("Fait d’un tracé")
