"""Going back with a walk: what it says again once lines of its history are undone, and where its stops' texts go."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.forms.sections import document_of
from ...domain.stop_order import Numbers, moved_key, renumbered
from ...domain.stops_back import StopsBack, stops_back
from ...domain.subject import WALK
from ...domain.walk import Stop, Walk
from ..content.differences import value_at, with_value
from ..content.rows import Row
from ..models import ChangeRow, TranslationRow, table_of
from .own_walks import STOPS

NAMED = ("variant", "session")
"""The lists of a walk whose items have ids, by which the history names them."""

Texts = Mapping[tuple[str, str], Row]
"""Translations by language and key."""


@dataclass(frozen=True)
class WalkBack:
    """A walk as a document after going back; the fields that say something else since, and stay.

    `numbers` are the new ones of its stops where they changed, `returned` those of stops that come back, each with
    the line of the history that had taken it away and the number that it had there.
    """

    document: Mapping[str, Any]
    numbers: Numbers
    moved: tuple[str, ...] = ()
    returned: Mapping[int, tuple[int, int]] = field(default_factory=dict)


def undo_lines(walk: Walk, lines: Sequence[ChangeRow]) -> WalkBack:
    """Return what undoing lines, the newest first, makes of a walk."""
    back = WalkBack(document_of(walk), {n: n for n in range(1, len(walk.stops) + 1)})
    for _, together in groupby(lines, key=lambda line: (line.at, line.by, line.why, line.decision)):
        back = _undo_version(back, [*together])
    return replace(back, moved=tuple(dict.fromkeys(back.moved)))


def texts_again(session: Session, walk: str, returned: Mapping[int, tuple[int, int]]) -> Texts:
    """Return the translations of stops that come back, as they were before each was taken away."""
    found: dict[tuple[str, str], Row] = {}
    for number, (line, was) in returned.items():
        for (language, key), row in _texts_before(session, walk, line, was).items():
            new = moved_key(key, walk, {was: number})
            if new is not None:
                found[language, new] = {**row, "key": new}
    return found


# Private


def _undo_version(back: WalkBack, lines: Sequence[ChangeRow]) -> WalkBack:
    """Undo the lines that one write made. Numbers of stops stand in several fields: these go back with the stops."""
    stops = next((line for line in lines if line.field == "stop"), None)
    # An empty path is a walk that was away for a while: it came back as it was.
    others = [line for line in lines if line is not stops and line.field]
    as_then = [line for line in others if value_at(back.document, line.field) == _values(line)[1]]
    if stops is not None:
        undone = stops_back(*_values(stops), back.document.get("stop", ()))
        went = _with_stops(back, undone, stops.id) if undone else None
        if went is None:
            as_then = [line for line in as_then if line.field.split("/")[0] not in STOPS]
        back = went or replace(back, moved=(*back.moved, stops.field))
    for line in as_then:
        back = replace(back, document=_with_field(back.document, line.field, _values(line)[0]))
    return replace(back, moved=(*back.moved, *(line.field for line in others if line not in as_then)))


def _with_field(document: Mapping[str, Any], field: str, value: Any) -> Mapping[str, Any]:
    wanted = with_value(document, field, value)
    # The first of several items that comes back finds no list to go into.
    named = {name: [*wanted[name].values()] for name in NAMED if isinstance(wanted.get(name), dict)}
    return {**wanted, **named}


def _with_stops(back: WalkBack, undone: StopsBack, line: int) -> WalkBack | None:
    """Return a walk with other stops, legs and notices going along; None where these cannot be its stops by now."""
    try:
        shown = Walk.model_validate(back.document)
        stops = [Stop.model_validate(stop) for stop in undone.stops]
    except ValidationError:
        return None
    document = document_of(renumbered(shown, stops, undone.numbers))
    numbers = {was: undone.numbers[now] for was, now in back.numbers.items() if now in undone.numbers}
    returned = {undone.numbers[now]: told for now, told in back.returned.items() if now in undone.numbers}
    returned |= {number: (line, number) for number in undone.returned}
    return WalkBack(document, numbers, (*back.moved, *undone.moved), returned)


def _values(line: ChangeRow) -> tuple[Any, Any]:
    before, after = (json.loads(value) if value else None for value in (line.before, line.after))
    return before, after


def _texts_before(session: Session, walk: str, line: int, number: int) -> dict[tuple[str, str], Row]:
    """Return the translations of a stop, and of the way to it, as they were before a line of the history."""
    names = [f"{WALK.key(walk)}/{block}/{number}/" for block in ("stop", "leg")]
    table = table_of(TranslationRow)
    found: dict[tuple[str, str], Row] = {}
    for name in names:
        held = session.execute(select(table).where(table.c.key.startswith(name, autoescape=True))).mappings()
        found |= {(row["language"], row["key"]): dict(row) for row in held}
    for change in _changes_of_texts(session, names, line):
        language, _, key = change.subject.partition("/")
        before = _values(change)[0]
        if not change.field and before is None:
            found.pop((language, key), None)
        elif not change.field:
            found[language, key] = {"language": language, "key": key, **before}
        elif (language, key) in found:
            found[language, key][change.field] = before
    return found


def _changes_of_texts(session: Session, names: Sequence[str], line: int) -> Iterator[ChangeRow]:
    """Yield what was changed of translations from a line of the history on, the newest first."""
    of_texts = ChangeRow.kind == table_of(TranslationRow).name, ChangeRow.id > line
    of_walk = ChangeRow.subject.contains(f"/{names[0].partition('/')[0]}/", autoescape=True)
    for change in session.scalars(select(ChangeRow).where(*of_texts, of_walk).order_by(ChangeRow.id.desc())):
        if change.subject.partition("/")[2].startswith(tuple(names)):
            yield change
