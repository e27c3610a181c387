"""A hand-made village, on a grid of about 100 metres: stairs that save a detour, a footbridge, a ferry's island.

e───────f───────d          e–f–d rue Haute
│       ╫ steps │          b–f 20 steps, a–e and c–d streets
a───────b───────c          a–b–c rue Basse
        │
k───────m                  b–m footway with a raised kerb
    p═════q                p–q a footbridge over b–m, joined to nothing below it
"""

from collections.abc import Mapping, Sequence

from app.domain.geometry import Position
from app.domain.routing.build import build_graph
from app.domain.routing.graph import PathGraph
from app.domain.routing.way import FootWay

EAST, NORTH = 100 / 73_200, 100 / 111_195
"""Degrees in 100 metres at this latitude."""

SPOTS = {
    "a": (0, 0), "b": (1, 0), "c": (2, 0), "d": (2, 1), "e": (0, 1), "f": (1, 1),
    "k": (0, -1), "m": (1, -1), "p": (0.5, -0.5), "q": (1.5, -0.5), "x": (8, 8), "y": (8.02, 8),
}  # fmt: skip
"""Hundreds of metres to the east and to the north of the square."""


def at(east: float, north: float) -> Position:
    """Return the position so many hundred metres from the square."""
    return 2.36 + east * EAST, 48.88 + north * NORTH


def spot(letter: str) -> Position:
    """Return where a corner is."""
    return at(*SPOTS[letter])


def way(
    corners: str, highway: str = "residential", *, met: Mapping[str, Mapping[str, str]] | None = None, **tags: str
) -> FootWay:
    """Return a way through corners of the village; `met` holds tags of some of them. `__` stands for a colon."""
    said = {key.replace("__", ":"): value for key, value in tags.items()}
    nodes = tuple(ord(corner) for corner in corners)
    here = {ord(corner): dict(tags) for corner, tags in (met or {}).items()}
    return FootWay(nodes, tuple(spot(corner) for corner in corners), {"highway": highway, **said}, here)


def village(*more: FootWay) -> Sequence[FootWay]:
    """Return the ways of the village, and more."""
    return (
        way("abc", name="Rue Basse", lit="yes"),
        way("efd", name="Rue Haute"),
        way("ae", "pedestrian", name="Passage de l’Île", surface="sett"),
        way("cd", name="Rue du Détour"),
        way("bf", "steps", step_count="20", incline="up", handrail="yes"),
        way("bm", "footway", met={"m": {"kerb": "raised"}}, surface="asphalt"),
        way("mk", name="Rue du Canal"),
        way("pq", "footway", bridge="yes", layer="1"),
        *more,
    )


def graph_of(*more: FootWay) -> PathGraph:
    """Return the graph of the village, and of more ways."""
    return build_graph(village(*more), knows_steps=True)
