"""The pages beside the places: choice of territory, about, sources, errors, the question after a message."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ..cache import Cache
from ..domain.place import Place
from ..domain.territory import Territory
from ..domain.text import N_, TextState, Translation
from ..edition.file import PlannedFile
from .cached import cached
from .context import Crumb, Frame, PageContext, SiteContext, View
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
    "list": ("list.html", N_("Ma liste")),
    "outbox": ("outbox.html", N_("Mes messages")),
}

_SERVED = {"round": ("round.html", N_("Tournée à pied"))}
"""What only a site with a desk has."""


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


def plain_files(context: PageContext) -> Iterator[PlannedFile]:
    """Yield the pages of a language that belong to no territory."""
    yield _home_file(context)
    figures = _figures(context)
    for rest, (template, title) in _PAGES.items():
        crumbs = (Crumb(context.say("Accueil"), context.site.home(context.lang)), Crumb(context.say(title)))
        view = {"frame": Frame(title=context.say(title), rest=rest, crumbs=crumbs), **figures}
        yield context.page(rest, template, view, lambda view=view: view)  # type: ignore[misc]
    for rest, (template, title) in (_ANSWERS if context.site.is_static else _ANSWERS | _SERVED).items():
        view = {
            "frame": Frame(title=context.say(title), rest=rest, indexed=False),
            "territories": _territories(context),
        }
        yield context.page(rest, template, view, lambda view=view: view)  # type: ignore[misc]

    if not context.site.is_static:
        yield _fate_file(context)


def _fate_file(context: PageContext) -> PlannedFile:
    """Plan the form that a ticket is typed into; the server answers it with the same page, filled in."""
    frame = Frame(title=context.say("Qu’est devenu mon message ?"), rest="fate", indexed=False)
    view = {"frame": frame, "typed": "", "said": "", "told": None, "sentence": "", "is_answered": False}
    return context.page("fate", "fate.html", view, lambda: view)


def _home_file(context: PageContext) -> PlannedFile:
    view = {
        "frame": Frame(
            title=context.say("À deux pas"),
            rest="",
            description=context.say("Les lieux qui aident et accueillent les familles, tout près de chez elles."),
        ),
        "territories": _territories(context),
    }
    return context.page("", "home.html", view, lambda: view)


def _territories(context: PageContext) -> tuple[object, ...]:
    territories = context.content.territories.values()
    cards: tuple[object, ...] = context.shared.remember(
        ("cards", context.lang), lambda: tuple(territory_card(context, territory) for territory in territories)
    )
    return cards


def _figures(context: PageContext) -> View:
    content = context.content
    names: frozenset[str] = context.shared.remember("sources", lambda: _source_names(context.shared))
    return {
        "completeness": tuple(_completeness(context, t.id) for t in content.territories.values()),
        "translated": tuple(_translated(other) for other in context.shared.voices()[1:]),
        "source_names": tuple(sorted(names)),
        "notices": tuple(dict.fromkeys(n for t in content.territories.values() for n in t.notices)),
        "map_notices": tuple(dict.fromkeys(basemap.notice for basemap in context.basemaps.values() if basemap.notice)),
        "is_schematic": any(not basemap.knows_steps for basemap in context.basemaps.values()),
        "helps": tuple((context.territory_name(t), help_of(context, t)) for t in content.territories.values()),
    }


def _completeness(context: PageContext, territory: str) -> Completeness:
    here = context.content.territories[territory]
    return cached(context, "completeness", here, lambda: _counted(context, here))


def _counted(context: PageContext, territory: Territory) -> Completeness:
    places = context.content.public_places(territory.id)
    return Completeness(
        name=context.territory_name(territory).words,
        published=len(places),
        drafts=len(context.content.drafts_by_territory[territory.id]),
        hours=sum(place.hours is not None for place in places),
        languages=sum(bool(place.languages) for place in places),
        cost=sum(place.cost is not None for place in places),
    )


def _source_names(context: SiteContext) -> frozenset[str]:
    by_home = context.content.inside.at_home.items()
    named = [_SOURCES.take(home, (places,), partial(_names_in, places)) for home, places in by_home]
    return frozenset().union(*named)


_SOURCES = Cache()
"""By territory, the names of the sources of its places."""


def _names_in(places: Iterable[Place]) -> frozenset[str]:
    return frozenset(source.name for place in places for source in place.sources)


def _translated(context: PageContext) -> Translated:
    texts = context.content.texts.by_language.get(context.lang, {})
    counted: Translated = _TRANSLATED.take(context.lang, (texts,), lambda: _count(context.language.name, texts))
    return counted


_TRANSLATED = Cache()
"""By language, how far it is."""


def _count(language: str, texts: Mapping[str, Translation]) -> Translated:
    return Translated(
        language=language,
        texts=sum(bool(text.words) for text in texts.values()),
        reviewed=sum(text.state is TextState.REVIEWED for text in texts.values()),
    )
