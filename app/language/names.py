"""What a language is called in itself, which way it runs (CLDR), and which tags of languages a site can serve."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property, lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.localedata import LocaleDataDict, load

from ..domain.text import canonical_tag, fold


@lru_cache(maxsize=256)
def locale_of(lang: str) -> Locale:
    """Return the CLDR locale of a BCP 47 tag (`pt-BR`, `zh-Hant`)."""
    return _Alone.parse(lang, sep="-")


def is_served(tag: str) -> bool:
    """Tell whether a site can serve a language under this tag: written as BCP 47 has it, and known to CLDR."""
    return tag == canonical_tag(tag) and _is_known(tag)


def served_tag(tag: str) -> str | None:
    """Return how to write a tag so that it is served, None when CLDR does not know the language."""
    found = canonical_tag(tag)
    while found and not _is_known(found):
        found = found.rpartition("-")[0]
    return found or None


def tag_called(name: str) -> str | None:
    """Return the tag of the language that French, English or the language itself calls so (`espagnol`, `Türkçe`)."""
    wanted = fold(name)
    told = [(tag, fold(words)) for teller in ("fr", "en") for tag, words in locale_of(teller).languages.items()]
    called = [canonical_tag(tag) for tag, words in told if words == wanted]
    if not called:  # only then are all languages asked for their own names: that takes seconds
        called = [canonical_tag(tag) for tag in dict(told) if fold(_own_name(tag)) == wanted]
    return next((tag for tag in called if is_served(tag)), None)


def direction_of(lang: str) -> str:
    """Return `rtl` or `ltr` (CLDR character order)."""
    return "rtl" if locale_of(lang).character_order == "right-to-left" else "ltr"


def name_of(lang: str) -> str:
    """Return the name of a language in itself, with the capital its script wants at the start."""
    name = locale_of(lang).get_display_name() or lang
    return name[:1].upper() + name[1:]


# Private


class _Alone(Locale):
    """A locale with data of its own. Babel's share what they inherit, and keep there what they looked up for one
    language: once Pashto has named a Monday, others call it so too."""

    @cached_property
    def _data(self) -> LocaleDataDict:
        return LocaleDataDict(_Copied(load(str(self))))


class _Copied(dict[Any, Any]):
    """Data of CLDR, each part copied when it is first asked for: a language has a megabyte, of which we say little."""

    def __init__(self, source: Mapping[Any, Any]) -> None:
        super().__init__()
        self._source = source

    def __missing__(self, part: Any) -> Any:
        self[part] = copied = deepcopy(self._source[part])
        return copied


def _own_name(tag: str) -> str:
    try:
        return Locale.parse(tag).get_display_name() or ""
    except (UnknownLocaleError, ValueError):
        return ""


def _is_known(tag: str) -> bool:
    if tag == "root":  # what CLDR says where it knows no language
        return False
    try:
        locale_of(tag)
    except (UnknownLocaleError, ValueError):
        return False
    return True
