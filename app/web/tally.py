"""Counts in memory, and writes to the library now and then by a thread of its own: no answer waits for it.

What is counted is a key with a day in it, and a number: nothing of who asked. A worker that is killed loses what it
counted since the last writing, twenty seconds at most.
"""

import atexit
from collections import Counter
from collections.abc import Callable, Mapping
from threading import Lock, Thread
from time import sleep
from typing import Any
from weakref import ref

from flask import Flask

from ..library.faults import LibraryFault

EVERY_S = 20.0
MOST = 5_000
"""Keys held at most while the library cannot be written."""

Add = Callable[[Mapping[Any, int]], None]


class Tally:
    """What was counted since the last writing. Each worker counts for itself, and writes from its first count on."""

    def __init__(self, app: Flask, add: Add) -> None:
        self._app = app
        self._add = add
        self._counts: Counter[Any] = Counter()
        self._lock = Lock()
        self._thread: Thread | None = None

    def note(self, key: Any) -> None:
        """Count once more."""
        with self._lock:
            if key in self._counts or len(self._counts) < MOST:
                self._counts[key] += 1
            if self._thread is None:
                found = ref(self)
                self._thread = Thread(target=_write_again_and_again, args=(found,), name="tally", daemon=True)
                self._thread.start()
                atexit.register(_write, found)

    def write(self) -> None:
        """Write what was counted; what cannot be written now is held until the next time."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
        if not counts:
            return
        try:
            with self._app.app_context():
                self._add(counts)
        except LibraryFault:
            with self._lock:
                self._counts.update(counts)


# Private


def _write_again_and_again(found: "ref[Tally]") -> None:
    """Write as long as there is a tally: an application that is gone counts nothing more, and is not held."""
    is_there = True
    while is_there:
        sleep(EVERY_S)
        is_there = _write(found)


def _write(found: "ref[Tally]") -> bool:
    tally = found()
    if tally is not None:
        tally.write()
    return tally is not None
