"""What pages say of a territory: its card, its needs, its way back, who can be asked; its lists are in `lists.py`."""

from dataclasses import dataclass

from ..domain.category import Need
from ..domain.territory import Territory
from ..domain.text import Text
from .cached import cached
from .cards import is_college
from .context import Crumb, PageContext


@dataclass(frozen=True)
class Door:
    """A button of the home page: a need in a family's words, and where it leads without script."""

    id: str
    label: Text
    icon: str
    theme: str
    url: str
    categories: str


@dataclass(frozen=True)
class TerritoryCard:
    """A territory in the list of all: its name, its school, how much there is to see."""

    id: str
    name: Text
    city: str
    school: str
    is_college: bool
    url: str
    places: int
    walks: int
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Help:
    """Who answers in a territory: its kiosk, its telephone, its address."""

    kiosk: str
    kiosk_url: str
    greeting: Text
    telephone: str
    email: str

    def __bool__(self) -> bool:
        return bool(self.kiosk or self.telephone or self.email)

    @property
    def is_example(self) -> bool:
        """Tell whether nobody reads its address (RFC 2606): a sample has one until there is a real one."""
        return self.email.endswith((".example", ".invalid"))


def territory_card(context: PageContext, territory: Territory) -> TerritoryCard:
    """Return a territory as the list of all territories shows it."""
    return cached(context, "card", territory, lambda: _territory_card(context, territory))


def _territory_card(context: PageContext, territory: Territory) -> TerritoryCard:
    school = context.shared.school_of(territory)
    return TerritoryCard(
        id=territory.id,
        name=context.territory_name(territory),
        city=territory.city or "",
        school=school.name if school else "",
        is_college=is_college(context.shared, territory),
        url=context.site.url(context.site.territory(context.lang, territory.id)),
        places=len(context.content.public_places(territory.id)),
        walks=len(context.content.public_walks(territory.id)),
        languages=territory.languages,
    )


def territory_crumbs(context: PageContext, territory: Territory, *more: str) -> tuple[Crumb, ...]:
    """Return the breadcrumb of a page of a territory; the last of `more` is the page itself."""
    name = context.territory_name(territory)
    lang = name.lang if name.lang != context.lang else ""
    path = context.site.territory(context.lang, territory.id) if more else None
    home = Crumb(context.say("Accueil"), context.site.home(context.lang))
    return (home, Crumb(name.words, path, lang), *(Crumb(words) for words in more))


def help_of(context: PageContext, territory: Territory) -> Help:
    """Return who can be asked in a territory."""
    return cached(context, "help", territory, lambda: _help_of(context, territory))


def _help_of(context: PageContext, territory: Territory) -> Help:
    kiosk = territory.kiosk
    place = context.content.places.get(kiosk.place) if kiosk and kiosk.place else None
    public = place if place is not None and place.is_public else None
    return Help(
        kiosk=public.name if public else "",
        kiosk_url=context.site.url(context.site.place(context.lang, public.id)) if public else "",
        greeting=context.text(f"territory:{territory.id}/kiosk/greeting", kiosk.greeting if kiosk else None),
        telephone=kiosk.telephone or "" if kiosk else "",
        email=territory.contact or "",
    )


def doors_of(context: PageContext, territory: Territory) -> tuple[Door, ...]:
    """Return the needs of a territory's home, in the order of their file."""
    return tuple(_door(context, territory, need) for need in context.content.categories.needs)


def _door(context: PageContext, territory: Territory, need: Need) -> Door:
    theme = context.content.categories.theme_of(need.categories[0]).id
    return Door(
        id=need.id,
        label=context.text(f"entry:{need.id}/label", need.label),
        icon=need.icon,
        theme=theme,
        url=context.site.url(context.site.theme(context.lang, territory.id, theme)),
        categories=" ".join(need.categories),
    )
