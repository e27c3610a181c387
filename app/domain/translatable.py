"""Every French text that can be translated, by the key under which its translations stand."""

from collections.abc import Iterator, Mapping

from .content import Content
from .hours.zone import public_holiday_key
from .leg import WayFacts
from .once import once_each
from .place import Place
from .walk import LEADER_FIELDS, Stop, Walk

Keyed = Iterator[tuple[str, str | None]]


@once_each
def translatable_texts(content: Content) -> Mapping[str, str]:
    """Return the French texts of a library by key (`place:<id>/purpose`), in the order of its files."""
    keyed = [*_category_texts(content), *_territory_texts(content), *_calendar_texts(content)]
    for place in content.places.values():
        keyed += _place_texts(place)
    for walk in content.walks.values():
        keyed += _walk_texts(walk)
    return {key: text for key, text in keyed if text}


def leader_texts(content: Content) -> dict[str, str]:
    """Return the French texts that only who leads a walk may read, by key; they are translated in files apart."""
    return {key: text for walk in content.walks.values() for key, text in leader_texts_of(walk).items()}


def leader_texts_of(walk: Walk) -> dict[str, str]:
    """Return those of one walk: of the whole first, then of its stops in their order, then of its sessions."""
    return {key: text for key, text in _leader_texts(walk) if text}


def is_leader_key(key: str) -> bool:
    """Tell whether the text of a key is for who leads a walk, and must never be published."""
    return key.endswith(_LEADER_KEYS)


def photo_key(place: str, file: str) -> str:
    """Return the key of the words that stand for a photo; photos change their order, their files keep their names."""
    return f"place:{place}/photo/{file}/alt"


# Private

_LEADER_KEYS = tuple(f"/{field}" for field in LEADER_FIELDS)


def _category_texts(content: Content) -> Keyed:
    for category in content.categories.all.values():
        yield f"category:{category.id}/label", category.label
        yield f"category:{category.id}/synonyms", ", ".join(category.synonyms)
    for need in content.categories.needs:
        yield f"entry:{need.id}/label", need.label


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
    for photo in place.photos:
        yield photo_key(place.id, photo.file), photo.alt
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
    if walk.emergency:
        yield f"{key}/emergency/text", walk.emergency.text
    for number, stop in enumerate(walk.stops, 1):
        yield from _stop_texts(f"{key}/stop/{number}", stop)
    for leg in walk.legs:
        yield from _way_texts(f"{key}/leg/{leg.to}", leg)
        yield from _way_texts(f"{key}/leg/{leg.to}/step_free", leg.step_free) if leg.step_free else ()
    yield from _list_texts(walk, key)


def _stop_texts(key: str, stop: Stop) -> Keyed:
    yield f"{key}/name", stop.name
    yield f"{key}/text", stop.text
    yield f"{key}/sense", stop.sense
    yield f"{key}/transcript", stop.transcript
    for number, quiz in enumerate(stop.questions, 1):
        yield f"{key}/quiz/{number}/question", quiz.question
        yield f"{key}/quiz/{number}/hint", quiz.hint
        yield from ((f"{key}/quiz/{number}/option/{n}", option) for n, option in enumerate(quiz.options, 1))
    for number, photo in enumerate(stop.photos, 1):
        yield f"{key}/photo/{number}/alt", photo.alt


def _way_texts(key: str, way: WayFacts) -> Keyed:
    yield f"{key}/way", way.way
    yield from ((f"{key}/obstacle/{number}", obstacle) for number, obstacle in enumerate(way.obstacle, 1))


def _list_texts(walk: Walk, key: str) -> Keyed:
    """Yield the texts of what stands in lists beside the stops: by id where there is one, else by number."""
    for variant in walk.variants:
        yield f"{key}/variant/{variant.id}/text", variant.text
    for number, service in enumerate(walk.services, 1):
        yield f"{key}/service/{number}/text", service.text
    for number, notice in enumerate(walk.notices, 1):
        yield f"{key}/notice/{number}/text", notice.text
    for session in walk.sessions:
        yield f"{key}/session/{session.id}/register", session.register_
        yield f"{key}/session/{session.id}/cancelled", session.cancelled


def _leader_texts(walk: Walk) -> Keyed:
    key = f"walk:{walk.id}"
    yield f"{key}/leader", walk.leader
    yield f"{key}/emergency/leader", walk.emergency.leader if walk.emergency else None
    for number, stop in enumerate(walk.stops, 1):
        yield f"{key}/stop/{number}/leader", stop.leader
        yield f"{key}/stop/{number}/host", stop.host
    for session in walk.sessions:
        yield f"{key}/session/{session.id}/leader", session.leader
