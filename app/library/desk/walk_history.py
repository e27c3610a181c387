"""The history of a walk as the desk reads it, and going back in it: each change taken back, any version given back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.person import Person
from ...domain.problem import Problem
from ...domain.subject import WALK
from ...domain.text import N_
from ...domain.walk import Walk
from ...exchange.native import walks
from ...exchange.native.sentences import read_block
from ...exchange.native.source import Source
from ..content.around import faults_of_walks
from ..content.edits import Author
from ..content.writes import save_walk_within
from ..models import ChangeRow
from ..sessions import reading, writing
from .faults import Moved
from .history import Version, versions_of
from .own_walks import editable_walk, own_walk
from .reverting import Reverted
from .walk_reverting import WalkBack, texts_again, undo_lines

MOST_SHOWN = 20
"""Versions on one page: each says only what can still be done with it."""


@dataclass(frozen=True)
class WalkVersion:
    """A version of a walk, and what may be done: taking this change back, giving the walk back as it was then."""

    version: Version
    may_undo: bool
    may_restore: bool


@dataclass(frozen=True)
class WalkHistory:
    """A page of the versions of a walk, the newest first; `newest` is its last line, 0 without one."""

    walk: Walk
    versions: Sequence[WalkVersion]
    page: int
    pages: int
    newest: int = 0
    first: int = 0
    """The oldest line, where the walk was there before it and can be as it was then; else 0."""


def read_walk_history(person: Person, id: str, page: int = 1) -> WalkHistory:
    """Return versions of a walk, each with what can be done; raise `NotHere` when it is not there, or another's."""
    versions = versions_of(WALK.name, id)
    pages = max(1, -(-len(versions) // MOST_SHOWN))
    page = min(max(1, page), pages)
    shown = versions[(page - 1) * MOST_SHOWN : page * MOST_SHOWN]
    with reading() as session:
        walk = own_walk(session, person, id)
        if not versions:
            return WalkHistory(walk, (), page, pages)
        lines = _lines(session, id)
        asked = [(version.first, version.last) for version in shown]
        asked += [(version.last + 1, lines[0].id) for version in shown]
        asked += [(versions[-1].first, lines[0].id)]
        fine = [*_may_go_back(session, walk, lines, asked)] if person.may_judge else [False] * len(asked)
    told = [
        WalkVersion(each, not each.is_whole and fine[n], fine[n + len(shown)] and _is_there(each))
        for n, each in enumerate(shown)
    ]
    is_first = page == pages and not versions[-1].is_whole and fine[-1] and len(versions) > 1
    return WalkHistory(walk, told, page, pages, lines[0].id, versions[-1].first if is_first else 0)


def revert_walk(person: Person, id: str, since: int, until: int, *, seen: int) -> Reverted:
    """Undo the changes of a walk from one line of its history to another; `seen` is the newest that was looked at.

    It is a change like any other. Raise `Moved` when there is a newer one.
    """
    with writing() as session:
        walk = editable_walk(session, person, id)
        lines = _lines(session, id)
        if not lines or lines[0].id != seen:
            raise Moved
        back = undo_lines(walk, [line for line in lines if since <= line.id <= until])
        wanted, faults = _read(back)
        if wanted is None:
            return Reverted(moved=back.moved, problems=tuple(faults))
        texts = texts_again(session, id, back.returned)
        author = Author(person.role.value, WENT_BACK)
        outcome = save_walk_within(session, wanted, author, numbers=back.numbers, texts=texts)
        return Reverted(moved=back.moved, problems=outcome.problems if outcome.is_refused else ())


# Private


def _lines(session: Session, id: str) -> list[ChangeRow]:
    of_walk = select(ChangeRow).where(ChangeRow.kind == WALK.name, ChangeRow.subject == id)
    return [*session.scalars(of_walk.order_by(ChangeRow.id.desc()))]


def _may_go_back(
    session: Session, walk: Walk, lines: Sequence[ChangeRow], asked: Sequence[tuple[int, int]]
) -> Iterator[bool]:
    """Yield for each stretch of the history whether undoing it would write something."""
    backs = [undo_lines(walk, [line for line in lines if since <= line.id <= until]) for since, until in asked]
    states = [_read(back)[0] for back in backs]
    faults = faults_of_walks(session, [state for state in states if state is not None])
    for state in states:
        yield state is not None and all(problem.warning for problem in next(faults)) and state != walk


def _read(back: WalkBack) -> tuple[Walk | None, Sequence[Problem]]:
    walk, faults = read_block(Walk, dict(back.document), Source(walks.path_of(back.document["id"]), b""), "")
    return (None if faults else walk), faults


def _is_there(version: Version) -> bool:
    """Tell whether the walk was there once this version was written."""
    return all(change.field or change.after is not None for change in version.changes)


WENT_BACK = N_("Retour en arrière")
