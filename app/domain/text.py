"""Texts in several languages: folding for comparison, and a text that knows which language it is in."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any


def N_(sentence: str) -> str:
    """Mark a French sentence for translation later (a gettext keyword); return it unchanged."""
    return sentence


def P_(sentence: str) -> str:
    """Mark a French sentence that only sheets say: its translations are in `translations/<lang>/posters.po`."""
    return sentence


def NN_(singular: str, plural: str) -> tuple[str, str]:
    """Mark a French sentence that counts, with its plural, for translation later; return both."""
    return singular, plural


SOURCE = "fr"
"""The language every text is first written in."""


class TextState(StrEnum):
    """How far a translation can be trusted, from nothing to signed by a person."""

    MISSING = "missing"
    MACHINE = "machine"
    TO_REVIEW = "to-review"
    REVIEWED = "reviewed"
    OUTDATED = "outdated"


@dataclass(frozen=True)
class Text:
    """A text as it is shown: its words, the language they are in, and how they were made."""

    words: str
    lang: str = SOURCE
    state: TextState = TextState.REVIEWED

    def __bool__(self) -> bool:
        return bool(self.words)


@dataclass(frozen=True)
class Translation:
    """One translated entry of `content.po`: `source` is the French it was made from.

    `note` carries the other comment lines of the entry; they survive a dump.
    """

    key: str
    source: str
    words: str
    state: TextState = TextState.MACHINE
    by: str = ""
    on: str = ""
    note: str = ""


@dataclass(frozen=True)
class Texts:
    """All content translations: language → key (`place:<id>/purpose`) → translation."""

    by_language: Mapping[str, Mapping[str, Translation]]

    def of(self, key: str, source: str | None, lang: str) -> Text:
        """Return the text of `key` in `lang`, or the French source said to be French."""
        if not source:
            return Text("", SOURCE)
        found = self.by_language.get(lang, {}).get(key)
        if lang == SOURCE or found is None or not found.words:
            return Text(source, SOURCE)
        state = TextState.OUTDATED if found.source != source else found.state
        return Text(found.words, lang, state)


def plain_text(text: str) -> str:
    """Return a text as it is let in from a phone: one spelling for what looks the same.

    Composed letters (NFC), lines that end in `\\n`, our digits in every script, and no sign that nobody sees or that
    a screen or a terminal would obey. Letters stay those of their language.
    """
    return _plain(text, _MEANT, _UNSEEN).strip()


def plain_message(text: str) -> str:
    """Return a sentence of the interface so; the spaces at its ends and the isolates of its translator stay."""
    return _plain(text, _MEANT | _ISOLATES, _UNSEEN)


def plain_texts(document: Any) -> Any:
    """Return what a file says, with every text in it so; control signs stay, for the reader to name them."""
    if isinstance(document, str):
        return _plain(document, _MEANT, ("Cf",)).strip()
    if isinstance(document, dict):
        return {key: plain_texts(value) for key, value in document.items()}
    if isinstance(document, list):
        return [plain_texts(value) for value in document]
    return document


def fold(words: str) -> str:
    """Return `words` in lower case without accents, ligatures, Arabic vowel signs nor invisible signs, to compare by.

    Digits of every script are ours, and letters of Persian and Urdu keyboards those of Arabic ones.
    """
    return "".join(map(_folded, unicodedata.normalize("NFKD", words.casefold())))


def slug_of(words: str) -> str:
    """Return words as an id (`piscine-hebert`); phones do the same to names in Latin letters (`places/fold.js`)."""
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in fold(words))
    return "-".join(part for part in letters.split("-") if part)


def free_slug(wanted: str, taken: Collection[str]) -> str:
    """Return an id that is not taken: the one wanted, or the first of `wanted-2`, `wanted-3`…"""
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    """Return what a sign is compared as, nothing for one that is written onto another or that nobody sees."""
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return ""
    return "".join(map(_ascii_digit, sign.translate(_FOLDING)))


def _plain(text: str, meant: frozenset[str], unseen: Collection[str]) -> str:
    if text.isascii() and text.isprintable():
        return text
    lines = _LINE_END.sub("\n", text)
    kept = (sign for sign in lines if sign in meant or unicodedata.category(sign) not in unseen)
    # Composed last: a sign that nobody saw may have stood between a letter and its accent.
    return unicodedata.normalize("NFC", "".join(map(_ascii_digit, kept)))


_UNSEEN = ("Cc", "Cf", "Cs")

_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ISOLATES = frozenset("\u2066\u2067\u2068\u2069")
_MEANT = frozenset("\n\t\u200c\u200d\u200e\u200f\u061c\u0600\u0601\u0602\u0603\u0604\u0605\u06dd")
"""Signs of format that say something: joiners of Persian, Indic scripts and emoji, marks of direction, Arabic signs
that stand around a number."""


def _ascii_digit(sign: str) -> str:
    return sign if sign.isascii() else str(unicodedata.decimal(sign, sign))


def canonical_tag(tag: str) -> str:
    """Return a BCP 47 tag as it is written: `PT_br` is `pt-BR`, `zh_hant` is `zh-Hant`."""
    language, *rest = tag.replace("_", "-").split("-")
    return "-".join([language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def prefer(accepted: Sequence[str], offered: Sequence[str]) -> str | None:
    """Return the offered language for the first of the `accepted` BCP 47 tags that we can answer.

    For `pt-BR` that is `pt-BR`, else `pt`, else any other Portuguese; for `pt` any Portuguese too.
    """
    for tag in map(canonical_tag, accepted):
        primary = tag.partition("-")[0]
        nearer = [tag[:end] for end in range(len(tag), 0, -1) if end == len(tag) or tag[end] == "-"]
        related = [lang for lang in offered if lang.partition("-")[0] == primary]
        if related:
            return next((lang for lang in nearer if lang in related), related[0])
    return None


FOLDED = {
    **{"œ": "oe", "æ": "ae", "ß": "ss", "’": "'"},
    **{"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ـ": ""},
    **{"ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك"},
}
"""What no decomposition takes apart. Arabic: alifs to the bare one, ta marbuta to what is typed, and the letters of
Persian, Urdu, Kurdish and Sindhi keyboards to their Arabic sisters."""

_FOLDING = str.maketrans(FOLDED)
