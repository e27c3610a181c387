"""The pages of a territory: its home with the list, its map, its themes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ..domain.category import Category, Entry
from ..domain.territory import Territory
from ..domain.text import Text
from ..edition.file import PlannedFile
from .by_theme import drafts_by_theme, public_by_theme
from .cards import (
    PAGE_SIZE,
    PlaceList,
    ThemeLink,
    card_digests,
    is_college,
    kin_of,
    label_of,
    make_cards,
    make_list,
    pages_of,
    theme_links,
)
from .context import Crumb, Frame, PageContext, SiteContext, View, is_drafted
from .directions import way_in
from .lines import line_digests, main_places, make_lines, practical_places
from .maps import draw_home, draw_numbered, pins_digest
from .paging import Step, steps_from
from .reprints import old_sheets
from .waiting import waiting_among


@dataclass(frozen=True)
class Door:
    """An entry of the home page: a need in a family's words, and where it leads without script."""

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
    key = ("territory", context.lang, territory.id)
    card: TerritoryCard = context.shared.remember(key, lambda: _territory_card(context, territory))
    return card


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


def territory_files(context: PageContext) -> Iterator[PlannedFile]:
    """Yield every list of every territory in a language."""
    for territory in context.content.territories.values():
        yield from context.together("lists", territory, partial(_list_files, context, territory))


def _list_files(context: PageContext, territory: Territory) -> Iterator[PlannedFile]:
    yield from _home_files(context, territory)
    yield _map_file(context, territory)
    yield from (file for theme in context.content.categories.themes for file in _theme_files(context, territory, theme))


def territory_crumbs(context: PageContext, territory: Territory, *more: str) -> tuple[Crumb, ...]:
    """Return the breadcrumb of a page of a territory; the last of `more` is the page itself."""
    name = context.territory_name(territory)
    lang = name.lang if name.lang != context.lang else ""
    path = context.site.territory(context.lang, territory.id) if more else None
    home = Crumb(context.say("Accueil"), context.site.home(context.lang))
    return (home, Crumb(name.words, path, lang), *(Crumb(words) for words in more))


def help_of(context: PageContext, territory: Territory) -> Help:
    """Return who can be asked in a territory."""
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
    """Return the entries of a territory's home, in the order of their file."""
    return tuple(_door(context, territory, entry) for entry in context.content.categories.entries)


def _home_files(context: PageContext, territory: Territory) -> Iterator[PlannedFile]:
    places = main_places(context.shared, territory)
    for page in range(1, pages_of(places) + 1):
        lines = make_lines(context, territory, places, page=page)
        view = {**_home_view(context, territory, make_list(context, territory, places, page=page)), "lines": lines}
        rest = context.site.territory(context.lang, territory.id, page=page).split("/", 1)[1]
        yield context.page(rest, "territories/home.html", _seen(view), lambda view=view: view)  # type: ignore[misc]


def _home_view(context: PageContext, territory: Territory, found: PlaceList) -> View:
    first = found.page == 1
    practical = practical_places(context.shared, territory) if first else ()
    name = context.territory_name(territory)
    return {
        "frame": _home_frame(context, territory, found.page),
        "territory": territory_card(context, territory),
        "list": found,
        "doors": doors_of(context, territory) if first else (),
        "practical": make_cards(context, territory, practical[:PAGE_SIZE]),
        "practical_lines": make_lines(context, territory, practical),
        "practical_link": _practical_link(context, territory),
        "drafts": len(context.shared.drafts_by_territory[territory.id]),
        "is_drafted": found.is_drafted or is_drafted(name),
        "steps": _steps(context, territory, found),
        "help": help_of(context, territory),
        "map_url": context.site.url(context.site.map(context.lang, territory.id)),
        "walks_url": context.site.url(context.site.walks(context.lang, territory.id)),
        "paper": context.paper(territory.code),
        "old_sheets": old_sheets(context, territory) if first else (),
    }


def _home_frame(context: PageContext, territory: Territory, page: int) -> Frame:
    name = context.territory_name(territory)
    title = name.words if page == 1 else context.say("%(name)s, page %(page)s", name=name.words, page=page)
    return Frame(
        title=title,
        rest=context.site.territory(context.lang, territory.id, page=page).split("/", 1)[1],
        description=context.say(
            "Les lieux qui aident et accueillent les familles, tout près : %(name)s.", name=name.words
        ),
        crumbs=territory_crumbs(context, territory),
        territory=territory.id,
        section="places",
    )


