"""One part of the edition before, and what it becomes by the pages that changed."""

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from .parts import SHORTEST, Blocks, Lines, PackedPage, blocks_in, first_lines_of, name_of, records_of, row_of
from .relaid import Touched
from .unedited import Unedited

Records = Sequence[bytes]


@dataclass(frozen=True)
class Edited:
    """A page that changed, and what it was before."""

    page: PackedPage
    former: bytes

    @cached_property
    def before(self) -> Lines:
        """Its lines in the edition before."""
        return self.former.decode().split("\n")

    @cached_property
    def lines(self) -> Lines:
        """Its lines now."""
        return self.page.body.decode().split("\n")

    @cached_property
    def added(self) -> set[str]:
        """The lines that it did not have."""
        return {*self.lines}.difference(self.before)


class Revision:
    """A part of the edition before, and what it becomes; `foreign` are the blocks of the part that it follows."""

    def __init__(self, part: bytes, edits: Sequence[Edited], foreign: Blocks) -> None:
        head, *self._records = part.split(b"\n")
        self._foreign, self._told = foreign, json.loads(head)
        rows, changed = self._told["files"], {edit.page.path: edit for edit in edits}
        self._edits = {number: changed[row[0]] for number, row in enumerate(rows) if row[0] in changed}
        self._counts: Sequence[int] = [row[3] for row in rows]
        self._unedited = Unedited(part, self._records, self._counts, self._edits.keys())
        self._told_of_blocks: Records = self._records[: self._told["blocks"]]
        self._blocks = blocks_in(b"\n".join(self._told_of_blocks).decode())

    def revised(self) -> bytes | None:
        """Return what the part becomes, None where it is not certain what its blocks would be."""
        touched, beside = self._touched()
        if beside:
            self._edits |= {number: self._as_it_was(number) for number in beside}
            touched, beside = self._touched()
        blocks = None if beside or beside is None else touched.relaid()
        if blocks is None:
            return None
        pages = self._pages(blocks)
        names = self._names(blocks, pages)
        told = self._told_of(blocks, names)
        self._told["blocks"] = len(told)
        for number, edit in self._edits.items():
            self._told["files"][number] = row_of(edit.page, len(pages[number]))
        head = json.dumps(self._told, separators=(",", ":")).encode()
        return b"\n".join([head, *told, *chain.from_iterable(_renamed(pages, names))])

    # Private

    def _touched(self) -> tuple[Touched, Set[int] | None]:
        """Return what the pages that changed touch, and which others must be looked at like them."""
        known = frozenset(chain.from_iterable(self._foreign.values()))
        changes = [(edit.before, edit.lines) for edit in self._edits.values()]
        touched = Touched(self._blocks, self._unedited, changes)
        return touched, touched.count(known)

    def _as_it_was(self, number: int) -> Edited:
        """Return a page that did not change, read out of the part."""
        path, media_type, lang, count, _ = self._told["files"][number]
        start = len(self._told_of_blocks) + sum(self._counts[:number])
        records = (record.decode() for record in self._records[start : start + count])
        blocks = {**self._foreign, **self._blocks}
        lines = chain.from_iterable(blocks[r[1:]] if r[:1] == "@" else (r[1:],) for r in records)
        body = "\n".join(lines).encode()
        return Edited(PackedPage(path, media_type, lang, body), body)

    def _pages(self, blocks: Blocks) -> list[Records]:
        """Return the records of every page: those that changed are written anew, others where they use blocks that are
        no more."""
        first_lines = first_lines_of(self._foreign, blocks)
        pages, at = list[Records](), len(self._told_of_blocks)
        for count in self._counts:
            pages.append(self._records[at : at + count])
            at += count
        for number, edit in self._edits.items():
            pages[number] = [record.encode() for record in records_of(edit.lines, first_lines)]
        for name in self._blocks.keys() - blocks.keys():
            firsts = [f"@{first_lines[line][0]}".encode() for line in self._blocks[name] if line in first_lines]
            gone = f"@{name}"
            for number in self._unedited.pages(gone, len(pages)):
                found = (firsts if each == gone.encode() else (each,) for each in pages[number])
                pages[number] = [*chain.from_iterable(found)]
                self._told["files"][number][3] = len(pages[number])
        return pages

    def _names(self, blocks: Blocks, pages: Sequence[Records]) -> Mapping[str, str]:
        """Return what each block is called now, in the order in which they are first seen."""
        seen = dict.fromkeys(chain.from_iterable(pages))
        order = [name for record in seen if record[:1] == b"@" and (name := record[1:].decode()) in blocks]
        names: dict[str, str] = {}
        taken = {*self._foreign}
        for name in order:
            short = name[:SHORTEST]
            is_sure = name in self._blocks and short not in taken
            names[name] = short if is_sure else name_of(blocks[name], taken)
            taken.add(names[name])
        return names

    def _told_of(self, blocks: Blocks, names: Mapping[str, str]) -> Records:
        """Return the records that tell the blocks: those of the edition before, where it had them."""
        former = self._told_of_blocks
        if [*names] == [*names.values()] == [*self._blocks]:
            return former
        starts = {record: at for at, record in enumerate(former) if record[:1] == b"@"}
        told: list[bytes] = []
        for name, now in names.items():
            start = starts.get(f"@{name}".encode())
            if start is None:
                told += [record.encode() for record in (f"@{now}", *(f"={line}" for line in blocks[name]))]
            else:
                told.append(f"@{now}".encode())
                told += former[start + 1 : start + 1 + len(blocks[name])]
        return told


# Private


def _renamed(pages: Sequence[Records], names: Mapping[str, str]) -> Iterable[Records]:
    """Return the pages with the names that blocks have now."""
    others = {f"@{old}".encode(): f"@{new}".encode() for old, new in names.items() if old != new}
    return ([others.get(record, record) for record in page] for page in pages) if others else pages
