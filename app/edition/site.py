"""What an edition knows of the site it is made for, and every address in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from babel import Locale


@dataclass(frozen=True)
class Site:
    """The languages served (source first), where the site lives, and what its pages are made with.

    Addresses are root-relative and begin with `base` ("/", or "/quartier/" under a path prefix).
    """

    languages: Sequence[str]
    version: str
    base: str = "/"
    public_url: str | None = None
    rehearsal: bool = False
    """True when `ADEUXPAS_TODAY` sets the date: phones then show that day, and say so."""

    is_static: bool = False
    """True when the pages go to a plain file server: nobody is there to receive a message."""

    assets: Mapping[str, str] = field(default_factory=dict)
    """Digest of every built asset by its path (`static/gen/app.css`)."""

    def url(self, path: str = "") -> str:
        """Return the address of a path of the edition (`fr/places/abc`)."""
        return self.base + path

    def home(self, lang: str) -> str:
        """Return the path of the list of territories."""
        return f"{lang}/"

    def territory(self, lang: str, territory: str, *, page: int = 1) -> str:
        """Return the path of a territory's list, or of a further page of it."""
        return f"{lang}/{territory}/" if page == 1 else f"{lang}/{territory}/page/{page}"

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
        return f"{lang}/places/{place}"

    def walk(self, lang: str, walk: str) -> str:
        """Return the path of a walk's page."""
        return f"{lang}/walks/{walk}"

    def printed(self, code: str) -> str | None:
        """Return the address printed on paper for a short code, in lower case, without its scheme."""
        if self.public_url is None:
            return None
        return f"{self.public_url.split('://', 1)[1]}/{code}".lower()


def direction_of(lang: str) -> str:
    """Return `rtl` or `ltr` (CLDR character order)."""
    return "rtl" if Locale.parse(lang, sep="-").character_order == "right-to-left" else "ltr"


def name_of(lang: str) -> str:
    """Return the name of a language in itself, with the capital its script wants at the start."""
    name = Locale.parse(lang, sep="-").get_display_name() or lang
    return name[:1].upper() + name[1:]
