"""The page of a place: what it is for, whether it is open, how to go there, what to know before coming."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from ..domain.due import facts_of
from ..domain.hours.asked import hours_of
from ..domain.hours.summary import summary_of
from ..domain.hours.week import WeekTable, week_table
from ..domain.place import Place, Service, Source, Status
from ..domain.territory import Territory
from ..domain.text import Text
from ..language.fact_words import fact_words
from .cards import (
    CLOSED,
    Card,
    hours_url_of,
    icon_of,
    kind_of,
    metres_from_school,
    walk_words,
)
from .context import Crumb, Frame, PageContext, View, is_drafted
from .directions import way_in
from .facts import Fact, answer, coming_facts
from .json_ld import describe
from .maps import draw_place
from .on_paper import on_paper
from .photos import photos_of
from .reprints import old_sheets
from .territories import help_of


@dataclass(frozen=True)
class FirstVisitLine:
    """A question of somebody who has never been there, and its answer."""

    question: str
    answer: Text


@dataclass(frozen=True)
class CheckedLine:
    """A fact that was checked by itself: what it is called, when that was, and the instant from which it is old."""

    words: str
    day: date
    old_from: str


@dataclass(frozen=True)
class ServiceCard:
    """A service offered at a place."""

    name: Text
    purpose: Text
    facts: tuple[Fact, ...]
    service: Service
    table: WeekTable | None


def place_view(context: PageContext, place: Place, home: Territory | None, also_here: tuple[Card, ...]) -> View:
    """Return all that the page of a place says."""
    theme = context.content.theme_of(place)
    purpose = context.text(f"place:{place.id}/purpose", place.purpose)
    description = context.text(f"place:{place.id}/description", place.description)
    kind = kind_of(context, place)
    photos = tuple(photos_of(context, place))
    shown = place.shows_address
    return {
        "frame": _frame(context, place, home, purpose),
        "listed": on_paper(context, place),
        "place": place,
        "kind": kind,
        "icon_name": icon_of(context.shared, place),
        "theme": theme.id if theme else "",
        "purpose": purpose,
        "description": description,
        "is_drafted": any(is_drafted(text) for text in (purpose, description, kind, *(photo.alt for photo in photos))),
        "photos": photos,
        "access_hint": context.text(f"place:{place.id}/access_hint", place.access_hint),
        "home": home,
        "home_name": context.territory_name(home) if home else Text(""),
        "hours_url": hours_url_of(context.shared, home, place.id) if home else "",
        "hours_urls": {card.id: hours_url_of(context.shared, home, card.id) for card in also_here} if home else {},
        "walk": walk_words(context, home, metres_from_school(context.shared, home, place)) if home else "",
        "is_school": home is not None and home.school == place.id,
        "shown": shown,
        "answers": answer(place, theme.id if theme else "", context.language),
        "first_visit": tuple(_first_visit(context, place)),
        "services": tuple(_services(context, place)),
        "also_here": also_here,
        "of_register": place.verified is not None and place.verified.how == "feed",
        "sources": _sources(place.sources),
        "contact": place.contact,
        "website_host": _host(place),
        "help": help_of(context, home) if home else None,
        "paper": context.paper(place.code),
        "json_ld": describe(context, place, purpose, photos) if shown else None,
        **_extras(context, place, home),
    }


def _extras(context: PageContext, place: Place, home: Territory | None) -> View:
    """Return the small plan of a place, the way there, whether it is closed, its hours, what sheets may say wrong."""
    shown = place.shows_address
    return {
        "closed": CLOSED.get(place.status, ""),
        "geo": _geo(place),
        "old_sheets": old_sheets(context, place),
        "way": way_in(context, home) if home and shown else None,
        "drawing": draw_place(context, place, home) if shown else None,
        "notice": context.shared.notice_under(home),
        "summary": summary_of(place),
        "checked": tuple(_checked(context, place)),
        "table": None if place.status is Status.CLOSED_FOR_GOOD else week_table(hours_of(place)),
    }


def _frame(context: PageContext, place: Place, home: Territory | None, purpose: Text) -> Frame:
    crumbs = [Crumb(context.say("Accueil"), context.site.home(context.lang))]
    if home:
        name = context.territory_name(home)
        lang = name.lang if name.lang != context.lang else ""
        crumbs.append(Crumb(name.words, context.site.territory(context.lang, home.id), lang))
    crumbs.append(Crumb(place.name, None, "fr"))
    return Frame(
        title=place.name,
        rest=f"places/{place.id}",
        description=purpose.words,
        crumbs=tuple(crumbs),
        territory=home.id if home else "",
        section="places",
    )


def _first_visit(context: PageContext, place: Place) -> Iterator[FirstVisitLine]:
    known = place.first_visit
    if known is None:
        return
    questions = {
        "welcome": context.say("Qui m’accueille ?"),
        "just_look": context.say("Puis-je entrer juste pour voir ?"),
        "accompany": context.say("Quelqu’un peut venir avec moi ?"),
    }
    for field, question in questions.items():
        if words := getattr(known, field):
            yield FirstVisitLine(question, context.text(f"place:{place.id}/first_visit/{field}", words))
    if known.alone_from_age is not None:
        age = context.say_count("À partir de %(num)s an", "À partir de %(num)s ans", known.alone_from_age)
        question = context.say("Mon enfant peut-il venir seul ?")
        yield FirstVisitLine(question, Text(age, context.lang))


def _services(context: PageContext, place: Place) -> Iterator[ServiceCard]:
    for service in place.services:
        key = f"place:{place.id}/service/{service.id}"
        yield ServiceCard(
            name=context.text(f"{key}/name", service.name),
            purpose=context.text(f"{key}/purpose", service.purpose),
            facts=tuple(coming_facts(service, context.language)),
            service=service,
            table=week_table(hours_of(place, service)) if service.hours else None,
        )


def _checked(context: PageContext, place: Place) -> Iterator[CheckedLine]:
    """Yield what was checked when, fact by fact; what only the whole place was verified with is said once for all."""
    for fact in facts_of(place, context.content.categories):
        service = next((each for each in place.services if each.id == fact.service), None)
        checks = (service or place).checks
        if fact.age and checks and checks.of(fact.kind):
            old = datetime.combine(
                fact.age.due + timedelta(days=1), time(), ZoneInfo(context.content.calendar.timezone)
            ).isoformat()
            yield CheckedLine(fact_words(fact, place, context.language), fact.age.on, old)


def _geo(place: Place) -> str:
    """Return the address that a phone opens in its own map application."""
    lon, lat = place.position
    return f"geo:{lat},{lon}?q={lat},{lon}({quote(place.name)})"


def _host(place: Place) -> str:
    website = place.contact.website if place.contact else None
    return (urlsplit(website).hostname or "").removeprefix("www.") if website else ""


def _sources(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    by_name = {source.name: source for source in sources}
    return tuple(by_name.values())
