"""A planned file: one file of an edition, before it is made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from pydantic_core import to_json


@dataclass(frozen=True)
class PlannedFile:
    """Where a file is, what it is, a fingerprint of all it is made of, and how to make its bytes.

    `path` is the address below the site's root, without the leading slash: `fr/places/abc`, `fr/` for an
    index. Two planned files with the same path and fingerprint have the same bytes: that is what lets an edit
    rebuild only what it changed.
    """

    path: str
    media_type: str
    fingerprint: str
    make: Callable[[], bytes] = field(repr=False, compare=False)
    shared: bool = False
    """True for the few files that every visitor fetches: they are worth the slowest compression."""
    subject: str = field(default="", compare=False)
    """What the page is about (`place:abc`): when it cannot be made, no other page may name it."""

    @cached_property
    def mark(self) -> str:
        """What must be equal for a stored file to be taken over as it is."""
        return f"{self.fingerprint}+" if self.shared else self.fingerprint


def fingerprint_of(*inputs: object) -> str:
    """Return a digest of plain data, dataclasses and pydantic models (through their JSON)."""
    return sha256(to_json(inputs)).hexdigest()[:32]
