"""A tour: places in the order in which one walks, the nearest next, and shared out in stretches."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from .geometry import Position

Item = TypeVar("Item")

Reach = Callable[[Position], Callable[[Position], float]]
"""From a position, the metres on foot to any other."""


class Halt(NamedTuple):
    """A place of a tour, and the metres on foot to it from the one before."""

    id: str
    metres: int


def walk_tour(start: Position, places: Mapping[str, Position], reach: Reach) -> Iterator[Halt]:
    """Yield places, the nearest first, each time from where one is; of two as near, the one named first."""
    left, here = dict(places), start
    while left:
        metres = reach(here)
        id = min(left, key=lambda each: metres(left[each]))
        here = left.pop(id)
        yield Halt(id, round(metres(here)))


def stretch(items: Sequence[Item], part: int, parts: int) -> Sequence[Item]:
    """Return one of so many stretches of a tour (1 the first), as long as the others or one longer."""
    least, longer = divmod(len(items), parts)
    first = (part - 1) * least + min(part - 1, longer)
    return items[first : first + least + (part <= longer)]
