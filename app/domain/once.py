"""Calling a function once for each frozen object: an edit leaves nearly all of them as they were."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class _Known(ref[Thing]):
    """A frozen object, and the name that it is known by: there are as many as objects and functions, so it is small."""

    __slots__ = ("name",)

    def __init__(self, thing: Thing, forget: "Callable[[_Known[Thing]], None]") -> None:
        super().__init__(thing, forget)  # type: ignore[call-arg]
        self.name = id(thing)


def once_each(make: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
    """Call a function once for each frozen object, by identity; forget the result with the object."""
    known: dict[int, tuple[_Known[Thing], Made]] = {}

    def forget(gone: _Known[Thing]) -> None:
        # Another object may have come to the same address since.
        if gone.name in known and known[gone.name][0] is gone:
            del known[gone.name]

    @wraps(make)
    def remembered(thing: Thing) -> Made:
        name = id(thing)
        found = known.get(name)
        if found is None or found[0]() is not thing:
            found = known[name] = _Known(thing, forget), make(thing)
        return found[1]

    return remembered
