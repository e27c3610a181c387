"""The graph that people walk on over a ground, kept while grounds with the same digest come back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..domain.paths.build import build_graph
from ..domain.paths.route import Router
from ..domain.paths.way import WalkWay

_MOST = 16
"""Routers kept: a territory of 4 km² with every footway takes about 20 MB."""


@dataclass(frozen=True)
class Source:
    """What a graph is made from; two of the same digest give the same graph."""

    digest: str
    ways: Callable[[], Sequence[WalkWay]] = field(compare=False)
    knows_steps: bool


@lru_cache(maxsize=_MOST)
def router_of(source: Source) -> Router:
    """Return the router of a ground."""
    return Router(build_graph(source.ways(), knows_steps=source.knows_steps))
