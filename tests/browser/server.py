"""The product as a process: served like anywhere else, on a free port, in a folder of the test."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from app.publish.current import CHECK_EVERY_S

from ..cast.copies import linked
from ..cast.library import BASE, TODAY
from ..cast.once import made_once
from ..cast.process import START_WITHIN_S, free_port, wait_until
from ..cast.program import ADEUXPAS, Program, run

__all__ = ["TODAY", "Server", "free_port", "wait_for"]

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = 12
"""Enough to have heard every worker."""


@dataclass
class Server:
    """A running site; `stop` and `start` keep its port and its data."""

    data: Path
    port: int = field(default_factory=lambda: free_port())
    program: Path = ROOT
    """The folder whose `app` is run: another release may be served from the same data."""

    today: str = TODAY
    """The day it plays; none for the real one."""

    content: Path = ROOT
    """The folder that its library was loaded from."""

    _process: Program | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Server":
        self._process = Program(ADEUXPAS, "serve", env=self.environment(), release=self.program)
        try:
            wait_for(f"{self.url}/healthz")
        except TimeoutError:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        if self._process is None:
            return
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None
        # Its workers end by themselves: what comes to the port next must not be theirs to refuse.
        wait_until(lambda: not _is_listened_to(self.port))

    def copy(self, data: Path, *, program: Path | None = None, today: str | None = None) -> "Server":
        """Return a server, not started, over a copy of what this one has made; this one may be running."""
        # The files beside a base in use come and go: the base copies itself.
        shutil.copytree(self.data, data, ignore=shutil.ignore_patterns(f"{BASE}*"), copy_function=linked)
        with closing(sqlite3.connect(self.data / BASE)) as ours, closing(sqlite3.connect(data / BASE)) as theirs:
            ours.backup(theirs)
        day = self.today if today is None else today
        return Server(data, program=program or self.program, today=day, content=self.content)

    def run(self, *arguments: str) -> str:
        """Run a command of the product on the same data; return what it says."""
        done = run(*arguments, env=self.environment(), release=self.program)
        done.check_returncode()
        return done.stdout

    @property
    def edition(self) -> int:
        with urlopen(f"{self.url}/edition-line.json") as answer:  # noqa: S310 - our own address
            number: int = json.load(answer)["number"]
        return number

    def publish(self, folder: Path) -> None:
        """Load other content, and wait until every worker of the server hands out the next edition.

        Each looks for a new one once a second at the most: all answers of more than a second must be of it.
        """
        before = self.edition
        self.run("load", str(folder))
        since: list[float] = []

        def is_settled(body: bytes) -> bool:
            if json.loads(body)["number"] == before:
                since.clear()
                return False
            since.append(time.monotonic())
            return since[-1] - since[0] > CHECK_EVERY_S and len(since) > ANSWERS

        wait_for(f"{self.url}/edition-line.json", is_settled)

    def environment(self) -> dict[str, str]:
        return {**os.environ, "ADEUXPAS_DATA": str(self.data), "PORT": str(self.port), "ADEUXPAS_TODAY": self.today}


def served_once(factory: pytest.TempPathFactory, content: Path = ROOT, name: str = "served") -> Server:
    """Return a server, not started, whose edition of a content, the project's own or another, is made: once a run."""
    return Server(made_once(factory, name, partial(_make_edition, content)), content=content)


def wait_for(url: str, is_good: Callable[[bytes], bool] = lambda _: True) -> None:
    """Wait until an address answers, and well."""

    def is_answered() -> bool:
        with urlopen(url) as answer:  # noqa: S310 - our own address
            return is_good(answer.read())

    wait_until(is_answered, START_WITHIN_S, patient_with=(URLError, ConnectionError))


# Private


def _is_listened_to(port: int) -> bool:
    """Tell whether somebody takes connections on a port of this machine."""
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def _make_edition(content: Path, data: Path) -> None:
    """Make the edition of a folder by commands: however long it takes on a busy machine, no server is waited for."""
    server = Server(data)
    server.run("load", str(content))
    server.run("edition")
