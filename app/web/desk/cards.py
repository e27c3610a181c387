"""What a telephone carries of a round: one card a place, each fact as it is said now, in a language."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from ...domain.content import Content
from ...domain.due import Fact, facts_of
from ...domain.hours.asked import hours_of
from ...domain.hours.days import DAY_MIN, Day, State
from ...domain.hours.schedule import Schedules
from ...domain.hours.zone import Zone
from ...domain.place import Place, Service, Status
from ...domain.territory import Territory
from ...domain.text import N_
from ...domain.tour import Halt
from ...domain.verified import FactKind
from ...language.fact_words import fact_words
from ...language.language import Language
from ...language.week_words import say_span
from ...pages.facts import DEGREES
from . import words

DAYS = 14
"""Two weeks, as families will read them."""

_LEVELS = {"yes": N_("oui"), "limited": N_("en partie"), "no": N_("non")}
_UNKNOWN = N_("On ne sait pas.")


def card_of(content: Content, territory: Territory, halt: Halt, language: Language, today: date) -> Mapping[str, Any]:
    """Return the card of one place; its facts that are due come first, and say so."""
    place = content.places[halt.id]
    facts = sorted(facts_of(place, content.categories), key=lambda fact: not fact.is_due(today))
    calendar = Schedules(Zone(content.calendar, territory.holiday_zone), today, DAYS)
    return {
        "place": place.id,
        "name": place.name,
        "address": place.address.line if place.address else "",
        "at": place.position,
        "metres": halt.metres,
        "facts": [_fact(fact, place, language, calendar, today) for fact in facts],
    }


def age_words(fact: Fact, language: Language) -> str:
    """Return when a fact was last made sure of."""
    if fact.age is None:
        return language.say("jamais vérifié")
    return language.say("vérifié : %(month)s", month=language.formats.period(fact.age.written))


def fact_lines(fact: Fact, place: Place, language: Language) -> list[str]:
    """Return what a fact says, as lines to read; that nobody knows, where nothing does."""
    service = next((each for each in place.services if each.id == fact.service), None)
    lines = list(_lines(fact, place, service, language))
    return lines or ([] if fact.value else [language.say(_UNKNOWN)])


# Private


def _fact(fact: Fact, place: Place, language: Language, calendar: Schedules, today: date) -> Mapping[str, Any]:
    service = next((each for each in place.services if each.id == fact.service), None)
    return {
        "path": fact.path,
        "words": fact_words(fact, place, language),
        "value": fact.value,
        "lines": fact_lines(fact, place, language),
        "days": list(_days(place, service, language, calendar)) if fact.kind is FactKind.HOURS and fact.value else [],
        "age": age_words(fact, language),
        "isDue": fact.is_due(today),
    }


def _lines(fact: Fact, place: Place, service: Service | None, language: Language) -> Iterator[str]:
    contact = (place if service is None else service).contact
    if fact.kind is FactKind.HOURS:
        yield from words.hours_words(place, language, fact.value) if fact.value else ()
    elif fact.kind is FactKind.PHONES and contact:
        yield from (language.formats.phone(phone.number) for phone in contact.phones)
    elif fact.kind is FactKind.ACCESSIBILITY and place.accessibility:
        yield from _access(place, language)
    elif fact.kind is FactKind.EXISTENCE and service is None:
        yield from (place.purpose,) if place.purpose else ()
        if place.status is not Status.PUBLISHED:
            yield language.say(words.STATUSES[place.status])
    elif fact.value:
        yield fact.value


def _access(place: Place, language: Language) -> Iterator[str]:
    for name, value in place.accessibility.model_dump(exclude_none=True).items() if place.accessibility else ():
        if name in DEGREES:
            degree = language.say(_LEVELS[value])
            yield language.say("%(fact)s : %(day)s", fact=language.say(DEGREES[name][1]), day=degree)
        elif name == "steps":
            yield language.say_count("%(num)s marche", "%(num)s marches", value)


def _days(place: Place, service: Service | None, language: Language, calendar: Schedules) -> Iterator[tuple[str, str]]:
    for number, day in enumerate(calendar.days(hours_of(place, service))[:DAYS]):
        on = calendar.first + timedelta(days=number)
        name = f"{language.formats.weekday(on.weekday())} {language.formats.month_day(on.month, on.day)}"
        yield name, _day(day, language)


def _day(day: Day, language: Language) -> str:
    said = []
    for span in day.segments:
        whole = (span.start, span.end) == (0, DAY_MIN)
        hours = language.say("jour et nuit") if whole else say_span(span.start, span.end, language)
        if span.state is State.OPEN:
            said.append(hours)
        elif span.state is State.APPOINTMENT:
            said.append(f"{hours} ({language.say('sur rendez-vous')})")
        elif span.state is State.UNKNOWN:
            said.append(language.say("à vérifier") if whole else f"{hours} ({language.say('à vérifier')})")
    return language.formats.list(said) or language.say("fermé")
