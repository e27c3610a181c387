"""Two ways to open the library: to read one moment of it, or to write alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text
from sqlalchemy.orm import Session

from .db import BUSY_MS, database_file, db
from .faults import faults_told


@contextmanager
def reading() -> Iterator[Session]:
    """Open the library as it is at one moment, whatever is written meanwhile."""
    engine = db.engine
    if engine.dialect.name == "postgresql":
        # SQLite reads so by itself; there each statement would see what was committed before it.
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with faults_told(database_file()), Session(engine) as session:
        yield session


@contextmanager
def writing(patience_ms: int | None = None) -> Iterator[Session]:
    """Open the library for one writer at a time; who comes second waits, then hears that it is busy."""
    patience_ms = BUSY_MS if patience_ms is None else patience_ms
    with (
        faults_told(database_file()),
        Session(db.engine.execution_options(writes=True, patience_ms=patience_ms)) as session,
    ):
        session.connection()  # begins, and so takes the lock, before anything is read
        if db.engine.dialect.name == "postgresql":
            session.execute(text(f"SET LOCAL lock_timeout = {patience_ms}"))
            session.execute(text("LOCK TABLE revision IN SHARE ROW EXCLUSIVE MODE"))
        yield session
