"""Every write of content but a load, each a function with a name.

Those called `…_within` go in a transaction that holds more than that: the desk's. The others open one of their own,
for scripts.

Each writes one subject in one transaction, held to the same checks as files are. A refusal is told by problems,
in the sentences of `adeuxpas check`, and has changed nothing.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ...domain.content import CodeEntry
from ...domain.place import Place
from ...domain.problem import Problem
from ...domain.stop_order import Numbers
from ...domain.subject import PLACE, WALK
from ...domain.territory import Territory
from ...domain.text import N_, Translation
from ...domain.walk import Walk
from ...exchange.native import places, walks
from ...exchange.native.codes import CODE_TAKEN
from ...exchange.native.codes import PATH as CODES
from ...exchange.native.features import check_position
from ...exchange.native.sentences import read_block
from ...exchange.native.source import Source
from ..db import Base
from ..models import CodeRow, PlaceRow, SourceFileRow, TerritoryRow, TranslationRow, WalkRow, table_of
from ..sessions import writing
from .around import faults_of_place, faults_of_territory, faults_of_text, faults_of_walk, users_of_place
from .digests import digest_of_row
from .edits import Author, Edit, write_edits, write_texts
from .moved_texts import moved_texts
from .revision import read_digest
from .rows import Row, code_row, place_row, territory_row, text_row, walk_row
from .store import key_of, read_by_key


@dataclass(frozen=True)
class Outcome:
    """What came of a write: problems that refused it, or warnings that go with it."""

    is_changed: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing was written for a reason."""
        return any(not problem.warning for problem in self.problems)


def change_place(id: str, fields: Mapping[str, Any], *, by: str, why: str | None = None) -> Outcome:
    """Give fields of a place new values, as a file would write them; None takes a field away."""
    with _library() as session:
        return change_place_within(session, id, fields, Author(by, why))


def change_place_within(session: Session, id: str, fields: Mapping[str, Any], author: Author) -> Outcome:
    """Change a place in a transaction that holds more than that; it is committed with the change, not without."""
    place, faults = _changed_place(session, id, fields)
    return Outcome(problems=tuple(faults)) if place is None or faults else save_place_within(session, place, author)


def check_place_within(session: Session, id: str, fields: Mapping[str, Any]) -> Outcome:
    """Tell what changing a place so would be refused for or warned of; nothing is written."""
    place, faults = _changed_place(session, id, fields)
    return Outcome(problems=tuple(faults if place is None or faults else faults_of_place(session, place)))


def add_place_within(session: Session, place: Place, author: Author) -> Outcome:
    """Add a place that has a code nobody was given yet, and give it that code; both are written, or nothing is.

    A refusal takes back all that the transaction did.
    """
    entry = CodeEntry(place.code or "", PLACE.name, place.id)
    write_edits(session, [_edit(session, CodeRow, code_row(entry))], author)
    outcome = save_place_within(session, place, author)
    if outcome.is_refused:
        session.rollback()
    return outcome


def save_place(place: Place, *, by: str, why: str | None = None) -> Outcome:
    """Make a place what is given; one that is new comes last."""
    with _library() as session:
        return save_place_within(session, place, Author(by, why))


def remove_place(id: str, *, by: str, why: str | None = None) -> Outcome:
    """Take a place out of the library, when no walk and no territory names it; its code stays its own for ever."""
    with _library() as session:
        return remove_place_within(session, id, Author(by, why))


def remove_place_within(session: Session, id: str, author: Author) -> Outcome:
    """Take a place out in a transaction that began with looking at it."""
    held = _held(session, PlaceRow, (id,))
    if held is None:
        return Outcome(problems=(_no_such_place(id),))
    users = [_still_named(id, user) for user in users_of_place(session, id)]
    return _write(session, Edit(PlaceRow, held, None), author, users)


def save_place_within(session: Session, place: Place, author: Author) -> Outcome:
    """Make a place what is given in a transaction that holds more than that."""
    return _save(session, PlaceRow, place_row(place), author, faults_of_place(session, place))


def check_territory_within(session: Session, territory: Territory) -> Outcome:
    """Tell what a territory would be refused for or warned of; nothing is written."""
    return Outcome(problems=tuple(faults_of_territory(session, territory)))


def save_territory_within(session: Session, territory: Territory, author: Author) -> Outcome:
    """Make a territory what is given in a transaction that holds more than that."""
    return _save(session, TerritoryRow, territory_row(territory), author, faults_of_territory(session, territory))


def save_walk(walk: Walk, *, by: str, why: str | None = None) -> Outcome:
    """Make a walk what is given; one that is new comes last."""
    with _library() as session:
        return save_walk_within(session, walk, Author(by, why))


def save_walk_within(
    session: Session,
    walk: Walk,
    author: Author,
    *,
    numbers: Numbers | None = None,
    texts: Mapping[tuple[str, str], Row] | None = None,
    file: bytes | None = None,
) -> Outcome:
    """Make a walk what is given, in a transaction that holds more than that.

    With `numbers` its stops have others than before: their translations go along; `texts` are those of stops that come
    back, by language and key. `file` is the text that it was read from, whose comments and layout a dump gives back.
    """
    edit = _edit(session, WalkRow, walk_row(walk))
    more = [*moved_texts(session, walk.id, numbers, texts or {})] if numbers else []
    if file is not None:
        kept = _edit(session, SourceFileRow, {"path": walks.path_of(walk.id), "data": file})
        more += [kept] if kept.says_something_new else []
    return _write(session, edit, author, faults_of_walk(session, walk), more)


def check_walk_within(session: Session, walk: Walk) -> Outcome:
    """Tell what a walk would be refused for or warned of; nothing is written."""
    return Outcome(problems=tuple(faults_of_walk(session, walk)))


