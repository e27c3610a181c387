"""Building the map of a territory from a source, as the files that editions take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..domain.plan import Plan
from ..domain.routing.way import FootWay
from ..domain.text import SOURCE
from ..language.formats import Formats
from .files import files_of, marks_of, pack_ways
from .sources.plan import shapes_of_plan
from .tiles.anchors import anchor_shapes
from .tiles.archive import OURS, describe_layers, write_archive
from .tiles.frame import Frame
from .tiles.shape import Shape
from .tiles.tiling import Progress, cut_tiles, in_silence

OSM_NOTICE = "© les contributeurs d’OpenStreetMap, ODbL"


@dataclass(frozen=True)
class Source:
    """Where a map comes from: how its metadata name it, who must be named beside it, the day of its data."""

    name: str
    notice: str
    day: date | None = None

    @property
    def marks(self) -> dict[str, str]:
        """What the metadata say of it."""
        return {"source": self.name} | ({"day": self.day.isoformat()} if self.day else {})


@dataclass(frozen=True, eq=False)
class Material:
    """All that a map is drawn from; the names on it are those of the plan."""

    name: str
    source: Source
    frame: Frame
    shapes: Sequence[Shape]
    plan: Plan


def material_of_plan(name: str, plan: Plan, frame: Frame) -> Material:
    """Return what a street plan gives for a map."""
    return Material(name, Source("plan", plan.notice), frame, list(shapes_of_plan(plan, frame)), plan)


def draw_map(material: Material, marks: Mapping[str, str] | None = None, progress: Progress = in_silence) -> bytes:
    """Return the archive of a map; `marks` are digests of what was built with it."""
    shapes = [*material.shapes, *anchor_shapes(material.plan, material.frame)]
    metadata = {
        "name": material.name,
        "type": "baselayer",
        "attribution": material.source.notice,
        "vector_layers": describe_layers(shapes),
        OURS: material.source.marks | dict(marks or {}),
    }
    return write_archive(cut_tiles(shapes, material.frame, progress), material.frame, metadata)


def build_map(material: Material, ways: Sequence[FootWay], progress: Progress = in_silence) -> Mapping[str, bytes]:
    """Return the files of a map, by suffix."""
    packed = pack_ways(ways)
    tiles = draw_map(material, marks_of(packed, material.plan), progress)
    return files_of(tiles, packed, material.plan)


def osm_notice(day: date | None) -> str:
    """Return how a map from OpenStreetMap names its source, with the month of the data where it is known."""
    return f"{OSM_NOTICE} ({Formats(SOURCE).month(day)})" if day else OSM_NOTICE
