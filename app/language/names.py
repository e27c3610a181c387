"""What a language is called in itself, which way it runs (CLDR), and which tags of languages a site can serve."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from ..domain.text import canonical_tag


@lru_cache(maxsize=256)
def locale_of(lang: str) -> Locale:
    """Return the CLDR locale of a BCP 47 tag (`pt-BR`, `zh-Hant`)."""
    return Locale.parse(lang, sep="-")


def is_served(tag: str) -> bool:
    """Tell whether a site can serve a language under this tag: written as BCP 47 has it, and known to CLDR."""
    return tag == canonical_tag(tag) and _is_known(tag)


def served_tag(tag: str) -> str | None:
    """Return how to write a tag so that it is served, None when CLDR does not know the language."""
    found = canonical_tag(tag)
    while found and not _is_known(found):
        found = found.rpartition("-")[0]
    return found or None


def direction_of(lang: str) -> str:
    """Return `rtl` or `ltr` (CLDR character order)."""
    return "rtl" if locale_of(lang).character_order == "right-to-left" else "ltr"


def name_of(lang: str) -> str:
    """Return the name of a language in itself, with the capital its script wants at the start."""
    name = locale_of(lang).get_display_name() or lang
    return name[:1].upper() + name[1:]


# Private


def _is_known(tag: str) -> bool:
    try:
        locale_of(tag)
    except (UnknownLocaleError, ValueError):
        return False
    return True
