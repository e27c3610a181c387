"""What a language is called in itself, and which way it runs (CLDR)."""

from babel import Locale


def direction_of(lang: str) -> str:
    """Return `rtl` or `ltr` (CLDR character order)."""
    return "rtl" if Locale.parse(lang, sep="-").character_order == "right-to-left" else "ltr"


def name_of(lang: str) -> str:
    """Return the name of a language in itself, with the capital its script wants at the start."""
    name = Locale.parse(lang, sep="-").get_display_name() or lang
    return name[:1].upper() + name[1:]
