"""A subject in few words, for labels, lists and legends: its name, what it is in each language, where, when and how to
reach it; and how a number of them is chosen and said."""

from collections.abc import Mapping
from typing import Any

from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.subject import PLACE, SUBJECTS, TERRITORY, WALK
from ..domain.text import P_
from ..language.isolates import ltr
from ..language.language import Language
from ..language.spoken import french
from ..language.typography import keep_together
from .format import Words
from .order import Named, Order
from .pictogram import pictogram_or_pin
from .sheet import home_address, icon_of, kind_told
from .words import ACCENT, code_words, shown

_WALK = P_("Une balade à pied, près d’ici")
_TERRITORY = P_("Des lieux utiles et des balades, tout près d’ici")


def brief(order: Order, named: Named) -> Words:
    """Return a subject's name, what it is in each language of the sheet, and its code."""
    kind, id = named
    subject = SUBJECTS[kind].of(order.content)[id]
    return {
        "name": SUBJECTS[kind].title_of(subject),
        "kinds": [said(voice, _KINDS[kind](order.content, subject, voice)) for voice in order.voices],
        **code_words(order, subject.code or ""),
    }


def place_brief(order: Order, place: Place, number: int = 0) -> Words:
    """Return a place as lists show it: what it is, where, and its telephone; hours are told by who knows which."""
    words = french()
    phones = place.contact.phones if place.contact else ()
    return {
        "number": number,
        "name": place.name,
        "icon": pictogram_or_pin(icon_of(order.content, place), ACCENT),
        "kinds": [said(voice, shown(kind_told(order.content, place, voice))) for voice in order.voices],
        "line": keep_together(home_address(place)),
        "phone": ltr(words.formats.phone(phones[0].number)) if phones else "",
    }


def said(language: Language, words: str) -> dict[str, str]:
    """Return words as a sheet is told them: with their language and direction."""
    return {"lang": language.code, "dir": language.direction, "title": keep_together(words)}


def titles(order: Order, sentence: str, **values: Any) -> list[dict[str, str]]:
    """Return a sentence in each language of the sheet."""
    return [said(voice, voice.say(sentence, **values)) for voice in order.voices]


# Private


def _place(content: PublicContent, place: Any, voice: Language) -> str:
    return shown(kind_told(content, place, voice))


_KINDS: Mapping[str, Any] = {
    PLACE.name: _place,
    WALK.name: lambda content, walk, voice: voice.say(_WALK),
    TERRITORY.name: lambda content, territory, voice: voice.say(_TERRITORY),
}
