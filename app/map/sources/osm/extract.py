"""Reading an OpenStreetMap extract (.osm.pbf): what lies in a frame, with the tags as they are.

Needs the package `osmium` (extra `map`); nothing else of ours imports it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import osmium
import shapely

from ....domain.geometry import Bounds, Position
from ....domain.text import N_
from ...faults import SourceUnusable
from ...tiles.frame import Frame
from .coast import SEA, is_coast, sea_beside
from .kinds import Tags, area_kind, line_kind
from .losses import COAST, INCOMPLETE, OPEN, POINTLESS, Loss

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
    losses: list[Loss] = field(default_factory=list)
    """What is in the file and cannot be on the map."""


Count = Callable[[int], None]
"""Called with how many objects were read, now and then."""


def read_extract(file: Path, frame: Frame, tell: Count = lambda count: None) -> Extract:
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


def _read(file: Path, frame: Frame, tell: Count) -> Extract:
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
    _require_ways(extract, file)
    reader.end()
    extract.losses.extend(_unmade_relations(source, reader))
    day = _day(header.get("osmosis_replication_timestamp") or header.get("timestamp")) or reader.newest
    return replace(extract, day=day)


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


def _unmade_relations(source: Any, reader: "_Reader") -> Iterator[Loss]:
    """Yield the areas that are drawn, lie in the frame and could not be closed from their ways."""
    ids = {way for relation in reader.unmade() for way in relation.ways}
    if not ids:
        return
    ways: Any = osmium.FileProcessor(source, osmium.osm.NODE | osmium.osm.WAY).with_locations()
    here: dict[int, bool] = {}
    for way in ways.with_filter(osmium.filter.EntityFilter(osmium.osm.WAY)).with_filter(osmium.filter.IdFilter(ids)):
        positions = [(node.lon, node.lat) for node in way.nodes if node.location.valid()]
        here[way.id] = len(positions) > 1 and reader.touches(positions, shapely.LineString)
    for relation in reader.unmade():
        if any(here.get(way) for way in relation.ways):
            why = OPEN if all(way in here for way in relation.ways) else INCOMPLETE
            yield Loss(why, relation.layer, relation.name)


class _Relation(NamedTuple):
    """An area that a relation describes: its layer, its name or number, the ways it is made of."""

    layer: str
    name: str
    ways: tuple[int, ...]


class _Reader:
    """Takes nodes, ways, relations and areas as the file brings them."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract
        self._holds = extract.frame.bounds.holds
        self._box = shapely.box(*extract.frame.bounds.edges)
        self._wkb = osmium.geom.WKBFactory()
        self._relations: dict[int, _Relation] = {}
        self._rings: dict[int, Loss] = {}
        """Closed ways until they come again as areas."""
        self._coasts: list[Sequence[Position]] = []
        self.newest: date | None = None

    def take(self, thing: Any) -> None:
        """Keep a thing that lies in the frame."""
        if thing.is_node():
            self._take_node(thing)
        elif thing.is_way():
            self._take_way(thing)
        elif thing.is_area():
            self._take_area(thing)
        elif thing.is_relation():
            self._take_relation(thing)

    def end(self) -> None:
        """Add what only all ways together tell: the sea, and the rings that enclose nothing."""
        self._extract.losses.extend(self._rings.values())
        sea, is_told = sea_beside(self._coasts, self._extract.frame.bounds)
        if sea is not None:
            self._extract.areas.append((SEA, sea))
        if not is_told:
            self._extract.losses.append(Loss(COAST, "water", ""))

    def unmade(self) -> Sequence[_Relation]:
        """Return the areas of relations that no ring was found for."""
        return tuple(self._relations.values())

    def _take_node(self, node: Any) -> None:
        position = node.location.lon, node.location.lat
        if self._holds(position):
            tags = _tags(node)
            self._extract.points.append((tags, position))
            self._extract.at_nodes[node.id] = tags

    def _take_way(self, way: Any) -> None:
        tags, is_whole = _tags(way), all(node.location.valid() for node in way.nodes)
        runs = [run for run in _runs(way) if self.touches([position for _, position in run], shapely.LineString)]
        for run in runs:
            nodes, positions = zip(*run, strict=True)
            if is_coast(tags):
                self._coasts.append(positions)
            elif "building" not in tags:  # comes again as an area
                self._extract.lines.append(Line(tags, nodes, positions, way.is_closed() and is_whole))
            self.newest = max(filter(None, (self.newest, _real(way.timestamp.date()))), default=None)
        if runs:
            self._tell_losses(way, tags, is_whole=is_whole)

    def _tell_losses(self, way: Any, tags: Tags, *, is_whole: bool) -> None:
        """Say what of a way cannot be drawn: an area that does not close, a line with gaps."""
        line, area, name = line_kind(tags), area_kind(tags), tags.get("name") or f"way {way.id}"
        if area and not line and is_whole and way.is_closed():
            self._rings[way.id] = Loss(OPEN, area.layer, name)
        elif area and not line:
            self._extract.losses.append(Loss(OPEN if is_whole else INCOMPLETE, area.layer, name))
        elif line and not is_whole:
            self._extract.losses.append(Loss(POINTLESS, line.layer, name))

    def _take_area(self, area: Any) -> None:
        corners = [(node.lon, node.lat) for ring in area.outer_rings() for node in ring]
        if not corners:
            return  # rings that cross themselves: what they belong to stays lost
        if area.from_way():
            self._rings.pop(area.orig_id(), None)
        else:
            self._relations.pop(area.orig_id(), None)
        if not self.touches(corners, shapely.Polygon):
            return
        shape = shapely.from_wkb(self._wkb.create_multipolygon(area))
        tags = {"building": "yes"} if "building" in area.tags and "amenity" not in area.tags else _tags(area)
        self._extract.areas.append((tags, shape))
        if not area.from_way() and "highway" in tags:
            self._extract.lines.extend(_walked_rings(area, tags))

    def _take_relation(self, relation: Any) -> None:
        kind = area_kind(tags := _tags(relation)) if relation.tags.get("type") == "multipolygon" else None
        if kind:
            ways = tuple(member.ref for member in relation.members if member.type == "w")
            self._relations[relation.id] = _Relation(kind.layer, tags.get("name") or f"relation {relation.id}", ways)

    def touches(self, positions: Sequence[Position], shape: Callable[[Sequence[Position]], shapely.Geometry]) -> bool:
        """Tell whether a thing meets the frame, also where it crosses or surrounds it without a corner inside."""
        if any(map(self._holds, positions)):
            return True
        here, there = self._extract.frame.bounds, Bounds.around(positions)
        is_beside = there.west > here.east or there.east < here.west
        is_near = not is_beside and there.south <= here.north and there.north >= here.south
        return is_near and bool(shapely.intersects(shape(positions), self._box))


def _runs(way: Any) -> Iterator[list[tuple[int, Position]]]:
    """Yield the stretches of a way whose points are in the file: nothing is drawn across a gap."""
    for is_there, nodes in groupby(way.nodes, key=lambda node: node.location.valid()):
        run = [(node.ref, (node.lon, node.lat)) for node in nodes] if is_there else []
        if len(run) > 1:
            yield run


def _walked_rings(area: Any, tags: Tags) -> Iterator[Line]:
    """Yield the edges of an area that people walk: those of a relation are no ways of their own."""
    for outer in area.outer_rings():
        for ring in (outer, *area.inner_rings(outer)):
            positions = tuple((node.lon, node.lat) for node in ring)
            yield Line({**tags, "area": "yes"}, tuple(node.ref for node in ring), positions, True)


def _tags(thing: Any) -> Tags:
    return {tag.k: tag.v for tag in thing.tags if not tag.k.startswith(_NOISE)}
