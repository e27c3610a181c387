"""The tour of a round: its places in the order in which one walks along the streets, from where people meet."""

from collections.abc import Callable, Mapping
from pathlib import Path

from ..domain.content import Content
from ..domain.geometry import DETOUR, Position, metres_between
from ..domain.territory import Territory
from ..domain.tour import Halt, walk_tour
from .basemap import Basemap, basemap_of


def tour_of(content: Content, territory: Territory, places: Mapping[str, Position], folder: Path | None) -> list[Halt]:
    """Return places in the order of the walk; what no street leads to is as far as it looks, and a detour more."""
    basemap = basemap_of(content, territory, folder)
    return list(walk_tour(_start(content, territory), places, lambda here: _metres_from(basemap, here)))


# Private


def _start(content: Content, territory: Territory) -> Position:
    """Begin where people meet: at the school of the quarter, else in its middle."""
    school, box = content.anchor_of(territory), territory.bounds
    return school.position if school else ((box.west + box.east) / 2, (box.south + box.north) / 2)


def _metres_from(basemap: Basemap, start: Position) -> Callable[[Position], float]:
    reach = basemap.router.reach(start)

    def metres(end: Position) -> float:
        known = reach.metres(end)
        return DETOUR * metres_between(start, end) if known is None else known

    return metres
