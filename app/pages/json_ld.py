"""A place as schema.org says it, for search engines: only what we know, only what may be shown."""

from collections.abc import Sequence
from typing import Any

from ..domain.place import Place
from ..domain.text import Text
from .context import PageContext, SiteContext
from .photos import ShownPhoto


def describe(context: PageContext, place: Place, purpose: Text, photos: Sequence[ShownPhoto] = ()) -> dict[str, Any]:
    """Return the JSON-LD of a place; what is unknown is absent."""
    lon, lat = place.position
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _kind(context.shared, place),
        "name": place.name,
        "description": purpose.words or None,
        "url": _address(context, place),
        "image": _pictures(context, photos),
        "geo": {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon},
        "address": _postal(place),
        "isAccessibleForFree": place.cost.kind == "free" if place.cost else None,
        **_contact(place),
    }
    return {name: value for name, value in facts.items() if value is not None}


def _kind(context: SiteContext, place: Place) -> str:
    categories = context.content.categories.all
    kinds = [categories[c].schema_org for c in place.categories]
    return next((kind for kind in kinds if kind), "CivicStructure")


def _address(context: PageContext, place: Place) -> str | None:
    if context.site.public_url is None:
        return None
    return context.site.address(context.site.place(context.lang, place.id))


def _pictures(context: PageContext, photos: Sequence[ShownPhoto]) -> list[str] | None:
    if context.site.public_url is None:
        return None
    return [context.site.address(photo.path) for photo in photos] or None


def _postal(place: Place) -> dict[str, Any] | None:
    if place.address is None:
        return None
    parts = {
        "streetAddress": place.address.street,
        "postalCode": place.address.postcode,
        "addressLocality": place.address.city,
        "addressCountry": "FR",
    }
    return {"@type": "PostalAddress", **{name: value for name, value in parts.items() if value}}


def _contact(place: Place) -> dict[str, Any]:
    contact = place.contact
    if contact is None:
        return {}
    phone = contact.phones[0].number if contact.phones else None
    return {"telephone": phone, "email": contact.email, "sameAs": contact.website}
