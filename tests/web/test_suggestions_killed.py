"""kill -9 while people send: what was acknowledged is there, and what comes again is stored once."""

import contextlib
import http.client
import json
import os
import signal
import threading
from pathlib import Path
from sqlite3 import connect
from uuid import uuid4

import pytest

from tests.cast.library import take_library, tiny_library
from tests.cast.program import Program

from .serving import free_port, surroundings, wait_until

CYCLES = 4
SENDERS = 4
SERVE = "from app.settings import read_settings as r; from app.server import run_server; run_server(r(), on_start=int)"


@pytest.fixture
def data(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path / "var"
    take_library(tiny_library(tmp_path_factory), folder)
    return folder


def post(port: int, key: str) -> int:
    """Send a message and return the status of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    body = json.dumps({"kind": "hours", "place": "bibliotheque-des-tilleuls", "text": key})
    with contextlib.closing(connection):
        headers = {"Content-Type": "application/json", "Idempotency-Key": key}
        connection.request("POST", "/api/v1/suggestions", body, headers)
        return connection.getresponse().status


class Sender(threading.Thread):
    """Sends one message after another until nobody answers any more."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port
        self.acknowledged: list[str] = []
        self.cut = ""

    def run(self) -> None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            while True:
                self.cut = str(uuid4())
                if post(self.port, self.cut) == 201:
                    self.acknowledged.append(self.cut)


def stored(data: Path) -> list[str]:
    with contextlib.closing(connect(data / "adeuxpas.db")) as library:
        return [key for (key,) in library.execute("SELECT key FROM suggestion")]


def serve(data: Path, port: int) -> Program:
    process = Program(SERVE, env=surroundings(data, PORT=str(port)))
    wait_until(lambda: _answers(port))
    return process


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError, http.client.HTTPException):
        return post(port, "no key") == 400
    return False


def test_every_acknowledged_message_outlives_a_killed_server(data: Path) -> None:
    acknowledged: set[str] = set()
    for _ in range(CYCLES):
        port = free_port()
        process = serve(data, port)
        senders = [Sender(port) for _ in range(SENDERS)]
        for sender in senders:
            sender.start()
        wait_until(lambda: sum(len(sender.acknowledged) for sender in senders) >= SENDERS)  # noqa: B023
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for sender in senders:
            sender.join()
            acknowledged.update(sender.acknowledged)
        assert acknowledged <= set(stored(data))
    assert len(acknowledged) >= CYCLES * SENDERS


def test_what_was_cut_is_stored_once_when_it_comes_again(data: Path) -> None:
    port = free_port()
    process = serve(data, port)
    sender = Sender(port)
    sender.start()
    wait_until(lambda: len(sender.acknowledged) >= 3)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    sender.join()
    process = serve(data, port)
    assert {post(port, sender.cut), post(port, sender.acknowledged[0])} <= {200, 201}
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert sorted(stored(data)) == sorted({*sender.acknowledged, sender.cut})
