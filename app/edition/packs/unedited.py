"""The pages of a part that an edit left as they were: which of them use a block, and what stands beside it there."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from .parts import Blocks


class Use(NamedTuple):
    """A record in a page: the number of the page, and the records before and after it, "" at its ends."""

    page: int
    before: str
    after: str


class Unedited:
    """The records of a part, page after page; `edited` are the numbers of the pages that changed."""

    def __init__(self, part: bytes, records: Sequence[bytes], counts: Sequence[int], edited: Collection[int]) -> None:
        """Take the records of the part (all but its head), and how many each page has: they come last."""
        self._text = part + b"\n"
        self._edited = edited
        self._counts, self._records = counts, records[len(records) - sum(counts) :]
        self._first = len(self._text) - sum(map(len, self._records)) - len(self._records)

    def uses(self, record: str) -> Iterator[Use]:
        """Yield every time that a record stands in one of these pages, in order."""
        needle = f"\n{record}\n".encode()
        at = self._first - 1
        while (at := self._text.find(needle, at)) >= 0:
            page = bisect_right(self._starts, at + 1) - 1
            end = at + len(needle) - 1
            if page not in self._edited:
                yield Use(page, self._before(at, page), self._after(end, page))
            at = end

    def pages(self, record: str, most: int) -> set[int]:
        """Return the numbers of the pages that have a record, no more than `most`."""
        found: set[int] = set()
        for use in self.uses(record):
            found.add(use.page)
            if len(found) == most:
                break
        return found

    # Private

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each page begins in the part, in bytes, and where the next would after the last one."""
        ends = [*accumulate(self._counts, initial=0)]
        sizes = [sum(map(len, self._records[start:end])) + end - start for start, end in pairwise(ends)]
        return [*accumulate(sizes, initial=self._first)]

    def _before(self, at: int, page: int) -> str:
        start = self._text.rfind(b"\n", 0, at) + 1
        return "" if at + 1 == self._starts[page] else self._text[start:at].decode()

    def _after(self, end: int, page: int) -> str:
        start = end + 1
        return "" if start == self._starts[page + 1] else self._text[start : self._text.index(b"\n", start)].decode()


def first_of(record: str, blocks: Blocks) -> str:
    """Return the first shared line of a record, "" when it is no block of these."""
    return blocks[record[1:]][0] if record[:1] == "@" and record[1:] in blocks else ""


def last_of(record: str, blocks: Blocks) -> str:
    """Return the last shared line of a record, "" when it is no block of these."""
    return blocks[record[1:]][-1] if record[:1] == "@" and record[1:] in blocks else ""
