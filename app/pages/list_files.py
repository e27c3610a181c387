"""The lists of a territory as planned files, page by page: an edit plans those that show what it changed."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from ..domain.category import Category
from ..domain.place import Place
from ..domain.reprint import reprint_of
from ..domain.subject import PLACE
from ..domain.territory import Territory
from ..edition.bundles import Bundle, in_bundles
from ..edition.file import PlannedFile
from ..edition.groups import Part
from .by_theme import public_by_theme
from .cards import PAGE_SIZE, pages_of, plain_first, spoken_in, theme_links
from .context import PageContext, SiteContext
from .lines import lined_on, main_places, numbers_in, practical_places
from .lists import home_page, map_page, theme_page
from .maps import pins_digest
from .territories import doors_of, help_of, territory_card
from .text_digests import digest_of_subjects


class Page(NamedTuple):
    """A page of a list, and what of its places does not depend on the language: on cards, then in lines."""

    theme: Category | None
    number: int
    places: tuple[Place, ...]
    numbers: tuple[int | None, ...]
    metres: tuple[float | None, ...]
    subjects: tuple[str, ...]
    """Whose texts it shows."""


List = tuple[Category | None, Sequence[Place]]
"""The theme of a list, None for that of all places, and its places."""


@in_bundles
def territory_files(context: PageContext) -> Iterator[Bundle]:
    """Yield every list of every territory in a language."""
    for territory in context.content.territories.values():
        parts = partial(_parts, context, territory)
        yield from context.shared.in_parts("lists", context.language, territory, parts).bundles


# Private


def _parts(context: PageContext, territory: Territory) -> Iterator[Part]:
    told = _told(context, territory)
    for page in _pages(context.shared, territory):
        theme = page.theme.id if page.theme else ""
        said = _said(context, territory, page)
        yield Part((theme, page.number), (told, page, said), partial(_planned, context, territory, page))
        if page.theme is None and page.number == 1:
            pins = pins_digest(context.shared, territory)
            yield Part("map", (told, page, said, pins), lambda: (map_page(context, territory),))


def _planned(context: PageContext, territory: Territory, page: Page) -> Iterator[PlannedFile]:
    if page.theme:
        yield theme_page(context, territory, page.theme, page.number)
    else:
        yield home_page(context, territory, page.number)


def _told(context: PageContext, territory: Territory) -> tuple[Any, ...]:
    """Return what every page of the lists of a territory may show besides its places."""
    shared = context.shared
    shown = shared.shown_in(territory)
    counted = (len(main_places(shared, territory)), theme_links(context, territory), shared.practical_count(territory))
    named = (territory_card(context, territory), help_of(context, territory), doors_of(context, territory))
    reprint = shared.remember(("reprint", territory.id), lambda: reprint_of(context.content, territory))
    spoken, words = spoken_in(context, territory), shared.words_digests[context.lang]
    anchor = context.content.anchor_of(territory)
    return (shown.frame, shown.drafts, counted, named, reprint, spoken, words, anchor)


def _said(context: PageContext, territory: Territory, page: Page) -> str:
    """Return a digest of the texts of the places of a page."""
    theme = page.theme.id if page.theme else ""
    slot = f"{territory.id}/{theme}/{page.number}"
    return digest_of_subjects((context.lang, slot), context.shared.text_digests[context.lang], page.subjects)


def _pages(context: SiteContext, territory: Territory) -> Sequence[Page]:
    """Return the pages of all lists of a territory, the same in every language."""
    pages: Sequence[Page] = context.remember(("pages", territory.id), lambda: [*_all_pages(context, territory)])
    return pages


def _all_pages(context: SiteContext, territory: Territory) -> Iterator[Page]:
    by_theme = public_by_theme(context, territory)
    lists: list[List] = [(None, main_places(context, territory))]
    lists += [(theme, by_theme.get(theme.id, ())) for theme in context.content.categories.themes]
    for theme, places in lists:
        for number in range(1, pages_of(places) + 1):
            yield _page(context, territory, (theme, places), number)


def _page(context: SiteContext, territory: Territory, found: List, number: int) -> Page:
    theme, places = found
    cards = plain_first(context, territory, theme.id if theme else "", places)
    shown = [*cards[(number - 1) * PAGE_SIZE : number * PAGE_SIZE], *lined_on(places, number)]
    if theme is None and number == 1:
        shown += practical_places(context, territory)
    numbers, known = numbers_in(context, territory), context.content.on_foot.get(territory.id, {})
    return Page(
        theme,
        number,
        tuple(shown),
        tuple([numbers.get(place.id) for place in shown]),
        tuple([known.get(place.id) for place in shown]),
        tuple([PLACE.key(place.id) for place in shown]),
    )
