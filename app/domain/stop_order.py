"""The stops of a walk in another order: what names a stop by its number goes with it, what no longer fits goes away."""

from collections.abc import Mapping, Sequence
from typing import Any

from .walk import Stop, Walk

Numbers = Mapping[int, int]
"""By the number that a stop had, the one that it has."""


def in_order(walk: Walk, order: Sequence[int]) -> tuple[Walk, Numbers]:
    """Return a walk with its stops in another order, by the numbers that they had; those not named are gone."""
    numbers = {was: now for now, was in enumerate(order, 1)}
    return renumbered(walk, [walk.stops[was - 1] for was in order], numbers), numbers


def with_stop(walk: Walk, stop: Stop, at: int) -> tuple[Walk, Numbers]:
    """Return a walk with one stop more, whose number is `at`."""
    at = min(max(1, at), len(walk.stops) + 1)
    numbers = {was: was + (was >= at) for was in range(1, len(walk.stops) + 1)}
    return renumbered(walk, [*walk.stops[: at - 1], stop, *walk.stops[at - 1 :]], numbers), numbers


def moved_key(key: str, walk: str, numbers: Numbers) -> str | None:
    """Return the key of a text once stops have other numbers; None when what it is of is gone.

    The text of a leg is of the stop that it leads to.
    """
    parts = key.split("/")
    if parts[0] != f"walk:{walk}" or len(parts) < 3 or parts[1] not in ("stop", "leg") or not parts[2].isdigit():
        return key
    number = numbers.get(int(parts[2]))
    return None if number is None else "/".join([*parts[:2], str(number), *parts[3:]])


def renumbered(walk: Walk, stops: Sequence[Stop], numbers: Numbers) -> Walk:
    """Return a walk with other stops; what names one by its number follows it, or goes away with it."""
    fields: dict[str, Any] = {
        "stops": tuple(stops),
        "legs": _legs(walk, numbers),
        "variants": _variants(walk, numbers),
        "services": tuple(
            each.model_copy(update={"stop": numbers.get(each.stop)}) if each.stop else each for each in walk.services
        ),
        "notices": tuple(each.model_copy(update={"stops": _kept(each.stops, numbers)}) for each in walk.notices),
    }
    return walk.model_copy(update=fields)


# Private


def _legs(walk: Walk, numbers: Numbers) -> tuple[Any, ...]:
    """Return the legs between stops that still follow each other; of another way nobody knows anything."""
    moved = ((leg, numbers.get(leg.from_), numbers.get(leg.to)) for leg in walk.legs)
    kept = [leg.model_copy(update={"from_": s, "to": e}) for leg, s, e in moved if s is not None and e == s + 1]
    return tuple(sorted(kept, key=lambda leg: leg.to))


def _variants(walk: Walk, numbers: Numbers) -> tuple[Any, ...]:
    moved = (each.model_copy(update={"drop": _kept(each.drop, numbers)}) for each in walk.variants)
    return tuple(each for each in moved if each.drop)


def _kept(stops: Sequence[int], numbers: Numbers) -> tuple[int, ...]:
    return tuple(sorted(numbers[stop] for stop in stops if stop in numbers))
