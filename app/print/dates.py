"""How old a sheet is: the dates of its facts, and until when they may be trusted. In French, like all of its frame."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..domain.content import Content
from ..domain.hours.asked import hours_of
from ..domain.hours.freshness import Freshness, freshness_of
from ..domain.place import Place
from ..domain.subject import stop_places
from ..domain.walk import Walk
from ..language.language import Language


def ages_of(content: Content, places: Sequence[Place]) -> list[Freshness]:
    """Return how old the hours of places are, as far as anybody knows."""
    ages = (freshness_of(hours_of(place), content.categories) for place in places)
    return [age for age in ages if age is not None]


def dates_of(language: Language, ages: Sequence[Freshness], today: date | None) -> Iterator[str]:
    """A sheet is as old as its oldest fact."""
    if not ages:
        return
    oldest, soonest = min(ages, key=lambda age: age.on), min(age.due for age in ages)
    yield f"Informations de {language.formats.period(oldest.written)}"
    yield _until(language, soonest, today)


def newest_of(language: Language, ages: Sequence[Freshness]) -> Iterator[str]:
    """Yield the newest date of several facts."""
    if ages:
        when = language.formats.period(max(ages, key=lambda age: age.on).written)
        yield f"Informations vérifiées jusqu’en {when}"


def newest_or_check(language: Language, ages: Sequence[Freshness], today: date | None) -> Iterator[str]:
    """Yield the newest date of several facts; that they are to be checked, when one is past its time."""
    yield from newest_of(language, ages)
    if today is not None and any(age.due < today for age in ages):
        yield "À vérifier sur place"


def walk_dates(content: Content, walk: Walk, language: Language, today: date | None) -> Iterator[str]:
    """Yield until when a walk is valid, else the dates of its stops."""
    if walk.valid_until is None:
        return dates_of(language, ages_of(content, stop_places(content, walk)), today)
    return iter([_until(language, walk.valid_until, today)])


# Private


def _until(language: Language, day: date, today: date | None) -> str:
    if today is not None and day < today:
        return "À vérifier sur place"
    return f"Valable jusqu’au {language.formats.short_day(day)}"
