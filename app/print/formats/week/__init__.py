"""The poster of the week: places of a quarter that are open on its days, and when."""

from ....domain.subject import TERRITORY
from ....domain.text import N_, P_
from ....language.spoken import french
from ...format import Format, Words
from ...gathering import Gathering, chosen_places, gathered_words, hours_with_age, printable_places
from ...order import Order
from ...period import days_of, opens_in, say_period, week_of

_TITLE = P_("Cette semaine, près d’ici")
_NOTHING = N_("Aucun lieu de ce quartier n’a d’horaires connus pour ces jours.")


def words_of(order: Order) -> Words:
    """Return what is open in the week of the order's day, a place of each theme first."""
    quarter, week, formats = order.quarter, week_of(order.day), french().formats
    days = {place.id: days_of(order.content, place, quarter, week) for place in printable_places(order)}
    open_ones = [order.content.places[id] for id, found in days.items() if opens_in(found)]
    gathering = Gathering(
        title=lambda voice: voice.say(_TITLE),
        line=f"{quarter.name} · du {formats.short_day(week.first)} au {formats.short_day(week.last)}",
        icon="calendar",
        places=chosen_places(order, open_ones),
        of=len(open_ones),
        detail=lambda place, voice: hours_with_age(order, place, " · ".join(say_period(days[place.id], voice)), voice),
        nothing=_NOTHING,
    )
    return gathered_words(order, gathering)


FORMAT = Format(
    title=N_("Affiche de la semaine"),
    about=N_("Ce qui est ouvert cette semaine dans le quartier."),
    prints=(TERRITORY.name,),
    page_mm=(210, 297),
    words_of=words_of,
    code_mm=75,
)
