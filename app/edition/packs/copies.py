"""Which lines of some bytes stand in others: looked for in the bytes as they are, for an edit leaves most alone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

_FEW = 60
"""Lines looked for one by one; to find more, a table of all is quicker."""

_SHORT = 12
"""Bytes: a shorter line tells little of where it was, and there are many of them."""

_NEAR = 4000
"""How many bytes after a copy the next one is looked for first."""

_SURE = 200
"""Bytes that must agree there."""

_STEP = 65536
"""Items compared at a time."""


def copies_of_lines(old: bytes, new: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield runs of old lines to copy (first byte, end), each with the new lines that come after it.

    A copy begins soon after the last one, where many lines agree again, or else at a line that the old bytes hold once;
    it goes on while the lines agree: no search, one reading.
    """
    once = _Once(old)
    start = end = at = waiting = 0  # where the lines of the new bytes begin that no copy has
    while at < len(new):
        if waiting == at:
            same = _agreeing_lines(old, new, end, at)
            end, at, waiting = end + same, at + same, at + same
        if at == len(new):
            break
        stop = new.find(b"\n", at) + 1 or len(new)
        found = _near(old, new, end, at, stop)
        if found < 0:
            found = once.find(new[at:stop])
        if found >= 0:
            yield start, end, new[waiting:at]
            start, end, waiting = found, found + stop - at, stop
        at = stop
    yield start, end, new[waiting:at]


def agreeing(one: Sequence[Any], other: Sequence[Any], start: int = 0, begin: int = 0) -> int:
    """Return how many items two sequences have in common, each read from there on: looked at many at a time."""
    most, at, step = min(len(one) - start, len(other) - begin), 0, 1
    while at < most:
        if one[start + at : start + at + step] == other[begin + at : begin + at + step]:
            at, step = at + step, min(2 * step, _STEP)
        elif step == 1:
            break
        else:
            step //= 2
    return min(at, most)


# Private


def _agreeing_lines(old: bytes, new: bytes, start: int, begin: int) -> int:
    """Return how many bytes whole lines agree for."""
    same = agreeing(old, new, start, begin)
    if start + same == len(old) and begin + same == len(new):
        return same
    return max(0, new.rfind(b"\n", begin, begin + same) + 1 - begin)


def _near(old: bytes, new: bytes, end: int, at: int, stop: int) -> int:
    """Return where a line of the new bytes and those after it stand soon after the end of a copy, -1 when nowhere."""
    line, last = b"\n" + new[at:stop], end + _NEAR
    found = old.find(line, max(0, end - 1), last)
    while found >= 0:
        if agreeing(old, new, found + 1, at) >= _SURE:
            return found + 1
        found = old.find(line, found + 1, last)
    return -1


class _Once:
    """Finds lines that stand once among many."""

    def __init__(self, text: bytes) -> None:
        self._text = b"\n" + text
        self._asked = 0

    def find(self, line: bytes) -> int:
        """Return where a line begins, -1 when there is none or more than one."""
        if len(line) < _SHORT:
            return -1
        self._asked += 1
        if self._asked > _FEW:
            return self._table.get(line, -1)
        found = self._next(line, 0)
        return found if found >= 0 and self._next(line, found + 1) < 0 else -1

    def _next(self, line: bytes, at: int) -> int:
        # Without the line feed at its end, which every line has: that finds it three times as fast.
        sought, end = b"\n" + line.rstrip(b"\n"), b"\n" if line.endswith(b"\n") else b""
        while (at := self._text.find(sought, at)) >= 0:
            after = at + len(sought)
            if self._text[after : after + 1] == end:
                break
            at += 1
        return at

    @cached_property
    def _table(self) -> Mapping[bytes, int]:
        *whole, last = self._text[1:].split(b"\n")
        found: dict[bytes, int] = {}
        at = 0
        for line in (*(line + b"\n" for line in whole), last):
            found[line] = -1 if line in found else at
            at += len(line)
        return found
