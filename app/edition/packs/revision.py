"""One part of the edition before, and what it becomes by the pages that changed."""

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from .foreign import NONE, Foreign
from .parts import (
    SHORTEST,
    Blocks,
    Lines,
    PackedPage,
    blocks_in,
    first_lines_of,
    name_of,
    names_by_line,
    records_of,
    row_of,
)
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

    @cached_property
    def removed(self) -> set[str]:
        """The lines that it does not have any more."""
        return {*self.before}.difference(self.lines)


class Revision:
    """A part of the edition before, and the pages of it that changed: what becomes of it is what `write_part` makes of
    all pages, byte for byte; where that is not certain, nothing comes out."""

    def __init__(self, part: bytes, edits: Sequence[Edited]) -> None:
        self._part, self._asked = part, edits

    @cached_property
    def added(self) -> Set[str]:
        """The lines that pages have and did not have."""
        return set().union(*(edit.added for edit in self._asked))

    @cached_property
    def removed(self) -> Set[str]:
        """The lines that pages had and do not have."""
        return set().union(*(edit.removed for edit in self._asked))

    def holds(self, line: str, name: str | None) -> bool:
        """Tell whether a page has a line now; `name` is that of its block in the part that this one follows."""
        if any(line in edit.lines for edit in self._asked):
            return True
        own = self._block_of.get(line)
        return bool(self._unedited.pages(f"={line}" if name is None and own is None else f"@{name or own}", 1))

    def revised(self, foreign: Foreign = NONE) -> bytes | None:
        """Return what the part becomes, None where it is not certain what its blocks would be."""
        touched, beside = self._touched(foreign)
        if beside:
            self._edits |= {number: self._as_it_was(number, foreign) for number in beside}
            touched, beside = self._touched(foreign)
        blocks = None if beside or beside is None else touched.relaid()
        if blocks is None or not foreign.new_names.isdisjoint(blocks):
            return None
        pages = self._pages(blocks, foreign)
        names = self._names(blocks, pages, foreign)
        told = self._told_of(blocks, names)
        self._told["blocks"] = len(told)
        for number, edit in self._edits.items():
            self._told["files"][number] = row_of(edit.page, len(pages[number]))
        head = json.dumps(self._told, separators=(",", ":")).encode()
        return b"\n".join([head, *told, *chain.from_iterable(_renamed(pages, names))])

    # Private

    @cached_property
    def _told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self._part[: self._part.index(b"\n")])
        return told

    @cached_property
    def _records(self) -> Records:
        return self._part.split(b"\n")[1:]

    @cached_property
    def _counts(self) -> Sequence[int]:
        return [row[3] for row in self._told["files"]]

    @cached_property
    def _edits(self) -> dict[int, Edited]:
        """The pages that are written anew, by number: those that changed at first."""
        changed = {edit.page.path: edit for edit in self._asked}
        return {number: changed[row[0]] for number, row in enumerate(self._told["files"]) if row[0] in changed}

    @cached_property
    def _told_of_blocks(self) -> Records:
        return self._records[: self._told["blocks"]]

    @cached_property
    def _blocks(self) -> Blocks:
        return blocks_in(b"\n".join(self._told_of_blocks).decode())

    @cached_property
    def _block_of(self) -> Mapping[str, str]:
        return names_by_line(self._blocks)

    @cached_property
    def _unedited(self) -> Unedited:
        return Unedited(self._part, self._records, self._counts, self._edits.keys())

    def _touched(self, foreign: Foreign) -> tuple[Touched, Set[int] | None]:
        """Return what the pages that changed touch, and which others must be looked at like them."""
        changes = [(edit.before, edit.lines) for edit in self._edits.values()]
        touched = Touched(self._blocks, self._block_of, self._unedited, changes)
        return touched, touched.count(foreign)

    def _as_it_was(self, number: int, foreign: Foreign) -> Edited:
        """Return a page that did not change, read out of the part."""
        path, media_type, lang, count, _ = self._told["files"][number]
        start = len(self._told_of_blocks) + sum(self._counts[:number])
        records = (record.decode() for record in self._records[start : start + count])
        blocks = {**foreign.former, **self._blocks}
        lines = chain.from_iterable(blocks[r[1:]] if r[:1] == "@" else (r[1:],) for r in records)
        body = "\n".join(lines).encode()
        return Edited(PackedPage(path, media_type, lang, body), body)

    def _pages(self, blocks: Blocks, foreign: Foreign) -> list[Records]:
        """Return the records of every page: those that changed are written anew, others where they use blocks that are
        no more."""
        first_lines = first_lines_of(foreign.blocks, blocks)
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

    def _names(self, blocks: Blocks, pages: Sequence[Records], foreign: Foreign) -> Mapping[str, str]:
        """Return what each block is called now, in the order in which they are first seen."""
        seen = dict.fromkeys(chain.from_iterable(pages))
        order = [name for record in seen if record[:1] == b"@" and (name := record[1:].decode()) in blocks]
        names: dict[str, str] = {}
        taken = {*foreign.now.values()}
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
