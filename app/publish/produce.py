"""What needs the whole library: the next edition.

Loaded by name at the first need (`make.printing`): its libraries take longer to import than a server with
nothing to print takes to start. What draws sheets is apart (`produce_paper.py`): a server that makes editions is not to
carry it.
"""

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
from ..pages.renderer import COMPILED
from ..site.addresses import Site
from .memory import give_memory_back
from .planner import Planner, try_plan
from .told import read_what_is_told

__all__ = ["Order", "damaged_maps", "print_edition", "unmade_of"]


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
    COMPILED.keep_in(store.folder / "templates")
    edition = print_content(library_of(app), store, order)
    give_memory_back()  # all that it was made from is let go
    return edition


def print_content(content: Content, store: EditionStore, order: Order) -> Edition:
    """Make the edition of a day from a content, without the pages that cannot be made."""
    basemaps = basemaps_of(public_content(content), order.maps)
    planner = Planner(content, order.site, order.day, basemaps, order.secret)
    return build(store, order, planner.plan(), planner.without)


def unmade_of(content: Content, site: Site, day: date, progress: Progress) -> list[Unmade]:
    """Return what an edition of a content would have to go on without."""
    return list(try_plan(Planner(content, site, day, basemaps_of(public_content(content))), progress))


def library_of(app: Flask) -> Content:
    """Return what the library of an application tells."""
    with app.app_context():
        return read_what_is_told()


def build(store: EditionStore, order: Order, plan: Plan, without: Without = lambda unmade: None) -> Edition:
    """Build an edition as it was ordered."""
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
