"""The plan of an edition: every planned file of every part, in every language."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TypeVar

from ..cache import Cache, uncollected
from ..domain.content import Content
from ..domain.public import PublicContent, public_content
from ..domain.sessions import content_ahead
from ..edition.build import build_edition
from ..edition.bundles import PlannedFiles
from ..edition.codes import code_files
from ..edition.groups import GROUPS
from ..edition.hours import hours_files
from ..edition.manifest import manifest_files
from ..edition.maps import map_files
from ..edition.open_api import open_api_file
from ..edition.open_data import data_files
from ..edition.photos import photo_files
from ..edition.search_data import phone_files
from ..edition.sentences import sentence_files
from ..edition.static_files import static_files
from ..edition.walks.feeds import feed_files
from ..edition.walks.files import walk_files
from ..map.basemap import Basemap, basemaps_of
from ..map.legs import measured
from ..pages import page_files
from ..site.addresses import Site

__all__ = ["build_edition", "plan_edition"]


def plan_edition(
    content: Content,
    site: Site,
    today: date,
    basemaps: Mapping[str, Basemap] | None = None,
    aside: Collection[str] = (),
) -> PlannedFiles:
    """Return every planned file of the edition of a day; nothing is made yet.

    What must stay hidden is removed first: nothing below sees the library itself.
    `basemaps` is what lies under each territory; without it, what the street plan knows. `aside` are the paths of
    pages that cannot be made.
    """
    basemaps = basemaps_of(content) if basemaps is None else basemaps
    GROUPS.begin()
    with uncollected():
        told = _settled(public_content(content))
        public = measured(content_ahead(told, today), basemaps)
        pages = page_files(public, site, basemaps).without(aside)
        others = (
            *sentence_files(site),
            *map_files(basemaps),
            *manifest_files(public, site),
            open_api_file(public, site),
            *feed_files(told, basemaps, site, today),
            *photo_files(public),
            *static_files(site),
        )
        found = (
            GROUPS.keep("others", others),
            pages,
            phone_files(public, site),
            hours_files(public, site, today),
            data_files(public, site),
            walk_files(public, basemaps, site),
            code_files(public, site),
        )
        return PlannedFiles(chain.from_iterable(files.bundles for files in found))


# Private

_SAME = Cache()
Table = TypeVar("Table")


def _settled(content: PublicContent) -> PublicContent:
    """Return the content with the tables of the plan before where they say the same: one look tells it then."""
    return replace(
        content,
        categories=_same(content.categories),
        calendar=_same(content.calendar),
        texts=_same(content.texts),
        plan=_same(content.plan),
    )


def _same(table: Table) -> Table:
    found: Table = _SAME.take(type(table), (table,), lambda: table)
    return found
