"""Numbers, distances, dates and telephone numbers as a language writes them (CLDR).

Digits are European everywhere, Arabic included: so they are on the street, on doors and on paper.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property, lru_cache

import phonenumbers
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from .names import locale_of

_FIRST = re.compile(r"\b1\b")


@dataclass(frozen=True)
class Formats:
    """How one language writes what is not words."""

    lang: str

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale of the language."""
        return locale_of(self.lang)

    def number(self, value: float) -> str:
        """Return a number with its group and decimal marks."""
        return format_decimal(value, locale=self.locale, numbering_system="latn")

    def distance(self, metres: float) -> str:
        """Return `350 m` (to the next ten) or `1,2 km`."""
        if metres < 995:
            return self._unit(max(10, round(metres, -1)), "length-meter")
        return self._unit(round(metres / 1000, 1), "length-kilometer")

    def minutes(self, count: int) -> str:
        """Return `5 min`, or `1 h 20 min` from an hour on."""
        hours, minutes = divmod(count, 60)
        if not hours:
            return self._unit(minutes, "duration-minute")
        parts = [self._unit(hours, "duration-hour")]
        return " ".join(parts + ([self._unit(minutes, "duration-minute")] if minutes else []))

    def day(self, day: date) -> str:
        """Return `mardi 3 novembre 2026`."""
        return self._first(day.day, format_date(day, "full", locale=self.locale))

    def short_day(self, day: date) -> str:
        """Return `3 nov. 2026`, `1er nov. 2026`."""
        return self._first(day.day, format_date(day, "medium", locale=self.locale))

    def month(self, day: date) -> str:
        """Return `janvier 2026`."""
        return format_skeleton("yMMMM", datetime.combine(day, time()), locale=self.locale)

    def of_month(self, day: date) -> str:
        """Return `de janvier 2026` or `d’avril 2026` in French; elsewhere the sentence holds the preposition."""
        month = self.month(day)
        if self.locale.language != "fr":
            return month
        return f"d’{month}" if month[0] in "aeiou" else f"de {month}"

    def period(self, text: str) -> str:
        """Return a source's date (`2026`, `2026-01`, `2024/2026`) in words; a range says its last day."""
        last = text.split("/")[-1]
        if len(last) == 4:
            return last
        parts = [int(part) for part in last.split("-")]
        return self.month(date(parts[0], parts[1], 1))

    def clock(self, minute: int) -> str:
        """Return a minute of the day as doors in France say it: `14 h 30` in French, `14:30` in other languages."""
        hour, minutes = divmod(minute % 1440, 60)
        if self.locale.language == "fr":
            return f"{hour}\u00a0h" + (f"\u00a0{minutes:02}" if minutes else "")
        return f"{hour}:{minutes:02}"

    def weekday(self, number: int) -> str:
        """Return the name of a weekday (0 is Monday)."""
        return str(self.locale.days["stand-alone"]["wide"][number])

    def month_day(self, month: int, day: int) -> str:
        """Return `14 juillet`."""
        words = format_skeleton("MMMMd", datetime(2000, month, day), locale=self.locale)  # noqa: DTZ001 a day of any year
        return self._first(day, words)

    def phone(self, number: str) -> str:
        """Return a number as it is dialled in its own country: an E.164 one in its groups, a short one as it is."""
        if not number.startswith("+"):
            return number
        return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.NATIONAL)

    def language(self, code: str) -> str:
        """Return the name of a language in this one, or its tag when CLDR has none."""
        names = self.locale.languages
        return names.get(code.replace("-", "_")) or names.get(code.split("-")[0]) or code

    def list(self, items: Iterable[str]) -> str:
        """Return `a, b et c`."""
        found: Sequence[str] = list(items)
        return format_list(found, locale=self.locale) if found else ""

    def _first(self, day: int, words: str) -> str:
        """French counts the first day of a month only: `1er juillet`, where CLDR has `1 juillet`."""
        if day != 1 or self.locale.language != "fr":
            return words
        return _FIRST.sub("1er", words, count=1)

    def _unit(self, value: float, unit: str) -> str:
        return _measure(self.lang, value, unit)


@lru_cache(maxsize=2048)
def _measure(lang: str, value: float, unit: str) -> str:
    return format_unit(value, unit, "short", locale=locale_of(lang), numbering_system="latn").replace(" ", "\u00a0")
