"""The pages of a territory: its home with the list, its map, its themes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...domain.category import Category, Entry
from ...domain.place import Place
from ...domain.territory import Territory
from ...domain.text import Text
from ..leaf import Leaf, fingerprint_of
from ..render import Language
from .book import Book, Crumb, Frame, View, is_drafted
from .cards import (
    PAGE_SIZE,
    PlaceList,
    ThemeLink,
    card_digests,
    is_college,
    label_of,
    make_cards,
    make_list,
    pages_of,
    places_of_theme,
    theme_links,
)
from .maps import draw_home
from .way import way_in


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


def territory_card(book: Book, language: Language, territory: Territory) -> TerritoryCard:
    """Return a territory as the list of all territories shows it."""
    key = ("territory", language.code, territory.id)
    card: TerritoryCard = book.remember(key, lambda: _territory_card(book, language, territory))
    return card


def _territory_card(book: Book, language: Language, territory: Territory) -> TerritoryCard:
    school = book.school_of(territory)
    return TerritoryCard(
        id=territory.id,
        name=book.territory_name(language, territory),
        city=territory.city or "",
        school=school.name if school else "",
        is_college=is_college(book, territory),
        url=book.site.url(book.site.territory(language.code, territory.id)),
        places=len(book.content.public_places(territory.id)),
        walks=len(book.content.public_walks(territory.id)),
    )


def territory_leaves(book: Book, language: Language) -> Iterator[Leaf]:
    """Yield every list of every territory in a language."""
    for territory in book.content.territories.values():
        yield from _home_leaves(book, language, territory)
        yield _map_leaf(book, language, territory)
        for theme in book.content.categories.themes:
            yield from _theme_leaves(book, language, territory, theme)


def territory_crumbs(book: Book, language: Language, territory: Territory, *more: str) -> tuple[Crumb, ...]:
    """Return the breadcrumb of a page of a territory; the last of `more` is the page itself."""
    name = book.territory_name(language, territory)
    lang = name.lang if name.lang != language.code else ""
    path = book.site.territory(language.code, territory.id) if more else None
    home = Crumb(language.say("Accueil"), book.site.home(language.code))
    return (home, Crumb(name.words, path, lang), *(Crumb(words) for words in more))


def help_of(book: Book, language: Language, territory: Territory) -> Help:
    """Return who can be asked in a territory."""
    kiosk = territory.kiosk
    place = book.content.places.get(kiosk.place) if kiosk and kiosk.place else None
    public = place if place is not None and place.is_public else None
    return Help(
        kiosk=public.name if public else "",
        kiosk_url=book.site.url(book.site.place(language.code, public.id)) if public else "",
        greeting=book.text(language, f"territory:{territory.id}/kiosk/greeting", kiosk.greeting if kiosk else None),
        telephone=kiosk.telephone or "" if kiosk else "",
        email=territory.contact or "",
    )


def _home_leaves(book: Book, language: Language, territory: Territory) -> Iterator[Leaf]:
    places = _main_places(book, territory)
    for page in range(1, pages_of(places) + 1):
        view = _home_view(book, language, territory, make_list(book, language, territory, places, page=page))
        rest = book.site.territory(language.code, territory.id, page=page).split("/", 1)[1]
        yield book.page(language, rest, "territories/home.html", _seen(view), lambda view=view: view)  # type: ignore[misc]


def _home_view(book: Book, language: Language, territory: Territory, found: PlaceList) -> View:
    first = found.page == 1
    practical = _practical_places(book, territory) if first else ()
    name = book.territory_name(language, territory)
    return {
        "frame": _home_frame(book, language, territory, found.page),
        "territory": territory_card(book, language, territory),
        "list": found,
        "doors": _doors(book, language, territory) if first else (),
        "practical": make_cards(book, language, territory, practical[:PAGE_SIZE]),
        "practical_link": _practical_link(book, language, territory),
        "drafts": len(book.drafts_by_territory[territory.id]),
        "is_drafted": found.is_drafted or is_drafted(name),
        "steps": _steps(book, language, territory, found),
        "help": help_of(book, language, territory),
        "map_url": book.site.url(book.site.map(language.code, territory.id)),
        "walks_url": book.site.url(book.site.walks(language.code, territory.id)),
        "paper": book.paper(language, territory.code),
    }


def _home_frame(book: Book, language: Language, territory: Territory, page: int) -> Frame:
    name = book.territory_name(language, territory)
    title = name.words if page == 1 else language.say("%(name)s, page %(page)s", name=name.words, page=page)
    values = {"name": name.words}
    return Frame(
        title=title,
        rest=book.site.territory(language.code, territory.id, page=page).split("/", 1)[1],
        description=language.say("Les lieux qui aident et accueillent les familles, tout près : %(name)s.", **values),
        crumbs=territory_crumbs(book, language, territory),
        territory=territory.id,
        section="places",
    )


def _map_leaf(book: Book, language: Language, territory: Territory) -> Leaf:
    places = _main_places(book, territory)
    found = make_list(book, language, territory, places)
    title = language.say("Carte")
    name = book.territory_name(language, territory)
    view = {
        "frame": Frame(
            title=language.say("Carte : %(name)s", name=name.words),
            rest=book.site.map(language.code, territory.id).split("/", 1)[1],
            description=language.say("La carte des lieux de %(name)s.", name=name.words),
            crumbs=territory_crumbs(book, language, territory, title),
            territory=territory.id,
            section="map",
            has_map=True,
        ),
        "territory": territory_card(book, language, territory),
        "list": found,
        "is_drafted": found.is_drafted,
        "steps": _steps(book, language, territory, found),
        "way": way_in(book, language, territory),
        "notice": book.notice_under(territory),
    }
    pins = book.remember(("pins", territory.id), lambda: _pins_digest(book, territory))
    seen = (_seen(view), pins, book.ground_digest(territory))
    return book.page(
        language,
        f"{territory.id}/map",
        "territories/map.html",
        seen,
        lambda: {**view, "drawing": draw_home(book, language, territory)},
    )


def _seen(view: View) -> View:
    """Return what a page shows, its cards as the digests that they have already."""
    found: PlaceList = view["list"]
    cards = (card_digests(found.cards), card_digests(view.get("practical", ())))
    return {**view, "list": replace(found, cards=()), "practical": (), "cards": cards}


def _pins_digest(book: Book, territory: Territory) -> str:
    return fingerprint_of([(p.id, p.name, p.position, p.categories) for p in book.content.public_places(territory.id)])


def _theme_leaves(book: Book, language: Language, territory: Territory, theme: Category) -> Iterator[Leaf]:
    places = places_of_theme(book, territory, theme.id, book.content.public_places(territory.id))
    for page in range(1, pages_of(places) + 1):
        found = make_list(book, language, territory, places, page=page, theme=theme.id)
        view = _theme_view(book, language, territory, theme, found)
        rest = view["frame"].rest
        yield book.page(language, rest, "territories/theme.html", _seen(view), lambda view=view: view)  # type: ignore[misc]


def _theme_view(book: Book, language: Language, territory: Territory, theme: Category, found: PlaceList) -> View:
    drafts = places_of_theme(book, territory, theme.id, book.drafts_by_territory[territory.id])
    label = label_of(book, language, theme)
    path = book.site.theme(language.code, territory.id, theme.id)
    rest = path.split("/", 1)[1] + (f"page/{found.page}" if found.page > 1 else "")
    name = book.territory_name(language, territory)
    return {
        "frame": Frame(
            title=language.say("%(theme)s : %(name)s", theme=label.words, name=name.words),
            rest=rest,
            description=language.say("%(theme)s, tout près : %(name)s.", theme=label.words, name=name.words),
            crumbs=territory_crumbs(book, language, territory, label.words),
            territory=territory.id,
            section="places",
        ),
        "territory": territory_card(book, language, territory),
        "theme": theme.id,
        "icon_name": theme.icon or theme.id,
        "label": label,
        "list": found,
        "drafts": len(drafts),
        "is_drafted": found.is_drafted or is_drafted(label),
        "steps": _theme_steps(book, path, found),
        "kin": _kin(book, language, territory, theme),
        "help": help_of(book, language, territory),
    }


def _steps(book: Book, language: Language, territory: Territory, found: PlaceList) -> tuple[str, ...]:
    """Return the address of every page of the list of a territory."""
    paths = (book.site.territory(language.code, territory.id, page=n) for n in range(1, found.pages + 1))
    return tuple(book.site.url(path) for path in paths)


def _theme_steps(book: Book, path: str, found: PlaceList) -> tuple[str, ...]:
    further = (f"{path}page/{n}" for n in range(2, found.pages + 1))
    return tuple(book.site.url(p) for p in (path, *further))


def _main_places(book: Book, territory: Territory) -> tuple[Place, ...]:
    return tuple(p for p in book.content.public_places(territory.id) if p.id not in book.practical)


def _practical_places(book: Book, territory: Territory) -> Sequence[Place]:
    return [p for p in book.content.public_places(territory.id) if p.id in book.practical]


def _practical_link(book: Book, language: Language, territory: Territory) -> ThemeLink | None:
    practical = {theme.id for theme in book.content.categories.themes if theme.practical}
    return next((link for link in theme_links(book, language, territory) if link.id in practical), None)


def _doors(book: Book, language: Language, territory: Territory) -> tuple[Door, ...]:
    return tuple(_door(book, language, territory, entry) for entry in book.content.categories.entries)


def _door(book: Book, language: Language, territory: Territory, entry: Entry) -> Door:
    theme = book.content.categories.theme_of(entry.categories[0]).id
    return Door(
        id=entry.id,
        label=book.text(language, f"entry:{entry.id}/label", entry.label),
        icon=entry.icon,
        theme=theme,
        url=book.site.url(book.site.theme(language.code, territory.id, theme)),
        categories=" ".join(entry.categories),
    )


def _kin(book: Book, language: Language, territory: Territory, theme: Category) -> tuple[ThemeLink, ...]:
    """Return the themes that share a door of the home page with this one."""
    theme_of = book.content.categories.theme_of
    doors = [{theme_of(c).id for c in entry.categories} for entry in book.content.categories.entries]
    kin = set().union(*(door for door in doors if theme.id in door)) - {theme.id}
    return tuple(link for link in theme_links(book, language, territory) if link.id in kin)
