"""What an edition knows of the site it is made for, and every address in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from ..domain.subject import PLACE, TERRITORY, WALK
from ..domain.text import SOURCE

POSTER_LANGUAGE = "ar"
"""The second language of a poster when none is asked for."""


VERSION_DIGITS = 8
"""Of a digest, in an address that browsers may keep the answer of."""


@dataclass(frozen=True)
class Site:
    """The languages served (source first), where the site lives, and what its pages are made with.

    Addresses are root-relative and begin with `base` ("/", or "/quartier/" under a path prefix). `public_url`
    is the whole address of `base`, without its last slash.
    """

    languages: Sequence[str]
    version: str
    base: str = "/"
    public_url: str | None = None
    rehearsal: bool = False
    """True when `ADEUXPAS_TODAY` sets the date: phones then show that day, and say so."""

    assets: Mapping[str, str] = field(default_factory=dict)
    """Digest of every built asset by its path (`static/gen/app.css`)."""

    is_static: bool = False
    """True for a site of files alone: nothing answers but what was written beforehand, nobody receives a message."""

    paper: Mapping[str, str] | None = None
    """Digest of every QR code and poster of a static site by its path; None where a server draws them when asked."""

    @cached_property
    def asset_version(self) -> str:
        """What changes with any built asset, eight hexadecimal digits; "" where none is built."""
        return sha256(repr(sorted(self.assets.items())).encode()).hexdigest()[:VERSION_DIGITS] if self.assets else ""

    def url(self, path: str = "") -> str:
        """Return the address of a path of the edition (`fr/places/abc`); a built asset has its version in it."""
        return self.base + versioned(self._written(path), self.asset_version)

    def address(self, path: str = "") -> str:
        """Return the whole address of a path where the public one is known, else its address on this site."""
        return self.url(path) if self.public_url is None else f"{self.public_url}/{self._written(path)}"

    def home(self, lang: str) -> str:
        """Return the path of the list of territories."""
        return f"{lang}/"

    def territory(self, lang: str, territory: str, *, page: int = 1) -> str:
        """Return the path of a territory's list, or of a further page of it."""
        home = f"{lang}/{TERRITORY.path(territory)}"
        return home if page == 1 else f"{home}page/{page}"

    def map(self, lang: str, territory: str) -> str:
        """Return the path of a territory's map."""
        return f"{lang}/{territory}/map"

    def theme(self, lang: str, territory: str, theme: str) -> str:
        """Return the path of the list of one theme."""
        return f"{lang}/{territory}/t/{theme}/"

    def walks(self, lang: str, territory: str) -> str:
        """Return the path of a territory's walks."""
        return f"{lang}/{territory}/walks/"

    def place(self, lang: str, place: str) -> str:
        """Return the path of a place's page."""
        return f"{lang}/{PLACE.path(place)}"

    def walk(self, lang: str, walk: str) -> str:
        """Return the path of a walk's page."""
        return f"{lang}/{WALK.path(walk)}"

    def kiosk(self, territory: str, lang: str = "") -> str:
        """Return the path of what the screen of a kiosk shows: while nobody touches it, or in a language."""
        return f"kiosk/{territory}/{lang}" if lang else f"kiosk/{territory}"

    def lead(self, lang: str, walk: str) -> str:
        """Return the path of the page that a walk is led with."""
        return f"{self.walk(lang, walk)}/lead"

    def printed(self, code: str) -> str | None:
        """Return the address printed on paper for a short code, without its scheme; in lower case but for a prefix."""
        if self.public_url is None:
            return None
        host, slash, prefix = self.public_url.split("://", 1)[1].partition("/")
        return f"{host.lower()}{slash}{prefix}/{code.lower()}"

    def qr(self, code: str) -> str:
        """Return the path of the picture of a code."""
        return f"qr/{code}.svg"

    def poster(self, code: str, lang: str) -> str:
        """Return the path of the poster for readers of a language, French above it."""
        return f"poster/{code}.pdf" if lang in (SOURCE, POSTER_LANGUAGE) else f"poster/{code}-{lang}.pdf"

    def has_paper(self, path: str) -> bool:
        """Tell whether a code or a poster can be had here."""
        if self.paper is None or path in self.paper:
            return True
        return self.public_url is not None and path.startswith("qr/")

    def _written(self, path: str) -> str:
        """A file server has a folder for each page: a link with its slash needs no redirect."""
        return f"{path}/" if self.is_static and is_page(path) else path


CHUNKS = "static/gen/chunks/"
"""Scripts whose names carry a hash: other scripts import them as they are."""


def versioned(path: str, version: str) -> str:
    """Return the address that pages ask a built script, style or drawing at: browsers may keep what it answers."""
    is_asset = path.startswith("static/gen/") and path.count("/") == 2
    return f"{path}?v={version}" if is_asset and version else path


def is_page(path: str) -> bool:
    """Tell whether a path is one of a page without a slash at its end: it has no extension either."""
    return path != "" and not path.endswith("/") and "." not in path.rsplit("/", 1)[-1]
