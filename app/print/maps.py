"""The maps on sheets: doors that may be shown, the streets around them, and never where another one is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..domain.content import Content
from ..domain.geometry import Bounds
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.territory import Territory
from ..domain.walk import Stop, Walk
from ..map.drawing.canvas import Canvas
from ..map.drawing.draw import Drawing, MapWords, Palette, Pin, draw_around, draw_territory, draw_walk
from ..map.legs import RoutedLeg, stops_drawn

AROUND_M = 300
MAP_PX = 400
SCALES = (2500, 5000, 7500)
"""One metre of paper is so many on the ground."""

PALETTE = Palette()


def draw_place_map(content: PublicContent, place: Place, home: Territory | None) -> Drawing:
    """Draw the streets around a place; its whole territory, without a pin, when its door is not shown."""
    if home is not None and not place.shows_address:
        return draw_territory_map(content, home, [])
    pins = [_pin(place)] if place.shows_address else []
    return draw_around(content.plan, place.position, AROUND_M, pins, words=_map_words(), sprite="",
                       px=MAP_PX, palette=PALETTE)  # fmt: skip


def draw_walk_map(content: PublicContent, walk: Walk, legs: Sequence[RoutedLeg] | None) -> Drawing:
    """Draw the stops of a walk whose doors may be shown, and its legs; its territory when there are none."""
    pins = [
        Pin(f"stop-{n}", spot, href="", label=stop_name(content, walk.stops[n - 1]), icon="", theme="", number=n)
        for n, spot in stops_drawn(content, walk).items()
    ]
    if not pins:
        return draw_territory_map(content, content.territories[walk.territory], [])
    return draw_walk(content.plan, pins, legs, words=_map_words(), px=MAP_PX, palette=PALETTE)


def draw_territory_map(content: PublicContent, territory: Territory, places: Iterable[Place]) -> Drawing:
    """Draw a territory with those of its places whose doors may be shown, the practical ones apart."""
    pins = [_pin(place) for place in places if place.shows_address and not content.is_practical(place)]
    return draw_territory(content.plan, territory, pins, words=_map_words(), sprite="", palette=PALETTE)


def draw_numbered_map(
    content: PublicContent, territory: Territory, places: Sequence[Place], px: int = MAP_PX
) -> Drawing:
    """Draw places with their numbers and the streets around them; those whose doors are not shown are left out."""
    numbered = [(n, place) for n, place in enumerate(places, 1) if place.shows_address]
    if not numbered:
        return draw_territory_map(content, territory, [])
    pins = [replace(_pin(place), number=n) for n, place in numbered]
    bounds = Bounds.around([place.position for _, place in numbered])
    centre = ((bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2)
    half_m = Canvas.over(bounds, margin_m=0, px=px).side_m / 2
    return draw_around(content.plan, centre, max(AROUND_M, half_m * _PIN_ROOM), pins, words=_map_words(), sprite="",
                       px=px, palette=PALETTE)  # fmt: skip


def stop_name(content: Content, stop: Stop) -> str:
    """Return what a stop is called."""
    place = content.places.get(stop.place or "")
    return (place.name if place else stop.name) or ""


def draw_scaled_map(
    content: PublicContent, places: Sequence[tuple[int, Place]], side_mm: float, px: int
) -> tuple[Drawing, int] | None:
    """Draw numbered places on a map of a fixed scale, and return which: the largest of `SCALES` that has them all, or
    nothing when none has."""
    bounds = Bounds.around([place.position for _, place in places])
    centre = ((bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2)
    needed = Canvas.over(bounds, margin_m=0, px=px).side_m * _PIN_ROOM
    scale = next((each for each in SCALES if each * side_mm / 1000 >= needed), None)
    if scale is None:
        return None
    pins = [replace(_pin(place), number=n) for n, place in places]
    drawing = draw_around(content.plan, centre, scale * side_mm / 2000, pins, words=replace(_map_words(), scale=""),
                          sprite="", px=px, palette=PALETTE)  # fmt: skip
    return drawing, scale


# Private

_PIN_ROOM = 1.2
"""A drop stands above its place: so much more than the places themselves is drawn."""


def _pin(place: Place) -> Pin:
    return Pin(id=place.id, position=place.position, href="", label=place.name, icon="", theme="")


def _map_words() -> MapWords:
    # Noto Sans has no "≈", which the map on the screen writes.
    return replace(MapWords(), scale="100 m : environ {minutes} min à pied")
