"""What lies under a territory: the tiles of its map, the ways that people walk, the streets that paper shows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from pydantic_core import to_json

from ..domain.content import Content
from ..domain.plan import Plan
from ..domain.routing.graph import PathGraph
from ..domain.routing.route import Router
from ..domain.routing.way import FootWay
from ..domain.subject import SUBJECTS
from ..domain.territory import Territory
from .build import draw_map, material_of_plan
from .faults import MapDamaged
from .files import BuiltMap, read_map, territories_in
from .local_plan import local_plan
from .routers import Source, router_of
from .sources.plan import foot_ways
from .tiles.frame import Frame


@dataclass(frozen=True, eq=False)
class Basemap:
    """The basemap of a territory; nothing is made before it is asked for.

    Two basemaps with the same `digest` are the same to the last byte. `notice` names the sources, in French;
    `knows_steps` tells whether they say where there are steps.
    """

    digest: str
    notice: str
    knows_steps: bool
    plan: Plan
    _draw: Callable[[], bytes] = field(repr=False)
    _walk: Callable[[], Sequence[FootWay]] = field(repr=False)

    def tiles(self) -> bytes:
        """Return the map as one PMTiles file."""
        return self._draw()

    def ways(self) -> Sequence[FootWay]:
        """Return the ways that people walk, for the graph of paths."""
        return self._walk()

    @property
    def router(self) -> Router:
        """What finds ways on foot over this basemap."""
        return router_of(Source(self.digest, self.ways, self.knows_steps))

    @property
    def paths(self) -> PathGraph:
        """The graph that people walk on."""
        return self.router.graph


def basemaps_of(content: Content, folder: Path | None = None) -> Mapping[str, Basemap]:
    """Return the basemap of every territory: what was built for it in a folder, else the street plan."""
    return {territory.id: basemap_of(content, territory, folder) for territory in content.territories.values()}


def basemap_of(content: Content, territory: Territory, folder: Path | None) -> Basemap:
    """Return the basemap of a territory; a built map that is damaged counts for nothing (`damaged_maps` tells)."""
    under = basemap_of_plan(content.plan, territory)
    with suppress(MapDamaged):
        built = read_map(folder, territory.id) if folder else None
        return _basemap_of_built(built, under) if built else under
    return under


def basemap_of_plan(plan: Plan, territory: Territory) -> Basemap:
    """Return the basemap that the committed street plan gives a territory: it knows no street that is far from it."""
    frame = Frame.of(territory)
    plan = local_plan(plan, frame.bounds)
    digest = _digest(plan.digest, frame.bounds, territory.name, code_digest())
    walk = partial(foot_ways, plan, frame.bounds)
    return Basemap(digest, plan.notice, False, plan, partial(_draw_plan, territory.name, plan, frame), walk)


def on_its_basemap(content: Content, kind: str, id: str, basemaps: Mapping[str, Basemap]) -> Content:
    """Return the content as the sheet of a place, a walk or a territory shows it: with the streets of its map."""
    territory = _home_of(content, kind, id)
    basemap = basemaps[territory.id] if territory else None
    return content if basemap is None or basemap.plan is content.plan else replace(content, plan=basemap.plan)


def damaged_maps(folder: Path) -> Iterator[MapDamaged]:
    """Yield why each built map that is not whole is not used."""
    for territory in territories_in(folder):
        try:
            read_map(folder, territory)
        except MapDamaged as fault:
            yield fault


@cache
def code_digest() -> str:
    """Return a digest of the code that makes maps: another way of drawing is another file."""
    return sha256(b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.rglob("*.py")))).hexdigest()


# Private


def _home_of(content: Content, kind: str, id: str) -> Territory | None:
    return next(iter(SUBJECTS[kind].homes(content, SUBJECTS[kind].of(content)[id])), None)


def _basemap_of_built(built: BuiltMap, under: Basemap) -> Basemap:
    """The basemap of a built map; the ways and streets that its source does not know are those of the plan."""
    digest = _digest(built.digest, under.digest if built.ways is None else "")
    plan = built.plan or under.plan
    walk = built.walk if built.ways is not None else under.ways
    return Basemap(digest, built.notice, built.knows_steps, plan, lambda: built.tiles, walk)


def _draw_plan(name: str, plan: Plan, frame: Frame) -> bytes:
    return draw_map(material_of_plan(name, plan, frame))


def _digest(*inputs: object) -> str:
    return sha256(to_json(inputs)).hexdigest()[:32]
