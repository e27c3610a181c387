"""The street plan as far as a territory goes: what is made with it costs as much as the territory, not as all of it."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

import numpy as np
import shapely

from ..domain.geometry import Bounds, Position
from ..domain.once import once_each
from ..domain.plan import Plan

BEYOND_M = 1_000
"""How much further than a map its streets go: a drawing around a place at its edge, or along a walk, shows them."""

Thing = TypeVar("Thing")


def local_plan(plan: Plan, bounds: Bounds) -> Plan:
    """Return what a plan knows of a box and of a kilometre around it, in its order; the plan itself when that is all.

    As long as the plan is the same object, so is the local one of the same box.
    """
    return _local_plans_of(plan).under(bounds.grown(BEYOND_M)) or plan


# Private


class _LocalPlans:
    """The local plans that were asked for. It holds what the plan holds, not the plan, which would never go."""

    def __init__(self, plan: Plan) -> None:
        self._ways = _Spread(plan.ways, (way.line for way in plan.ways))
        self._waters = _Spread(plan.waters, plan.waters)
        self._labels = _Spread(plan.labels, ((label.position,) for label in plan.labels))
        self._greens = _Spread(plan.greens, plan.greens)
        self._notice = plan.notice
        self._size = _size(plan)
        self._known: dict[Bounds, Plan | None] = {}

    def under(self, bounds: Bounds) -> Plan | None:
        """Return what touches a box, nothing when that is all of the plan."""
        if bounds not in self._known:
            box = shapely.box(*bounds.edges)
            found = Plan(
                self._ways.touching(box),
                self._waters.touching(box),
                self._labels.touching(box),
                self._notice,
                self._greens.touching(box),
            )
            self._known[bounds] = found if _size(found) < self._size else None
        return self._known[bounds]


class _Spread(Generic[Thing]):
    """Things of a plan, found by the box that each lies in."""

    def __init__(self, things: Sequence[Thing], lines: Iterable[Sequence[Position]]) -> None:
        self._things = things
        boxes = [Bounds.around(line).edges for line in lines]
        self._tree = shapely.STRtree(shapely.box(*np.array(boxes, float).reshape(-1, 4).T))

    def touching(self, box: shapely.Polygon) -> tuple[Thing, ...]:
        """Return the things whose box touches this one, in their order."""
        return tuple(self._things[rank] for rank in sorted(self._tree.query(box).tolist()))


def _size(plan: Plan) -> int:
    return len(plan.ways) + len(plan.waters) + len(plan.labels) + len(plan.greens)


_local_plans_of = once_each(_LocalPlans)
