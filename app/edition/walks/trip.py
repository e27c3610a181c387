"""A walk as schema.org says it (https://schema.org/TouristTrip), for search engines and whoever reads JSON-LD.

A session is an event *about* the trip: a trip has no events of its own.
"""

from typing import Any

from ...domain.geometry import Position
from .sessions import TrackSession
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
        "subjectOf": [_event(track, session) for session in track.sessions] or None,
    }
    return _known(said)


# Private


def _event(track: Track, session: TrackSession) -> dict[str, Any]:
    """Return a session: what Google calls an event has at least its name, its start and its place."""
    status = "EventCancelled" if session.cancelled else "EventScheduled"
    return _known(
        {
            "@type": "Event",
            "name": track.title,
            "description": session.cancelled or session.register or None,
            "url": track.link or None,
            "startDate": session.starts_at.isoformat(),
            "endDate": session.ends_at.isoformat(),
            "eventStatus": f"https://schema.org/{status}",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "inLanguage": list(session.languages),
            "maximumAttendeeCapacity": session.capacity,
            "location": _place(session.where, session.position) if session.where else None,
        }
    )


def _known(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value is not None}


def _item(position: int, stop: TrackStop) -> dict[str, Any]:
    return {"@type": "ListItem", "position": position, "item": _place(stop.name, stop.position)}


def _place(name: str, position: Position | None) -> dict[str, Any]:
    geo = None
    if position:
        lon, lat = position
        geo = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    return _known({"@type": "Place", "name": name, "geo": geo})
