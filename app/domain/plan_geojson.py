"""A street plan as GeoJSON, one feature a line: the form of `data/plan.geojson`, and of the plans that maps bring.

`exchange/native/plan.py` checks what people write; what a machine wrote is read here as it stands.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import shapely

from .geometry import Position
from .plan import Label, Plan, Way

DECIMALS = 6

Ring = tuple[Position, ...]
Drawn = Way | Label | tuple[str, Ring]
"""What a feature draws: a way, a named point, or an area with its kind (water, park)."""


def write_plan(plan: Plan) -> str:
    """Return the text of a street plan: ways, then water and parks, then named points."""
    areas = [("water", ring) for ring in plan.waters] + [("park", ring) for ring in plan.greens]
    middles = {(kind, _middle(ring)) for kind, ring in areas}  # the name of an area stands with its outline
    names = {(label.kind, label.position): label.name for label in plan.labels}
    features = [_way(way) for way in plan.ways]
    features += [_area(kind, ring, names.get((kind, _middle(ring)), "")) for kind, ring in areas]
    points = [label for label in plan.labels if (label.kind, label.position) not in middles]
    features += [_feature({"kind": p.kind, "name": p.name}, "Point", list(p.position)) for p in points]
    head = f'{{"type":"FeatureCollection","notice":{_compact(plan.notice)},"features":[\n'
    return head + ",\n".join(_compact(feature) for feature in features) + "\n]}\n"


def parse_plan(text: str) -> Plan:
    """Return the plan of a text that `write_plan` wrote; raise `ValueError` or `KeyError` for any other."""
    document = json.loads(text)
    drawn = (each for feature in document["features"] for each in shapes_in(feature))
    return plan_of(drawn, document["notice"])


def shapes_in(feature: Mapping[str, Any]) -> Sequence[Drawn]:
    """Return what a feature draws; a named area also has a name in its middle."""
    properties, coordinates = feature["properties"], feature["geometry"]["coordinates"]
    kind, name = properties["kind"], properties.get("name", "")
    if feature["geometry"]["type"] == "Point":
        return (Label(kind, name, rounded(coordinates)),)
    if feature["geometry"]["type"] == "Polygon":
        return named_area(kind, tuple(rounded(each) for each in coordinates[0]), name)
    line = tuple(rounded(each) for each in coordinates)
    return (Way(kind, line, name, properties.get("class", "minor"), properties.get("src") == "link"),)


def plan_of(drawn: Iterable[Drawn], notice: str) -> Plan:
    """Return the plan of what is drawn, each once: frames that overlap bring the same street twice."""
    once = list(dict.fromkeys(drawn))
    areas = [each for each in once if isinstance(each, tuple)]
    return Plan(
        tuple(each for each in once if isinstance(each, Way)),
        tuple(ring for kind, ring in areas if kind == "water"),
        tuple(each for each in once if isinstance(each, Label)),
        notice,
        tuple(ring for kind, ring in areas if kind == "park"),
    )


def named_area(kind: str, ring: Ring, name: str) -> Sequence[Drawn]:
    """Return an area, with its name in its middle when it has one."""
    return ((kind, ring), Label(kind, name, _middle(ring))) if name else ((kind, ring),)


def rounded(coordinates: Sequence[float]) -> Position:
    """Return a position with as many decimals as a plan keeps; minus zero is zero."""
    lon, lat = coordinates
    return round(float(lon), DECIMALS) + 0.0, round(float(lat), DECIMALS) + 0.0


# Private


def _middle(ring: Ring) -> Position:
    middle = shapely.Polygon(ring).centroid
    return rounded((middle.x, middle.y))


def _way(way: Way) -> dict[str, Any]:
    properties = {"kind": way.kind, "name": way.name, "class": way.rank, "src": "link" if way.guessed else ""}
    said = {key: value for key, value in properties.items() if (key, value) != ("class", "minor")}
    return _feature(said, "LineString", [list(position) for position in way.line])


def _area(kind: str, ring: Ring, name: str) -> dict[str, Any]:
    return _feature({"kind": kind, "name": name}, "Polygon", [[list(position) for position in ring]])


def _feature(properties: Mapping[str, Any], kind: str, coordinates: list[Any]) -> dict[str, Any]:
    said = {key: value for key, value in properties.items() if value}
    return {"type": "Feature", "properties": said, "geometry": {"type": kind, "coordinates": coordinates}}


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
