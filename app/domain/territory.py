"""A micro-quartier: its outline, the school that anchors it, the languages of its kiosk."""

from functools import cached_property

import shapely
from pydantic import ConfigDict

from .geometry import Bounds, Position
from .place import Block, Email, LanguageTag, Paragraph, PhoneNumber, Sentence, Slug


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
    school: Slug | None = None
    languages: tuple[LanguageTag, ...] = ("fr",)
    holiday_zone: str = "C"
    code: str | None = None
    kiosk: Kiosk | None = None
    contact: Email | None = None
    notices: tuple[Paragraph, ...] = ()

    model_config = ConfigDict(ignored_types=(cached_property,))

    @cached_property
    def _shape(self) -> shapely.Polygon:
        shape = shapely.Polygon(self.outline[0], self.outline[1:])
        shapely.prepare(shape)
        return shape

    def holds(self, position: Position) -> bool:
        """Tell whether the position lies inside the outline or on it."""
        return bool(self._shape.intersects(shapely.Point(position)))

    @property
    def bounds(self) -> Bounds:
        """The box around the outline."""
        return Bounds.around(self.outline[0])


RESERVED = frozenset({"api", "desk", "kiosk", "static", "qr", "print", "places", "walks", "about", "accessibility",
                      "privacy", "sources", "offline", "page", "map", "healthz", "hours", "poster",
                      "thanks"})  # fmt: skip
"""Words that addresses already use: no territory may be called so."""
