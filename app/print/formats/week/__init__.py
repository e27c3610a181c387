"""The poster of the week: places of a quarter that are open on its days, and when."""

from ....domain.subject import TERRITORY
from ....domain.text import N_, P_
from ....language.spoken import french
from ...format import Format, Words
from ...openings import opening_words
from ...order import Order
from ...period import week_of

_TITLE = P_("Cette semaine, près d’ici")


def words_of(order: Order) -> Words:
    """Return what is open in the week of the order's day, a place of each theme first."""
    quarter, week, formats = order.quarter, week_of(order.day), french().formats
    line = f"{quarter.name} · du {formats.short_day(week.first)} au {formats.short_day(week.last)}"
    return opening_words(order, week, title=lambda voice: voice.say(_TITLE), line=line)


FORMAT = Format(
    title=N_("Affiche de la semaine"),
    about=N_("Ce qui est ouvert cette semaine dans le quartier."),
    prints=(TERRITORY.name,),
    page_mm=(210, 297),
    words_of=words_of,
    code_mm=75,
)
