"""The pages beside the places: choice of territory, about, sources, errors, thanks."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...domain.text import N_, TextState
from ..leaf import Leaf
from ..render import Language
from .book import Book, Crumb, Frame, View
from .territories import help_of, territory_card

_PAGES = {
    "about": ("about.html", N_("À propos")),
    "sources": ("sources.html", N_("Sources et licences")),
    "accessibility": ("accessibility.html", N_("Accessibilité")),
    "privacy": ("privacy.html", N_("Vie privée")),
}
_ANSWERS = {
    "404": ("errors/404.html", N_("Page introuvable")),
    "500": ("errors/500.html", N_("Un problème de notre côté")),
    "offline": ("errors/offline.html", N_("Hors connexion")),
    "thanks": ("thanks.html", N_("Merci")),
}


@dataclass(frozen=True)
class Completeness:
    """How far a territory is: places shown, places that wait, known facts among those shown."""

    name: str
    published: int
    drafts: int
    hours: int
    languages: int
    cost: int


@dataclass(frozen=True)
class Translated:
    """How many texts of the content a language has, and how many a person has read again."""

    language: str
    texts: int
    reviewed: int


def plain_leaves(book: Book, language: Language) -> Iterator[Leaf]:
    """Yield the pages of a language that belong to no territory."""
    yield _home_leaf(book, language)
    figures = _figures(book, language)
    for rest, (template, title) in _PAGES.items():
        crumbs = (Crumb(language.say("Accueil"), book.site.home(language.code)), Crumb(language.say(title)))
        view = {"frame": Frame(title=language.say(title), rest=rest, crumbs=crumbs), **figures}
        yield book.page(language, rest, template, view, lambda view=view: view)  # type: ignore[misc]
    for rest, (template, title) in _ANSWERS.items():
        view = {
            "frame": Frame(title=language.say(title), rest=rest, indexed=False),
            "territories": _territories(book, language),
        }
        yield book.page(language, rest, template, view, lambda view=view: view)  # type: ignore[misc]


def _home_leaf(book: Book, language: Language) -> Leaf:
    view = {
        "frame": Frame(
            title=language.say("À deux pas"),
            rest="",
            description=language.say("Les lieux qui aident et accueillent les familles, tout près de chez elles."),
        ),
        "territories": _territories(book, language),
    }
    return book.page(language, "", "home.html", view, lambda: view)


def _territories(book: Book, language: Language) -> tuple[object, ...]:
    return tuple(territory_card(book, language, territory) for territory in book.content.territories.values())


def _figures(book: Book, language: Language) -> View:
    content = book.content
    names = {source.name for place in content.places.values() if place.is_public for source in place.sources}
    return {
        "completeness": tuple(_completeness(book, language, t.id) for t in content.territories.values()),
        "translated": tuple(_translated(book, other) for other in book.languages[1:]),
        "source_names": tuple(sorted(names)),
        "notices": tuple(dict.fromkeys(n for t in content.territories.values() for n in t.notices)),
        "map_notices": tuple(dict.fromkeys(ground.notice for ground in book.grounds.values() if ground.notice)),
        "is_schematic": any(not ground.knows_steps for ground in book.grounds.values()),
        "helps": tuple(
            (book.territory_name(language, t), help_of(book, language, t)) for t in content.territories.values()
        ),
    }


def _completeness(book: Book, language: Language, territory: str) -> Completeness:
    places = book.content.public_places(territory)
    return Completeness(
        name=book.territory_name(language, book.content.territories[territory]).words,
        published=len(places),
        drafts=len(book.drafts_by_territory[territory]),
        hours=sum(place.hours is not None for place in places),
        languages=sum(bool(place.languages) for place in places),
        cost=sum(place.cost is not None for place in places),
    )


def _translated(book: Book, language: Language) -> Translated:
    texts = book.content.texts.by_language.get(language.code, {}).values()
    return Translated(
        language=language.name,
        texts=sum(bool(text.words) for text in texts),
        reviewed=sum(text.state is TextState.REVIEWED for text in texts),
    )
