"""A small town as OpenStreetMap would have it, written by libosmium: every kind of thing once."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Relation, Way

from app.domain.geometry import Bounds, Position
from app.map.tiles.frame import Frame

TOWN = Frame(Bounds(2.36, 48.89, 2.372, 48.898))

CORNERS: Mapping[int, Position] = {
    1: (2.361, 48.891), 2: (2.364, 48.891), 3: (2.368, 48.891), 4: (2.364, 48.894), 5: (2.364, 48.896),
    6: (2.3641, 48.8945), 7: (2.3645, 48.8948), 8: (2.368, 48.895), 9: (2.5, 48.8), 10: (2.51, 48.8),
    20: (2.366, 48.892), 21: (2.3664, 48.892), 22: (2.3664, 48.8923), 23: (2.366, 48.8923),
    24: (2.3668, 48.892), 25: (2.3668, 48.8923),
    30: (2.362, 48.895), 31: (2.3635, 48.895), 32: (2.3635, 48.897), 33: (2.362, 48.897),
    34: (2.3625, 48.8955), 35: (2.363, 48.8955), 36: (2.363, 48.8965),
    40: (2.369, 48.8935), 41: (2.371, 48.8935), 42: (2.371, 48.8945), 43: (2.369, 48.8945),
    50: (2.35, 48.8905), 51: (2.38, 48.8905), 52: (2.35, 48.88), 53: (2.38, 48.88), 54: (2.38, 48.91),
    55: (2.35, 48.91),
}  # fmt: skip

AT_CORNERS: Mapping[int, Mapping[str, str]] = {
    2: {"highway": "crossing", "crossing": "marked", "kerb": "lowered"},
    8: {"amenity": "toilets", "name": "Toilettes"},
}

WAYS: Mapping[int, tuple[Sequence[int], Mapping[str, str]]] = {
    100: ((1, 2, 3), {"highway": "primary", "name": "Rue Riquet", "name:ar": "شارع", "lit": "yes"}),
    101: ((2, 4), {"highway": "residential", "name": "Rue Pajol"}),
    102: ((4, 5), {"highway": "residential", "name": "Rue Pajol"}),
    103: ((4, 6, 7), {"highway": "steps", "step_count": "12"}),
    104: ((7, 8), {"highway": "footway", "footway": "sidewalk"}),
    105: ((3, 8), {"highway": "service", "service": "driveway"}),
    106: ((1, 5), {"railway": "rail"}),
    107: ((1, 8), {"railway": "subway", "tunnel": "yes"}),
    108: ((9, 10), {"highway": "residential", "name": "Rue lointaine"}),
    109: ((3, 8), {"highway": "motorway", "name": "Boulevard périphérique"}),
    110: ((1, 4), {"highway": "pedestrian", "name": "Passage du Lavoir", "bridge": "yes"}),
    120: ((20, 21, 22, 23, 20), {"building": "yes"}),
    121: ((21, 24, 25, 22, 21), {"building": "apartments", "addr:housenumber": "3"}),
    130: ((30, 31, 32, 33, 30), {}),
    131: ((34, 35, 36, 34), {}),
    140: ((40, 41, 42, 43, 40), {"natural": "water", "name": "Bassin"}),
    150: ((50, 51), {"waterway": "canal", "name": "Canal"}),
    151: ((52, 53, 54, 55, 52), {"landuse": "residential"}),
}

PARK = {"type": "multipolygon", "leisure": "park", "name": "Jardin d’Éole"}


def write_town(path: Path, ways: Sequence[int] = tuple(WAYS), *, edited: str = "2024-05-03T10:00:00Z") -> Path:
    """Write the town, or some of its ways only, as a PBF file."""
    park = {200: ([("w", 130, "outer"), ("w", 131, "inner")], PARK)} if 130 in ways else {}
    return write_extract(path, CORNERS, {number: WAYS[number] for number in ways}, park, edited=edited)


Ways = Mapping[int, tuple[Sequence[int], Mapping[str, str]]]
Relations = Mapping[int, tuple[Sequence[tuple[str, int, str]], Mapping[str, str]]]


def write_extract(
    path: Path,
    corners: Mapping[int, Position],
    ways: Ways,
    relations: Relations | None = None,
    *,
    edited: str = "2024-05-03T10:00:00Z",
) -> Path:
    """Write nodes, ways and relations as a PBF file."""
    writer = osmium.SimpleWriter(str(path))
    for number, (lon, lat) in corners.items():
        writer.add_node(Node(id=number, location=(lon, lat), tags=AT_CORNERS.get(number, {})))
    for number, (nodes, tags) in ways.items():
        writer.add_way(Way(id=number, nodes=nodes, tags=tags, timestamp=edited))
    for number, (members, tags) in (relations or {}).items():
        writer.add_relation(Relation(id=number, members=members, tags=tags))
    writer.close()
    return path
