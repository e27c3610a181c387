"""The one way to a sheet of paper: what families may see, over the streets of its map, with the legs of its walk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from ..domain.public import PublicContent, public_content
from ..library.content.queries import read_library
from ..map.basemap import Basemap, basemaps_of, on_its_basemap
from ..map.legs import legs_on_paper
from ..print.formats import DEFAULT
from ..print.poster import draw_poster
from ..site.addresses import Site
from ..site.qr import TEST_BASE


@dataclass(frozen=True)
class Printable:
    """What sheets are drawn from: the content, the site that their codes lead to, the maps of the territories."""

    content: PublicContent
    site: Site
    basemaps: Mapping[str, Basemap]


@dataclass(frozen=True)
class Asked:
    """Which sheet is asked for: of what, in which languages, on which day and in which format."""

    kind: str
    id: str
    languages: Sequence[str]
    today: date
    sheet_format: str = DEFAULT


def read_printable(site: Site, maps: Path) -> Printable:
    """Return what the library and the folder of built maps let be drawn now."""
    content = public_content(read_library())
    return Printable(content, site, basemaps_of(content, maps))


def draw_sheet(
    printable: Printable, asked: Asked, *, base: str = TEST_BASE, fmt: Literal["pdf", "png"] = "pdf"
) -> bytes:
    """Return a sheet; raise `PosterRefused` with every reason when there can be none."""
    subject = asked.kind, asked.id
    content = on_its_basemap(printable.content, *subject, printable.basemaps)
    return draw_poster(
        content,
        printable.site,
        *subject,
        asked.languages,
        today=asked.today,
        fmt=fmt,
        base=base,
        legs=legs_on_paper(printable.content, *subject, printable.basemaps),
        sheet_format=asked.sheet_format,
    )
