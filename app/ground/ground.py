"""What lies under a territory: the tiles of its map, the ways that people walk, the streets that paper shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from pydantic_core import to_json

from ..domain.content import Content
from ..domain.paths.graph import PathGraph
from ..domain.paths.route import Router
from ..domain.paths.way import WalkWay
from ..domain.plan import Plan
from ..domain.territory import Territory
from .anchors import anchor_shapes
from .archive import describe_layers, write_archive
from .frame import Frame
from .street_plan import shapes_of_plan, walk_ways
from .tiling import cut_tiles
from .walking import Source, router_of


@dataclass(frozen=True, eq=False)
class Ground:
    """The ground of a territory; nothing is made before it is asked for.

    Two grounds with the same `digest` are the same to the last byte. `notice` names the sources, in French;
    `knows_steps` tells whether they say where there are steps.
    """

    digest: str
    notice: str
    knows_steps: bool
    plan: Plan
    _draw: Callable[[], bytes] = field(repr=False)
    _walk: Callable[[], Sequence[WalkWay]] = field(repr=False)

    def tiles(self) -> bytes:
        """Return the map as one PMTiles file."""
        return self._draw()

    def ways(self) -> Sequence[WalkWay]:
        """Return the ways that people walk, for the graph of paths."""
        return self._walk()

    @property
    def router(self) -> Router:
        """What finds ways on foot over this ground."""
        return router_of(Source(self.digest, self.ways, self.knows_steps))

    @property
    def paths(self) -> PathGraph:
        """The graph that people walk on."""
        return self.router.graph


def grounds_of(content: Content, folder: Path | None = None) -> Mapping[str, Ground]:
    """Return the ground of every territory: what was built for it in a folder, else the street plan."""
    return {territory.id: ground_of_plan(content.plan, territory) for territory in content.territories.values()}


def ground_of_plan(plan: Plan, territory: Territory) -> Ground:
    """Return the ground that the committed street plan gives a territory."""
    frame = Frame.of(territory)
    digest = _digest(plan.digest, frame.bounds, territory.name, code_digest())
    draw, walk = partial(draw_plan, plan, frame, territory.name), partial(walk_ways, plan, frame.bounds)
    return Ground(digest, plan.notice, False, plan, draw, walk)


def draw_plan(plan: Plan, frame: Frame, name: str) -> bytes:
    """Return the map of a frame from a street plan."""
    shapes = [*shapes_of_plan(plan, frame), *anchor_shapes(plan, frame)]
    metadata = {
        "name": name,
        "type": "baselayer",
        "attribution": plan.notice,
        "vector_layers": describe_layers(shapes),
    }
    return write_archive(cut_tiles(shapes, frame), frame, metadata)


@cache
def code_digest() -> str:
    """Return a digest of the code that makes maps: another way of drawing is another file."""
    return sha256(b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))).hexdigest()


# Private


def _digest(*inputs: object) -> str:
    return sha256(to_json(inputs)).hexdigest()[:32]
