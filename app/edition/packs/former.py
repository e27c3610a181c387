"""The packs of the editions that are still in the store: what they hold, and what changed since the last one."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..compress import gunzip
from ..store import Edition, EditionStore, StoredFile
from .parts import PackedPage
from .revision import Edited, Revision

Entry = dict[str, Any]
"""A part of a pack, as its manifest tells it."""

SHORT = 20
"""Hexadecimal digits of a hash in an address."""

MOST_REVISED = 0.25
"""Where more of the pages of a part changed than this, it is made anew: there is little to keep of it."""


def manifest_path(territory: str) -> str:
    """Return the path of the manifest of a territory's pack."""
    return f"packs/{territory}.json"


def read_manifest(store: EditionStore, manifest: StoredFile | None) -> dict[str, Any]:
    """Return what a manifest tells; one that the disk has lost is one that never was."""
    try:
        told: dict[str, Any] = json.loads(store.body(manifest)) if manifest else _NOTHING
    except (OSError, ValueError):
        return _NOTHING
    return told


def entries_of(told: Mapping[str, Any]) -> list[Entry]:
    """Return every part that a manifest tells."""
    return [*told["shared"], *(entry for parts in told["languages"].values() for entry in parts)]


def paths_of(entry: Entry) -> Iterator[str]:
    """Yield where a part and the patches that lead to it are."""
    yield entry["path"]
    yield from (patch["path"] for patch in entry.get("patches", {}).values())


@dataclass(frozen=True)
class Former:
    """A pack of an edition that is still in the store."""

    store: EditionStore
    edition: Edition
    entries: Mapping[str, Entry]
    _last: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)
    """The parts that were read last, decoded."""

    @classmethod
    def of(cls, store: EditionStore, edition: Edition, territory: str) -> "Former":
        """Read the manifest of a territory."""
        told = read_manifest(store, edition.files.get(manifest_path(territory)))
        return cls(store, edition, {entry["name"]: entry for entry in entries_of(told)})

    def stored(self, path: str) -> StoredFile | None:
        """Return what the edition had at a path."""
        return self.edition.files.get(path)

    def decoded(self, name: str) -> bytes | None:
        """Return what a part stood for, None when there was none or the disk has lost it."""
        entry = self.entries.get(name)
        stored = self.stored(entry["path"]) if entry else None
        if entry is None or stored is None:
            return None
        if name not in self._last:
            try:
                found = gunzip(self.store.body(stored))
            except OSError:
                return None
            while len(self._last) >= _MOST_DECODED:
                self._last.pop(next(iter(self._last)))
            self._last[name] = found
        return self._last[name]

    def patch(self, name: str, since: str) -> bytes | None:
        """Return the patch that led to a part from what has this hash; None without any, or where the disk lost it."""
        entry = self.entries.get(name, {}).get("patches", {}).get(since[:SHORT])
        stored = self.stored(entry["path"]) if entry else None
        try:
            return gunzip(self.store.body(stored)) if stored else None
        except OSError:
            return None

    def revised(self, name: str, lang: str, files: Mapping[str, StoredFile]) -> Revision | None:
        """Return a part, and what changed of its pages now that they are these, in order; None where it held others,
        or where most are others now."""
        part = self.decoded(name)
        if part is None:
            return None
        rows = json.loads(part[: part.index(b"\n")])["files"]
        if [(row[0], row[1]) for row in rows] != [(path, stored.media_type) for path, stored in files.items()]:
            return None
        before = self.edition.files
        changed = [path for path, stored in files.items() if path in before and before[path].sha256 != stored.sha256]
        if len(changed) > MOST_REVISED * len(files) or not before.keys() >= files.keys():
            return None
        try:
            return Revision(part, [*self._edited(lang, {path: files[path] for path in changed})])
        except OSError:
            return None

    # Private

    def _edited(self, lang: str, files: Mapping[str, StoredFile]) -> Iterator[Edited]:
        for path, stored in files.items():
            page = PackedPage(path, stored.media_type, lang, self.store.body(stored))
            yield Edited(page, self.store.body(self.edition.files[path]))


_NOTHING: dict[str, Any] = {"languages": {}, "shared": []}

_MOST_DECODED = 8
