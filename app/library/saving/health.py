"""What a library says of its own health: whether it is whole, and what waits in it."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import func, select, text

from ...domain.suggestion import WAITING
from ...exchange.native.photos import names_in
from ..content.queries import read_library
from ..db import db
from ..models import SuggestionRow
from ..photo_models import PhotoRow
from ..photos import photo_file
from ..sessions import reading


@dataclass(frozen=True)
class Waiting:
    """How many suggestions wait, and since when (UTC) the oldest does."""

    count: int
    oldest: datetime | None


def damage_found() -> list[str]:
    """Return what SQLite finds wrong with its file (`PRAGMA integrity_check`, foreign keys), nothing when it is whole.

    PostgreSQL watches over its own files: there a table that can be read is all that is asked.
    """
    with reading() as session:
        if db.engine.dialect.name != "sqlite":
            session.execute(select(func.count()).select_from(SuggestionRow))
            return []
        told = [str(row[0]) for row in session.execute(text("PRAGMA integrity_check(20)"))]
        strays = [f"{row[0]} → {row[2]}" for row in session.execute(text("PRAGMA foreign_key_check"))]
        return [line for line in told if line != "ok"] + strays


def count_waiting() -> Waiting:
    """Return how many suggestions wait, and since when."""
    with reading() as session:
        asked = select(func.count(), func.min(SuggestionRow.received_at)).where(SuggestionRow.state.in_(WAITING))
        count, oldest = session.execute(asked).one()
        return Waiting(count, oldest)


def photos_lost(data: Path) -> int:
    """Return how many photos that came with a suggestion are not in the data folder any more."""
    with reading() as session:
        keys = session.scalars(select(SuggestionRow.key).where(SuggestionRow.photo.is_not(None)))
        return sum(not photo_file(key, data).is_file() for key in keys)


def pictures_lost() -> int:
    """Return how many photos that a place shows are not in the library any more, or not what they were."""
    with reading() as session:
        whole = {
            row.file
            for row in session.execute(
                select(PhotoRow.file, PhotoRow.data, PhotoRow.digest).execution_options(yield_per=20)
            )
            if sha256(row.data).hexdigest() == row.digest
        }
    return sum(file not in whole for file in names_in(read_library().places.values()))