def add_walk_within(session: Session, walk: Walk, author: Author, *, file: bytes | None = None) -> Outcome:
    """Add a walk that has a code nobody was given yet, and give it that code; both are written, or nothing is."""
    entry = CodeEntry(walk.code or "", WALK.name, walk.id)
    write_edits(session, [_edit(session, CodeRow, code_row(entry))], author)
    outcome = save_walk_within(session, walk, author, file=file)
    if outcome.is_refused:
        session.rollback()
    return outcome


def remove_walk(id: str, *, by: str, why: str | None = None) -> Outcome:
    """Take a walk out of the library; its code stays its own for ever."""
    with _library() as session:
        return remove_walk_within(session, id, Author(by, why))


def remove_walk_within(session: Session, id: str, author: Author) -> Outcome:
    """Take a walk out in a transaction that began with looking at it."""
    held = _held(session, WalkRow, (id,))
    return _write(session, Edit(WalkRow, held, None), author, []) if held else Outcome()


def save_territory(territory: Territory, *, by: str, why: str | None = None) -> Outcome:
    """Make a territory what is given; one that is new comes last."""
    with _library() as session:
        return save_territory_within(session, territory, Author(by, why))


def save_text(language: str, text: Translation, *, by: str, why: str | None = None) -> Outcome:
    """Make the translation of a text what is given."""
    with _library() as session:
        return _save(session, TranslationRow, text_row(language, text), Author(by, why), faults_of_text(language, text))


def save_texts_within(
    session: Session, language: str, texts: Sequence[Translation], author: Author
) -> tuple[Translation, ...]:
    """Make translations what is given, in a transaction that holds more than that; return those that changed."""
    rows = [text_row(language, text) for text in texts]
    held = read_by_key(session, TranslationRow, [(language, text.key) for text in texts])
    last = session.scalar(select(func.max(TranslationRow.rank)).where(TranslationRow.language == language)) or 0.0
    edits = []
    for row in rows:
        before = held.get((language, row["key"]))
        last = last if before else last + 1
        wanted = {"digest": digest_of_row(TranslationRow, row), "rank": before["rank"] if before else last}
        edits.append(Edit(TranslationRow, before, row | wanted))
    return write_texts(session, edits, texts, author)


def give_code(entry: CodeEntry, *, by: str, why: str | None = None) -> Outcome:
    """Give a short code to a place, a walk or a territory, for ever; one that is given already stays where it is."""
    with _library() as session:
        held = _held(session, CodeRow, (entry.code,))
        taken = [_taken(entry, held)] if held and (held["kind"], held["id"]) != (entry.kind, entry.id) else []
        return _save(session, CodeRow, code_row(entry), Author(by, why), taken)


# Private


@contextmanager
def _library() -> Iterator[Session]:
    """Open a library that holds something, for writing."""
    with writing() as session:
        read_digest(session)
        yield session


def _changed_place(session: Session, id: str, fields: Mapping[str, Any]) -> tuple[Place | None, Sequence[Problem]]:
    """Return a place with new values in some fields, or what is wrong with them."""
    held = _held(session, PlaceRow, (id,))
    if held is None:
        return None, [_no_such_place(id)]
    source, subject = Source(places.PATH, b""), f"lieu {id}"
    if "id" in fields:
        return None, [source.problem(f"{subject}, champ id", _NO_OTHER_ID)]
    if "position" in fields and (sentence := check_position(fields["position"])):
        return None, [source.problem(f"{subject}, champ position", sentence, value=fields["position"])]
    wanted = {name: value for name, value in (json.loads(held["document"]) | dict(fields)).items() if value is not None}
    return read_block(Place, wanted, source, subject)


def _save(session: Session, model: type[Base], row: Row, author: Author, faults: Iterable[Problem]) -> Outcome:
    """Write a row over the one with its key, at the same rank; or after the last."""
    return _write(session, _edit(session, model, row), author, faults)


def _edit(session: Session, model: type[Base], row: Row) -> Edit:
    table = table_of(model)
    held = _held(session, model, key_of(table, row))
    wanted = row | {"digest": digest_of_row(model, row)}
    if "rank" in table.c:
        wanted["rank"] = held["rank"] if held else (session.scalar(select(func.max(table.c.rank))) or 0.0) + 1
    return Edit(model, held, wanted)


def _write(
    session: Session, edit: Edit, author: Author, faults: Iterable[Problem], more: Sequence[Edit] = ()
) -> Outcome:
    problems = tuple(faults)
    if any(not problem.warning for problem in problems) or not (edit.says_something_new or more):
        return Outcome(problems=problems)
    write_edits(session, [edit, *more], author)
    session.commit()
    return Outcome(is_changed=True, problems=problems)


def _held(session: Session, model: type[Base], key: tuple[Any, ...]) -> Row | None:
    return read_by_key(session, model, [key]).get(key)


def _no_such_place(id: str) -> Problem:
    return Problem(places.PATH, f"lieu {id}", N_("le lieu « {place} » n’existe pas."), {"place": id})


def _still_named(id: str, user: str) -> Problem:
    return Problem(places.PATH, f"lieu {id}", _NAMED, {"user": user})


def _taken(entry: CodeEntry, held: Row) -> Problem:
    return Problem(CODES, f"code {entry.code}", CODE_TAKEN, {"kind": held["kind"], "id": held["id"]})


_NO_OTHER_ID = N_("un identifiant ne change pas : des adresses, des codes et des traductions le portent.")
_NAMED = N_("« {user} » nomme encore ce lieu : enlevez-le de là d’abord.")
