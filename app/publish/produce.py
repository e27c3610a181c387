"""What needs the whole library: the next edition, and a poster.

Loaded by name at the first need (`make.printing`): its libraries take longer to import than a server with
nothing to print takes to start.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flask import Flask

from ..domain.content import Content
from ..domain.public import public_content
from ..edition.build import Plan, Progress, Without, build_edition
from ..edition.store import Edition, EditionStore
from ..edition.unmade import Unmade
from ..map.basemap import basemaps_of, damaged_maps
from ..print.refusal import PosterRefused
from ..site.addresses import Site
from .memory import give_memory_back
from .paper import paper_files
from .planner import Planner, try_plan
from .sheets import Asked, draw_sheet, read_printable
from .told import read_what_is_told

__all__ = ["Order", "damaged_maps", "print_edition", "print_paper", "print_poster", "unmade_of"]


@dataclass(frozen=True)
class Order:
    """What an edition is made for and from; the rest as `build_edition` has it.

    `maps` is the folder of built maps, `secret` what the leader packs are sealed with.
    """

    site: Site
    day: date
    maps: Path
    maker: str
    inputs: str
    progress: Progress | None = None
    secret: bytes | None = None


def print_edition(app: Flask, store: EditionStore, order: Order) -> Edition:
    """Make the edition of a day from what the library holds."""
    return print_content(_library_of(app), store, order)


def print_content(content: Content, store: EditionStore, order: Order) -> Edition:
    """Make the edition of a day from a content, without the pages that cannot be made."""
    basemaps = basemaps_of(public_content(content), order.maps)
    planner = Planner(content, order.site, order.day, basemaps, order.secret)
    edition = _build(store, order, planner.plan(), planner.without)
    give_memory_back()
    return edition


def unmade_of(content: Content, site: Site, day: date, progress: Progress) -> list[Unmade]:
    """Return what an edition of a content would have to go on without."""
    return list(try_plan(Planner(content, site, day, basemaps_of(public_content(content))), progress))


def print_paper(app: Flask, store: EditionStore, order: Order) -> Edition:
    """Draw the codes and the posters of a site of files: an edition of their own, beside the one of its pages."""
    content = public_content(_library_of(app))
    return _build(store, order, Plan(paper_files(content, order.site, order.day, basemaps_of(content, order.maps))))


def print_poster(
    site: Site, day: date, kind: str, id: str, languages: Sequence[str], *, base: str, maps: Path
) -> bytes | list[str]:
    """Return the poster as PDF, or the sentences that say why there is none."""
    try:
        return draw_sheet(read_printable(site, maps), Asked(kind, id, languages, day), base=base)
    except PosterRefused as refused:
        return [problem.tell() for problem in refused.problems]


# Private


def _library_of(app: Flask) -> Content:
    with app.app_context():
        return read_what_is_told()


def _build(store: EditionStore, order: Order, plan: Plan, without: Without = lambda unmade: None) -> Edition:
    return build_edition(
        store.folder,
        plan.files,
        date=order.day,
        version=order.site.version,
        site=order.site,
        maker=order.maker,
        inputs=order.inputs,
        packs=plan.packs,
        aside=plan.aside,
        without=without,
        progress=order.progress,
    )
