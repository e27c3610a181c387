"""The product as a process of its own, and a visitor who asks over the network."""

import contextlib
import http.client
import os
import signal
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.cast.library import surroundings
from tests.cast.process import START_WITHIN_S, free_port, wait_until
from tests.cast.program import ADEUXPAS, Program

__all__ = ["free_port", "surroundings", "wait_until"]


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Server:
    """A running server."""

    process: Program
    port: int
    said: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path; `Accept_Encoding="br"` is a header."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.closing(connection):
            connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())

    def ask_raw(self, request: bytes) -> bytes:
        """Send bytes as they are; return the first of the answer."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            connection.sendall(request)
            return connection.recv(4096)

    def stop(self, kind: signal.Signals = signal.SIGTERM) -> int:
        """Tell the server to stop; return its exit code. It must not wait for a worker to be killed (10 s)."""
        self.process.send_signal(kind)
        return self.process.wait(8)


@contextlib.contextmanager
def running(data: Path, code: str = ADEUXPAS, **environ: str) -> Iterator[Server]:
    """Run what serves `data`, `adeuxpas serve` unless told; it is over when the block is."""
    port, said = free_port(), data.with_suffix(".log")
    with said.open("w") as out:
        process = Program(code, "serve", env=surroundings(data, PORT=str(port), **environ), stdout=out, stderr=out)
    try:
        _wait_for(process, port, said)
        yield Server(process, port, said)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # its workers too
        process.wait()


def _wait_for(process: Program, port: int, said: Path) -> None:
    def is_open() -> bool:
        assert process.poll() is None, said.read_text()
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
        return False

    wait_until(is_open, START_WITHIN_S)
