"""Posters of several places of a quarter: which of them, in which order, and all that such a sheet shows.

Six have room to be read on a wall; whoever wants the others scans the code.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..domain.hours.asked import hours_of
from ..domain.hours.freshness import freshness_of
from ..domain.place import Place
from ..domain.problem import Problem
from ..domain.subject import PLACE
from ..domain.text import P_
from ..language.language import Language
from ..language.spoken import french
from ..language.typography import keep_together
from .brief import place_brief
from .dates import ages_of, newest_or_check
from .format import Words
from .guard import refusals
from .maps import draw_numbered_map
from .order import Order
from .pictogram import pictogram_or_pin
from .refusal import PosterRefused
from .sheet import help_of, mark_of, notices_of
from .words import ACCENT, frame_words, steps_svg

MOST = 6

_ACTION = P_("Tous les lieux et leurs horaires du jour : scannez le carré avec votre téléphone.")

Title = Callable[[Language], str]
"""What a sheet is called in a language."""

Detail = Callable[[Place, Language], str]
"""What a sheet tells of a place in a language."""


@dataclass(frozen=True)
class Gathering:
    """What a poster of several places is about: a sentence in each language, and what it tells of each place."""

    title: Title
    line: str
    icon: str
    places: Sequence[Place]
    of: int
    detail: Detail
    nothing: str = ""
    """Why there is no such sheet when there are no places (French)."""


def gathered_words(order: Order, gathering: Gathering) -> Words:
    """Return all that the sheet shows."""
    quarter, places = order.quarter, gathering.places
    if not places:
        raise PosterRefused([Problem("", quarter.id, gathering.nothing)])
    drawing = draw_numbered_map(order.content, quarter, places)
    rows = [_row(order, gathering, voice) for voice in order.voices]
    words = french()
    return {
        **frame_words(order, rows[0]["title"], quarter.code or ""),
        "name": rows[0]["title"],
        "line": keep_together(gathering.line),
        "icon": pictogram_or_pin(gathering.icon, ACCENT),
        "phone": "",
        "told": "",
        "told-short": "",
        "rows": rows,
        "entries": [_entry(order, gathering, place, n) for n, place in enumerate(places, 1)],
        "count": _count(len(places), gathering.of),
        "map": drawing.svg,
        "map-alt": f"Plan des lieux : {words.formats.list(place.name for place in places)}.",
        "steps": steps_svg(),
        "steps-alt": "Prenez votre téléphone, scannez le carré, lisez la page.",
        "dates": "\n".join(newest_or_check(words, ages_of(order.content, places), order.today)),
        "notices": " · ".join(notice for notice in notices_of(order.content, [quarter]) if notice),
    }


def printable_places(order: Order) -> list[Place]:
    """Return the places of the quarter that may be on a poster, nearest to its school first."""
    content = order.content
    places = (place for place in content.public_places(order.quarter.id) if not content.is_practical(place))
    return [p for p in places if p.shows_address and not refusals(content, PLACE.name, p.id, ("fr",))]


def chosen_places(order: Order, places: Iterable[Place], most: int = MOST) -> list[Place]:
    """Return the first places, one of each theme before a second of any; those of trusted age before the others."""
    found = list(places)
    fresh = [place for place in found if not is_old(order, place)]
    picked = [*_by_theme(order, fresh), *_by_theme(order, [place for place in found if place not in fresh])][:most]
    return sorted(picked, key=found.index)


def is_old(order: Order, place: Place) -> bool:
    """Tell whether what is known of a place is past the time that it may be trusted."""
    age = freshness_of(hours_of(place), order.content.categories)
    return age is None or (order.today is not None and age.due < order.today)


def hours_with_age(order: Order, place: Place, hours: str, language: Language) -> str:
    """Return the hours of a place, said to be checked where they are older than they may be trusted."""
    return f"{hours} ({language.say('à vérifier')})" if hours and is_old(order, place) else hours


# Private


def _by_theme(order: Order, places: Sequence[Place]) -> Iterator[Place]:
    by_theme: dict[str, list[Place]] = {}
    for place in places:
        theme = order.content.theme_of(place)
        by_theme.setdefault(theme.id if theme else "", []).append(place)
    while by_theme:
        for theme_id in list(by_theme):
            yield by_theme[theme_id].pop(0)
            if not by_theme[theme_id]:
                del by_theme[theme_id]


def _row(order: Order, gathering: Gathering, voice: Language) -> dict[str, str]:
    return {
        "lang": voice.code,
        "dir": voice.direction,
        "title": keep_together(gathering.title(voice)),
        "action": keep_together(voice.say(_ACTION)),
        "help": help_of(order.quarter, voice),
        "mark": mark_of(voice),
    }


def _entry(order: Order, gathering: Gathering, place: Place, number: int) -> Words:
    details = [
        {"lang": voice.code, "dir": voice.direction, "title": keep_together(gathering.detail(place, voice))}
        for voice in order.voices
    ]
    return {**place_brief(order, place, number), "details": [detail for detail in details if detail["title"]]}


def _count(shown: int, of: int) -> str:
    left = of - shown
    return "" if left <= 0 else f"et {left} autre{'s' if left > 1 else ''} lieu{'x' if left > 1 else ''}"
