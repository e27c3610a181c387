"""Sentences that a language has not yet: pages say them in French, and that they are French.

Where a sentence is said, nobody knows whether it will stand in a text, an attribute or a title. So it is said between
two signs that no text has, and the finished page puts an element in their place, or nothing where none may stand.
"""

import re
from collections.abc import Callable
from copy import copy
from dataclasses import replace

from babel.support import NullTranslations

from ..domain.text import SOURCE
from ..language.language import Language


def tell_french_apart(language: Language) -> Language:
    """Return a language whose missing sentences are said between the signs."""
    if language.code == SOURCE:
        return language
    translations = copy(language.translations)
    translations.add_fallback(_French())
    return replace(language, translations=translations)


def mark_french(html: str, direction: str) -> str:
    """Return a page where each sentence between the signs is in an element of its language."""
    if _BEGIN not in html:
        return html
    return _PARTS.sub(_marking('<span lang="fr" dir="ltr">' if direction == "rtl" else '<span lang="fr">'), html)


# Private

_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Unicode keeps these for programs: no text may hold them."""

_PARTS = re.compile(rf"<(script|style|title|textarea|option)\b.*?</\1>|<[^>]*>|[{_BEGIN}{_END}]", re.DOTALL | re.ASCII)
"""What holds no elements (tags, texts of forms), and the signs elsewhere."""

_SIGNS = re.compile(rf"[{_BEGIN}{_END}]|%EF%B7%9[01]")
"""In an address they are written out."""


class _French(NullTranslations):
    def gettext(self, message: str) -> str:
        return f"{_BEGIN}{message}{_END}"

    def ngettext(self, msgid1: str, msgid2: str, num: int) -> str:
        # French counts 0 with 1.
        return self.gettext(msgid1 if num < 2 else msgid2)


def _marking(element: str) -> Callable[[re.Match[str]], str]:
    """Return what a part of a page becomes; a sentence within another is in the other's element."""
    depth, drawings = 0, 0

    def marked(part: re.Match[str]) -> str:
        nonlocal depth, drawings
        words = part[0]
        if words not in (_BEGIN, _END):
            drawings += words.startswith("<svg") - words.startswith("</svg")
            return _SIGNS.sub("", words)
        before, depth = depth, depth + (1 if words == _BEGIN else -1)
        if drawings or (before and depth):
            return ""  # a drawing has no elements of pages in it
        return element if depth else "</span>"

    return marked
