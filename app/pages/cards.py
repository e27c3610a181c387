"""A place as lists show it, and the lists themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..cache import Cache
from ..domain.category import Category
from ..domain.geometry import minutes_on_foot
from ..domain.hours.summary import summary_of
from ..domain.place import Place, Status
from ..domain.subject import PLACE
from ..domain.territory import Territory
from ..domain.text import SOURCE, Text
from ..edition.file import fingerprint_of
from ..edition.hours_parts import hours_path, parts_for
from ..edition.search_data import places_path
from ..edition.search_facts import is_plain
from ..edition.unmade import blaming
from .by_theme import public_by_theme
from .cached import cached
from .context import PageContext, SiteContext, is_drafted
from .on_paper import OnPaper, on_paper

PAGE_SIZE = 60

CLOSED = {Status.CLOSED_TEMPORARILY: "temporarily", Status.CLOSED_FOR_GOOD: "for_good"}


@dataclass(frozen=True)
class Card:
    """What a list says of a place: who it is, what for, how far from the school, free or not."""

    id: str
    name: str
    url: str
    kind: Text
    theme: str
    icon: str
    purpose: Text
    walk: str
    minutes: int | None
    metres: int | None
    free: bool | None
    practical: bool
    closed: str
    answer: str
    further: bool
    """Beyond the outline of the territory, within its reach."""

    paper: OnPaper

    @cached_property
    def digest(self) -> str:
        """A digest of all it says, computed once however many pages show it."""
        return fingerprint_of(self)


@dataclass(frozen=True)
class ThemeLink:
    """A theme with the number of its places in a territory."""

    id: str
    label: Text
    icon: str
    url: str
    count: int


@dataclass(frozen=True)
class PlaceList:
    """A page of a territory's list, with the addresses of the data behind it."""

    territory: str
    cards: tuple[Card, ...]
    total: int
    practical_total: int
    page: int
    pages: int
    places_url: str
    words_url: str
    hours_url: str
    themes: tuple[ThemeLink, ...]
    languages: tuple[tuple[str, str], ...]
    theme: str = ""

    @property
    def has_unknown_hours(self) -> bool:
        """Tell whether a card says nothing of hours."""
        return any(card.answer == "no_hours" for card in self.cards)

    @property
    def is_drafted(self) -> bool:
        """Tell whether a card's words were translated by a machine."""
        return any(is_drafted(card.purpose) or is_drafted(card.kind) for card in self.cards)


def make_card(context: PageContext, territory: Territory, place: Place) -> Card:
    """Return the card of a place as seen from a territory's school."""
    key = ("card", context.lang, territory.id, place.id)
    if (card := context.shared.memory.get(key)) is None:
        card = context.shared.memory[key] = _kept_card(context, territory, place)
    known: Card = card
    return known


def make_cards(context: PageContext, territory: Territory, places: Sequence[Place]) -> tuple[Card, ...]:
    """Return the cards of several places, in their order."""
    return tuple(make_card(context, territory, place) for place in places)


def card_digests(cards: Sequence[Card]) -> tuple[str, ...]:
    """Return a digest of each card."""
    return tuple(card.digest for card in cards)


_KEPT = Cache()


def _kept_card(context: PageContext, territory: Territory, place: Place) -> Card:
    """Return the card that the plan before made, when the place and all the rest that it shows are the same."""
    texts = context.content.texts.by_language.get(context.lang, {})
    kind = place.categories[0] if place.categories else ""
    said = texts.get(f"place:{place.id}/purpose"), texts.get(f"category:{kind}/label")
    if place.id not in (known := context.shared.remember(("metres", territory.id), dict)):
        known[place.id] = metres_from_school(context.shared, territory, place)
    inputs = (place, _around_cards(context, territory), known[place.id], said)
    slot = (context.lang, territory.id, place.id)

    def make() -> Card:
        with blaming(PLACE.key(place.id)):
            return _card(context, territory, place)

    card: Card = _KEPT.take(slot, inputs, make)
    return card


def _around_cards(context: PageContext, territory: Territory) -> object:
    """Return what all cards of a territory show: the same object as in the plan before, where it is equal."""
    key = ("around cards", context.lang, territory.id)
    if (around := context.shared.memory.get(key)) is None:
        site = context.shared
        told = (territory, site.school_of(territory), site.categories_digest, site.base_fingerprint)
        around = site.memory[key] = _KEPT.take(key, told, lambda: told)
    return around


def _card(context: PageContext, territory: Territory, place: Place) -> Card:
    theme = context.content.theme_of(place)
    metres = metres_from_school(context.shared, territory, place)
    return Card(
        id=place.id,
        name=place.name,
        url=context.site.url(context.site.place(context.lang, place.id)),
        kind=kind_of(context, place),
        theme=theme.id if theme else "",
        icon=icon_of(context.shared, place),
        purpose=context.text(f"place:{place.id}/purpose", place.purpose),
        walk=walk_words(context, territory, metres),
        minutes=None if metres is None else minutes_on_foot(metres),
        metres=metres,
        free=None if place.cost is None else place.cost.kind == "free",
        practical=context.shared.is_practical(place),
        closed=CLOSED.get(place.status, ""),
        answer=summary_of(place),
        further=place.shows_address and territory.is_further(place.position),
        paper=on_paper(context, place),
    )


