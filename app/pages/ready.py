"""What a phone must have kept for a walk to be led without a network: the files that its ready card reads again."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.territory import Territory
from ..domain.walk import Walk
from ..edition.search_data import places_path
from ..edition.sentences import sentences_path
from .context import PageContext

SHELL = ("leading.js", "at-stop.js", "directions.js", "leading.css", "app.js", "app.css", "pictograms.svg")
"""What the page that a walk is led with is dressed in, and moved by."""


@dataclass(frozen=True)
class Ready:
    """The card of a walk: addresses below the base of the site that its pack must hold, and files of the shell."""

    walk_pages: int
    paths: tuple[str, ...]
    shell: tuple[str, ...]


def ready_of(context: PageContext, walk: Walk) -> Ready:
    """Return what the ready card of a walk needs."""
    territory = context.content.territories[walk.territory]
    pages = tuple(_pages(context, territory, walk))
    data = tuple(_data(context, territory))
    return Ready(len(pages), (*pages, *data), SHELL)


# Private


def _pages(context: PageContext, territory: Territory, walk: Walk) -> Iterator[str]:
    """Yield the pages of the walk and of its places, in the language of the page."""
    places = context.content.public_places(territory.id)
    here = context.shared.remember(("ids", territory.id), lambda: frozenset(place.id for place in places))
    yield context.site.lead(context.lang, walk.id)
    yield context.site.walk(context.lang, walk.id)
    for place in walk.places:
        if place in here:
            yield context.site.place(context.lang, place)


def _data(context: PageContext, territory: Territory) -> Iterator[str]:
    yield from (f"hours/{territory.id}.json", f"paths/{territory.id}.bin", f"maps/{territory.id}.pmtiles")
    yield places_path(context.lang, territory.id)
    yield sentences_path(context.lang, "directions")
