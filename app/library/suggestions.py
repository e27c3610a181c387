"""What people tell us: received once whatever the network does, and read by whoever keeps the library true."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pydantic_core import to_json
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from ..domain.code import draw_ticket
from ..domain.geometry import Position
from ..domain.record import Told
from ..domain.subject import SUBJECTS, SubjectKind
from ..domain.suggestion import Came, Kind, Seen, Suggestion, SuggestionState
from ..domain.territory import Territory
from .db import Base, database_file
from .faults import require_room
from .models import CodeRow, SuggestionRow, TerritoryRow
from .moments import stored
from .sending import count_sending
from .sessions import reading, writing

PATIENCE_MS = 500
"""A phone keeps its message and comes again: it does not hold a thread that could hand out pages."""

CLOCKS_DIFFER = timedelta(minutes=5)
"""By how much a phone's clock may be ahead of ours and still be right."""

_LONGEST_WAIT = timedelta(days=400)
"""How long a message may have lain on a phone. Between the two lies when it can have been typed: a clock that says
otherwise is not believed."""


class SuggestionRefused(ValueError):
    """A suggestion that the library cannot take, however often it is sent.

    SuggestionRefused
    └── UnknownSubject   there is no such place, walk or territory, and never was
    """


class UnknownSubject(SuggestionRefused):
    """Neither the library nor a code ever printed knows this place, walk or territory."""


@dataclass(frozen=True)
class Receipt:
    """The answer to a suggestion: the same as often as it comes; `key` is the one that it was sent under.

    `is_twin` says that another suggestion had come under that key before: both are kept.
    """

    key: str
    received: datetime
    state: SuggestionState
    is_new: bool
    is_twin: bool = False
    ticket: str = ""
    """What its sender asks for its fate with (`fates.py`)."""


@dataclass(frozen=True)
class Received:
    """A suggestion as the library holds it; `name` is that of its place, walk or territory, when it is still there.

    `photo` is the SHA-256 of the photo that came with it; `facts` are those of a record.
    """

    key: str
    suggestion: Suggestion
    received: datetime
    state: SuggestionState
    name: str
    photo: str | None
    number: int
    """What the desk calls it by."""
    facts: tuple[Told, ...] = ()


def receive_suggestion(
    key: str, suggestion: Suggestion, *, now: datetime | None = None, sender: str = "", is_doubtful: bool = False
) -> Receipt:
    """Store a suggestion under its key, once; when it returns, the suggestion survives a power cut.

    One that says something else than what came under the key before is its twin: kept beside it, once as well.
    `sender` is a keyed hash of its network and the day (`sending.py`): one that comes too fast is doubtful, as is one
    that looks so; the desk reads those apart. Raise `TooFast` for a flood.
    """
    received = now or datetime.now(UTC)
    with writing(PATIENCE_MS) as session:
        first = _held(session, key)
        is_twin = first is not None and not _says(first, suggestion)
        own_key = _key_of_twin(key, suggestion) if is_twin else key
        held = _held(session, own_key) if is_twin else first
        row = held or _row_of(own_key, suggestion, received)
        if held is None:
            _require_subjects(session, suggestion)
            is_fast = bool(sender) and count_sending(session, sender, stored(received))
            row.state = SuggestionState.DOUBTFUL if is_doubtful or is_fast else SuggestionState.NEW
            row.twin_of = first.id if first else None
            row.lon, row.lat = _spot_within(session, suggestion) or (None, None)
            session.add(row)
        row.ticket = row.ticket or _free_ticket(session)  # a release before gave none
        receipt = Receipt(
            key,
            row.received_at.replace(tzinfo=UTC),
            SuggestionState(row.state),
            held is None,
            is_twin=is_twin,
            ticket=row.ticket,
        )
        session.commit()
        return receipt


def try_to_store() -> None:
    """Do what storing a suggestion does and take it back; raise the fault that it would meet."""
    file = database_file()
    if file is not None:
        require_room(file.parent)
    with writing(PATIENCE_MS) as session:
        session.add(_row_of("-", Suggestion(kind=Kind.HOURS), datetime.now(UTC)))
        session.flush()
        session.rollback()


def read_suggestions(since: datetime | None = None) -> list[Received]:
    """Return what was received, the newest first."""
    asked = select(SuggestionRow).order_by(SuggestionRow.received_at.desc(), SuggestionRow.id.desc())
    if since is not None:
        asked = asked.where(SuggestionRow.received_at >= stored(since))
    with reading() as session:
        names = _names(session)
        return [_received(row, names) for row in session.scalars(asked)]


