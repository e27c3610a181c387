"""Slips to report a change: three on a sheet, each with its number and the code of what it is about.

A volunteer types the number and what is written: the code stands in a corner, outside of where one writes.
"""

from ....domain.subject import PLACE, TERRITORY, WALK
from ....domain.text import N_, P_
from ...brief import brief, titles
from ...format import Format, Words
from ...order import Order
from ...words import frame_words

A_PAGE = 3

_TITLE = P_("Une information a changé ? Écrivez-la ici.")
_AT_KIOSK = P_("Rendez ce papier au kiosque.")
_AT_SCHOOL = P_("Rendez ce papier à l’école.")


def words_of(order: Order) -> Words:
    """Return as many slips as asked (a page of them by default), numbered from the start that was asked."""
    options, home = order.options, order.home
    count = options.count or A_PAGE
    return {
        **frame_words(order, "Papiers pour signaler un changement", order.first.code or ""),
        "about": brief(order, order.subjects[0]),
        "titles": titles(order, _TITLE),
        "hand-in": titles(order, _AT_KIOSK if home is not None and home.kiosk is not None else _AT_SCHOOL),
        "numbers": [f"{number:04}" for number in range(options.start, options.start + count)],
    }


FORMAT = Format(
    title=N_("Papiers pour signaler un changement"),
    about=N_("À remplir à la main quand quelque chose a changé."),
    prints=(PLACE.name, WALK.name, TERRITORY.name),
    page_mm=(210, 297),
    words_of=words_of,
    code_mm=20,
    is_read=False,
    is_numbered=True,
)
