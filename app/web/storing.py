"""Whether messages can be stored: what is wrong now, known to every worker, said once in the log."""

import logging
from mmap import mmap

from ..library.faults import LibraryBusy, LibraryFault

_ROOM = 2_048

log = logging.getLogger(__name__)


class Storing:
    """What the last attempt found. Made before the workers are forked, its memory is theirs together."""

    def __init__(self) -> None:
        self._shared = mmap(-1, _ROOM)

    @property
    def reason(self) -> str:
        """Why messages are refused; empty when they are stored."""
        return self._held()[1]

    def failed(self, fault: LibraryFault) -> None:
        """Hear that a message could not be stored; another writer is no trouble, it passes."""
        kind = type(fault).__name__
        if isinstance(fault, LibraryBusy) or kind == self._held()[0]:
            return
        self._hold(f"{kind}\n{fault}")
        log.error("Les messages ne peuvent pas être rangés, ils sont refusés (503) : %s", fault)

    def succeeded(self) -> None:
        """Hear that one was stored, or could be."""
        if self.reason:
            self._hold("")
            log.warning("Les messages sont de nouveau rangés.")

    # Private

    def _held(self) -> tuple[str, str]:
        kind, _, sentence = self._shared[:].rstrip(b"\0").decode(errors="ignore").partition("\n")
        return kind, sentence

    def _hold(self, text: str) -> None:
        self._shared[:] = text.encode()[:_ROOM].ljust(_ROOM, b"\0")
