"""A walk as schema.org says it (https://schema.org/TouristTrip), for search engines and whoever reads JSON-LD."""

from typing import Any

from .track import Track, TrackStop


def trip_of(track: Track) -> dict[str, Any]:
    """Return the JSON-LD of a walk; what is unknown is absent."""
    said = {
        "@context": "https://schema.org",
        "@type": "TouristTrip",
        "name": track.title,
        "description": track.summary or None,
        "url": track.link or None,
        "itinerary": {
            "@type": "ItemList",
            "numberOfItems": len(track.stops),
            "itemListElement": [_item(position, stop) for position, stop in enumerate(track.stops, 1)],
        },
    }
    return {name: value for name, value in said.items() if value is not None}


# Private


def _item(position: int, stop: TrackStop) -> dict[str, Any]:
    lon, lat = stop.position
    geo = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    return {"@type": "ListItem", "position": position, "item": {"@type": "Place", "name": stop.name, "geo": geo}}
