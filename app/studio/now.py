"""What sheets and pages of the studio are made from now: read once, and again when the library or a map has changed."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from threading import Lock

from ..cache import Cache
from ..domain.subject import SUBJECTS
from ..domain.territory import Territory
from ..library.content.revision import library_digest
from ..map.files import digest_of_maps
from ..pages.context import PageContext, SiteContext
from ..print.order import Order
from ..publish.batch import Wish, orders_of
from ..publish.make import site_of
from ..publish.sheets import Printable, read_printable
from ..settings import Settings
from .choice import Choice


@dataclass(frozen=True)
class Now:
    """The content, the site and the maps at this moment; codes lead to `base` while the site has no address."""

    printable: Printable
    today: date
    digest: str
    """Of the library and the maps: what was drawn under another one may say something else."""

    base: str

    def territory(self, id: str) -> Territory | None:
        """Return a quarter by its id."""
        return self.printable.content.territories.get(id)

    def orders(self, choice: Choice) -> list[Order]:
        """Return the sheets of a choice."""
        return self._ordered(choice, choice.wish)

    def each_order(self, choice: Choice, kind: str) -> list[Order]:
        """Return the sheets of a choice for all that the quarter has of a kind, or of every theme where it is none."""
        wish = replace(choice.wish, themes=())
        if kind in SUBJECTS:
            within = SUBJECTS[kind].within(self.printable.content, choice.territory)
            wish = replace(wish, subjects=tuple((kind, each.id) for each in within))
        return self._ordered(choice, wish)

    def voice(self, lang: str) -> PageContext:
        """Return what pages in a language share; in French where the site is not served in it."""
        voices = {each.lang: each for each in self._pages.voices()}
        return voices.get(lang) or next(iter(voices.values()))

    def _ordered(self, choice: Choice, wish: Wish) -> list[Order]:
        made = orders_of(choice.form, self.printable, wish, self.today)
        return [replace(order, base=self.base) for order in made]

    @cached_property
    def _pages(self) -> SiteContext:
        pages: SiteContext = _READ.take("pages", (self.digest, self.printable.site), self._read_pages)
        return pages

    def _read_pages(self) -> SiteContext:
        return SiteContext(self.printable.content, self.printable.site, self.printable.basemaps)


def look_now(settings: Settings, base: str) -> Now:
    """Return what there is now; raise `LibraryFault` when the library cannot be read."""
    site, maps = site_of(settings), settings.maps
    digest = f"{library_digest()} {digest_of_maps(maps)}"
    with _READING:
        printable: Printable = _READ.take("printable", (digest, site, maps), lambda: read_printable(site, maps))
    return Now(printable, settings.edition_date, digest, base)


# Private

_READ = Cache()
_READING = Lock()
"""Two visitors at once wait for one reading."""
