"""The product as a process of its own, and a visitor who asks over the network."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

COMMAND = Path(sys.executable).with_name("adeuxpas")
START_WITHIN_S = 90


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Server:
    """A running server."""

    process: subprocess.Popen[str]
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


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


@contextlib.contextmanager
def running(data: Path, *command: str, **environ: str) -> Iterator[Server]:
    """Run a command that serves `data`; it is over when the block is."""
    port, said = free_port(), data.with_suffix(".log")
    with said.open("w") as out:
        process = subprocess.Popen(
            command or [str(COMMAND), "serve"],
            env=surroundings(data, PORT=str(port), **environ),
            stdout=out,
            stderr=subprocess.STDOUT,
            text=True,
        )
    try:
        _wait_for(process, port, said)
        yield Server(process, port, said)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def surroundings(data: Path, **environ: str) -> dict[str, str]:
    """Return the environment of a command."""
    return {
        **os.environ,
        "ADEUXPAS_DATA": str(data),
        "ADEUXPAS_TODAY": "2026-11-18",
        "PYTHONUNBUFFERED": "1",
        **environ,
    }


def wait_until(claim: object, within_s: float = 30) -> None:
    """Ask again and again until a claim (a function) is true."""
    end = time.monotonic() + within_s
    while not claim():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def _wait_for(process: subprocess.Popen[str], port: int, said: Path) -> None:
    def is_open() -> bool:
        assert process.poll() is None, said.read_text()
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
        return False

    wait_until(is_open, START_WITHIN_S)
