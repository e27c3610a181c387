"""The making of packs from the finished files of an edition: only the parts whose pages changed are made again."""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from ..compress import is_textual
from ..file import fingerprint_of
from ..store import Edition, EditionStore, StoredFile
from .former import Entry, Former, entries_of, manifest_path, read_manifest
from .members import Members
from .parts import Before, PackedPage, read_blocks, write_common, write_part
from .patch import make_patch
from .plan import FilePlan, PackPlan, PartPlan
from .revise import Revised, keeps_common, revise_part

FORMAT = 1
GZIP, JSON = "application/gzip", "application/json"
SHORT = 20
"""Hexadecimal digits of a hash in an address."""

LARGE = 1_000_000
"""Above this many bytes a part is compressed at level 6: 9 takes twice as long, for one part of a hundred."""

WORTH = 0.5
"""A patch that weighs more than this share of the part is none."""


def bind_packs(store: EditionStore, edition: Edition, plans: Sequence[PackPlan]) -> dict[str, StoredFile]:
    """Return the files of every pack: parts, patches and manifests.

    `edition` has its number and all other files. Parts are taken over from the current edition where the same
    maker made them from the same pages; patches lead from what the editions in the store held.
    """
    earlier = [*store.kept()]
    members = Members(edition.files)
    files: dict[str, StoredFile] = {}
    for plan in plans:
        mark = members.digest(plan)
        files |= (
            _taken_over(store, edition, plan, (mark, earlier))
            or _Bindery(
                store, edition, members, (plan, mark, [Former.of(store, former, plan.territory) for former in earlier])
            ).bind()
        )
    return files


# Private


def _taken_over(
    store: EditionStore, edition: Edition, plan: PackPlan, asked: tuple[str, Sequence[Edition]]
) -> dict[str, StoredFile] | None:
    """Return the pack of the edition before when it was made from the same files; only its manifest is written anew."""
    mark, earlier = asked
    former = earlier[0] if earlier else None
    manifest = former.files.get(manifest_path(plan.territory)) if former else None
    if former is None or manifest is None or manifest.mark != mark or former.maker != edition.maker:
        return None
    told = read_manifest(store, manifest)
    found = {path: former.files.get(path) for entry in entries_of(told) for path in _bound_paths(entry)}
    kept = {path: stored for path, stored in found.items() if stored}
    if not told["shared"] or len(kept) < len(found):
        return None
    return kept | _manifest(store, edition, plan.territory, (mark, told["languages"], told["shared"]))


def _manifest(
    store: EditionStore, edition: Edition, territory: str, parts: tuple[str, object, object]
) -> dict[str, StoredFile]:
    """Write the manifest of a pack: which edition it belongs to, and its parts."""
    mark, languages, shared = parts
    line = {"number": edition.number, "digest": edition.digest, "date": edition.date.isoformat()}
    told = {"format": FORMAT, "territory": territory, "edition": line | {"version": edition.version}}
    told |= {"languages": languages, "shared": shared}
    # Every edition writes it anew for every territory: not worth the slowest compression.
    body = store.keep(json.dumps(told, separators=(",", ":")).encode(), JSON)
    return {manifest_path(territory): StoredFile(JSON, mark, *body)}


def _bound_paths(entry: Entry) -> Iterator[str]:
    """Yield the paths of what was made for the pack: the map is a file of the edition itself."""
    if entry["path"].startswith("packs/"):
        yield from _paths_of(entry)


@dataclass(frozen=True)
class _Common:
    """The part that those of a group follow."""

    name: str
    entry: Entry


