"""Parts made from those of the edition before, where an edit changed only lines that a page has for itself.

Such an edit leaves all blocks as they were, so that no other page need be read. What comes out is what `write_part`
and `write_common` make of all pages, byte for byte; where that is not certain, nothing comes out.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from .parts import LEAST, LONG, Blocks, Lines, PackedPage, blocks_in, first_lines_of, read_blocks, records_of, row_of


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

    def keeps(self, shared: Collection[str]) -> bool:
        """Tell whether it has the shared lines that it had, in the same order and with the same gaps."""
        return [*_seen(self.before, shared)] == [*_seen(self.lines, shared)]


Revised = tuple[bytes, Sequence[Edited]]
"""A part of the edition before, and what of its pages changed since."""


def keeps_common(common: bytes, languages: Sequence[Revised]) -> bool:
    """Tell whether the part of what languages have in common is made anew as it was."""
    shared = _lines_in(read_blocks(common))
    if not all(edit.keeps(shared) for _, edits in languages for edit in edits):
        return False
    new = [{line for edit in edits for line in edit.added if len(line) >= LONG} for _, edits in languages]
    others = [[(part, new[n]) for n, (part, _) in enumerate(languages) if n != rank] for rank in range(len(languages))]
    pairs = ((line, other) for rank, lines in enumerate(new) for line in lines for other in others[rank])
    return not any(line in added or _holds(part, line) for line, (part, added) in pairs)


def revise_part(part: bytes, edits: Sequence[Edited], foreign: Blocks) -> bytes | None:
    """Return a part with some pages changed, its blocks as they were; None when they would be others.

    `foreign` are the blocks of the part that it follows, which are as they were.
    """
    head, *lines = part.decode().split("\n")
    told = json.loads(head)
    at: int = told["blocks"]
    blocks = blocks_in(lines[:at])
    shared, known = _lines_in(blocks), _lines_in(foreign)
    new = [line for edit in edits for line in edit.added if len(line) >= LEAST and line not in known]
    is_alone = len({*new}) == len(new) and not any(_holds(part, line) for line in new)
    if not is_alone or not all(edit.keeps(shared) for edit in edits):
        return None
    changed = {edit.page.path: edit for edit in edits}
    first_lines = first_lines_of(foreign, blocks)
    written = [lines[:at]]
    for number, row in enumerate(told["files"]):
        found = lines[at : at + row[3]]
        at += row[3]
        if edit := changed.get(row[0]):
            found = [*records_of(edit.lines, first_lines)]
            told["files"][number] = row_of(edit.page, len(found))
        written.append(found)
    return "\n".join([json.dumps(told, separators=(",", ":")), *chain.from_iterable(written)]).encode()


# Private


def _lines_in(blocks: Blocks) -> frozenset[str]:
    return frozenset(chain.from_iterable(blocks.values()))


def _seen(lines: Lines, shared: Collection[str]) -> Iterator[str]:
    """Yield the shared lines in their order, and "" for others between them, however many."""
    last = None
    for line in lines:
        seen = line if line in shared else ""
        if seen or last != "":
            yield seen
        last = seen


def _holds(part: bytes, line: str) -> bool:
    """Tell whether a line stands in a part by itself."""
    record = f"\n={line}".encode()
    return record + b"\n" in part or part.endswith(record)
