"""A walk as GeoJSON: its stops and its way; and as the national scheme of hikes wants it.

schema_randonnee 1.1.0 (https://github.com/PnX-SI/schema_randonnee) takes lines only, and tells the stops in words.
"""

from typing import Any

from pydantic_core import to_json

from ...domain.duration import PACES_KMH
from ...domain.geometry import Position
from ..open_data import GEOJSON, LICENCE
from .track import Track

__all__ = ["GEOJSON", "track_geojson", "track_randonnee"]

_DECIMALS = 6


def track_geojson(track: Track) -> bytes:
    """Return one line and one point a stop."""
    head = {"name": track.title, "notices": list(track.notices), "licence": LICENCE}
    stops = [
        _feature(
            "Point",
            _rounded(stop.position),
            {"number": stop.number, "name": stop.name, "text": stop.text, "stay_min": stop.stay_min},
        )
        for stop in track.stops
    ]
    way = _feature("LineString", _line(track), {"name": track.title, "metres": track.metres, "url": track.page})
    return _collection([way, *stops], head)


def track_randonnee(track: Track) -> bytes:
    """Return the one feature of the national scheme; what is unknown is absent."""
    return _collection([_feature("LineString", _line(track), _properties(track))], {})


# Private


def _properties(track: Track) -> dict[str, Any]:
    hours = track.metres / 1000 / PACES_KMH["family"] + sum(stop.stay_min for stop in track.stops) / 60
    said = {
        "id_local": track.id,
        "producteur": track.producer or track.territory,
        "url": track.link or None,
        "nom_itineraire": track.title,
        "pratique": "pédestre",
        "type_itineraire": "boucle" if track.is_loop else "aller simple",
        "communes_nom": track.city or None,
        "depart": track.stops[0].name,
        "arrivee": track.stops[-1].name,
        "duree": round(hours, 2),
        "longueur": track.metres,
        "instructions": " ".join(f"{stop.title}. {stop.text}".strip() for stop in track.stops),
        "presentation_courte": track.summary or None,
        "recommandations": track.advice or None,
        "transports_commun": track.transit or None,
    }
    return {name: value for name, value in said.items() if value is not None}


def _feature(kind: str, coordinates: Any, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": kind, "coordinates": coordinates},
        "properties": {name: value for name, value in properties.items() if value != ""},
    }


def _collection(features: list[dict[str, Any]], head: dict[str, Any]) -> bytes:
    return to_json({"type": "FeatureCollection", **head, "features": features}) + b"\n"


def _line(track: Track) -> list[list[float]]:
    return [_rounded(position) for position in track.line]


def _rounded(position: Position) -> list[float]:
    return [round(side, _DECIMALS) for side in position]
