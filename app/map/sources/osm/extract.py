"""Reading an OpenStreetMap extract (.osm.pbf): what lies in a frame, with the tags as they are.

Needs the package `osmium` (extra `map`); nothing else of ours imports it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import osmium
import shapely

from ....domain.geometry import Bounds, Position
from ....domain.text import N_
from ...faults import SourceUnusable
from ...tiles.frame import Frame

Tags = Mapping[str, str]

WALKED = ("highway", "railway", "public_transport")
"""Keys of the ways that may be walked on, or along."""

_KEYS = (*WALKED, "waterway", "building", "landuse", "leisure", "natural", "amenity", "place", "boundary", "man_made")
_AT_NODES = ("kerb", "barrier", "crossing", "highway", "tactile_paving")
"""What a walker meets at a point of a way."""

_NOISE = ("name:", "source", "wiki", "ref", "note", "fixme", "old_", "maxspeed", "turn:", "lanes", "zone:")
"""Beginnings of the keys that neither a map nor a walker uses."""

_FIRST_YEAR = 2004

LARGEST_BYTES = 60_000_000
"""An extract of a city. A whole region holds ten million positions in memory: it is cut first."""


@dataclass(frozen=True)
class Line:
    """A way, with the ids of its nodes; only what lies in the frame and a step beyond."""

    tags: Tags
    nodes: tuple[int, ...]
    positions: tuple[Position, ...]
    closed: bool


@dataclass(frozen=True)
class Extract:
    """What an extract holds in a frame."""

    frame: Frame
    day: date | None = None
    lines: list[Line] = field(default_factory=list)
    areas: list[tuple[Tags, shapely.Geometry]] = field(default_factory=list)
    points: list[tuple[Tags, Position]] = field(default_factory=list)
    at_nodes: dict[int, Tags] = field(default_factory=dict)
    """Tags of the nodes that a walker meets, by id."""


Tell = Callable[[int], None]
"""Called with how many objects were read, now and then."""


def read_extract(file: Path, frame: Frame, tell: Tell = lambda count: None) -> Extract:
    """Return what a file holds in a frame; raise `SourceUnusable` with a sentence when it gives no map."""
    _require_file(file)
    try:
        return _read(file, frame, tell)
    except RuntimeError as error:  # what libosmium says of every fault of a file
        raise SourceUnusable(_sentence(str(error)), file=file.name, reason=str(error)) from error


# Private


def _require_file(file: Path) -> None:
    if not file.is_file():
        raise SourceUnusable(N_("Le fichier %(file)s n’existe pas."), file=file)
    size = file.stat().st_size
    if size > LARGEST_BYTES:
        sentence = N_(
            "%(file)s pèse %(size)s Mo : c’est une région entière. Découpez d’abord le quartier, par exemple avec "
            "osmium extract --bbox %(box)s."
        )
        raise SourceUnusable(sentence, file=file.name, size=size // 1_000_000, box="2.33,48.87,2.40,48.91")


def _sentence(reason: str) -> str:
    if "EOF" in reason or "truncated" in reason:
        return N_("%(file)s est coupé avant sa fin : téléchargez-le de nouveau.")
    if "uncompress" in reason or "PBF error" in reason or "format" in reason:
        return N_("%(file)s n’est pas un extrait OpenStreetMap lisible (.osm.pbf) : %(reason)s.")
    return N_("%(file)s ne se lit pas : %(reason)s.")


def _read(file: Path, frame: Frame, tell: Tell) -> Extract:
    source = osmium.io.File(str(file), "pbf")
    header = osmium.io.Reader(source, osmium.osm.NOTHING).header()
    extract = Extract(_frame_in(frame, header.box(), file))
    wanted = osmium.filter.KeyFilter(*_KEYS, *_AT_NODES)
    processor = osmium.FileProcessor(source).with_areas(osmium.filter.KeyFilter(*_KEYS)).with_filter(wanted)
    reader = _Reader(extract)
    for count, thing in enumerate(processor):
        reader.take(thing)
        if count % 5000 == 0:
            tell(count)
    day = _day(header.get("osmosis_replication_timestamp") or header.get("timestamp")) or reader.newest
    _require_ways(extract, file)
    return Extract(extract.frame, day, extract.lines, extract.areas, extract.points, extract.at_nodes)


def _frame_in(frame: Frame, box: Any, file: Path) -> Frame:
    """Return the part of the frame that the extract says it covers."""
    if not box.valid():
        return frame
    covered = Bounds(box.bottom_left.lon, box.bottom_left.lat, box.top_right.lon, box.top_right.lat)
    common = frame.bounds.common(covered)
    if common is None:
        sentence = N_("%(file)s ne couvre pas ce territoire : il va de %(covered)s, et le territoire est à %(wanted)s.")
        raise SourceUnusable(sentence, file=file.name, covered=covered.told, wanted=frame.bounds.told)
    return Frame(common)


def _day(written: str) -> date | None:
    try:
        return _real(date.fromisoformat(written[:10]))
    except ValueError:
        return None


def _real(day: date) -> date | None:
    """Return the day of an edit; files without dates have them all in 1970, long before there was such a map."""
    return day if day.year >= _FIRST_YEAR else None


def _require_ways(extract: Extract, file: Path) -> None:
    if not any("highway" in line.tags for line in extract.lines):
        sentence = N_("%(file)s n’a aucune rue ni aucun chemin dans le cadre %(wanted)s.")
        raise SourceUnusable(sentence, file=file.name, wanted=extract.frame.bounds.told)


class _Reader:
    """Takes nodes, ways and areas as the file brings them."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract
        self._holds = extract.frame.bounds.holds
        box = extract.frame.bounds
        self._box = shapely.box(box.west, box.south, box.east, box.north)
        self._wkb = osmium.geom.WKBFactory()
        self.newest: date | None = None

    def take(self, thing: Any) -> None:
        """Keep a thing that lies in the frame."""
        if thing.is_node():
            self._take_node(thing)
        elif thing.is_way():
            self._take_way(thing)
        elif thing.is_area():
            self._take_area(thing)

    def _take_node(self, node: Any) -> None:
        position = node.location.lon, node.location.lat
        if self._holds(position):
            tags = _tags(node)
            self._extract.points.append((tags, position))
            self._extract.at_nodes[node.id] = tags

    def _take_way(self, way: Any) -> None:
        if "building" in way.tags:
            return  # comes again as an area
        found = [(node.ref, (node.lon, node.lat)) for node in way.nodes if node.location.valid()]
        if len(found) < 2:
            return
        nodes, positions = zip(*found, strict=True)
        if not self._touches(positions, shapely.LineString):
            return
        self._extract.lines.append(Line(_tags(way), nodes, positions, way.is_closed()))
        self.newest = max(filter(None, (self.newest, _real(way.timestamp.date()))), default=None)

    def _take_area(self, area: Any) -> None:
        corners = [(node.lon, node.lat) for ring in area.outer_rings() for node in ring]
        if not self._touches(corners, shapely.Polygon):
            return
        shape = shapely.from_wkb(self._wkb.create_multipolygon(area))
        tags = {"building": "yes"} if "building" in area.tags and "amenity" not in area.tags else _tags(area)
        self._extract.areas.append((tags, shape))

    def _touches(self, positions: Sequence[Position], shape: Callable[[Sequence[Position]], shapely.Geometry]) -> bool:
        """Tell whether a thing meets the frame, also where it crosses or surrounds it without a corner inside."""
        if any(map(self._holds, positions)):
            return True
        here, there = self._extract.frame.bounds, Bounds.around(positions)
        is_beside = there.west > here.east or there.east < here.west
        is_near = not is_beside and there.south <= here.north and there.north >= here.south
        return is_near and bool(shapely.intersects(shape(positions), self._box))


def _tags(thing: Any) -> Tags:
    return {tag.k: tag.v for tag in thing.tags if not tag.k.startswith(_NOISE)}
