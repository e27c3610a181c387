"""The languages of paper: those that have `translations/<lang>/posters.po`, whether the site is served in them or not.

That file holds the sentences of sheets alone. What it does not say the interface says; what neither says is refused,
since a sheet on a wall cannot be mended.
"""

from collections.abc import Sequence
from copy import copy
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.support import NullTranslations, Translations

from ..domain.text import SOURCE
from ..domain.wording import POSTERS as SHEETS
from .catalogues import TRANSLATIONS, can_be_said, catalogue_of_its_own, read_messages
from .language import Language
from .names import is_served
from .wordings import worded, wordings_now

POSTERS = "posters.po"


class Untranslated(LookupError):
    """A sentence that a language of paper does not say."""

    def __init__(self, lang: str, sentence: str) -> None:
        super().__init__(f"{lang}: {sentence}")
        self.lang, self.sentence = lang, sentence


def paper_languages(folder: Path = TRANSLATIONS) -> tuple[str, ...]:
    """Return the languages that sheets can be printed in, French first."""
    others = sorted(po.parent.name for po in folder.glob(f"*/{POSTERS}"))
    return (SOURCE, *(lang for lang in others if lang != SOURCE and is_served(lang)))


def usual_languages(declared: Sequence[str], most: int) -> tuple[str, ...]:
    """Return the languages that a quarter declares, French first, as far as paper speaks them and a sheet has room."""
    spoken = [lang for lang in dict.fromkeys((SOURCE, *declared)) if lang in paper_languages()]
    return tuple(spoken[:most])


def voice(lang: str, folder: Path = TRANSLATIONS) -> Language:
    """Return a language as sheets speak it: `say` raises `Untranslated` for what nobody translated."""
    po = folder / lang / POSTERS
    # The interface is another object once the desk says anything otherwise.
    return _voice(lang, po, po.stat().st_mtime_ns if po.exists() else 0, read_messages(lang, folder))


def says(lang: str, sentence: str, folder: Path = TRANSLATIONS) -> bool:
    """Tell whether a language of paper says a sentence."""
    try:
        return bool(voice(lang, folder).translations.gettext(sentence))
    except Untranslated:
        return False


def is_draft(lang: str, folder: Path = TRANSLATIONS) -> bool:
    """Tell whether nobody has read over the sentences of a language yet (`X-State: draft` in its file)."""
    if lang in wordings_now().read_over:
        return False
    return _is_draft(po, po.stat().st_mtime_ns) if (po := folder / lang / POSTERS).exists() else False


def sentences_digest(lang: str, folder: Path = TRANSLATIONS) -> str:
    """Return a digest of what sheets say in a language."""
    po = folder / lang / POSTERS
    said = po.read_bytes() if po.exists() else b""
    return sha256(said + wordings_now().digest.encode()).hexdigest()


# Private


class _Refusing(NullTranslations):
    """The end of the chain: what comes here was said by no catalogue."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def gettext(self, message: str) -> str:
        raise Untranslated(self._lang, message)

    def ngettext(self, msgid1: str, msgid2: str, num: int) -> str:
        raise Untranslated(self._lang, msgid2)


@lru_cache(maxsize=64)
def _voice(lang: str, po: Path, _stamp: int, interface: NullTranslations) -> Language:
    if lang == SOURCE:
        return Language(lang, interface)
    # The interface's own catalogue falls back to French: that of paper is a copy.
    rest = copy(interface)
    rest.add_fallback(_Refusing(lang))
    said = worded(_read(po, lang), lang, SHEETS)
    said.add_fallback(rest)
    return Language(lang, said)


def _read(po: Path, lang: str) -> Translations:
    catalogue = catalogue_of_its_own(po, lang) if po.exists() else 0
    if isinstance(catalogue, int):
        return Translations()
    for message in [message for message in catalogue if message.id and not can_be_said(message)]:
        catalogue.delete(message.id, message.context)
    made = BytesIO()
    write_mo(made, catalogue, use_fuzzy=False)
    return Translations(BytesIO(made.getvalue()), domain="posters")


@lru_cache(maxsize=64)
def _is_draft(po: Path, _stamp: int) -> bool:
    return '"X-State: draft' in po.read_text(encoding="utf-8")
