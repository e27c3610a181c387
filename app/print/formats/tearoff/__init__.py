"""A notice with strips to tear off: the poster above, eight times its code and address below."""

from ....domain.subject import PLACE, TERRITORY, WALK
from ....domain.text import N_, P_
from ...brief import titles
from ...format import Format, Words
from ...order import Order
from ...words import sheet_words

_TAKE = P_("Prenez un papier.")


def words_of(order: Order) -> Words:
    """Return what a poster says, and the words that go with the strips."""
    return {**sheet_words(order), "take": titles(order, _TAKE)}


FORMAT = Format(
    title=N_("Affichette à languettes"),
    about=N_("Chacun détache une languette et emporte le code."),
    prints=(PLACE.name, WALK.name, TERRITORY.name),
    page_mm=(210, 297),
    words_of=words_of,
    code_mm=75,
)
