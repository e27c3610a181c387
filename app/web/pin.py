"""The volunteer's PIN: what only a volunteer may do asks for it. Without one set, only this machine itself may.

Wrong tries are counted for all workers together: after five one waits, and each further one makes the wait longer.
"""

import struct
import time
from hmac import compare_digest
from mmap import mmap
from threading import Lock

from flask import current_app

from ..domain.text import N_
from .request import say, settings, visitor_address

FREE_TRIES = 5
FIRST_WAIT_S = 30
LONGEST_WAIT_S = 900

_HELD = struct.Struct("<Id")


class Tries:
    """How often the PIN was wrong, and until when nobody may try. Its memory is shared by the forked workers."""

    def __init__(self) -> None:
        self._shared = mmap(-1, _HELD.size)
        self._lock = Lock()

    @property
    def wait_s(self) -> int:
        """In how many seconds one may try again; 0 when one may."""
        _, until = self._held()
        return max(0, round(until - time.monotonic() + 0.5)) if until > time.monotonic() else 0

    def fail(self) -> None:
        """Hear that the PIN was wrong."""
        with self._lock:
            wrong = self._held()[0] + 1
            over = wrong - FREE_TRIES
            wait = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(over, 10)) if over >= 0 else 0
            self._hold(wrong, time.monotonic() + wait if wait else 0)

    def succeed(self) -> None:
        """Hear that it was right."""
        self._hold(0, 0)

    # Private

    def _held(self) -> tuple[int, float]:
        wrong, until = _HELD.unpack(self._shared[:])
        return wrong, until

    def _hold(self, wrong: int, until: float) -> None:
        self._shared[:] = _HELD.pack(wrong, until)


def needs_pin() -> bool:
    """Tell whether a volunteer has to type one."""
    return settings().kiosk_pin is not None


def why_not(given: str) -> str:
    """Return why whoever asks may not do what a volunteer may, in a sentence; empty when they may."""
    pin, tries = settings().kiosk_pin, _tries()
    if pin is None:
        is_here = visitor_address() is None
        return "" if is_here else say(N_("Réglez d’abord un code de bénévole sur le serveur (ADEUXPAS_KIOSK_PIN)."))
    if wait := tries.wait_s:
        return say(N_("Trop de codes faux : réessayez dans %(seconds)s s."), seconds=wait)
    if not compare_digest(given.encode(), pin.encode()):
        tries.fail()
        return say(N_("Ce code n’est pas le bon."))
    tries.succeed()
    return ""


# Private


def _tries() -> Tries:
    found: Tries = current_app.extensions["pin_tries"]
    return found