def _map_file(context: PageContext, territory: Territory) -> PlannedFile:
    places = main_places(context.shared, territory)
    found = make_list(context, territory, places)
    title = context.say("Carte")
    name = context.territory_name(territory)
    view = {
        "frame": Frame(
            title=context.say("Carte : %(name)s", name=name.words),
            rest=context.site.map(context.lang, territory.id).split("/", 1)[1],
            description=context.say("La carte des lieux de %(name)s.", name=name.words),
            crumbs=territory_crumbs(context, territory, title),
            territory=territory.id,
            section="map",
            has_map=True,
        ),
        "territory": territory_card(context, territory),
        "list": found,
        "lines": make_lines(context, territory, places),
        "is_drafted": found.is_drafted,
        "steps": _steps(context, territory, found),
        "paper": context.paper(territory.code),
        "way": way_in(context, territory),
        "help": help_of(context, territory),
        "notice": context.shared.notice_under(territory),
    }
    pins = context.shared.remember(("pins", territory.id), lambda: pins_digest(context.shared, territory))
    seen = (_seen(view), pins, context.shared.basemap_digest(territory))
    return context.page(
        f"{territory.id}/map",
        "territories/map.html",
        seen,
        lambda: {**view, "drawing": draw_home(context, territory), "numbered": draw_numbered(context, territory)},
    )


def _seen(view: View) -> View:
    """Return what a page shows, its cards as the digests that they have already."""
    found: PlaceList = view["list"]
    cards = (card_digests(found.cards), card_digests(view.get("practical", ())))
    lines = (line_digests(view["lines"]), line_digests(view.get("practical_lines", ())))
    bare = {"list": replace(found, cards=()), "practical": (), "practical_lines": ()}
    return {**view, **bare, "cards": cards, "lines": lines}


def _theme_files(context: PageContext, territory: Territory, theme: Category) -> Iterator[PlannedFile]:
    places = public_by_theme(context.shared, territory).get(theme.id, ())
    for page in range(1, pages_of(places) + 1):
        found = make_list(context, territory, places, page=page, theme=theme.id)
        lines = make_lines(context, territory, places, page=page)
        view = {**_theme_view(context, territory, theme, found), "lines": lines}
        rest = view["frame"].rest
        yield context.page(rest, "territories/theme.html", _seen(view), lambda view=view: view)  # type: ignore[misc]


def _theme_view(context: PageContext, territory: Territory, theme: Category, found: PlaceList) -> View:
    drafts = drafts_by_theme(context.shared, territory).get(theme.id, ())
    label = label_of(context, theme)
    path = context.site.theme(context.lang, territory.id, theme.id)
    rest = path.split("/", 1)[1] + (f"page/{found.page}" if found.page > 1 else "")
    name = context.territory_name(territory)
    return {
        "frame": Frame(
            title=context.say("%(theme)s : %(name)s", theme=label.words, name=name.words),
            rest=rest,
            description=context.say("%(theme)s, tout près : %(name)s.", theme=label.words, name=name.words),
            crumbs=territory_crumbs(context, territory, label.words),
            territory=territory.id,
            section="places",
        ),
        "territory": territory_card(context, territory),
        "theme": theme.id,
        "icon_name": theme.icon or theme.id,
        "label": label,
        "list": found,
        "drafts": len(drafts),
        "waiting": waiting_among(drafts),
        "is_drafted": found.is_drafted or is_drafted(label),
        "steps": _theme_steps(context.shared, path, found),
        "kin": kin_of(context, territory, theme),
        "paper": context.paper(territory.code),
        "help": help_of(context, territory),
    }


def _steps(context: PageContext, territory: Territory, found: PlaceList) -> tuple[Step, ...]:
    """Return the pages that a page of the list of a territory links to."""
    site, lang = context.site, context.lang
    return steps_from(found.page, found.pages, lambda n: site.url(site.territory(lang, territory.id, page=n)))


def _theme_steps(context: SiteContext, path: str, found: PlaceList) -> tuple[Step, ...]:
    return steps_from(found.page, found.pages, lambda n: context.site.url(path if n == 1 else f"{path}page/{n}"))


def _practical_link(context: PageContext, territory: Territory) -> ThemeLink | None:
    practical = {theme.id for theme in context.content.categories.themes if theme.practical}
    return next((link for link in theme_links(context, territory) if link.id in practical), None)


def _door(context: PageContext, territory: Territory, entry: Entry) -> Door:
    theme = context.content.categories.theme_of(entry.categories[0]).id
    return Door(
        id=entry.id,
        label=context.text(f"entry:{entry.id}/label", entry.label),
        icon=entry.icon,
        theme=theme,
        url=context.site.url(context.site.theme(context.lang, territory.id, theme)),
        categories=" ".join(entry.categories),
    )
