"""The maps on sheets: doors that may be shown, the streets around them, and never where another one is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..domain.content import Content
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.territory import Territory
from ..domain.walk import Stop, Walk
from ..map.drawing.draw import Drawing, MapWords, Palette, Pin, draw_around, draw_territory, draw_walk
from ..map.legs import Leg, stops_drawn

AROUND_M = 300
MAP_PX = 400
PALETTE = Palette()


def draw_place_map(content: PublicContent, place: Place, home: Territory | None) -> Drawing:
    """Draw the streets around a place; its whole territory, without a pin, when its door is not shown."""
    if home is not None and not place.shows_address:
        return draw_territory_map(content, home, [])
    pins = [_pin(place)] if place.shows_address else []
    return draw_around(content.plan, place.position, AROUND_M, pins, words=_map_words(), sprite="",
                       px=MAP_PX, palette=PALETTE)  # fmt: skip


def draw_walk_map(content: PublicContent, walk: Walk, legs: Sequence[Leg] | None) -> Drawing:
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


def stop_name(content: Content, stop: Stop) -> str:
    """Return what a stop is called."""
    place = content.places.get(stop.place or "")
    return (place.name if place else stop.name) or ""


# Private


def _pin(place: Place) -> Pin:
    return Pin(id=place.id, position=place.position, href="", label=place.name, icon="", theme="")


def _map_words() -> MapWords:
    # Noto Sans has no "≈", which the map on the screen writes.
    return replace(MapWords(), scale="100 m : environ {minutes} min à pied")
