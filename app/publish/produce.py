"""What needs the whole library: the next edition.

Loaded by name at the first need (`make.producer`): its libraries take longer to import than a server with
nothing to make takes to start. What draws sheets is apart (`produce_paper.py`): a server that makes editions is not to
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

__all__ = ["Wanted", "damaged_maps", "make_edition", "unmade_of"]


@dataclass(frozen=True)
class Wanted:
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


def make_edition(app: Flask, store: EditionStore, wanted: Wanted) -> Edition:
    """Make the edition of a day from what the library holds."""
    COMPILED.keep_in(store.folder / "templates")
    edition = make_from(library_of(app), store, wanted)
    give_memory_back()  # all that it was made from is let go
    return edition


def make_from(content: Content, store: EditionStore, wanted: Wanted) -> Edition:
    """Make the edition of a day from a content, without the pages that cannot be made."""
    basemaps = basemaps_of(public_content(content), wanted.maps)
    planner = Planner(content, wanted.site, wanted.day, basemaps, wanted.secret)
    return build(store, wanted, planner.plan(), planner.without)


def unmade_of(content: Content, site: Site, day: date, progress: Progress) -> list[Unmade]:
    """Return what an edition of a content would have to go on without."""
    return list(try_plan(Planner(content, site, day, basemaps_of(public_content(content))), progress))


def library_of(app: Flask) -> Content:
    """Return what the library of an application tells."""
    with app.app_context():
        return read_what_is_told()


def build(store: EditionStore, wanted: Wanted, plan: Plan, without: Without = lambda unmade: None) -> Edition:
    """Build an edition as it is wanted."""
    return build_edition(
        store.folder,
        plan.files,
        date=wanted.day,
        version=wanted.site.version,
        site=wanted.site,
        maker=wanted.maker,
        inputs=wanted.inputs,
        packs=plan.packs,
        aside=plan.aside,
        without=without,
        progress=wanted.progress,
    )
