"""When the library was read for each edition that the server hands out: what a message of a reader of it can know."""

from datetime import datetime

from sqlalchemy.orm import Session

from .moments import stored
from .sender_models import EditionRow
from .sessions import writing


def note_edition(number: int, read_at: datetime) -> None:
    """Note when the library was read for an edition; one that is noted already stays."""
    with writing() as session:
        if session.get(EditionRow, number) is None:
            session.add(EditionRow(number=number, read_at=stored(read_at)))
            session.commit()


def edition_read_at(session: Session, number: int | None) -> datetime | None:
    """Return when the library was read for an edition (UTC, without a zone); None for one that nobody noted."""
    row = session.get(EditionRow, number) if number is not None else None
    return row.read_at if row else None
