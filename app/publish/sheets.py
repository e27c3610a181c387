"""The one way to a sheet of paper: what families may see, over the streets of its map, with the legs of its walk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from ..domain.public import PublicContent, public_content
from ..domain.subject import WALK
from ..map.basemap import Basemap, basemaps_of, on_its_basemap
from ..map.legs import RoutedLeg, legs_on_paper
from ..print.formats import DEFAULT, read_format
from ..print.order import Named, Order
from ..print.poster import Picture, draw_order
from ..site.addresses import Site
from ..site.qr import TEST_BASE
from .told import read_what_is_told


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
    content = public_content(read_what_is_told())
    return Printable(content, site, basemaps_of(content, maps))


def order_of(printable: Printable, subjects: Sequence[Named], languages: Sequence[str], today: date) -> Order:
    """Return the order of a sheet, over the streets of its first subject and with the legs of its walks."""
    content = public_content(on_its_basemap(printable.content, *subjects[0], printable.basemaps))
    legs = partial(_legs, printable)
    return Order(content, printable.site, tuple(subjects), tuple(languages), today, legs_of=legs)


def draw_sheet(printable: Printable, asked: Asked, *, base: str = TEST_BASE, fmt: Picture = "pdf") -> bytes:
    """Return the first page of a sheet of one subject; raise `PosterRefused` with every reason when there is none."""
    order = replace(order_of(printable, [(asked.kind, asked.id)], asked.languages, asked.today), base=base)
    return draw_order(read_format(asked.sheet_format), order, fmt=fmt)[0]


# Private


def _legs(printable: Printable, walk: str) -> Sequence[RoutedLeg] | None:
    return legs_on_paper(printable.content, WALK.name, walk, printable.basemaps)
