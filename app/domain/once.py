"""Calling a function once for each frozen object: an edit leaves nearly all of them as they were."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any, TypeVar
from weakref import ref

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def once_each(make: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
    """Call a function once for each frozen object, by identity; forget the result with the object."""
    known: dict[int, tuple[ref[Thing], Made]] = {}

    @wraps(make)
    def remembered(thing: Thing) -> Made:
        name = id(thing)
        found = known.get(name)
        if found is None or found[0]() is not thing:
            found = known[name] = ref(thing, partial(_forget, known, name)), make(thing)
        return found[1]

    return remembered


# Private


def _forget(known: dict[int, tuple[Any, Made]], name: int, gone: Any) -> None:
    # Another object may have come to the same address since.
    if name in known and known[name][0] is gone:
        del known[name]
