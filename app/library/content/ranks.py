"""Ranks: numbers that keep the order of a file, and leave room between two neighbours for a third.

A place written at the top of a file gets a rank below the first one's, one written between two the number half-way:
nothing else is written again. About fifty places put one after another into the same spot use its room up; then
everything is numbered anew.
"""

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def ranks_of(wanted: Sequence[Key], held: Mapping[Key, float]) -> dict[Key, float]:
    """Return a rank for each key, increasing; as many as possible of those held stay what they are."""
    staying = _staying([(held[key], key) for key in wanted if key in held])
    ranks: dict[Key, float] = {}
    waiting: list[Key] = []
    before: float | None = None
    for key in wanted:
        if key not in staying:
            waiting.append(key)
            continue
        ranks |= zip(waiting, _between(before, held[key], len(waiting)), strict=True)
        ranks[key] = before = held[key]
        waiting = []
    ranks |= zip(waiting, _between(before, None, len(waiting)), strict=True)
    increasing = all(one < other for one, other in pairwise(ranks[key] for key in wanted))
    return ranks if increasing else {key: float(number) for number, key in enumerate(wanted)}


# Private


def _between(before: float | None, after: float | None, count: int) -> list[float]:
    if before is None:
        first = 0.0 if after is None else after - count
        return [first + number for number in range(count)]
    if after is None:
        return [before + number for number in range(1, count + 1)]
    return [before + (after - before) * number / (count + 1) for number in range(1, count + 1)]


def _staying(known: Sequence[tuple[float, Key]]) -> set[Key]:
    """Return the keys of a longest increasing series of ranks: the others have moved."""
    ends: list[float] = []
    last: list[int] = []
    previous: list[int] = []
    for number, (rank, _) in enumerate(known):
        length = bisect_left(ends, rank)
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [rank]
        last[length : length + 1] = [number]
    found: set[Key] = set()
    number = last[-1] if last else -1
    while number >= 0:
        found.add(known[number][1])
        number = previous[number]
    return found
