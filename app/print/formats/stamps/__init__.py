"""The stamp card of a walk, for children: a round for each stop, with its number and what kind of place it is."""

from ....domain.problem import Problem
from ....domain.subject import WALK
from ....domain.text import N_, P_
from ....domain.walk import Walk
from ...brief import titles
from ...format import Format, Words
from ...maps import stop_name
from ...order import Order
from ...pictogram import pictogram_or_pin
from ...refusal import PosterRefused
from ...sheet import icon_of
from ...words import sheet_words

MOST = 12

_PALE = "#c7dcd9"

_TITLE = P_("Ma carte de balade")
_STAMP = P_("Un tampon à chaque étape.")
_TOO_MANY = N_("Cette balade a {count} étapes : la carte en a {most} au plus.")


def words_of(order: Order) -> Words:
    """Return the title in each language and the stops in order; a card that would leave one out is refused."""
    _, id = order.subjects[0]
    walk = order.content.walks[id]
    if len(walk.stops) > MOST:
        raise PosterRefused([Problem("", id, _TOO_MANY, {"count": len(walk.stops), "most": MOST})])
    return {
        **sheet_words(order),
        "titles": titles(order, _TITLE),
        "stamp": titles(order, _STAMP),
        "stops": [_stop(order, walk, number) for number in range(1, len(walk.stops) + 1)],
    }


# Private


def _stop(order: Order, walk: Walk, number: int) -> Words:
    stop = walk.stops[number - 1]
    place = order.content.places.get(stop.place or "")
    icon = icon_of(order.content, place) if place else "pin"
    return {"number": number, "name": stop_name(order.content, stop), "icon": pictogram_or_pin(icon, _PALE)}


FORMAT = Format(
    title=N_("Carte à tampons des enfants"),
    about=N_("Un tampon à chaque étape de la balade."),
    prints=(WALK.name,),
    page_mm=(210, 148),
    words_of=words_of,
    code_mm=32.5,
    is_read=False,
)
