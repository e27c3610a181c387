"""What needs the whole library: the next edition, and a poster.

Loaded by name at the first need (`make.printing`): its libraries take longer to import than a server with
nothing to print takes to start.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flask import Flask

from ..domain.public import PublicContent, public_content
from ..edition.build import Progress, build_edition
from ..edition.file import PlannedFile
from ..edition.packs.plan import PackPlan, plan_packs
from ..edition.store import Edition, EditionStore
from ..library.content.queries import read_library
from ..map.basemap import basemaps_of, damaged_maps
from ..print.refusal import PosterRefused
from ..site.addresses import Site
from .paper import paper_files
from .plan import plan_edition
from .sheets import Asked, draw_sheet, read_printable

__all__ = ["Order", "damaged_maps", "print_edition", "print_paper", "print_poster"]


@dataclass(frozen=True)
class Order:
    """What an edition is made for and from; `maps` is the folder of built maps, the rest as `build_edition` has it."""

    site: Site
    day: date
    maps: Path
    maker: str
    inputs: str
    progress: Progress | None = None


def print_edition(app: Flask, store: EditionStore, order: Order) -> Edition:
    """Make the edition of a day from what the library holds."""
    content = _content_of(app)
    planned = plan_edition(content, order.site, order.day, basemaps_of(content, order.maps))
    return _build(store, order, planned, plan_packs(content, order.site))


def print_paper(app: Flask, store: EditionStore, order: Order) -> Edition:
    """Draw the codes and the posters of a site of files: an edition of their own, beside the one of its pages."""
    content = _content_of(app)
    return _build(store, order, paper_files(content, order.site, order.day, basemaps_of(content, order.maps)))


def print_poster(
    site: Site, day: date, kind: str, id: str, languages: Sequence[str], *, base: str, maps: Path
) -> bytes | list[str]:
    """Return the poster as PDF, or the sentences that say why there is none."""
    try:
        return draw_sheet(read_printable(site, maps), Asked(kind, id, languages, day), base=base)
    except PosterRefused as refused:
        return [problem.tell() for problem in refused.problems]


# Private


def _content_of(app: Flask) -> PublicContent:
    with app.app_context():
        return public_content(read_library())


def _build(
    store: EditionStore, order: Order, planned: Iterable[PlannedFile], packs: Sequence[PackPlan] = ()
) -> Edition:
    return build_edition(
        store.folder,
        planned,
        date=order.day,
        version=order.site.version,
        site=order.site,
        maker=order.maker,
        inputs=order.inputs,
        packs=packs,
        progress=order.progress,
    )