class _Bindery:
    """Makes one pack; `files` fills up on the way."""

    def __init__(
        self,
        store: EditionStore,
        edition: Edition,
        members: Members,
        asked: tuple[PackPlan, str, Sequence[Former]],
    ) -> None:
        self._store = store
        self._edition = edition
        self._members = members
        self._plan, self._mark_of_all, self._history = asked
        self._files: dict[str, StoredFile] = {}
        self._known_paths: dict[str, Sequence[str]] = {}
        self._marks: dict[str, str] = {}
        self._before = next((each for each in self._history[:1] if each.edition.maker == edition.maker), None)

    def bind(self) -> dict[str, StoredFile]:
        groups = self._groups()
        before = {group: self._common_lines(group, parts) for group, parts in groups.items() if len(parts) > 1}
        languages = {
            lang: [self._part(part, before.get(part.group)) for part in parts if self._paths(part)]
            for lang, parts in self._plan.languages.items()
        }
        shared = [common.entry for common in before.values()]
        shared += [self._part(part, None) for part in (self._plan.pictures,) if self._paths(part)]
        shared += [entry for file in self._plan.files if (entry := self._file(file))]
        told = (self._mark_of_all, languages, shared)
        return self._files | _manifest(self._store, self._edition, self._plan.territory, told)

    def _groups(self) -> Mapping[str, Sequence[PartPlan]]:
        groups: dict[str, list[PartPlan]] = {}
        for part in (part for parts in self._plan.languages.values() for part in parts if self._paths(part)):
            groups.setdefault(part.group, []).append(part)
        return groups

    def _common_lines(self, group: str, parts: Sequence[PartPlan]) -> "_Common":
        """Make the part of the lines that the languages have in common."""
        name = f"all/{group}"

        def write() -> bytes:
            kept = self._before.decoded(name) if self._before else None
            revised = [found for part in parts if (found := self._revised(part))]
            if kept is not None and len(revised) == len(parts) and keeps_common(kept, revised):
                return kept
            return write_common([list(self._leaves(part)) for part in parts])

        entry = self._entry(name, fingerprint_of([self._mark(part) for part in parts]), write)
        return _Common(name, entry | {"kind": "leaves"})

    def _part(self, part: PartPlan, common: "_Common | None") -> Entry:
        def write() -> bytes:
            before = Before(common.name, read_blocks(self._body_of(common.entry))) if common else None
            found = self._revised(part) if common is None or self._was(common) else None
            made = revise_part(*found, before.blocks if before else {}) if found else None
            return made or write_part(list(self._leaves(part)), before)

        mark = fingerprint_of(self._mark(part), common.entry["sha256"] if common else "")
        return self._entry(part.name, mark, write) | {"kind": "leaves"}

    def _was(self, common: "_Common") -> bool:
        """Tell whether the edition before had the same."""
        known = self._before.entries.get(common.name) if self._before else None
        return known is not None and known["sha256"] == common.entry["sha256"]

    def _revised(self, part: PartPlan) -> Revised | None:
        """Return a part as the edition before had it, and what changed since, where it was the same maker's."""
        files = {path: self._edition.files[path] for path in self._paths(part)}
        return self._before.revised(part.name, part.lang, files) if self._before else None

    def _mark(self, part: PartPlan) -> str:
        if part.name not in self._marks:
            self._marks[part.name] = fingerprint_of(self._members.seen(part))
        return self._marks[part.name]

    def _leaves(self, part: PartPlan) -> Iterator[PackedPage]:
        for path in self._paths(part):
            stored = self._edition.files[path]
            yield PackedPage(path, stored.media_type, part.lang, self._store.body(stored))

    def _body_of(self, entry: Entry) -> bytes:
        return gzip.decompress(self._store.body(self._files[entry["path"]]))

    def _paths(self, part: PartPlan) -> Sequence[str]:
        if part.name not in self._known_paths:
            self._known_paths[part.name] = self._members.paths(part)
        return self._known_paths[part.name]

    def _file(self, file: FilePlan) -> Entry | None:
        stored = self._edition.files.get(file.path)
        if stored is None:
            return None
        told = {"kind": "file", "target": file.target, "type": stored.media_type}
        if file.coding:
            is_text = is_textual(stored.media_type)
            return self._entry(file.name, stored.sha256, lambda: self._store.body(stored), is_text=is_text) | told
        size = {"sha256": stored.sha256, "size": stored.size, "bytes": stored.size}
        return {"name": file.name, "path": file.path, **size, "coding": "", **told}

    def _entry(self, name: str, mark: str, write: Callable[[], bytes], *, is_text: bool = True) -> Entry:
        """Return the entry of a part: the former one when it was made from the same, else a new one."""
        former = self._before
        known = former.entries.get(name) if former else None
        stored = former.stored(known["path"]) if former and known else None
        if former and known and stored and stored.mark == mark:
            kept = {path: found for path in _paths_of(known) if (found := former.stored(path))}
            self._files |= kept
            return {key: value for key, value in known.items() if key not in ("kind", "target", "type")}
        return self._new_entry(name, mark, write(), is_text=is_text)

    def _new_entry(self, name: str, mark: str, decoded: bytes, *, is_text: bool) -> Entry:
        digest = sha256(decoded).hexdigest()
        path = f"packs/{self._plan.territory}/{digest[:SHORT]}.gz"
        had = self._before.stored(path) if self._before else None
        level = 9 if len(decoded) < LARGE else 6
        stored = had._replace(mark=mark) if had else self._keep(gzip.compress(decoded, level, mtime=0), mark)
        self._files[path] = stored
        entry = {"name": name, "path": path, "sha256": digest, "size": len(decoded), "bytes": stored.size}
        patches = dict(self._patches(name, digest, decoded, stored.size)) if is_text else {}
        return entry | {"coding": "gzip"} | ({"patches": patches} if patches else {})

    def _patches(self, name: str, digest: str, decoded: bytes, whole: int) -> Iterator[tuple[str, Entry]]:
        """Yield the patches from what earlier editions held under this name."""
        seen = {digest}
        for former in self._history:
            entry = former.entries.get(name)
            old = former.decoded(name) if entry and entry["sha256"] not in seen else None
            if entry is None or old is None:
                continue
            seen.add(entry["sha256"])
            patch = gzip.compress(make_patch(old, decoded), mtime=0)
            if len(patch) < whole * WORTH:
                path = f"packs/{self._plan.territory}/{entry['sha256'][:SHORT]}-{digest[:SHORT]}.patch.gz"
                self._files[path] = self._keep(patch, entry["sha256"])
                yield entry["sha256"][:SHORT], {"path": path, "bytes": len(patch)}

    def _keep(self, data: bytes, mark: str) -> StoredFile:
        return StoredFile(GZIP, mark, *self._store.keep(data, GZIP))


def _paths_of(entry: Entry) -> Iterator[str]:
    yield entry["path"]
    yield from (patch["path"] for patch in entry.get("patches", {}).values())
