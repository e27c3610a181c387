"""Packs that an edit did not touch: taken over from the edition before; only their manifests are written anew."""

import json
from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from itertools import chain

from ..lines import Files, Piece, changed_paths
from ..store import Edition, EditionStore, StoredFile
from .former import Entry, entries_of, manifest_path, paths_of, read_manifest
from .plan import PackPlan

FORMAT = 1
JSON = "application/json"

_PARTS = b',"languages":'
"""Where the parts begin in a manifest: inside a string, the quotes would be escaped."""

Pack = tuple[Piece, StoredFile]
"""What was made for a pack, and its manifest."""


class TakenOver:
    """The packs of an edition that are as the one before had them; `former` is that one, None without any."""

    def __init__(self, store: EditionStore, edition: Edition, former: Edition | None) -> None:
        self._store, self._edition = store, edition
        self._former: Mapping[str, StoredFile] = former.files if former else {}
        self._packs = self._former.packs if isinstance(self._former, Files) else {}

    def untouched(self, plan: PackPlan) -> Pack | None:
        """Return the pack that was bound from the same plan, while none of its files is another one."""
        before, piece = self._packs.get(plan.territory, (None, None))
        manifest = self._former.get(manifest_path(plan.territory))
        if before is not plan or piece is None or manifest is None or self._touches(plan):
            return None
        try:
            _, _, parts = self._store.body(manifest).partition(_PARTS)
        except OSError:
            return None
        return piece, write_manifest(self._store, self._edition, plan.territory, (manifest.mark, _PARTS + parts))

    def same(self, plan: PackPlan, mark: str) -> Pack | None:
        """Return the pack that was made from the same files, as its mark tells."""
        manifest = self._former.get(manifest_path(plan.territory))
        if manifest is None or manifest.mark != mark:
            return None
        told = read_manifest(self._store, manifest)
        found = {path: self._former.get(path) for entry in entries_of(told) for path in _bound_paths(entry)}
        kept = {path: stored for path, stored in found.items() if stored}
        if not told["shared"] or len(kept) < len(found):
            return None
        parts = parts_told(told["languages"], told["shared"])
        return Piece(kept), write_manifest(self._store, self._edition, plan.territory, (mark, parts))

    # Private

    def _touches(self, plan: PackPlan) -> bool:
        parts = [*chain.from_iterable(plan.languages.values()), plan.pictures]
        named = chain.from_iterable((*(part.paths for part in parts), [file.path for file in plan.files]))
        below = tuple(chain.from_iterable(part.below for part in parts))
        return not self._changed.isdisjoint(named) or any(path.startswith(below) for path in self._changed)

    @cached_property
    def _changed(self) -> Set[str]:
        return {path for path in changed_paths(self._edition.files, self._former) if not path.startswith("packs/")}


def write_manifest(store: EditionStore, edition: Edition, territory: str, told: tuple[str, bytes]) -> StoredFile:
    """Write the manifest of a pack: which edition it belongs to, and its parts as JSON; they have a mark."""
    mark, parts = told
    line = {"number": edition.number, "digest": edition.digest, "date": edition.date.isoformat()}
    head = _json({"format": FORMAT, "territory": territory, "edition": line | {"version": edition.version}})
    # Every edition writes it anew for every territory: not worth the slowest compression.
    return StoredFile(JSON, mark, *store.keep(head[:-1] + parts, JSON))


def parts_told(languages: object, shared: object) -> bytes:
    """Return the parts of a pack as the end of its manifest."""
    return b"," + _json({"languages": languages, "shared": shared})[1:]


# Private


def _json(told: object) -> bytes:
    return json.dumps(told, separators=(",", ":")).encode()


def _bound_paths(entry: Entry) -> Iterator[str]:
    """Yield the paths of what was made for the pack: the map is a file of the edition itself."""
    if entry["path"].startswith("packs/"):
        yield from paths_of(entry)
