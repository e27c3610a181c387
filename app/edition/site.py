"""What an edition knows of the site it is made for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import Locale


@dataclass(frozen=True)
class Site:
    """The languages served (source first), the public address, and digests of what pages are made with."""

    languages: Sequence[str]
    version: str
    public_url: str | None = None
    rehearsal: bool = False
    """True when `ADEUXPAS_TODAY` sets the date: phones then show that day, and say so."""

    assets: Mapping[str, str] | None = None
    """Digest of each built asset by its address (`static/gen/app.css`)."""


def direction_of(lang: str) -> str:
    """Return `rtl` or `ltr` (CLDR character order)."""
    return "rtl" if Locale.parse(lang, sep="-").character_order == "right-to-left" else "ltr"


def name_of(lang: str) -> str:
    """Return the name of a language in itself, with the capital its script wants at the start."""
    name = Locale.parse(lang, sep="-").get_display_name() or lang
    return name[:1].upper() + name[1:]
