"""What walks and territories name must exist: places, categories, codes, holidays, languages."""

from collections.abc import Iterator

from ...domain.place import Status
from ...domain.problem import Problem
from ...domain.territory import Territory
from ...domain.text import N_, SOURCE
from ...domain.walk import Walk, WalkStatus
from . import territories, walks
from .check_course import course_faults
from .check_places import code_faults, unknown_categories
from .parts import Parts
from .sentences import guess
from .source import Source


def check_territories(parts: Parts) -> Iterator[Problem]:
    """Yield what is wrong with each territory that could be read."""
    source = Source(territories.PATH, b"")
    codes = parts.owners
    for territory in parts.territories.value.values():
        where = f"territoire {territory.id}"
        yield from _unknown_place(parts, source, f"{where}, champ school", territory.school)
        if territory.kiosk:
            yield from _unknown_place(parts, source, f"{where}, champ kiosk, place", territory.kiosk.place)
        if parts.codes.readable:
            yield from code_faults(source, where, codes, territory.code, ("territory", territory.id))
        yield from _zone_faults(parts, source, where, territory)
        yield from _languages_without_texts(parts, source, where, territory.languages)


def check_walks(parts: Parts) -> Iterator[Problem]:
    """Yield what is wrong with each walk that could be read."""
    codes = parts.owners
    for slug, walk in parts.read_walks.items():
        source = Source(walks.path_of(slug), b"")
        if parts.territories.readable and walk.territory not in parts.territories.ids:
            yield _unknown(source, "champ territory", N_("le territoire « {id} » n’existe pas."), walk.territory)
        if parts.categories.readable:
            yield from unknown_categories(source, "champ themes", walk.themes, parts.categories.ids)
        if parts.codes.readable:
            yield from code_faults(source, "", codes, walk.code, ("walk", walk.id))
        if walk.status is WalkStatus.PUBLISHED and not walk.code:
            yield source.problem("champ code", N_("une balade publiée a un code court : donnez-lui le sien."))
        yield from _stop_faults(parts, source, walk)
        yield from course_faults(parts, source, walk)
        yield from _languages_without_texts(parts, source, "", walk.languages)


def _stop_faults(parts: Parts, source: Source, walk: Walk) -> Iterator[Problem]:
    if walk.meeting:
        yield from _unknown_place(parts, source, "meeting, champ place", walk.meeting.place)
    if walk.emergency:
        yield from _unknown_place(parts, source, "emergency, champ place", walk.emergency.place)
    for number, service in enumerate(walk.services, 1):
        yield from _unknown_place(parts, source, f"service n° {number}, champ place", service.place)
    for number, stop in enumerate(walk.stops, 1):
        where = f"arrêt n° {number}, champ place"
        yield from _unknown_place(parts, source, where, stop.place)
        place = parts.places.value.get(stop.place or "")
        if place and not place.is_public and walk.status is WalkStatus.PUBLISHED:
            sentence = N_("le lieu « {place} » n’est pas publié : la balade ne se montre pas tant qu’il ne l’est pas.")
            yield source.problem(where, sentence, place=place.id, warning=True)
        elif place and place.status is not Status.PUBLISHED and walk.status is WalkStatus.PUBLISHED:
            sentence = N_("le lieu « {place} » est fermé : la balade le dit, mais y passe encore.")
            yield source.problem(where, sentence, place=place.id, warning=True)
        if place and not place.shows_address and walk.status is WalkStatus.PUBLISHED:
            sentence = N_("l’adresse de « {place} » ne se montre pas : la balade ne dit pas où est cet arrêt.")
            yield source.problem(where, sentence, place=place.id, warning=True)


def _unknown_place(parts: Parts, source: Source, where: str, place: str | None) -> Iterator[Problem]:
    if place is None or not parts.places.readable or place in parts.places.ids:
        return
    near = guess(place, parts.places.ids)
    if near:
        sentence = N_("le lieu « {place} » n’existe pas : vouliez-vous dire « {guess} » ?")
        yield source.problem(where, sentence, place=place, guess=near)
    else:
        yield source.problem(where, N_("le lieu « {place} » n’existe pas."), place=place)


def _unknown(source: Source, where: str, sentence: str, identifier: str) -> Problem:
    return source.problem(where, sentence, id=identifier)


def _zone_faults(parts: Parts, source: Source, where: str, territory: Territory) -> Iterator[Problem]:
    calendar = parts.calendar.value
    if calendar and territory.holiday_zone not in calendar.school_holidays:
        sentence = N_("la zone de vacances « {zone} » n’est pas dans data/calendars.toml.")
        yield source.problem(f"{where}, champ holiday_zone", sentence, zone=territory.holiday_zone)


def _languages_without_texts(parts: Parts, source: Source, where: str, languages: tuple[str, ...]) -> Iterator[Problem]:
    for language in languages:
        if language == SOURCE or language in parts.texts:
            continue
        here = ", ".join(part for part in (where, "champ languages") if part)
        sentence = N_("la langue « {language} » n’a pas de fichier content.po : ses textes seront en français.")
        yield source.problem(here, sentence, language=language, warning=True)
