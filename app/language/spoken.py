"""The languages that paper speaks, read once: a hundred posters say the same few sentences."""

from functools import lru_cache

from babel.support import NullTranslations

from ..domain.text import SOURCE
from .catalogues import read_messages
from .language import Language


def spoken(lang: str) -> Language:
    """Return a language with its catalogue, read again once that has changed."""
    return _with(lang, read_messages(lang))


@lru_cache(maxsize=64)
def _with(lang: str, translations: NullTranslations) -> Language:
    return Language(lang, translations)


def french() -> Language:
    """Return the language of the street: names, addresses and small print."""
    return spoken(SOURCE)
