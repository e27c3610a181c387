"""Every French text that can be translated, by the key under which its translations stand."""

from collections.abc import Iterator

from .content import Content
from .hours.zone import public_holiday_key
from .place import Place
from .walk import Walk

Keyed = Iterator[tuple[str, str | None]]


def translatable_texts(content: Content) -> dict[str, str]:
    """Return the French texts of a library by key (`place:<id>/purpose`), in the order of its files."""
    keyed = [*_category_texts(content), *_territory_texts(content), *_calendar_texts(content)]
    for place in content.places.values():
        keyed += _place_texts(place)
    for walk in content.walks.values():
        keyed += _walk_texts(walk)
    return {key: text for key, text in keyed if text}


def _category_texts(content: Content) -> Keyed:
    for category in content.categories.all.values():
        yield f"category:{category.id}/label", category.label
        yield f"category:{category.id}/synonyms", ", ".join(category.synonyms)
    for entry in content.categories.entries:
        yield f"entry:{entry.id}/label", entry.label


def _territory_texts(content: Content) -> Keyed:
    for territory in content.territories.values():
        yield f"territory:{territory.id}/name", territory.name
        yield f"territory:{territory.id}/short_name", territory.short_name
        if territory.kiosk:
            yield f"territory:{territory.id}/kiosk/greeting", territory.kiosk.greeting


def _calendar_texts(content: Content) -> Keyed:
    for holidays in content.calendar.school_holidays.values():
        for holiday in holidays:
            yield f"calendar:{holiday.id}/label", holiday.label
    for name in content.calendar.public_holidays.values():
        yield public_holiday_key(name), name


def _place_texts(place: Place) -> Keyed:
    key = f"place:{place.id}"
    yield f"{key}/purpose", place.purpose
    yield f"{key}/description", place.description
    yield f"{key}/access_hint", place.access_hint
    yield f"{key}/cost/details", place.cost.details if place.cost else None
    if visit := place.first_visit:
        yield f"{key}/first_visit/welcome", visit.welcome
        yield f"{key}/first_visit/just_look", visit.just_look
        yield f"{key}/first_visit/accompany", visit.accompany
    for number, exception in enumerate(place.exceptions, 1):
        yield f"{key}/exceptions/{number}/reason", exception.reason
    for service in place.services:
        yield f"{key}/service/{service.id}/name", service.name
        yield f"{key}/service/{service.id}/purpose", service.purpose
        yield f"{key}/service/{service.id}/cost/details", service.cost.details if service.cost else None


def _walk_texts(walk: Walk) -> Keyed:
    key = f"walk:{walk.id}"
    yield f"{key}/title", walk.title
    yield f"{key}/summary", walk.summary
    yield f"{key}/advice", walk.advice
    if walk.meeting:
        yield f"{key}/meeting/name", walk.meeting.name
        yield f"{key}/meeting/text", walk.meeting.text
        yield f"{key}/meeting/transit", walk.meeting.transit
    for number, stop in enumerate(walk.stops, 1):
        yield f"{key}/stop/{number}/name", stop.name
        yield f"{key}/stop/{number}/text", stop.text
