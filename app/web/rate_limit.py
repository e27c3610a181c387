"""A rate limit against floods, without a third party: so many messages a minute for the site, and for each address.

Nothing is written: an address is only a hash, salted anew at each start, that leaves the memory within minutes. Each
worker counts for itself.
"""

import time
from collections.abc import Callable
from hashlib import blake2b
from math import ceil
from secrets import token_bytes
from threading import Lock
from typing import NamedTuple

MOST_ADDRESSES = 2_000


class Pace(NamedTuple):
    """How many pass in a minute, and how many at once after a rest."""

    a_minute: int
    at_once: int


SITE = Pace(a_minute=240, at_once=1_200)
"""Twice what one network may: a flood from one place leaves the others theirs."""

ADDRESS = Pace(a_minute=60, at_once=600)
"""Of a network: a school behind one address, or a phone that comes home with a full outbox, is no flood. What is stored
is counted apart (`app/library/sending.py`)."""


class Level(NamedTuple):
    """How many may still pass, as counted at a moment."""

    left: float
    at: float


class RateLimit:
    """Token buckets: each message takes one, time gives them back."""

    def __init__(self, site: Pace = SITE, address: Pace = ADDRESS, clock: Callable[[], float] = time.monotonic) -> None:
        self._site, self._address, self._clock = site, address, clock
        self._salt = token_bytes(16)
        self._levels: dict[bytes, Level] = {}
        self._lock = Lock()

    def wait_s(self, address: str | None) -> int:
        """Let a message of an address pass (0), or tell in how many seconds one may; None is this machine itself."""
        paces = {b"": self._site} | ({} if address is None else {self._hash(address): self._address})
        with self._lock:
            now = self._clock()
            levels = {name: self._level(name, pace, now) for name, pace in paces.items()}
            wait = max(_wait_s(levels[name], pace) for name, pace in paces.items())
            if wait == 0:
                self._levels |= {name: Level(level.left - 1, now) for name, level in levels.items()}
                self._forget(now)
            return wait

    # Private

    def _hash(self, address: str) -> bytes:
        return blake2b(address.encode(), key=self._salt, digest_size=16).digest()

    def _level(self, name: bytes, pace: Pace, now: float) -> Level:
        held = self._levels.get(name, Level(pace.at_once, now))
        return Level(min(pace.at_once, held.left + (now - held.at) * pace.a_minute / 60), now)

    def _forget(self, now: float) -> None:
        """Drop the addresses that are at rest again; in a flood from everywhere the site's own pace holds."""
        if len(self._levels) > MOST_ADDRESSES:
            at_rest_s = 60 * self._address.at_once / self._address.a_minute
            self._levels = {n: level for n, level in self._levels.items() if now - level.at < at_rest_s or not n}


def _wait_s(level: Level, pace: Pace) -> int:
    return 0 if level.left >= 1 else max(1, ceil((1 - level.left) * 60 / pace.a_minute))
