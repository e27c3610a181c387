"""What the desk says otherwise than the catalogues that come with the program, laid over them in this process.

The library keeps it (`library/content/wordings.py`); whoever reads the library to make pages or sheets of it lays down
what it says, and every catalogue that is read after that says so.
"""

from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.support import NullTranslations, Translations

from ..domain.placeholders import wrong_placeholders
from ..domain.wording import Wordings, forms_of
from .names import locale_of


def lay_over(wordings: Wordings) -> None:
    """Say what the desk says from now on, in this process."""
    _LAID[0] = wordings


def wordings_now() -> Wordings:
    """Return what the desk says otherwise."""
    return _LAID[0]


def worded(translations: NullTranslations, lang: str, catalogue: str) -> NullTranslations:
    """Return a catalogue with what the desk says otherwise; the same where that is nothing."""
    said = wordings_now().said.get((lang, catalogue))
    if not said:
        return translations
    over = Catalog(locale_of(lang), domain=catalogue)
    for french, words in said.items():
        _add(over, forms_of(french), forms_of(words))
    made = BytesIO()
    write_mo(made, over)
    laid = Translations(BytesIO(made.getvalue()), domain=catalogue)
    return translations.merge(laid) if isinstance(translations, Translations) else laid


# Private

_LAID = [Wordings()]
"""One library a process: what it said last."""


def _add(over: Catalog, french: list[str], words: list[str]) -> None:
    """Add a sentence that can be said: French is better than a wrong value."""
    counts = len(french) > 1
    message = Message(tuple(french) if counts else french[0], tuple(words) if counts else words[0])
    if all(words) and not wrong_placeholders(message.id, message.string):
        over[message.id] = message