# Private


def _columns(kind: SubjectKind) -> tuple[ColumnElement[str], ColumnElement[str]]:
    """Return the id and the name of what a suggestion can be about, in the table of its kind."""
    columns = Base.metadata.tables[kind.name].c
    return columns.id, columns[kind.title]


_TELLING = ("kind", "text", "seen", "stop", "came", *SUBJECTS)
"""What makes two suggestions two; the page and the hour may differ when a phone sends one again."""


def _held(session: Session, key: str) -> SuggestionRow | None:
    return session.scalar(select(SuggestionRow).where(SuggestionRow.key == key))


def _free_ticket(session: Session) -> str:
    """Return a ticket that nobody has: a million million are more than enough to draw again."""
    while True:
        ticket = draw_ticket()
        if session.scalar(select(SuggestionRow.id).where(SuggestionRow.ticket == ticket)) is None:
            return ticket


def _says(row: SuggestionRow, suggestion: Suggestion) -> bool:
    said = _columns_of(suggestion)
    return all(getattr(row, name) == said[name] for name in _TELLING)


def _key_of_twin(key: str, suggestion: Suggestion) -> str:
    """Return the key of its own of what came under a key that was taken: the same each time it comes."""
    said = _columns_of(suggestion)
    return str(uuid5(NAMESPACE_URL, f"{key} {to_json([said[name] for name in _TELLING]).decode()}"))


def _require_subjects(session: Session, suggestion: Suggestion) -> None:
    """A place that left the library since the page was read is still known by its code."""
    for kind, subjects in SUBJECTS.items():
        id = getattr(suggestion, kind)
        column = _columns(subjects)[0]
        here = select(column).where(column == id)
        printed = select(CodeRow.id).where(CodeRow.kind == kind, CodeRow.id == id)
        if id is not None and session.scalar(here) is None and session.scalar(printed) is None:
            raise UnknownSubject(f"{kind}:{id}")


def _spot_within(session: Session, suggestion: Suggestion) -> Position | None:
    """Return where the place is, when a territory's families walk there; elsewhere it is a slip of the finger."""
    spot = suggestion.spot
    if spot is None:
        return None
    outlines = map(Territory.model_validate_json, session.scalars(select(TerritoryRow.document)))
    return spot if any(territory.holds(spot) for territory in outlines) else None


def _row_of(key: str, suggestion: Suggestion, received: datetime) -> SuggestionRow:
    return SuggestionRow(
        key=key,
        **_columns_of(suggestion),
        typed_at=_believed(suggestion.typed, received),
        received_at=stored(received),
        state=SuggestionState.NEW,
    )


def _columns_of(suggestion: Suggestion) -> dict[str, Any]:
    came = suggestion.came.model_dump(exclude_none=True) if suggestion.came else None
    return suggestion.model_dump(mode="python", exclude={"typed", "came"}) | {"came": came}


def _believed(typed: datetime | None, received: datetime) -> datetime | None:
    if typed is None:
        return None
    aware = typed if typed.tzinfo else typed.replace(tzinfo=UTC)
    return stored(aware) if -CLOCKS_DIFFER <= received - aware <= _LONGEST_WAIT else None


def _names(session: Session) -> dict[tuple[str, str], str]:
    found = {name: session.execute(select(*_columns(kind))) for name, kind in SUBJECTS.items()}
    return {(kind, id): name for kind, rows in found.items() for id, name in rows}


def _received(row: SuggestionRow, names: dict[tuple[str, str], str]) -> Received:
    about = {kind: getattr(row, kind) for kind in SUBJECTS}
    suggestion = Suggestion.model_construct(
        kind=Kind(row.kind),
        lang=row.lang,
        text=row.text,
        edition=row.edition,
        path=row.path,
        typed=row.typed_at.replace(tzinfo=UTC) if row.typed_at else None,
        seen=Seen(row.seen) if row.seen else None,
        stop=row.stop,
        came=Came.model_validate(row.came) if row.came is not None else None,
        lon=row.lon,
        lat=row.lat,
        **about,
    )
    name = next((names.get((kind, id), "") for kind, id in about.items() if id), "")
    facts = tuple(Told.model_validate(told) for told in row.facts or ())
    received, state = row.received_at.replace(tzinfo=UTC), SuggestionState(row.state)
    return Received(row.key, suggestion, received, state, name, row.photo, row.id, facts)
