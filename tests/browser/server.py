"""The product as a process: served like anywhere else, on a free port, in a folder of the test."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

COMMAND = [sys.executable, "-c", "from app.cli import main; main()"]
START_WITHIN_S = 60
TODAY = "2026-11-18"
"""A Wednesday in term."""


@dataclass
class Server:
    """A running site; `stop` and `start` keep its port and its data."""

    data: Path
    port: int = field(default_factory=lambda: free_port())
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Server":
        self._process = subprocess.Popen(
            [*COMMAND, "serve"],
            env=self.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_for(f"{self.url}/healthz")
        return self

    def stop(self) -> None:
        if self._process is None:
            return
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def run(self, *arguments: str) -> None:
        """Run a command of the product on the same data."""
        subprocess.run([*COMMAND, *arguments], env=self.environment(), check=True, capture_output=True)

    def environment(self) -> dict[str, str]:
        return {**os.environ, "ADEUXPAS_DATA": str(self.data), "PORT": str(self.port), "ADEUXPAS_TODAY": TODAY}


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def wait_for(url: str) -> None:
    """Wait until something answers."""
    last = time.monotonic() + START_WITHIN_S
    while time.monotonic() < last:
        try:
            with urlopen(url):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise TimeoutError(f"{url} did not answer within {START_WITHIN_S} s.")
