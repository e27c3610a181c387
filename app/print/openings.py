"""Posters of what is open on some days: places of a quarter, and when."""

from ..domain.text import N_
from .format import Words
from .gathering import Gathering, Title, chosen_places, gathered_words, hours_with_age, printable_places
from .order import Order
from .period import Period, days_of, opens_in, say_period

_NOTHING = N_("Aucun lieu de ce quartier n’a d’horaires connus pour ces jours.")


def opening_words(order: Order, period: Period, *, title: Title, line: str) -> Words:
    """Return what is open on the days of a period, a place of each theme first; `line` is French."""
    days = {place.id: days_of(order.content, place, order.quarter, period) for place in printable_places(order)}
    open_ones = [order.content.places[id] for id, found in days.items() if opens_in(found)]
    gathering = Gathering(
        title=title,
        line=line,
        icon="calendar",
        places=chosen_places(order, open_ones),
        of=len(open_ones),
        detail=lambda place, voice: hours_with_age(order, place, " · ".join(say_period(days[place.id], voice)), voice),
        nothing=_NOTHING,
    )
    return gathered_words(order, gathering)
