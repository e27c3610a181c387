"""The lists of a territory: its home, its map, its themes; long ones go on over several pages."""

from dataclasses import replace

from ..domain.category import Category
from ..domain.territory import Territory
from ..edition.file import PlannedFile
from ..edition.search_data import places_version
from .by_theme import drafts_by_theme, public_by_theme
from .cards import PAGE_SIZE, PlaceList, ThemeLink, card_digests, kin_of, label_of, make_cards, make_list, theme_links
from .context import Frame, PageContext, SiteContext, View, is_drafted
from .directions import way_in
from .lines import line_digests, main_places, make_lines, practical_places
from .maps import draw_home, draw_numbered, pins_digest
from .paging import Step, steps_from
from .reprints import old_sheets
from .territories import doors_of, help_of, territory_card, territory_crumbs
from .waiting import waiting_among


def home_page(context: PageContext, territory: Territory, page: int) -> PlannedFile:
    """Plan a page of the list of all places of a territory; the first one is its home."""
    places = main_places(context.shared, territory)
    lines = make_lines(context, territory, places, page=page)
    view = {**_home_view(context, territory, make_list(context, territory, places, page=page)), "lines": lines}
    rest = context.site.territory(context.lang, territory.id, page=page).split("/", 1)[1]
    return context.page(rest, "territories/home.html", _seen(view), lambda: view)


def theme_page(context: PageContext, territory: Territory, theme: Category, page: int) -> PlannedFile:
    """Plan a page of the list of a theme."""
    places = public_by_theme(context.shared, territory).get(theme.id, ())
    found = make_list(context, territory, places, page=page, theme=theme.id)
    lines = make_lines(context, territory, places, page=page)
    view = {**_theme_view(context, territory, theme, found), "lines": lines}
    return context.page(view["frame"].rest, "territories/theme.html", _seen(view), lambda: view)


def map_page(context: PageContext, territory: Territory) -> PlannedFile:
    """Plan the map of a territory."""
    places = main_places(context.shared, territory)
    found = make_list(context, territory, places)
    # An edit that changes the data changes this page too: their version in it costs nothing, and saves asking for them.
    version = places_version(context.content, context.site, context.lang, territory)
    found = replace(found, places_url=f"{found.places_url}?v={version}")
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
        "way": replace(way_in(context, territory), places_url=found.places_url),
        "help": help_of(context, territory),
        "notice": context.shared.notice_under(territory),
    }
    seen = (_seen(view), pins_digest(context.shared, territory), context.shared.basemap_digest(territory))
    return context.page(
        f"{territory.id}/map",
        "territories/map.html",
        seen,
        lambda: {**view, "drawing": draw_home(context, territory), "numbered": draw_numbered(context, territory)},
    )


# Private


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
        "drafts": len(context.content.drafts_by_territory[territory.id]),
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


def _seen(view: View) -> View:
    """Return what a page shows, its cards as the digests that they have already."""
    found: PlaceList = view["list"]
    cards = (card_digests(found.cards), card_digests(view.get("practical", ())))
    lines = (line_digests(view["lines"]), line_digests(view.get("practical_lines", ())))
    bare = {"list": replace(found, cards=()), "practical": (), "practical_lines": ()}
    return {**view, **bare, "cards": cards, "lines": lines}


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
