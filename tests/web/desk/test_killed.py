"""kill -9 while somebody decides at the desk: what was acknowledged is there whole, and the library agrees with itself.

ADEUXPAS_KILLS=100 python -m pytest tests/web/desk/test_killed.py
"""

import contextlib
import http.client
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import connect
from uuid import UUID

import pytest

from app.factory import create_app
from app.library.changes import read_changes
from app.library.content.digests import digest_of_row, sum_with
from app.library.content.queries import library_digest
from app.library.content.rows import TABLES
from app.library.content.store import read_rows
from app.library.db import db
from app.library.desk.people import add_person
from app.library.saving.health import damage_found
from app.library.sessions import reading
from tests.cast.library import settings_over, take_library, tiny_library

from ..serving import free_port, wait_until
from ..test_suggestions_killed import post, serve
from ..visiting import Visitor

KILLS = int(os.environ.get("ADEUXPAS_KILLS", "3"))
PASSWORD = "trois mots ensemble"  # noqa: S105 - of nobody


@pytest.fixture
def data(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path / "var"
    take_library(tiny_library(tmp_path_factory), folder)
    return folder


@contextlib.contextmanager
def looking(data: Path) -> Iterator[None]:
    """The library of a folder, without a server."""
    with create_app(settings_over(data)).app_context():
        yield
        db.session.remove()
        db.engine.dispose()


class Judge(threading.Thread):
    """Sends a message and accepts it with other hours, again and again, until nobody answers any more."""

    def __init__(self, port: int, visitor: Visitor, data: Path, beginning: int) -> None:
        super().__init__()
        self.port, self.visitor, self.data, self.number = port, visitor, data, beginning
        self.acknowledged: list[int] = []

    def run(self) -> None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            while True:
                self.number += 1
                key = str(UUID(int=self.number, version=4))
                assert post(self.port, key) == 201
                id = self._id(key)
                minute = f"{8 + self.number // 60 % 8:02}:{self.number % 60:02}"
                if self.visitor.correct(self.port, id, "hours", hours=f"Tu {minute}-19:00") == 303:
                    self.acknowledged.append(id)

    def _id(self, key: str) -> int:
        with contextlib.closing(connect(self.data / "adeuxpas.db")) as base:
            return int(base.execute("SELECT id FROM suggestion WHERE key = ?", (key,)).fetchone()[0])


def test_every_acknowledged_decision_outlives_a_killed_server(data: Path) -> None:
    with looking(data):
        code = add_person("Coordination", "coordinator")
    visitor, acknowledged, beginning = Visitor(), set[int](), 0
    for kill in range(KILLS):
        port = free_port()
        process = serve(data, port)
        if not kill:
            assert visitor.post(port, f"/desk/join/{code}", password=PASSWORD) == 303
        judge = Judge(port, visitor, data, beginning)
        judge.start()
        wait_until(lambda: len(judge.acknowledged) >= 2 or not judge.is_alive())  # noqa: B023
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        judge.join()
        assert len(judge.acknowledged) >= 2
        acknowledged.update(judge.acknowledged)
        beginning = judge.number
        assert_whole(data, acknowledged)


def assert_whole(data: Path, acknowledged: set[int]) -> None:
    """A decision, the state of its message and the lines of its change are there together; the digest is their sum."""
    with contextlib.closing(connect(data / "adeuxpas.db")) as base:
        accepted = {id for (id,) in base.execute("SELECT id FROM suggestion WHERE state = 'accepted'")}
        decided = {id for (id,) in base.execute("SELECT suggestion FROM decision")}
    with looking(data), reading() as session:
        changed = {change.suggestion for change in read_changes(most=100_000)}
        total = None
        for model in TABLES:
            for row in read_rows(session, model):
                assert row["digest"] == digest_of_row(model, row)
                total = sum_with(total, row)
        assert (damage_found(), library_digest()) == ([], total)
    assert acknowledged <= accepted == decided == changed
