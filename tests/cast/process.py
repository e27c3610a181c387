"""Processes that tests start: a port for each, and waiting until one has come so far."""

import socket
import time
from collections.abc import Callable
from contextlib import suppress

START_WITHIN_S = 90
"""How long a server may take to answer, on a machine that does much else."""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def wait_until(
    claim: Callable[[], object], within_s: float = 30, *, patient_with: tuple[type[Exception], ...] = ()
) -> None:
    """Ask again and again until a claim is true; faults that only mean "not yet" are named."""
    end = time.monotonic() + within_s
    while True:
        with suppress(*patient_with):
            if claim():
                return
        if time.monotonic() > end:
            raise TimeoutError(f"It did not happen within {within_s} s.")
        time.sleep(0.05)
