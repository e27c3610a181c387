"""What a phone does when the library is busy: it sends again."""

from collections.abc import Callable
from typing import TypeVar

from app.library.faults import LibraryBusy

Answer = TypeVar("Answer")
MOST = 10


def sent(send: Callable[[], Answer]) -> Answer:
    """Send until it is answered: under load one of many writers may wait longer than the library lets it."""
    for _ in range(MOST - 1):
        try:
            return send()
        except LibraryBusy:
            continue
    return send()
