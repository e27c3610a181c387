"""The graph that people walk on over a basemap, kept while basemaps with the same digest come back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..domain.routing.build import build_graph
from ..domain.routing.route import Router
from ..domain.routing.way import FootWay

_MOST = 16
"""Routers kept: a territory of 4 km² with every footway takes about 20 MB."""


@dataclass(frozen=True)
class Source:
    """What a graph is made from; two of the same digest give the same graph."""

    digest: str
    ways: Callable[[], Sequence[FootWay]] = field(compare=False)
    knows_steps: bool


@lru_cache(maxsize=_MOST)
def router_of(source: Source) -> Router:
    """Return the router of a basemap."""
    return Router(build_graph(source.ways(), knows_steps=source.knows_steps))
