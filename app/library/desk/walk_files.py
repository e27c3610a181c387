"""Walks that begin at the desk, by a title or by a file; and the file of a walk that comes back."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from ...domain.person import Person
from ...domain.subject import WALK
from ...domain.text import N_, slug_of
from ...domain.walk import Walk
from ...exchange.native import walks
from ...exchange.native.sentences import read_block
from ...exchange.native.source import Source
from ...exchange.native.walk_lines import with_lines
from ..content.edits import Author
from ..content.store import read_by_key
from ..content.writes import Outcome, add_walk_within, save_walk_within
from ..models import WalkRow
from ..sessions import writing
from .codes import free_code, free_id
from .faults import Moved, NotHere
from .own_walks import editable_walk, require_ground, version_of_walk


@dataclass(frozen=True)
class Taken:
    """What came of a file: the id of its walk, or the problems with their lines."""

    outcome: Outcome
    id: str = ""


def add_walk(person: Person, title: str, territory: str, place: str) -> Taken:
    """Add a draft walk that begins at a place."""
    head = {"format": 1, "status": "draft", "title": title, "territory": territory, "stop": [{"place": place}]}
    return _add(person, head, slug_of(title)[:70].strip("-") or WALK.name)


def take_file(person: Person, text: str, *, id: str = "", version: str = "") -> Taken:
    """Make a walk what a TOML file says: a new one, or the one named. Problems are named with their lines.

    The file is kept as it is: a dump gives its comments back.
    """
    data = text.replace("\r\n", "\n").encode()
    with writing() as session:
        slug = id or _id_in(data)
        source = Source(walks.path_of(slug or WALK.name), data)
        found = walks.read_walk(source)
        problems = tuple(with_lines(found.problems, {source.path: data}))
        if found.value is None or any(not problem.warning for problem in problems):
            return Taken(Outcome(problems=problems))
        held = read_by_key(session, WalkRow, [(found.value.id,)])
        if held and version_of_walk(editable_walk(session, person, found.value.id)) != version:
            raise Moved if id else NotHere
        require_ground(person, found.value.territory)
        author = Author(person.role.value, FROM_FILE)
        if held:
            outcome = save_walk_within(session, found.value, author, file=data)
        else:
            walk = found.value.model_copy(update={"code": found.value.code or free_code(session)})
            outcome = add_walk_within(session, walk, author, file=data if walk is found.value else None)
        lined = tuple(with_lines(outcome.problems, {source.path: data}))
        return Taken(Outcome(outcome.is_changed, lined), found.value.id)


# Private


def _add(person: Person, head: dict[str, Any], wanted: str) -> Taken:
    require_ground(person, head["territory"])
    with writing() as session:
        id = free_id(session, WALK.name, wanted, session.scalars(select(WalkRow.id)))
        facts = {**head, "id": id, "code": free_code(session)}
        walk, faults = read_block(Walk, facts, Source(walks.path_of(id), b""), "")
        if walk is None or faults:
            return Taken(Outcome(problems=tuple(faults)))
        outcome = add_walk_within(session, walk, Author(person.role.value))
        return Taken(outcome, id if outcome.is_changed else "")


def _id_in(data: bytes) -> str:
    """Return the id that a file says it has: its name, where none was given."""
    lines = (line.split("=", 1) for line in data.decode(errors="replace").splitlines() if "=" in line)
    said = next((value.strip().strip("\"'") for name, value in lines if name.strip() == "id"), "")
    return slug_of(said) if slug_of(said) == said else ""


FROM_FILE = N_("Lu dans un fichier")
