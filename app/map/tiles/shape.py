"""What a map shows, before it is cut into tiles: in the layers and words of the Protomaps basemap (version 4).

Any program that draws a Protomaps extract draws our maps, and the other way round.
https://docs.protomaps.com/basemaps/layers
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import shapely

LAYERS = ("earth", "landuse", "water", "roads", "buildings", "boundaries", "places", "pois", "labels")
"""The layers of a map from the ground up. `labels` is ours: where names stand."""

FIRST_ZOOM = 12
LAST_ZOOM = 15
"""The first shows several quarters on a phone; the last is exact to 0.2 m, and larger views stretch it."""

ZOOMS = range(FIRST_ZOOM, LAST_ZOOM + 1)

Value = str | int | float | bool


@dataclass(frozen=True, eq=False)
class Shape:
    """A thing on the map, in world pixels; `closer` holds the properties that only the closest zoom carries."""

    layer: str
    geometry: shapely.Geometry
    properties: Mapping[str, Value]
    first_zoom: int = FIRST_ZOOM
    closer: Mapping[str, Value] = field(default_factory=dict)
