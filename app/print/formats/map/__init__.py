"""The map of a quarter on A3: its places numbered, a legend by theme, a fixed scale and a minute on foot."""

from collections.abc import Sequence

from ....domain.geometry import FAMILY_PACE_KMH
from ....domain.place import Place
from ....domain.problem import Problem
from ....domain.subject import TERRITORY
from ....domain.text import N_, P_
from ....language.spoken import french
from ...brief import said, titles
from ...dates import ages_of, newest_or_check
from ...format import Format, Words
from ...gathering import chosen_places, printable_places
from ...maps import draw_scaled_map
from ...order import Order
from ...pictogram import pictogram_or_pin
from ...refusal import PosterRefused
from ...sheet import help_of, mark_of, notices_of
from ...words import ACCENT, frame_words, shown

SIDE_MM = 262
MAP_PX = 1000
MOST = 40
"""So many numbers can be told apart on the map, and found in the legend."""

_TITLE = P_("Le plan du quartier")
_MINUTE = P_("1 minute à pied")
_TOO_LARGE = N_("Ce quartier est trop grand pour un plan A3.")
_NOTHING = N_("Aucun lieu public de ce quartier n’est de ce thème.")


def words_of(order: Order) -> Words:
    """Return the places inside the outline, a place of each theme first, and the map that has them all."""
    quarter, words = order.quarter, french()
    inside = [place for place in printable_places(order) if not quarter.is_further(place.position)]
    places = chosen_places(order, inside, MOST)
    if not places:
        raise PosterRefused([Problem("", quarter.id, _NOTHING)])
    groups = _by_theme(order, places)
    numbered = list(enumerate((place for _, held in groups for place in held), 1))
    drawn = draw_scaled_map(order.content, numbered, SIDE_MM, MAP_PX)
    if drawn is None:
        raise PosterRefused([Problem("", quarter.id, _TOO_LARGE)])
    drawing, scale = drawn
    numbers = {place.id: number for number, place in numbered}
    left = len(inside) - len(places)
    return {
        **frame_words(order, f"{words.say(_TITLE)} : {quarter.name}", quarter.code or ""),
        "name": quarter.name,
        "rows": [
            {**row, "mark": mark_of(voice), "help": help_of(quarter, voice)}
            for row, voice in zip(titles(order, _TITLE), order.voices, strict=True)
        ],
        "minute": titles(order, _MINUTE),
        "minute-mm": FAMILY_PACE_KMH * 1000 / 60 / scale * 1000,
        "scale": f"1 : {words.formats.number(scale)}",
        "map": drawing.svg,
        "map-alt": f"Plan du quartier {quarter.name}, {len(places)} lieux numérotés.",
        "groups": [_group(order, theme, held, numbers) for theme, held in groups],
        "count": f"et {left} autre{'s' if left > 1 else ''} lieu{'x' if left > 1 else ''}" if left > 0 else "",
        "dates": " · ".join(newest_or_check(words, ages_of(order.content, places), order.today)),
        "notices": " · ".join(notice for notice in notices_of(order.content, [quarter]) if notice),
    }


# Private

_Group = tuple[str, list[Place]]


def _by_theme(order: Order, places: Sequence[Place]) -> list[_Group]:
    themes = [theme.id for theme in order.content.categories.themes]
    by_theme: dict[str, list[Place]] = {theme: [] for theme in (*themes, "")}
    for place in places:
        theme = order.content.theme_of(place)
        by_theme[theme.id if theme else ""].append(place)
    return [(theme, held) for theme, held in by_theme.items() if held]


def _group(order: Order, theme: str, held: Sequence[Place], numbers: dict[str, int]) -> Words:
    content = order.content
    label = content.categories.all[theme].label if theme else ""
    found = [(voice, content.texts.of(f"category:{theme}/label", label, voice.code)) for voice in order.voices]
    return {
        "icon": pictogram_or_pin(content.categories.pictogram_of(theme) if theme else "pin", ACCENT),
        "titles": [said(voice, shown(text)) for voice, text in found if text and text.lang == voice.code],
        "places": [{"number": numbers[place.id], "name": place.name} for place in held],
    }


FORMAT = Format(
    title=N_("Plan du quartier A3, lieux numérotés"),
    about=N_("Tout le quartier sur une grande feuille, avec la liste des lieux."),
    prints=(TERRITORY.name,),
    page_mm=(420, 297),
    words_of=words_of,
    code_mm=45,
)
