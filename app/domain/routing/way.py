"""A way as its source tells it: the common ground of every reader of street data and of the path graph."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..geometry import Position


@dataclass(frozen=True)
class FootWay:
    """A line that people may move along, with the tags of its source (OpenStreetMap keys and values).

    Ways meet only where they share a node id: two that merely cross on the map (a bridge, a tunnel) do not.
    `nodes` and `line` have the same length. `node_tags` holds the tags of the nodes that have some that matter
    to people on foot: kerbs, crossings, barriers.
    """

    nodes: tuple[int, ...]
    line: tuple[Position, ...]
    tags: Mapping[str, str] = field(default_factory=dict)
    node_tags: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
