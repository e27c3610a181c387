"""The stops of a walk as they were before a change, with what was said of each since left alone.

Stops have no ids: one is known again by its place, or by its name and point. They are documents, as files nest them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .stop_order import Numbers

Document = Mapping[str, Any]


@dataclass(frozen=True)
class StopsBack:
    """The stops after taking a change back, and what of it stays since somebody has changed it (`stop/3/text`).

    `numbers` are the new ones of the stops that stay, `returned` those of the stops that the change had taken away.
    """

    stops: Sequence[Document]
    numbers: Numbers = field(default_factory=dict)
    returned: tuple[int, ...] = ()
    moved: tuple[str, ...] = ()


def stops_back(before: Sequence[Document], after: Sequence[Document], now: Sequence[Document]) -> StopsBack | None:
    """Take a change of stops back; None when their order is no longer what the change made of it."""
    was = pairs(after, before)
    held = pairs(after, now)
    if len(before) == len(after) and all(was.get(n) == n for n in range(len(after))):
        return _texts_back(before, after, now, held)
    if len(now) != len(after) or any(held.get(n) != n for n in range(len(after))):
        return None
    return _order_back(before, after, now, was)


def pairs(one: Sequence[Document], other: Sequence[Document]) -> dict[int, int]:
    """Return which stop of another list each is: the very same first, then one at the same spot, then by its number."""
    pairs: dict[int, int] = {}
    for key in (_whole, _spot):
        for n, stop in enumerate(one):
            free = [m for m, each in enumerate(other) if m not in pairs.values() and key(each) == key(stop)]
            if n not in pairs and free:
                pairs[n] = n if n in free else free[0]
    if len(one) == len(other):
        pairs |= {n: n for n in range(len(one)) if n not in pairs and n not in pairs.values()}
    return pairs


# Private


def _texts_back(
    before: Sequence[Document], after: Sequence[Document], now: Sequence[Document], held: Mapping[int, int]
) -> StopsBack:
    stops, moved = [dict(stop) for stop in now], list[str]()
    for n, (one, other) in enumerate(zip(before, after, strict=True)):
        if one == other:
            continue
        if n not in held:
            moved.append(f"stop/{n + 1}")
            continue
        stops[held[n]], stay = _merged(one, other, now[held[n]])
        moved += [f"stop/{held[n] + 1}/{name}" for name in stay]
    return StopsBack(stops, {n: n for n in range(1, len(now) + 1)}, (), tuple(moved))


def _order_back(
    before: Sequence[Document], after: Sequence[Document], now: Sequence[Document], was: Mapping[int, int]
) -> StopsBack:
    came_from = {there: here for here, there in was.items()}
    stops, moved = list[Document](), list[str]()
    for n, stop in enumerate(before):
        here = came_from.get(n)
        if here is None:
            stops.append(stop)
            continue
        merged, stay = _merged(stop, after[here], now[here])
        stops.append(merged)
        moved += [f"stop/{n + 1}/{name}" for name in stay]
    numbers = {here + 1: there + 1 for here, there in was.items()}
    returned = tuple(n + 1 for n in range(len(before)) if n not in came_from)
    return StopsBack(stops, numbers, returned, tuple(moved))


def _merged(before: Document, after: Document, now: Document) -> tuple[dict[str, Any], list[str]]:
    """Return a stop with each field as before that says what the change made of it; and the fields that do not."""
    wanted, stay = dict(now), []
    for name in {**before, **after}:
        if before.get(name) == after.get(name):
            continue
        if now.get(name) != after.get(name):
            stay.append(name)
        elif name in before:
            wanted[name] = before[name]
        else:
            wanted.pop(name, None)
    return wanted, stay


def _whole(stop: Document) -> object:
    return stop


def _spot(stop: Document) -> object:
    return stop.get("place") or (stop.get("name"), stop.get("point"))
