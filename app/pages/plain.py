"""The pages beside the places: choice of territory, about, sources, errors, thanks."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.text import N_, TextState
from ..edition.file import PlannedFile
from ..language.language import Language
from .context import Crumb, Frame, PageContext, View
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


def plain_files(context: PageContext, language: Language) -> Iterator[PlannedFile]:
    """Yield the pages of a language that belong to no territory."""
    yield _home_file(context, language)
    figures = _figures(context, language)
    for rest, (template, title) in _PAGES.items():
        crumbs = (Crumb(language.say("Accueil"), context.site.home(language.code)), Crumb(language.say(title)))
        view = {"frame": Frame(title=language.say(title), rest=rest, crumbs=crumbs), **figures}
        yield context.page(language, rest, template, view, lambda view=view: view)  # type: ignore[misc]
    for rest, (template, title) in _ANSWERS.items():
        view = {
            "frame": Frame(title=language.say(title), rest=rest, indexed=False),
            "territories": _territories(context, language),
        }
        yield context.page(language, rest, template, view, lambda view=view: view)  # type: ignore[misc]


def _home_file(context: PageContext, language: Language) -> PlannedFile:
    view = {
        "frame": Frame(
            title=language.say("À deux pas"),
            rest="",
            description=language.say("Les lieux qui aident et accueillent les familles, tout près de chez elles."),
        ),
        "territories": _territories(context, language),
    }
    return context.page(language, "", "home.html", view, lambda: view)


def _territories(context: PageContext, language: Language) -> tuple[object, ...]:
    return tuple(territory_card(context, language, territory) for territory in context.content.territories.values())


def _figures(context: PageContext, language: Language) -> View:
    content = context.content
    names = {source.name for place in content.places.values() if place.is_public for source in place.sources}
    return {
        "completeness": tuple(_completeness(context, language, t.id) for t in content.territories.values()),
        "translated": tuple(_translated(context, other) for other in context.languages[1:]),
        "source_names": tuple(sorted(names)),
        "notices": tuple(dict.fromkeys(n for t in content.territories.values() for n in t.notices)),
        "map_notices": tuple(dict.fromkeys(basemap.notice for basemap in context.basemaps.values() if basemap.notice)),
        "is_schematic": any(not basemap.knows_steps for basemap in context.basemaps.values()),
        "helps": tuple(
            (context.territory_name(language, t), help_of(context, language, t)) for t in content.territories.values()
        ),
    }


def _completeness(context: PageContext, language: Language, territory: str) -> Completeness:
    places = context.content.public_places(territory)
    return Completeness(
        name=context.territory_name(language, context.content.territories[territory]).words,
        published=len(places),
        drafts=len(context.drafts_by_territory[territory]),
        hours=sum(place.hours is not None for place in places),
        languages=sum(bool(place.languages) for place in places),
        cost=sum(place.cost is not None for place in places),
    )


def _translated(context: PageContext, language: Language) -> Translated:
    texts = context.content.texts.by_language.get(language.code, {}).values()
    return Translated(
        language=language.name,
        texts=sum(bool(text.words) for text in texts),
        reviewed=sum(text.state is TextState.REVIEWED for text in texts),
    )
