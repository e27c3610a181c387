"""What an edition takes over from the plan before it in the same process: an edit leaves nearly all as it was.

Everything here is a function of frozen objects, kept with what it was made from: nothing can be out of date.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from .domain.once import once_each

__all__ = ["Cache", "Columns", "once_each", "uncollected"]

_MOST = 100_000
"""Slots kept at most: places that are gone leave theirs behind."""


class Cache:
    """Results by slot, each with all that it was made from; made again when that is not equal any more."""

    def __init__(self) -> None:
        self._slots: dict[Any, tuple[Any, Any]] = {}

    def take(self, slot: Any, inputs: Any, make: Callable[[], Any]) -> Any:
        """Return what the slot holds for these inputs, or make it now."""
        found = self._slots.get(slot)
        if found is None or found[0] != inputs:
            if len(self._slots) >= _MOST:
                self._slots.clear()
            found = self._slots[slot] = inputs, make()
        return found[1]


class Columns:
    """By slot, what was made of each of many frozen objects, and of something that they have in common."""

    def __init__(self) -> None:
        self._slots: dict[Any, tuple[Any, Sequence[Any], list[Any]]] = {}

    def take(self, slot: Any, inputs: Any, things: Sequence[Any], make: Callable[[Any], Any]) -> list[Any]:
        """Return what is made of each thing, in their order: what the slot holds for the same object and inputs, or
        made now."""
        known, before, column = self._slots.get(slot, (None, (), ()))
        found = dict(zip(map(id, before), column, strict=True)) if known == inputs else {}
        made = [found[id(thing)] if id(thing) in found else make(thing) for thing in things]
        self._slots[slot] = inputs, things, made
        return made


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the collector of cycles: a plan has none, and visiting all of a library again costs more than the plan."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
