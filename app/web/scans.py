"""Counts how often printed codes are opened: in memory, written to the library now and then by a thread of its own.

The way to a page does not wait for it. Only the code, the day and a number are kept.
"""

import atexit
from collections import Counter
from datetime import date
from threading import Event, Lock, Thread

from flask import Flask

from ..library.faults import LibraryFault
from ..library.scans import add_scans

EVERY_S = 20.0
MOST = 5_000
"""Pairs of code and day held at most while the library cannot be written."""


class Scans:
    """What was counted since the last writing. Each worker counts for itself, and writes from its first count on."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._counts: Counter[tuple[str, date]] = Counter()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._stopped = Event()

    def note(self, code: str, day: date) -> None:
        """Count that a code was opened on a day."""
        with self._lock:
            if (code, day) in self._counts or len(self._counts) < MOST:
                self._counts[code, day] += 1
            if self._thread is None:
                self._thread = Thread(target=self._write_again_and_again, name="scans", daemon=True)
                self._thread.start()
                atexit.register(self.write)

    def write(self) -> None:
        """Write what was counted; what cannot be written now is held until the next time."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
        if not counts:
            return
        try:
            with self._app.app_context():
                add_scans(counts)
        except LibraryFault:
            with self._lock:
                self._counts.update(counts)

    # Private

    def _write_again_and_again(self) -> None:
        while not self._stopped.wait(EVERY_S):
            self.write()
