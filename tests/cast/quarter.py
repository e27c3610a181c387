"""A quarter that nobody lives in, as OpenStreetMap would tell it: nine streets by seven, stairs, sidewalks, houses.

It stands beside the real extract, which only some machines have: what is claimed of that one is claimed of this one.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import osmium
from osmium.osm.mutable import Node
from osmium.osm.mutable import Way as Line

from app.domain.geometry import Position
from app.domain.routing.way import FootWay

WEST, SOUTH, EAST, NORTH = 2.34, 48.8768, 2.352, 48.8822
KM2 = 0.53
COLUMNS, ROWS = 9, 7
LON, LAT = (EAST - WEST) / (COLUMNS - 1), (NORTH - SOUTH) / (ROWS - 1)
BOULEVARD = 3
"""The row that has sidewalks of its own."""

Tags = Mapping[str, str]
Way = tuple[tuple[int, ...], Tags]


def corner(column: int, row: int) -> int:
    """Return the node where two streets cross."""
    return 1000 + 100 * row + column


@cache
def nodes() -> Mapping[int, Position]:
    """Return every node and where it is."""
    blocks = [(column, row) for row in range(ROWS) for column in range(COLUMNS)]
    found: dict[int, Position] = {corner(*block): _at(*block) for block in blocks}
    for column, row in blocks:
        found[corner(column, row) + 2000] = _at(column + 0.5, row + 0.02 * (column % 3))  # a bend
        found[corner(column, row) + 4000] = _at(column, row + 0.06)  # on a sidewalk
        for side, (east, north) in enumerate([(0.25, 0.55), (0.7, 0.55), (0.7, 0.85), (0.25, 0.85)]):
            found[10_000 * (side + 1) + corner(column, row)] = _at(column + east, row + north)  # of a house
    return found


@cache
def met() -> Mapping[int, Tags]:
    """Return the tags of the nodes that have some."""
    kerbs = {corner(c, BOULEVARD) + 4000: {"kerb": "lowered" if c % 2 else "raised"} for c in range(COLUMNS)}
    crossings = {corner(c, BOULEVARD): {"highway": "crossing", "crossing": "marked"} for c in range(COLUMNS)}
    return {**kerbs, **crossings, corner(1, 5) + 4000: {"barrier": "gate", "locked": "yes"}}


@cache
def ways() -> Mapping[int, Way]:
    """Return every way by its number."""
    return dict(enumerate([*_streets(), *_sidewalks(), *_short_cuts(), *_houses()], 1))


@cache
def quarter_ways() -> tuple[FootWay, ...]:
    """Return the ways that have a highway tag, as a reader of the extract finds them."""
    return tuple(
        FootWay(along, tuple(nodes()[n] for n in along), tags, {n: met()[n] for n in along if n in met()})
        for along, tags in ways().values()
        if "highway" in tags
    )


def write_quarter(path: Path) -> Path:
    """Write the quarter as a PBF file that says what it covers."""
    header = osmium.io.Header()
    header.add_box(osmium.osm.Box(WEST, SOUTH, EAST, NORTH))
    writer = osmium.SimpleWriter(str(path), header=header)
    for number, place in sorted(nodes().items()):
        writer.add_node(Node(id=number, location=place, tags=met().get(number, {})))
    for number, (along, tags) in ways().items():
        writer.add_way(Line(id=number, nodes=along, tags=tags, timestamp="2024-05-03T10:00:00Z"))
    writer.close()
    return path


# Private


def _at(column: float, row: float) -> Position:
    return round(WEST + column * LON, 7), round(SOUTH + row * LAT, 7)


def _streets() -> Iterator[Way]:
    for row in range(ROWS):
        bent = [node for column in range(COLUMNS) for node in (corner(column, row), corner(column, row) + 2000)]
        kind = "primary" if row == BOULEVARD else "residential"
        name = "Boulevard du Milieu" if row == BOULEVARD else f"Rue du Levant {row}"
        yield tuple(bent[:-1]), {"highway": kind, "name": name, "lit": "yes"}
    for column in range(COLUMNS):
        kind = "pedestrian" if column == 4 else "residential"
        along = tuple(corner(column, row) for row in range(ROWS))
        yield along, {"highway": kind, "name": f"Rue du Puits {column}", "surface": "sett" if column % 4 else "asphalt"}


def _sidewalks() -> Iterator[Way]:
    yield tuple(corner(c, BOULEVARD) + 4000 for c in range(COLUMNS)), {"highway": "footway", "footway": "sidewalk"}
    for column in range(COLUMNS):
        across = (corner(column, BOULEVARD), corner(column, BOULEVARD) + 4000)
        yield across, {"highway": "footway", "footway": "crossing"}
    yield (corner(1, 5), corner(1, 5) + 4000), {"highway": "footway", "name": "Cour fermée"}


def _short_cuts() -> Iterator[Way]:
    """From corner to corner through every other block: stairs, and paths."""
    for row in range(ROWS - 1):
        for column in range(row % 2, COLUMNS - 1, 2):
            along = (corner(column, row), corner(column + 1, row + 1))
            if row % 3 == 2:
                yield along, {"highway": "path", "surface": "fine_gravel"}
            else:
                yield along, {"highway": "steps", "step_count": str(8 + column), "incline": "up", "handrail": "yes"}


def _houses() -> Iterator[Way]:
    for row in range(ROWS - 1):
        for column in range((row + 1) % 2, COLUMNS - 1, 2):
            walls = tuple(10_000 * side + corner(column, row) for side in (1, 2, 3, 4, 1))
            yield walls, {"building": "yes"}
