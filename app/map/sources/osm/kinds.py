"""What the tags of OpenStreetMap are on a map: the layer, the kind in the words of the Protomaps basemap, the zoom.

A table a layer: what is in none of them is not drawn.
https://docs.protomaps.com/basemaps/layers
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...tiles.shape import Value

Tags = Mapping[str, str]


class Kind(NamedTuple):
    """How something is drawn; `closer` are the properties of the closest zoom only."""

    layer: str
    kind: str
    first_zoom: int
    detail: str = ""
    closer: Mapping[str, Value] = {}

    @property
    def properties(self) -> dict[str, Value]:
        """The properties at every zoom."""
        told: dict[str, Value] = {"kind": self.kind}
        return told | {"kind_detail": self.detail} if self.detail else told


def line_kind(tags: Tags) -> Kind | None:
    """Return how a line is drawn."""
    if "highway" in tags:
        return _road(tags)
    if "railway" in tags:
        return _rail(tags)
    if tags.get("waterway") in _WATERWAYS and not _is_under(tags):
        return Kind("water", tags["waterway"], 13 if tags["waterway"] in ("river", "canal") else 15)
    if tags.get("boundary") == "administrative" and (level := tags.get("admin_level", "")).isdecimal():
        kind = next((kind for most, kind in _BOUNDARIES if int(level) <= most), None)
        return Kind("boundaries", kind, 12, closer={"kind_detail": int(level)}) if kind else None
    return None


def area_kind(tags: Tags) -> Kind | None:
    """Return how an area is drawn."""
    if tags.get("building", "no") != "no":
        return Kind("buildings", "building", 14)
    if tags.get("highway") in _SQUARES or tags.get("place") == "square":
        return Kind("landuse", "pedestrian", 14) if not _is_under(tags) else None
    if water := _water(tags):
        return Kind("water", water, 15 if water in ("swimming_pool", "fountain") else 12)
    kind = next((_LANDUSE[key, tags[key]] for key in _LAND_KEYS if (key, tags.get(key)) in _LANDUSE), None)
    return Kind("landuse", kind, 15 if kind in _SMALL else 12 if kind in _GREEN else 13) if kind else None


def point_kind(tags: Tags) -> Kind | None:
    """Return how a point with a name, or something everyone looks for, is drawn."""
    if tags.get("place") in _PLACES and tags.get("name"):
        kind, first_zoom = _PLACES[tags["place"]]
        return Kind("places", kind, first_zoom, tags["place"])
    if tags.get("railway") in ("station", "halt", "subway_entrance"):
        return Kind("pois", "station" if tags["railway"] != "subway_entrance" else "subway_entrance", 15)
    if tags.get("amenity") in _NEEDED and tags.get("access") not in ("private", "no", "customers"):
        return Kind("pois", tags["amenity"], 15)
    if tags.get("amenity") in _NAMED and tags.get("name"):
        return Kind("pois", tags["amenity"], 15)
    return None


def level_of(tags: Tags) -> int:
    """Return whether something runs over the rest (1), under it (-1) or with it (0)."""
    if tags.get("bridge", "no") != "no":
        return 1
    return -1 if _is_under(tags) else 0


# Private


_ROADS: Mapping[str, tuple[str, int]] = {
    **dict.fromkeys(("motorway", "motorway_link"), ("highway", 12)),
    **dict.fromkeys(
        ["trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link"], ("major_road", 12)
    ),
    **dict.fromkeys(("tertiary", "tertiary_link"), ("major_road", 13)),
    **dict.fromkeys(["residential", "unclassified", "road", "living_street", "busway", "raceway"], ("minor_road", 13)),
    "service": ("minor_road", 14),
    "pedestrian": ("path", 13),
    **dict.fromkeys(["footway", "path", "cycleway", "bridleway", "track", "steps", "corridor"], ("path", 14)),
}
_RAILS = frozenset(["rail", "light_rail", "subway", "tram", "narrow_gauge", "funicular", "monorail"])
_SIDINGS = frozenset(["yard", "siding", "spur", "crossover"])
_WATERWAYS = frozenset(["river", "canal", "stream"])
_BOUNDARIES = ((2, "country"), (4, "region"), (6, "county"), (8, "locality"))
_SQUARES = frozenset(["pedestrian", "footway"])
_LAND_KEYS = ("leisure", "amenity", "landuse", "natural")
_LANDUSE: Mapping[tuple[str, str], str] = {
    **{
        ("leisure", kind): kind
        for kind in ["park", "garden", "playground", "pitch", "stadium", "golf_course", "nature_reserve"]
    },
    ("leisure", "dog_park"): "park",
    ("leisure", "sports_centre"): "recreation_ground",
    **{("amenity", kind): kind for kind in ["school", "kindergarten", "college", "university", "hospital"]},
    ("amenity", "grave_yard"): "cemetery",
    **{
        ("landuse", kind): kind
        for kind in ["grass", "meadow", "forest", "cemetery", "allotments", "railway", "industrial"]
    },
    **{("landuse", kind): kind for kind in ["recreation_ground", "village_green", "farmland", "orchard", "military"]},
    ("landuse", "education"): "school",
    ("landuse", "school"): "school",
    **{("natural", kind): kind for kind in ["wood", "scrub", "grassland", "heath", "sand", "beach"]},
}
_GREEN = frozenset(["park", "forest", "wood", "cemetery", "nature_reserve", "golf_course", "farmland"])
_SMALL = frozenset(["playground", "pitch", "garden", "grass", "scrub"])
_PLACES: Mapping[str, tuple[str, int]] = {
    **dict.fromkeys(["city", "town", "village", "hamlet"], ("locality", 12)),
    "suburb": ("neighbourhood", 12),
    "quarter": ("neighbourhood", 13),
    "neighbourhood": ("neighbourhood", 14),
}
_NEEDED = frozenset(["toilets", "drinking_water"])
_NAMED = frozenset(["hospital", "library", "townhall", "post_office", "school", "community_centre", "social_centre"])


def _road(tags: Tags) -> Kind | None:
    highway = tags["highway"]
    if highway not in _ROADS or tags.get("area") == "yes" or tags.get("indoor") in ("yes", "room"):
        return None
    kind, first_zoom = _ROADS[highway]
    detail = _detail(tags)
    if detail != highway and kind == "path":
        first_zoom = 15
    if highway == "service" and tags.get("service") in ("driveway", "parking_aisle"):
        first_zoom = 15
    closer = {"kind_detail": detail} | _level(tags)
    # A street for walkers only is drawn apart from far already; other details wait.
    return Kind("roads", kind, first_zoom, detail if detail == "pedestrian" else "", closer)


def _detail(tags: Tags) -> str:
    """Return the sort of road; a sidewalk and a crossing say so instead."""
    footway = tags.get("footway", "")
    return footway if footway in ("sidewalk", "crossing") else tags["highway"].removesuffix("_link")


def _rail(tags: Tags) -> Kind | None:
    rail = tags["railway"]
    if rail not in _RAILS or _is_under(tags):
        return None
    return Kind("roads", "rail", 15 if tags.get("service") in _SIDINGS else 13, rail, _level(tags))


def _level(tags: Tags) -> dict[str, Value]:
    level = level_of(tags)
    return {"is_bridge" if level > 0 else "is_tunnel": True} if level else {}


def _is_under(tags: Tags) -> bool:
    layer = tags.get("layer", "0")
    return tags.get("tunnel", "no") not in ("no", "building_passage") or (layer.startswith("-") and layer != "-0")


def _water(tags: Tags) -> str:
    if tags.get("natural") == "water":
        return tags.get("water", "water")
    found: Iterable[tuple[str, str, str]] = (
        ("waterway", "riverbank", "river"),
        ("waterway", "dock", "dock"),
        ("landuse", "reservoir", "reservoir"),
        ("landuse", "basin", "basin"),
        ("leisure", "swimming_pool", "swimming_pool"),
        ("amenity", "fountain", "fountain"),
    )
    return next((kind for key, value, kind in found if tags.get(key) == value), "")
