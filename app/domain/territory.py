"""A micro-quartier: its outline, how far it reaches, the school that anchors it, the languages of its kiosk."""

from collections.abc import Sequence
from functools import cached_property
from math import cos, radians
from typing import Annotated

import shapely
import shapely.ops
from pydantic import ConfigDict, Field
from shapely import affinity

from .block import Block
from .geometry import DEGREE_M, Bounds, Position, metres_between
from .once import once_each
from .place import Email, LanguageTag, Paragraph, PhoneNumber, Sentence, Slug


class Kiosk(Block):
    """The neighbourhood kiosk, where there is one."""

    place: Slug | None = None
    greeting: Sentence | None = None
    telephone: PhoneNumber | None = None


class Territory(Block):
    """A micro-quartier; `outline` is a list of rings of positions (the first is the outer one)."""

    id: Slug
    name: Sentence
    short_name: Sentence | None = None
    city: Sentence | None = None
    outline: tuple[tuple[Position, ...], ...]
    reach_m: Annotated[int, Field(ge=0, le=2000)] = 0
    """How many metres beyond the outline families walk: places there are its own too, "un peu plus loin"."""
    school: Slug | None = None
    languages: tuple[LanguageTag, ...] = ("fr",)
    holiday_zone: str = "C"
    code: str | None = None
    kiosk: Kiosk | None = None
    contact: Email | None = None
    notices: tuple[Paragraph, ...] = ()

    model_config = ConfigDict(ignored_types=(cached_property,))

    @cached_property
    def shape(self) -> shapely.Polygon:
        """All that it reaches as a shape, prepared for questions."""
        shape = grown(self._inside, self.reach_m) if self.reach_m else self._inside
        shapely.prepare(shape)
        return shape

    @cached_property
    def _inside(self) -> shapely.Polygon:
        return shapely.Polygon(self.outline[0], self.outline[1:])

    def holds(self, position: Position) -> bool:
        """Tell whether the position lies inside the outline, on it, or as far beyond as the territory reaches."""
        return bool(self.shape.intersects(shapely.Point(position)))

    def is_further(self, position: Position) -> bool:
        """Tell whether a position that it holds lies beyond the outline: "un peu plus loin"."""
        known = _known_further(self)
        is_further = known.get(position)
        if is_further is None:
            if len(known) >= _MOST:
                known.clear()
            is_further = known[position] = self.reach_m > 0 and not self._inside.intersects(shapely.Point(position))
        return is_further

    @property
    def bounds(self) -> Bounds:
        """The box around the outline."""
        return Bounds.around(self.outline[0])

    def point_in(self, box: Bounds) -> Position | None:
        """Return a point of what the outline and a box share, always the same one; None where they do not meet."""
        shared = self.shape.intersection(shapely.box(*box.edges))
        return None if shared.is_empty else _point_of(shared)

    def meets(self, other: "Territory") -> Position | None:
        """Return a point of the ground that two outlines share; None where they only touch, or nearly so."""
        shared = self._inside.intersection(other._inside)
        return None if shared.area <= _HAIR * self._inside.area else _point_of(shared)

    def degrees_to(self, position: Position) -> float:
        """Return how far away what it reaches is, to find the nearest one; 0 inside."""
        return float(self.shape.distance(shapely.Point(position)))

    def metres_to(self, position: Position) -> float:
        """Return how far away what it reaches is, in metres; 0 inside."""
        nearest, _ = shapely.ops.nearest_points(self.shape, shapely.Point(position))
        return metres_between((nearest.x, nearest.y), position)


def point_within(inside: Sequence[Territory], outside: Sequence[Territory] = ()) -> Position:
    """Return a point, always the same one, that all outlines of `inside` hold, and none of `outside` if there is such.

    It tells which outlines hold something, and nothing more of where it is.
    """
    shared = shapely.intersection_all([territory.shape for territory in inside])
    for other in outside:
        rest = shared.difference(other.shape) if other.shape.intersects(shared) else shared
        shared = shared if rest.is_empty else rest
    return _point_of(shared)


def grown(shape: shapely.Polygon | shapely.Point, metres: float) -> shapely.Polygon:
    """Return a shape of longitudes and latitudes with all that lies within some metres around it."""
    narrow = cos(radians(shape.centroid.y))
    flat = affinity.scale(shape, narrow, 1, origin=(0, 0))
    return affinity.scale(flat.buffer(metres / DEGREE_M), 1 / narrow, 1, origin=(0, 0))


RESERVED = frozenset({"api", "desk", "kiosk", "static", "qr", "print", "photos", "places", "walks", "about",
                      "accessibility", "privacy", "sources", "offline", "page", "map", "healthz", "hours", "poster",
                      "thanks", "help", "codes", "list", "fate", "outbox"})  # fmt: skip
"""Words that addresses already use: no territory may be called so."""


# Private

_HAIR = 0.002
"""The share of an outline that lies on its neighbour's when both drew the same street."""

_DECIMALS = 6
"""Of degrees: a tenth of a metre."""


_MOST = 50_000
"""Positions that a territory remembers its answer for: edits ask for the same ones again."""


@once_each
def _known_further(territory: Territory) -> dict[Position, bool]:
    # Not with the territory itself: a copy with another outline would take its answers along.
    return {}


def _point_of(shape: shapely.Geometry) -> Position:
    exact = shapely.point_on_surface(shape)
    rounded = round(exact.x, _DECIMALS), round(exact.y, _DECIMALS)
    return rounded if shapely.intersects(shape, shapely.Point(rounded)) else (exact.x, exact.y)
