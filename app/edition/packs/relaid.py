"""The blocks of a part after an edit: only those that it touched are laid out anew.

A block is a run of shared lines of which each leads to the next one, and to no other, in every page. An edit changes
that for lines that stand in the pages that it changed, beside others than before: what they lead to elsewhere is looked
up in the part. What comes out is what `parts.py` makes of all pages; where that is not certain, nothing comes out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

from .foreign import Foreign
from .parts import LEAST, Blocks, Lines
from .unedited import Unedited, first_of, last_of

MOST = 100
"""Of more lines than this, a part made of all its pages is sooner there."""

Change = tuple[Lines, Lines]
"""The lines of a page before and after."""

Beside = Mapping[str, set[str]]
"""By shared line, the shared lines that stand right before or right after it, "" for none."""


class Touched:
    """What an edit does to the blocks of a part."""

    def __init__(
        self, blocks: Blocks, block_of: Mapping[str, str], unedited: Unedited, changes: Sequence[Change]
    ) -> None:
        """Take the blocks of the part before the edit, and by line the name of the one that it is in."""
        self._blocks, self._block_of, self._unedited, self._changes = blocks, block_of, unedited, changes
        self._gained: set[str] = set()
        self._lost: set[str] = set()
        self._known: dict[tuple[str, int], str] = {}

    def count(self, foreign: Foreign) -> Set[int] | None:
        """Count in how many pages lines stand now, and return the numbers of the pages that did not change in which one
        stands that became shared, or is no more: these must be among the changes. None for too many lines.

        So must all pages with a line that moved to or from the part that this one follows.
        """
        beside: set[int] = set()
        now = [{*after} for _, after in self._changes]
        asked = set().union(*({*before} ^ lines for (before, _), lines in zip(self._changes, now, strict=True)))
        asked = {line for line in asked if len(line) >= LEAST and line not in foreign.now} | foreign.moved
        if len(asked) > MOST:
            return None
        for line in asked:
            block, has_moved = self._block_of.get(line), line in foreign.moved
            record = f"@{name}" if (name := foreign.was.get(line) or block) else f"={line}"
            elsewhere = self._unedited.pages(record, MOST if has_moved else 2)
            is_shared = line not in foreign.now and len(elsewhere) + sum(line in lines for lines in now) > 1
            if has_moved or is_shared != (block is not None):
                beside |= elsewhere
            if is_shared != (block is not None):
                (self._gained if is_shared else self._lost).add(line)
        return beside if len(beside) < MOST else None

    def relaid(self) -> Blocks | None:
        """Return the blocks as they are now, new ones under names that no block has; None where it is not certain."""
        affected = self._affected()
        if len(affected) > MOST:
            return None
        names = {self._block_of[line] for line in (*affected, *self._lost) if line in self._block_of}
        names |= {self._block_of[line] for line in self._bound_to(affected) if line in self._block_of}
        loose = {line for name in names for line in self._blocks[name]} - self._lost | self._gained
        chains = [*self._chains(loose)]
        if sum(map(len, chains)) != len(loose):
            return None
        same = {name: self._blocks[name] for name in names if [*self._blocks[name]] in chains}
        kept = {name: lines for name, lines in self._blocks.items() if name not in names or name in same}
        fresh = [chain for chain in chains if chain not in [*map(list, same.values())]]
        return kept | {f" {number}": chain for number, chain in enumerate(fresh)}

    # Private

    def _affected(self) -> set[str]:
        """Return the shared lines that have another line before or after them than they had, or had one."""
        before = {pair for lines, _ in self._changes for pair in _pairs(lines, self._block_of)}
        lines = {line for pair in before ^ self._pairs for line in pair}
        return {line for line in lines if self._is_shared(line)} | self._gained

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        shared = self._block_of.keys() - self._lost | self._gained if self._lost or self._gained else self._block_of
        return {pair for _, lines in self._changes for pair in _pairs(lines, shared)}

    def _is_shared(self, line: str) -> bool:
        return line in self._gained or (line in self._block_of and line not in self._lost)

    def _bound_to(self, lines: Iterable[str]) -> Iterator[str]:
        """Yield what lines are now in one block with."""
        for line in lines:
            after, before = self._leads(line), self._follows(line)
            if after and self._follows(after) == line:
                yield after
            if before and self._leads(before) == line:
                yield before

    def _chains(self, lines: Collection[str]) -> Iterator[list[str]]:
        """Yield the longest runs of lines that always stand together."""
        for first in lines:
            before = self._follows(first)
            if before and self._leads(before) == first:
                continue
            chain = [first]
            while (after := self._leads(chain[-1])) and self._follows(after) == chain[-1] and after in lines:
                chain.append(after)
            yield chain

    def _leads(self, line: str) -> str:
        """Return the shared line that a line always leads to, "" for none."""
        return self._alone(line, 1, self._after)

    def _follows(self, line: str) -> str:
        """Return the shared line that a line always follows, "" for none."""
        return self._alone(line, -1, self._before)

    def _alone(self, line: str, step: int, here: Beside) -> str:
        """Return the one line that stands right after (1) or before (-1) a line, "" where others do too."""
        if (line, step) not in self._known:
            found = {*here.get(line, ())}
            for beside in self._elsewhere(line, step):
                found.add(beside)
                if len(found) > 1:
                    break
            self._known[line, step] = found.pop() if len(found) == 1 else ""
        return self._known[line, step]

    def _elsewhere(self, line: str, step: int) -> Iterator[str]:
        """Yield what stands beside a line in the pages that did not change."""
        name = self._block_of.get(line)
        if name is None:
            return
        lines = self._blocks[name]
        at = lines.index(line) + step
        for use in self._unedited.uses(f"@{name}"):
            if 0 <= at < len(lines):
                yield lines[at]
                return
            yield first_of(use.after, self._blocks) if step > 0 else last_of(use.before, self._blocks)

    @cached_property
    def _after(self) -> Beside:
        return _by_line(self._pairs)

    @cached_property
    def _before(self) -> Beside:
        return _by_line((after, before) for before, after in self._pairs)


def _pairs(lines: Lines, shared: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each two neighbours among the lines of a page, "" for those that are not shared."""
    known = [line if line in shared else "" for line in lines]
    return zip(["", *known], [*known, ""], strict=True)


def _by_line(pairs: Iterable[tuple[str, str]]) -> Beside:
    found: dict[str, set[str]] = {}
    for line, beside in pairs:
        found.setdefault(line, set()).add(beside)
    return found
