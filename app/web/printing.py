"""What needs the whole library: the next edition, and a poster.

Loaded by name at the first need (`press.printing`): its libraries take longer to import than a server with
nothing to print takes to start.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from flask import Flask

from ..edition.bindery import Progress, build_edition
from ..edition.edition import plan_edition
from ..edition.packs.plan import plan_packs
from ..edition.site import Site
from ..edition.store import Edition, EditionStore
from ..edition.walking import legs_on_paper
from ..ground.ground import damaged_maps, grounds_of, on_its_ground
from ..library.queries import read_library
from ..print.poster import PosterRefused, draw_poster
from ..publication.paper import paper_leaves

__all__ = ["damaged_maps", "print_edition", "print_poster"]


def print_edition(
    app: Flask,
    store: EditionStore,
    site: Site,
    day: date,
    *,
    maps: Path,
    maker: str,
    inputs: str,
    progress: Progress | None,
) -> Edition:
    """Make the edition of a day from what the library holds."""
    with app.app_context():
        content = read_library()
    leaves = plan_edition(content, site, day, grounds_of(content, maps))
    return build_edition(
        store.folder,
        leaves,
        date=day,
        version=site.version,
        site=site,
        maker=maker,
        inputs=inputs,
        packs=plan_packs(content, site),
        progress=progress,
    )


def print_paper(
    app: Flask,
    store: EditionStore,
    site: Site,
    day: date,
    *,
    maps: Path,
    maker: str,
    inputs: str,
    progress: Progress | None,
) -> Edition:
    """Draw the codes and the posters of a site of files: an edition of their own, beside the one of its pages."""
    with app.app_context():
        content = read_library()
    return build_edition(
        store.folder,
        paper_leaves(content, site, day, grounds_of(content, maps)),
        date=day,
        version=site.version,
        site=site,
        maker=maker,
        inputs=inputs,
        progress=progress,
    )


def print_poster(
    site: Site, day: date, kind: str, id: str, languages: Sequence[str], *, base: str, maps: Path
) -> bytes | list[str]:
    """Return the poster as PDF, or the sentences that say why there is none."""
    library = read_library()
    grounds = grounds_of(library, maps)
    content, legs = on_its_ground(library, kind, id, grounds), legs_on_paper(library, kind, id, grounds)
    try:
        return draw_poster(content, site, kind, id, languages, today=day, base=base, legs=legs)
    except PosterRefused as refused:
        return [problem.tell() for problem in refused.problems]
