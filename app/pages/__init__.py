"""Every page of an edition, in every language."""

from collections.abc import Iterator, Mapping

from ..domain.public import PublicContent
from ..edition.bundles import Bundle, in_bundles
from ..edition.groups import GROUPS
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


@in_bundles
def page_files(content: PublicContent, site: Site, basemaps: Mapping[str, Basemap] | None = None) -> Iterator[Bundle]:
    """Yield every page: the choice of language, then for each language its lists, and every place."""
    context = SiteContext(content, site, basemaps_of(content) if basemaps is None else basemaps)
    yield from GROUPS.keep("doors", door_files(context)).bundles
    for each in context.voices():
        plain = (*plain_files(each), urgent_file(each), *code_files(each))
        yield from GROUPS.keep(("plain", each.lang), plain).bundles
        for found in territory_files(each), walk_files(each), leading_files(each):
            yield from found.bundles
    yield from place_files(context).bundles
    yield from kiosk_files(context).bundles
