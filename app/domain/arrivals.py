"""Stops that are one arrival: doors so near each other that a group does not walk from one to the next."""

from collections.abc import Mapping

from .geometry import Position, metres_between

NEAR_M = 30
"""Stops closer than this are one arrival with several texts; a path must end as near its stop."""


def arrivals_of(spots: Mapping[int, Position | None]) -> list[tuple[int, ...]]:
    """Return the numbers of stops that are arrived at together, in order.

    A stop joins the first one of an arrival, not the last: a street of doors 25 m apart is not one place. One
    whose door is not shown is an arrival of its own.
    """
    arrivals: list[tuple[int, ...]] = []
    first: Position | None = None
    for number, spot in spots.items():
        if spot and first and metres_between(first, spot) < NEAR_M:
            arrivals[-1] = (*arrivals[-1], number)
            continue
        arrivals.append((number,))
        first = spot
    return arrivals
