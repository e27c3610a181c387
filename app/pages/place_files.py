"""The pages of places as planned files: those of a territory in blocks, so that an edit plans those of its own."""

from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, NamedTuple

from ..cache import Cache
from ..domain.cells import in_cells
from ..domain.content import Reprint
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.reprint import reprint_of
from ..domain.subject import PLACE
from ..domain.territory import Territory
from ..edition.bundles import Bundle, in_bundles
from ..edition.file import PlannedFile, fingerprint_of
from ..edition.groups import GROUPS, Part
from ..edition.hours_parts import parts_for
from .cards import Card, card_digests, make_cards, metres_from_school
from .context import PageContext, SiteContext, digest_of_place
from .places import place_view
from .territories import help_of

PLACES_A_BLOCK = 64
"""At most: an edit plans the blocks that it touches."""


class Block(NamedTuple):
    """Places whose pages are planned together, and what those show beside them: for each, what lies around it, since
    when its sheets may be wrong, the digests of its pictures."""

    cell: str
    places: tuple[Place, ...]
    around: tuple[tuple[Place, ...], ...]
    reprints: tuple[Reprint, ...]
    pictures: tuple[tuple[str, ...], ...]


@in_bundles
def place_files(context: SiteContext) -> Iterator[Bundle]:
    """Yield the page of every public place in every language, those of a territory together."""
    for id, places in context.content.inside.at_home.items():
        yield from _by_language(context, id, places)


# Private

_SEEN = Cache()
"""Digests of all that the page of a place shows, and what all of a territory show."""


def _by_language(context: SiteContext, home_id: str, places: Sequence[Place]) -> Iterator[Bundle]:
    """Yield the pages of the places of a territory in each language; those outside of all are planned every time."""
    home = context.content.territories.get(home_id)
    for each in context.voices():
        if home:
            parts = partial(_parts, each, home, places)
            yield from each.shared.in_parts("places", each.language, home, parts).bundles
        else:
            outside = _block(context, None, "", sorted(places, key=attrgetter("id")))
            yield from GROUPS.keep(("outside", each.lang), _pages_in(each, None, outside)).bundles


def _parts(context: PageContext, home: Territory, places: Sequence[Place]) -> Iterator[Part]:
    told = _told(context, home)
    # By name: in whatever order the library has them, their pages are planned in the same.
    blocks: Sequence[Block] = context.shared.remember(
        ("blocks", home.id), lambda: [*_blocks(context.shared, home, sorted(places, key=attrgetter("id")))]
    )
    for block in blocks:
        yield Part(block.cell, (told, block, _said(context, home, block)), partial(_pages_in, context, home, block))


def _blocks(context: SiteContext, home: Territory, places: Sequence[Place]) -> Iterator[Block]:
    """Yield the places of a territory in blocks that stay the same while others come and go."""
    for cell, each in in_cells(places, PLACES_A_BLOCK).items():
        yield _block(context, home, cell, each)


def _block(context: SiteContext, home: Territory | None, cell: str, places: Sequence[Place]) -> Block:
    content, neighbours = context.content, context.neighbours
    return Block(
        cell,
        tuple(places),
        tuple(map(neighbours.of, places)) if home else ((),) * len(places),
        tuple([reprint_of(content, place) for place in places]),
        tuple([_pictures(content, place) if place.photos else () for place in places]),
    )


def _pictures(content: PublicContent, place: Place) -> tuple[str, ...]:
    return tuple(picture.digest for _, picture in content.pictures_of(place))


def _said(context: PageContext, home: Territory | None, block: Block) -> tuple[tuple[str, ...], ...]:
    """Return the digests of the texts of each place of a block, and of those around it."""
    digests = context.shared.text_digests[context.lang]

    def make() -> tuple[tuple[str, ...], ...]:
        together = zip(block.places, block.around, strict=True)
        return tuple(context.text_digests((place, *around)) for place, around in together)

    slot = ("said", context.lang, home.id if home else "", block.cell)
    said: tuple[tuple[str, ...], ...] = _SEEN.take(slot, (digests, block.places, block.around), make)
    return said


def _told(context: PageContext, home: Territory | None) -> tuple[Any, ...]:
    """Return what all pages of the places of a territory depend on."""
    around = (_surroundings(context, home), context.shared.categories_digest, context.shared.basemap_digest(home))
    words = (context.shared.words_digests[context.lang], context.shared.base_fingerprint)
    # What the distances of places depend on, besides where they are.
    measured = (context.content.anchor_of(home), context.basemaps[home.id].digest) if home else ()
    told = ((*around, *words), context.site, measured)
    # The same object as in the plan before, where it is equal: one look tells it then of each page.
    kept: tuple[Any, ...] = _SEEN.take(("around", context.lang, home.id if home else ""), told, lambda: told)
    return kept


def _pages_in(context: PageContext, home: Territory | None, block: Block) -> Iterator[PlannedFile]:
    told, said = _told(context, home), _said(context, home, block)
    for shown in zip(block.places, said, block.around, block.reprints, block.pictures, strict=True):
        yield _page_of(context, home, _Seen(told, *shown))


class _Seen(NamedTuple):
    """All that the page of a place shows."""

    told: tuple[Any, ...]
    place: Place
    said: tuple[str, ...]
    around: tuple[Place, ...]
    reprint: Reprint
    pictures: tuple[str, ...]


def _page_of(context: PageContext, home: Territory | None, seen: _Seen) -> PlannedFile:
    place = seen.place

    def cards() -> tuple[Card, ...]:
        return make_cards(context, home, seen.around) if home else ()

    def digest() -> str:
        paper = context.paper(place.code)
        metres = metres_from_school(context.shared, home, place) if home else None
        return fingerprint_of(
            digest_of_place(place), seen.told[0], metres, seen.said[0], paper, seen.reprint, seen.pictures,
            card_digests(cards()),
        )  # fmt: skip

    return context.page(
        f"places/{place.id}",
        "places/show.html",
        _SEEN.take((context.lang, place.id, home.id if home else ""), seen, digest),
        lambda: place_view(context, place, home, cards()),
        subject=PLACE.key(place.id),
    )


def _surroundings(context: PageContext, home: Territory | None) -> str:
    """Return a digest of what a place page shows of its territory: its name, its school, who can be asked."""
    if home is None:
        return ""

    def make() -> str:
        school = context.content.anchor_of(home)
        anchor = (school.id, school.name, school.position) if school else None
        parts = parts_for(len(context.content.public_places(home.id)))
        name = context.territory_name(home)
        return fingerprint_of(home.id, name, anchor, help_of(context, home), parts)

    digest: str = context.shared.remember(("surroundings", context.lang, home.id), make)
    return digest