def make_list(
    context: PageContext, territory: Territory, places: Sequence[Place], *, page: int = 1, theme: str = ""
) -> PlaceList:
    """Return one page of `places`, those one can act on first; `theme` presets the filter of the page."""
    code, site = context.lang, context.site
    shown = plain_first(context.shared, territory, theme, places)[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return PlaceList(
        territory=territory.id,
        cards=make_cards(context, territory, shown),
        total=len(places),
        practical_total=context.shared.practical_count(territory),
        page=page,
        pages=pages_of(places),
        places_url=site.url(places_path(code, territory.id)),
        words_url=site.url(f"{code}/{territory.id}/words.json"),
        hours_url=hours_url(context.shared, territory),
        themes=theme_links(context, territory),
        languages=spoken_in(context, territory),
        theme=theme,
    )


def plain_first(context: SiteContext, territory: Territory, theme: str, places: Sequence[Place]) -> Sequence[Place]:
    """Return the places that one can act on before the others; sorted once for all pages and languages of a list."""
    known, found = context.memory.get(("plain", territory.id, theme), ((), ()))
    if known is not places:
        found = sorted(places, key=is_plain, reverse=True)
        context.memory["plain", territory.id, theme] = places, found
    return tuple(found)


def spoken_in(context: PageContext, territory: Territory) -> tuple[tuple[str, str], ...]:
    """Return the languages one may ask for in a territory, French apart: served, of its kiosk, spoken in a place."""
    key = ("spoken", context.lang, territory.id)
    spoken: tuple[tuple[str, str], ...] = context.shared.remember(key, lambda: _spoken_in(context, territory))
    return spoken


def _spoken_in(context: PageContext, territory: Territory) -> tuple[tuple[str, str], ...]:
    spoken = {tag.code for place in context.content.public_places(territory.id) for tag in place.languages}
    codes = dict.fromkeys([*context.site.languages, *territory.languages, *sorted(spoken)])
    return tuple((code, context.language.formats.language(code)) for code in codes if code != SOURCE)


def pages_of(places: Sequence[Place]) -> int:
    """Return how many pages a list takes; an empty one takes one."""
    return max(1, -(-len(places) // PAGE_SIZE))


def hours_url(context: SiteContext, territory: Territory) -> str:
    """Return the address of a territory's opening intervals."""
    return context.site.url(f"hours/{territory.id}.json")


def hours_url_of(context: SiteContext, territory: Territory, place: str) -> str:
    """Return the address of a file that has the opening intervals of a place, and few others."""
    count = parts_for(len(context.content.public_places(territory.id)))
    return context.site.url(hours_path(territory.id, place, count))


def metres_from_school(context: SiteContext, territory: Territory, place: Place) -> int | None:
    """Return the metres on foot from the school; nothing for a place whose address is not shown in full."""
    school = context.content.anchor_of(territory)
    if school is None or not place.shows_address or school.id == place.id:
        return None
    metres = context.content.metres_from_school(territory, place)
    return None if metres is None else round(metres)


def walk_words(context: PageContext, territory: Territory, metres: int | None) -> str:
    """Return `environ 5 min à pied du collège`, or nothing when there is no distance to tell."""
    if metres is None:
        return ""
    time = context.language.formats.minutes(minutes_on_foot(metres))
    if is_college(context.shared, territory):
        return context.say("environ %(time)s à pied du collège", time=time)
    return context.say("environ %(time)s à pied de l’école", time=time)


def is_college(context: SiteContext, territory: Territory) -> bool:
    """Tell whether the school of a territory is a *collège*: French says it apart from an *école*."""
    school = context.school_of(territory)
    return school is not None and school.name.casefold().startswith("collège")


def label_of(context: PageContext, category: Category) -> Text:
    """Return the label of a category in a language."""
    return context.text(f"category:{category.id}/label", category.label)


def kind_of(context: PageContext, place: Place) -> Text:
    """Return what sort of place it is: the label of its first category."""
    if not place.categories:
        return Text("")
    return label_of(context, context.content.categories.all[place.categories[0]])


def icon_of(context: SiteContext, place: Place) -> str:
    """Return the name of a place's pictogram: of its kind, else of its theme."""
    if not place.categories:
        return "pin"
    return context.content.categories.pictogram_of(place.categories[0])


def theme_links(context: PageContext, territory: Territory) -> tuple[ThemeLink, ...]:
    """Return every theme with its number of places, in the order of the tree."""
    return cached(context, "themes", territory, lambda: _theme_links(context, territory))


def _theme_links(context: PageContext, territory: Territory) -> tuple[ThemeLink, ...]:
    by_theme = public_by_theme(context.shared, territory)
    return tuple(
        ThemeLink(
            id=theme.id,
            label=label_of(context, theme),
            icon=theme.icon or theme.id,
            url=context.site.url(context.site.theme(context.lang, territory.id, theme.id)),
            count=len(by_theme.get(theme.id, ())),
        )
        for theme in context.content.categories.themes
    )


def kin_of(context: PageContext, territory: Territory, theme: Category) -> tuple[ThemeLink, ...]:
    """Return the themes that share a door of the home page with this one."""
    theme_of = context.content.categories.theme_of
    doors = [{theme_of(c).id for c in need.categories} for need in context.content.categories.needs]
    kin = set().union(*(door for door in doors if theme.id in door)) - {theme.id}
    return tuple(link for link in theme_links(context, territory) if link.id in kin)
