"""The languages that paper speaks, read once: a hundred posters say the same few sentences."""

from functools import cache

from ..domain.text import SOURCE
from .language import Language


@cache
def spoken(lang: str) -> Language:
    """Return a language with its catalogue."""
    return Language.read(lang)


def french() -> Language:
    """Return the language of the street: names, addresses and small print."""
    return spoken(SOURCE)
