"""A language of the site: its name, its direction, and how it says a sentence, a count and a date."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from babel.support import NullTranslations

from .catalogues import TRANSLATIONS, read_messages
from .formats import Formats
from .names import direction_of, name_of


@dataclass(frozen=True)
class Language:
    """A language of the site: what it is called, which way it runs, and how to say a sentence in it."""

    code: str
    translations: NullTranslations = field(repr=False, compare=False)

    @classmethod
    def read(cls, code: str, folder: Path = TRANSLATIONS) -> "Language":
        """Return a language with its catalogue read."""
        return cls(code, read_messages(code, folder))

    @cached_property
    def name(self) -> str:
        """Its name in itself."""
        return name_of(self.code)

    @cached_property
    def direction(self) -> str:
        """Return `rtl` or `ltr`."""
        return direction_of(self.code)

    @cached_property
    def formats(self) -> Formats:
        """How it writes numbers, dates and distances."""
        return Formats(self.code)

    def say(self, message: str, **values: object) -> str:
        """Return the message in this language; `%(name)s` stands for a value, escaped where HTML meets it."""
        return str(self.translations.gettext(message)) % values

    def say_count(self, singular: str, plural: str, count: int, **values: object) -> str:
        """Return the plural form that `count` wants; `%(num)s` is the count itself."""
        form = str(self.translations.ngettext(singular, plural, count))
        return form % {"num": self.formats.number(count), **values}
