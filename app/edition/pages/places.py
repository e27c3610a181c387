"""The page of a place: what it is for, whether it is open, how to go there, what to know before coming."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from ...domain.hours.asked import hours_of
from ...domain.hours.summary import summary_of
from ...domain.hours.week import WeekTable, week_table
from ...domain.place import Place, Service, Source, Status
from ...domain.territory import Territory
from ...domain.text import Text
from ..leaf import Leaf, fingerprint_of
from ..render import Language
from .book import Book, Crumb, Frame, View, is_drafted
from .cards import CLOSED, Card, card_digests, hours_url, icon_of, kind_of, make_cards, metres_from_school, walk_words
from .facts import Fact, answer, coming_facts
from .json_ld import describe
from .maps import draw_place
from .neighbours import Neighbours
from .territories import help_of
from .way import way_in


@dataclass(frozen=True)
class FirstVisitLine:
    """A question of somebody who has never been there, and its answer."""

    question: str
    answer: Text


@dataclass(frozen=True)
class ServiceCard:
    """A service offered at a place."""

    name: Text
    purpose: Text
    facts: tuple[Fact, ...]
    service: Service
    table: WeekTable | None


def place_leaves(book: Book) -> Iterator[Leaf]:
    """Yield the page of every public place in every language."""
    neighbours = Neighbours(book.content.places.values())
    for place in book.content.places.values():
        if place.is_public:
            yield from _pages_of(book, place, neighbours.of(place))


def _pages_of(book: Book, place: Place, also_here: tuple[Place, ...]) -> Iterator[Leaf]:
    home = next(iter(book.territories_of.get(place.id, ())), None)
    metres = metres_from_school(book, home, place) if home else None
    shared = (book.place_digests[place.id], book.categories_digest, book.ground_digest(home), metres)
    for language in book.languages:
        beside = make_cards(book, language, home, also_here) if home else ()
        texts = (book.text_digest(language, f"place:{place.id}"), book.words_digests[language.code])
        paper = book.paper(language, place.code)
        yield book.page(
            language,
            f"places/{place.id}",
            "places/show.html",
            (shared, texts, paper, _surroundings(book, language, home), card_digests(beside)),
            lambda language=language, beside=beside: place_view(book, language, place, home, beside),  # type: ignore[misc]
        )


def _surroundings(book: Book, language: Language, home: Territory | None) -> str:
    """Return a digest of what a place page shows of its territory: its name, its school, who can be asked."""
    if home is None:
        return ""

    def make() -> str:
        school = book.school_of(home)
        anchor = (school.id, school.name, school.position) if school else None
        return fingerprint_of(home.id, book.territory_name(language, home), anchor, help_of(book, language, home))

    digest: str = book.remember(("surroundings", language.code, home.id), make)
    return digest


def place_view(
    book: Book, language: Language, place: Place, home: Territory | None, also_here: tuple[Card, ...]
) -> View:
    """Return all that the page of a place says."""
    theme = book.content.theme_of(place)
    purpose = book.text(language, f"place:{place.id}/purpose", place.purpose)
    description = book.text(language, f"place:{place.id}/description", place.description)
    kind = kind_of(book, language, place)
    shown = place.address_visibility == "full"
    return {
        "frame": _frame(book, language, place, home, purpose),
        "place": place,
        "kind": kind,
        "icon_name": icon_of(book, place),
        "theme": theme.id if theme else "",
        "purpose": purpose,
        "description": description,
        "is_drafted": any(is_drafted(text) for text in (purpose, description, kind)),
        "access_hint": book.text(language, f"place:{place.id}/access_hint", place.access_hint),
        "home": home,
        "home_name": book.territory_name(language, home) if home else Text(""),
        "hours_url": hours_url(book, home) if home else "",
        "walk": walk_words(book, language, home, metres_from_school(book, home, place)) if home else "",
        "is_school": home is not None and home.school == place.id,
        "shown": shown,
        "answers": answer(place, theme.id if theme else "", language),
        "first_visit": tuple(_first_visit(book, language, place)),
        "services": tuple(_services(book, language, place)),
        "also_here": also_here,
        "sources": _sources(place.sources),
        "contact": place.contact,
        "website_host": _host(place),
        "closed": CLOSED.get(place.status, ""),
        "help": help_of(book, language, home) if home else None,
        "paper": book.paper(language, place.code),
        "geo": _geo(place),
        "json_ld": describe(book, language, place, purpose) if shown else None,
        "way": way_in(book, language, home) if home and shown else None,
        **_extras(book, language, place, home),
    }


def _extras(book: Book, language: Language, place: Place, home: Territory | None) -> View:
    """Return the small plan and the hours of a place."""
    shown = place.address_visibility == "full"
    return {
        "drawing": draw_place(book, language, place, home) if shown else None,
        "notice": book.notice_under(home),
        "summary": summary_of(place),
        "table": None if place.status is Status.CLOSED_FOR_GOOD else week_table(hours_of(place)),
    }


def _frame(book: Book, language: Language, place: Place, home: Territory | None, purpose: Text) -> Frame:
    crumbs = [Crumb(language.say("Accueil"), book.site.home(language.code))]
    if home:
        name = book.territory_name(language, home)
        lang = name.lang if name.lang != language.code else ""
        crumbs.append(Crumb(name.words, book.site.territory(language.code, home.id), lang))
    crumbs.append(Crumb(place.name, None, "fr"))
    return Frame(
        title=place.name,
        rest=f"places/{place.id}",
        description=purpose.words,
        crumbs=tuple(crumbs),
        territory=home.id if home else "",
        section="places",
    )


def _first_visit(book: Book, language: Language, place: Place) -> Iterator[FirstVisitLine]:
    known = place.first_visit
    if known is None:
        return
    questions = {
        "welcome": language.say("Qui m’accueille ?"),
        "just_look": language.say("Puis-je entrer juste pour voir ?"),
        "accompany": language.say("Quelqu’un peut venir avec moi ?"),
    }
    for field, question in questions.items():
        if words := getattr(known, field):
            yield FirstVisitLine(question, book.text(language, f"place:{place.id}/first_visit/{field}", words))
    if known.alone_from_age is not None:
        age = language.say_count("À partir de %(num)s an", "À partir de %(num)s ans", known.alone_from_age)
        question = language.say("Mon enfant peut-il venir seul ?")
        yield FirstVisitLine(question, Text(age, language.code))


def _services(book: Book, language: Language, place: Place) -> Iterator[ServiceCard]:
    for service in place.services:
        key = f"place:{place.id}/service/{service.id}"
        yield ServiceCard(
            name=book.text(language, f"{key}/name", service.name),
            purpose=book.text(language, f"{key}/purpose", service.purpose),
            facts=tuple(coming_facts(service, language)),
            service=service,
            table=week_table(hours_of(place, service)) if service.hours else None,
        )


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
