"""The site export: the edition of a site of files, made beside the one that is served and never in its way."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flask import Flask

from ..edition.build import Progress
from ..edition.file import fingerprint_of
from ..edition.store import Edition, StoredFile
from ..settings import Settings
from .address import Address
from .hosting import hosting_files
from .layout import File, files_of
from .make import EditionMaker, paper_producer, producer, site_of
from .paper import drawn

FOLDER = "publications"


@dataclass(frozen=True)
class Publication:
    """What is ready to be written: the pages, what was drawn for paper, and how many posters could not be."""

    pages: Edition
    paper: Edition
    undrawn: int


class SiteExport:
    """Makes the site of one application for one address, in a store of its own under `publications/`."""

    def __init__(self, app: Flask, address: Address) -> None:
        self._app = app
        self._settings: Settings = app.config["ADEUXPAS"]
        self._slug = address.slug
        self._site = replace(
            site_of(self._settings), base=address.base, public_url=address.public_url, is_static=True, paper={}
        )
        self._maker = EditionMaker(app, self._site, self._folder("paper"))
        self._pages = EditionMaker(app, self._site, self._folder("pages"))

    def is_current(self) -> bool:
        """Tell whether what was last made is what would be made now."""
        paper = self._maker.store.current()
        return paper is not None and paper.inputs == self._paper_inputs() and self._pages.is_current()

    def make(self, drawing: Progress | None = None, making: Progress | None = None) -> Publication:
        """Draw the paper, then make the pages, which link to what could be drawn."""
        paper = self._draw(drawing)
        good = drawn(paper, self._maker.store)
        site = replace(self._site, paper={path: stored.sha256 for path, stored in sorted(_files(good).items())})
        self._pages = EditionMaker(self._app, site, self._folder("pages"))
        pages = self._pages.mended()
        if pages is None or not self._pages.is_current():
            pages = self._pages.make_edition(making)
        return Publication(pages, good, len(_files(paper)) - len(_files(good)) + len(paper.unmade))

    def files(self, made: Publication, *, twins: bool = True) -> Iterator[File]:
        """Yield every file of the site."""
        yield from files_of(made.pages, self._pages.store, twins=twins)
        yield from files_of(replace(made.paper, files=_files(made.paper)), self._maker.store, twins=twins)
        codes = json.loads(self._pages.store.body(made.pages.files["codes.json"]))
        yield from hosting_files(self._site, codes)

    # Private

    def _folder(self, kind: str) -> str:
        return f"{FOLDER}/{self._slug}/{kind}"

    def _draw(self, progress: Progress | None) -> Edition:
        paper, inputs = self._maker.mended(), self._paper_inputs()
        if paper is not None and paper.inputs == inputs:
            return paper
        day, maps = self._settings.edition_date, self._settings.maps
        wanted = producer().Wanted(self._site, day, maps, self._maker.maker, inputs, progress)
        made: Edition = paper_producer().print_paper(self._app, self._maker.store, wanted)
        return made

    def _paper_inputs(self) -> str:
        """A poster says whether its facts are old: it depends on the day."""
        return fingerprint_of(self._maker.inputs(), self._settings.edition_date)


def _files(paper: Edition) -> Mapping[str, StoredFile]:
    """Return what was drawn, without the files that speak of an edition."""
    return {path: stored for path, stored in paper.files.items() if path.startswith(("qr/", "poster/"))}
