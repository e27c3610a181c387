"""Every page of an edition, in every language."""

from collections.abc import Iterator, Mapping

from ..domain.public import PublicContent
from ..edition.file import PlannedFile
from ..map.basemap import Basemap, basemaps_of
from ..site.addresses import Site
from .codes import code_files
from .context import SiteContext
from .kiosk import kiosk_files
from .leading import leading_files
from .list_files import territory_files
from .place_files import place_files
from .plain import plain_files
from .root import door_files
from .urgent import urgent_file
from .walks import walk_files


def page_files(
    content: PublicContent, site: Site, basemaps: Mapping[str, Basemap] | None = None
) -> Iterator[PlannedFile]:
    """Yield every page: the choice of language, then for each language its lists, and every place."""
    context = SiteContext(content, site, basemaps_of(content) if basemaps is None else basemaps)
    yield from door_files(context)
    for each in context.voices():
        yield from plain_files(each)
        yield urgent_file(each)
        yield from territory_files(each)
        yield from walk_files(each)
        yield from leading_files(each)
        yield from code_files(each)
    yield from place_files(context)
    yield from kiosk_files(context)
