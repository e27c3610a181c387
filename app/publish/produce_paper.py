"""What needs the whole library and draws sheets: a poster, or all paper of a site of files.

Loaded by name at the first need (`make.paper_producer`), as `produce.py` is.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from flask import Flask

from ..domain.public import public_content
from ..edition.build import Plan
from ..edition.store import Edition, EditionStore
from ..map.basemap import basemaps_of
from ..print.refusal import PosterRefused
from ..site.addresses import Site
from .paper import paper_files
from .produce import Wanted, build, library_of
from .sheets import Asked, draw_sheet, read_printable


def print_paper(app: Flask, store: EditionStore, wanted: Wanted) -> Edition:
    """Draw the codes and the posters of a site of files: an edition of their own, beside the one of its pages."""
    content = public_content(library_of(app))
    return build(store, wanted, Plan(paper_files(content, wanted.site, wanted.day, basemaps_of(content, wanted.maps))))


def print_poster(
    site: Site, day: date, kind: str, id: str, languages: Sequence[str], *, base: str, maps: Path
) -> bytes | list[str]:
    """Return the poster as PDF, or the sentences that say why there is none."""
    try:
        return draw_sheet(read_printable(site, maps), Asked(kind, id, languages, day), base=base)
    except PosterRefused as refused:
        return [problem.tell() for problem in refused.problems]
