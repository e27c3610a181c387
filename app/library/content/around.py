"""What surrounds one subject, as far as checking it needs: the check of one place reads no other.

What is right is decided once, with our own files (`exchange/native`), where each fault has its sentence and its
place: what somebody types at the desk is judged as though it stood in the file that a dump would write.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.picture import Picture
from ...domain.place import Place
from ...domain.problem import Problem
from ...domain.territory import Territory
from ...domain.text import Translation
from ...domain.walk import Walk
from ...exchange.native import places, territories, texts, walks
from ...exchange.native.check_places import check_places
from ...exchange.native.check_walks import check_territories, check_walks
from ...exchange.native.parts import Parts, parts_of
from ...exchange.native.photos import names_in
from ...exchange.native.source import Reading, Source
from ..db import Base
from ..models import (
    CalendarRow,
    CategoryRow,
    CodeRow,
    PlaceRow,
    PublicHolidayRow,
    SchoolHolidayRow,
    TerritoryRow,
    TranslationRow,
    WalkRow,
)
from .photos import files_there
from .rows import TABLES, Row, content_of
from .store import read_by_key, read_rows

_SMALL = (TerritoryRow, CategoryRow, CalendarRow, PublicHolidayRow, SchoolHolidayRow)
"""Tables that are read whole: they do not grow with places."""


def faults_of_place(session: Session, place: Place) -> Iterator[Problem]:
    """Yield what is wrong with a place, by itself and among the others."""
    yield from places.read_places(Source(places.PATH, places.write_places({place.id: place}).encode())).problems
    there = Reading[dict[str, Picture]]({}, ids=files_there(session, names_in([place])))
    parts = replace(_parts_around(session, place.code), pictures=there)
    yield from check_places(replace(parts, places=Reading({place.id: place}, ids=frozenset({place.id}))))


def faults_of_walk(session: Session, walk: Walk) -> Iterator[Problem]:
    """Yield what is wrong with a walk, by itself and among the others."""
    yield from next(faults_of_walks(session, [walk]))


def faults_of_walks(session: Session, states: Sequence[Walk]) -> Iterator[list[Problem]]:
    """Yield what would be wrong with each of several states of a walk; what surrounds them is read once."""
    named = dict.fromkeys(place for state in states for place in state.places)
    parts = _parts_around(session, states[0].code if states else None, [*named])
    for walk in states:
        own = walks.read_walk(Source(walks.path_of(walk.id), walks.write_walk(walk).encode())).problems
        yield [*own, *check_walks(replace(parts, walks={walk.id: Reading(walk)}))]


def faults_of_territory(session: Session, territory: Territory) -> Iterator[Problem]:
    """Yield what is wrong with a territory, by itself and among the others."""
    text = territories.write_territories({territory.id: territory})
    yield from territories.read_territories(Source(territories.PATH, text.encode())).problems
    parts = _parts_around(session, territory.code)
    yield from check_territories(replace(parts, territories=Reading({territory.id: territory})))


def faults_of_text(language: str, text: Translation) -> Iterator[Problem]:
    """Yield what is wrong with a translation."""
    path = texts.file_of(language, text.key)
    yield from texts.read_texts(Source(path, texts.write_texts(language, {text.key: text}).encode())).problems


def users_of_place(session: Session, id: str) -> list[str]:
    """Return the walks and territories that name a place."""
    found = []
    for model in (WalkRow, TerritoryRow):
        table = model.__table__
        for row in session.execute(select(table.c.id, table.c.document).where(table.c.document.contains(f'"{id}"'))):
            document = json.loads(row.document)
            if id in _places_named(document):
                found.append(row.id)
    return found


# Private


def _parts_around(session: Session, code: str | None, named: list[str] | None = None) -> Parts:
    """Return what is there but places and walks; of places the named ones, and the ids of all."""
    rows: dict[type[Base], list[Row]] = {model: [] for model in TABLES}
    rows |= {model: read_rows(session, model) for model in _SMALL}
    rows[CodeRow] = [*read_by_key(session, CodeRow, [(code,)]).values()] if code else []
    rows[PlaceRow] = [*read_by_key(session, PlaceRow, [(id,) for id in named or ()]).values()]
    parts = parts_of(content_of(rows))
    languages = session.scalars(select(TranslationRow.language).distinct())
    ids = frozenset(session.scalars(select(PlaceRow.id)))
    return replace(
        parts, places=replace(parts.places, ids=ids), texts={language: Reading({}) for language in languages}
    )


def _places_named(document: Row) -> list[str | None]:
    single = (document.get(name) or {} for name in ("meeting", "emergency", "kiosk"))
    blocks = [*document.get("stop", ()), *document.get("service", ()), *single]
    return [*(block.get("place") for block in blocks), document.get("school")]
