"""The edition maker: tells whether the edition still says what the library says, and makes the next one if not."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from flask import Flask

from ..domain.text import SOURCE
from ..edition.build import KEPT, Progress
from ..edition.file import fingerprint_of
from ..edition.hours import first_day
from ..edition.static_files import asset_digests
from ..edition.store import Edition, EditionStore
from ..language.names import is_served
from ..language.wordings import lay_over
from ..library.content.revision import library_digest
from ..library.content.wordings import read_wordings
from ..library.editions import note_edition
from ..library.faults import LibraryFault
from ..map.faults import MapDamaged
from ..map.files import digest_of_maps
from ..settings import ROOT, VERSION, Settings
from ..site.addresses import Site
from ..site.page_styles import style_sources
from .site_secret import print_of, site_secret

_MAKERS = (
    *("app/domain", "app/edition", "app/language", "app/map", "app/pages", "app/print", "app/publish", "app/site"),
    "app/templates",
)
"""What decides how a page looks besides the library: when one of its files changes, all is made again."""

_DECIDING = (".py", ".html", ".toml", ".typ", ".svg")
_TRANSLATIONS = ROOT / "translations"


def site_of(settings: Settings) -> Site:
    """Return the site that the settings and the translations on disk describe."""
    return Site(
        languages=languages_of(_TRANSLATIONS),
        version=VERSION,
        public_url=settings.public_url,
        rehearsal=settings.today is not None,
        assets=asset_digests(),
    )


def languages_of(translations: Path) -> tuple[str, ...]:
    """Return the languages that have a folder named as it is served, the source first."""
    others = {name for folder in translations.glob("*/LC_MESSAGES") if is_served(name := folder.parent.name)} - {SOURCE}
    return (SOURCE, *sorted(others))


def producer() -> Any:
    """Return the module that makes editions, loaded now if it was not yet."""
    return import_module(".produce", __package__)


def paper_producer() -> Any:
    """Return the module that draws sheets, loaded now if it was not yet."""
    return import_module(".produce_paper", __package__)


class EditionMaker:
    """Makes editions of one application in its data folder: those that are served, or those of another site.

    What the program itself is made of is read once: a running server does not change under its feet. Languages are
    looked at each time: a new one is content, and needs no new start.
    """

    def __init__(self, app: Flask, site: Site | None = None, folder: str = "editions") -> None:
        self._app = app
        self._settings: Settings = app.config["ADEUXPAS"]
        self._site = site
        self.store = EditionStore(self._settings.data / folder)
        self._stamp: tuple[int, int] | None = None
        self._inputs = ""
        self._laid = ""

    def is_current(self) -> bool:
        """Tell whether the current edition was made from what there is now."""
        stamp = self.store.stamp()
        if stamp != self._stamp:
            edition = self.store.current()
            self._stamp, self._inputs = stamp, edition.inputs if edition else ""
        return self._inputs == self.inputs()

    def mended(self) -> Edition | None:
        """Return the current edition if it is whole; drop what was lost of it, to be made again, if not."""
        edition = self.store.current()
        if edition is None or self.store.is_whole(edition):
            return edition
        with self.store.locked():
            self.store.publish(self.store.drop_damaged(edition), keep=KEPT)
        return None

    def damaged_maps(self) -> list[MapDamaged]:
        """Return why each built map that is damaged is not in the edition."""
        found: list[MapDamaged] = producer().damaged_maps(self._settings.maps)
        return found

    def make_edition(self, progress: Progress | None = None) -> Edition:
        """Make the next edition; when nothing changed it is the current one again."""
        making, day, maps = producer(), self._settings.edition_date, self._settings.maps
        inputs = self.inputs()  # first: what changes meanwhile is found at the next look
        wanted = making.Wanted(self.site, day, maps, self.maker, inputs, progress, site_secret(self._settings))
        read_at = datetime.now(UTC)
        edition: Edition = making.make_edition(self._app, self.store, wanted)
        if self._site is None:
            self._note(edition, read_at)
        return edition

    def _note(self, edition: Edition, read_at: datetime) -> None:
        """Note when the library was read; a busy one is not waited for: its messages are then compared with nothing."""
        with self._app.app_context(), suppress(LibraryFault):
            note_edition(edition.number, read_at)

    @property
    def site(self) -> Site:
        """The site that editions are made for, in the languages that there are now."""
        return self._site or replace(self._own_site, languages=languages_of(_TRANSLATIONS))

    @cached_property
    def _own_site(self) -> Site:
        return site_of(self._settings)

    def inputs(self) -> str:
        """Return a digest of all that an edition made now would be made from."""
        week = first_day(self._settings.edition_date)
        with self._app.app_context():
            digest = library_digest()
            if digest != self._laid:  # the desk itself speaks in what it translated, edition or not
                lay_over(read_wordings())
                self._laid = digest
            return fingerprint_of(
                self.maker,
                self.site,
                self._settings.today,
                week,
                digest,
                digest_of_maps(self._settings.maps),
                print_of(site_secret(self._settings)),
            )

    @property
    def maker(self) -> str:
        """A digest of the program and its catalogues, as far as they decide how a page looks."""
        catalogues = sorted([*_TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"), *_TRANSLATIONS.glob("*/posters.po")])
        digests = [(str(po.relative_to(_TRANSLATIONS)), _digest_of(po, po.stat().st_mtime_ns)) for po in catalogues]
        return fingerprint_of(self._program, digests)

    @cached_property
    def _program(self) -> str:
        files = sorted(file for folder in _MAKERS for file in (ROOT / folder).rglob("*") if file.suffix in _DECIDING)
        digests = {file.relative_to(ROOT).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}
        return fingerprint_of(VERSION, digests, self._own_site.asset_version, style_sources())


@lru_cache(maxsize=64)
def _digest_of(file: Path, _stamp: int) -> str:
    """Return a digest of a file, read once as long as it is the same."""
    return sha256(file.read_bytes()).hexdigest()
