"""Files that stay what they were when this program loaded them: what they say is asked of the library instead.

Only for files whose readers never warn: they were loaded, so nothing was wrong with them. What is wrong between
files is looked for each time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from ...domain.picture import Picture
from .source import Reading, Source


@dataclass(frozen=True)
class Known:
    """By path, the digest of a file and what the library says in its stead."""

    digests: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Callable[[], Any]] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures of photos that were opened before, by the digest of their files."""

    def reading(self, source: Source) -> Reading[Any] | None:
        """Return what a file says when it is known, else None."""
        value = self.values.get(source.path)
        if value is None or self.digests.get(source.path) != sha256(source.data).hexdigest():
            return None
        found = value()
        return Reading(found, ids=frozenset(found) if isinstance(found, dict) else frozenset())
