"""The making of packs from the finished files of an edition: only the parts whose pages changed are made again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256

from ..compress import gunzip, gzip, gzip_in_blocks, is_textual
from ..file import fingerprint_of
from ..lines import Files, Piece, with_pieces
from ..store import Edition, EditionStore, StoredFile
from .common import revise_common
from .foreign import NONE, Foreign
from .former import SHORT, Entry, Former, manifest_path, paths_of
from .members import Members
from .parts import Before, Blocks, PackedPage, read_blocks, write_blocks, write_common, write_part
from .patch import chain_patches, make_patch
from .plan import FilePlan, PackPlan, PartPlan
from .revision import Revision
from .taken_over import Pack, TakenOver, parts_told, write_manifest

GZIP = "application/gzip"
LARGE = 1_000_000
"""A part of more bytes than this is compressed in blocks: the lists of a big territory, of which every edit changes a
few."""

WORTH = 0.5
"""A patch that weighs more than this share of the part is none."""


def bind_packs(store: EditionStore, edition: Edition, plans: Sequence[PackPlan]) -> Files:
    """Return the files of the edition with those of every pack: parts, patches and manifests.

    `edition` has its number and all other files. Parts are taken over from the current edition where the same
    maker made them from the same pages; patches lead from what the editions in the store held.
    """
    earlier = [*store.kept()]
    former = next((each for each in earlier[:1] if each.maker == edition.maker), None)
    left, binder = TakenOver(store, edition, former), _Binder(store, edition, earlier)
    packs = {plan.territory: left.untouched(plan) or binder.bound(plan, left) for plan in plans}
    manifests = Piece({manifest_path(territory): manifest for territory, (_, manifest) in packs.items()})
    pieces = {plan.territory: (plan, packs[plan.territory][0]) for plan in plans}
    return with_pieces(edition.files, *(piece for piece, _ in packs.values()), manifests, packs=pieces)


# Private


class _Binder:
    """Binds the packs that something changed of."""

    def __init__(self, store: EditionStore, edition: Edition, earlier: Sequence[Edition]) -> None:
        self._store, self._edition, self._earlier = store, edition, earlier

    @cached_property
    def _members(self) -> Members:
        return Members(self._edition.files)

    def bound(self, plan: PackPlan, left: TakenOver) -> Pack:
        """Return the pack of a plan: made now, unless its mark tells that it was made from the same files."""
        mark = self._members.digest(plan)
        return left.same(plan, mark) or self._bound(plan, mark)

    def _bound(self, plan: PackPlan, mark: str) -> Pack:
        history = [Former.of(self._store, former, plan.territory) for former in self._earlier]
        return _Bindery(self._store, self._edition, self._members, (plan, mark, history)).bind()


@dataclass(frozen=True)
class _Common:
    """The part that those of a group follow; `foreign` is what its lines were and are, where that is known."""

    name: str
    entry: Entry
    foreign: Foreign | None
    read: Callable[[], Blocks]

    @cached_property
    def blocks(self) -> Blocks:
        """Its blocks, read for the first part that is written anew."""
        return self.read()


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
        self._known: dict[str, Revision | None] = {}
        self._paths, self._mark = members.paths, members.mark
        self._before = next((each for each in self._history[:1] if each.edition.maker == edition.maker), None)

    def bind(self) -> Pack:
        shared: list[Entry] = []
        entries: dict[str, Entry] = {}
        for group, parts in self._groups().items():
            common = self._common_lines(group, parts) if len(parts) > 1 else None
            shared += [common.entry] if common else []
            entries |= {part.name: self._part(part, common) for part in parts}
            self._known.clear()
        languages = {
            lang: [entries[part.name] for part in parts if part.name in entries]
            for lang, parts in self._plan.languages.items()
        }
        shared += [self._part(part, None) for part in (self._plan.pictures,) if self._paths(part)]
        shared += [entry for file in self._plan.files if (entry := self._file(file))]
        told = self._mark_of_all, parts_told(languages, shared)
        return Piece(self._files), write_manifest(self._store, self._edition, self._plan.territory, told)

    def _groups(self) -> Mapping[str, Sequence[PartPlan]]:
        groups: dict[str, list[PartPlan]] = {}
        for part in (part for parts in self._plan.languages.values() for part in parts if self._paths(part)):
            groups.setdefault(part.group, []).append(part)
        return groups

    def _common_lines(self, group: str, parts: Sequence[PartPlan]) -> "_Common":
        """Make the part of the lines that the languages have in common."""
        name, foreign = f"all/{group}", None

        def write() -> bytes:
            nonlocal foreign
            kept = self._before.decoded(name) if self._before else None
            revised = [found for part in parts if (found := self._revised(part))]
            if kept is None or len(revised) < len(parts):
                return write_common([list(self._leaves(part)) for part in parts])
            was = read_blocks(kept)
            foreign = Foreign(was, revise_common(was, revised))
            return write_blocks(foreign.blocks) if foreign.moved else kept

        entry = self._entry(name, fingerprint_of([self._mark(part) for part in parts]), write)
        return _Common(name, entry | {"kind": "leaves"}, foreign, partial(self._blocks_of, entry))

    def _part(self, part: PartPlan, common: "_Common | None") -> Entry:
        def write() -> bytes:
            foreign = common.foreign if common else NONE
            found = self._revised(part) if foreign else None
            self._known.pop(part.name, None)  # what was read of a part is much, and of no use to the next
            made = found.revised(foreign) if found and foreign else None
            return made or write_part(list(self._leaves(part)), Before(common.name, common.blocks) if common else None)

        mark = fingerprint_of(self._mark(part), common.entry["sha256"] if common else "")
        return self._entry(part.name, mark, write) | {"kind": "leaves"}

    def _revised(self, part: PartPlan) -> Revision | None:
        """Return a part as the edition before had it, and what changed since, where it was the same maker's."""
        if part.name not in self._known and self._before:
            files = {path: self._edition.files[path] for path in self._paths(part)}
            self._known[part.name] = self._before.revised(part.name, part.lang, files)
        return self._known.get(part.name)

    def _leaves(self, part: PartPlan) -> Iterator[PackedPage]:
        for path in self._paths(part):
            stored = self._edition.files[path]
            yield PackedPage(path, stored.media_type, part.lang, self._store.body(stored))

    def _blocks_of(self, entry: Entry) -> Blocks:
        return read_blocks(gunzip(self._store.body(self._files[entry["path"]])))

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
            kept = {path: found for path in paths_of(known) if (found := former.stored(path))}
            self._files |= kept
            return {key: value for key, value in known.items() if key not in ("kind", "target", "type")}
        return self._new_entry(name, mark, write(), is_text=is_text)

    def _new_entry(self, name: str, mark: str, decoded: bytes, *, is_text: bool) -> Entry:
        digest = sha256(decoded).hexdigest()
        path = f"packs/{self._plan.territory}/{digest[:SHORT]}.gz"
        had = self._before.stored(path) if self._before else None
        stored = had._replace(mark=mark) if had else self._keep(_compressed(decoded), mark)
        self._files[path] = stored
        entry = {"name": name, "path": path, "sha256": digest, "size": len(decoded), "bytes": stored.size}
        patches = dict(self._patches(name, digest, decoded, stored.size)) if is_text else {}
        return entry | {"coding": "gzip"} | ({"patches": patches} if patches else {})

    def _patches(self, name: str, digest: str, decoded: bytes, whole: int) -> Iterator[tuple[str, Entry]]:
        """Yield the patches from what earlier editions held under this name.

        Those to the part of the edition before are known: what is older is led there, and on by the patch from it.
        """
        seen, way = {digest}, b""
        for rank, former in enumerate(self._history):
            since = former.entries.get(name, {}).get("sha256")
            if since is None or since in seen:
                continue
            seen.add(since)
            known = self._history[0].patch(name, since) if way else None
            old = None if known else former.decoded(name)
            if known:
                told = chain_patches(known, way, decoded)
            elif old is not None:
                told = make_patch(old, decoded, (since, digest))
            else:
                continue
            way = way or (b"" if rank else told)
            patch = gzip(told)
            if len(patch) < whole * WORTH:
                path = f"packs/{self._plan.territory}/{since[:SHORT]}-{digest[:SHORT]}.patch.gz"
                self._files[path] = self._keep(patch, since)
                yield since[:SHORT], {"path": path, "bytes": len(patch)}

    def _keep(self, data: bytes, mark: str) -> StoredFile:
        return StoredFile(GZIP, mark, *self._store.keep(data, GZIP))


def _compressed(part: bytes) -> bytes:
    return gzip(part) if len(part) < LARGE else gzip_in_blocks(part)
