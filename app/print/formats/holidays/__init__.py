"""The poster of the school holidays, those that go on or come next: places of a quarter that stay open, and when."""

from ....domain.problem import Problem
from ....domain.subject import TERRITORY
from ....domain.text import N_, P_
from ....language.spoken import french
from ...format import Format, Words
from ...gathering import Gathering, chosen_places, gathered_words, hours_with_age, printable_places
from ...order import Order
from ...period import Period, days_of, opens_in, say_period
from ...refusal import PosterRefused

_TITLE = P_("Ouvert pendant les vacances")
_NOTHING = N_("Aucun lieu de ce quartier n’a d’horaires connus pour ces jours.")
_UNKNOWN = N_("Aucune date de vacances n’est connue après le {on} : complétez data/calendars.toml.")


def words_of(order: Order) -> Words:
    """Return what is open in the next school holidays of the quarter's zone, a place of each theme first."""
    quarter, formats = order.quarter, french().formats
    holiday = order.content.calendar.next_school_holiday(order.day, quarter.holiday_zone)
    if holiday is None:
        raise PosterRefused([Problem("", quarter.id, _UNKNOWN, {"on": formats.short_day(order.day)})])
    period = Period(holiday.first, holiday.last)
    days = {place.id: days_of(order.content, place, quarter, period) for place in printable_places(order)}
    open_ones = [order.content.places[id] for id, found in days.items() if opens_in(found)]
    dates = f"du {formats.short_day(period.first)} au {formats.short_day(period.last)}"
    gathering = Gathering(
        title=lambda voice: voice.say(_TITLE),
        line=f"{quarter.name} · {holiday.label}, {dates}",
        icon="calendar",
        places=chosen_places(order, open_ones),
        of=len(open_ones),
        detail=lambda place, voice: hours_with_age(order, place, " · ".join(say_period(days[place.id], voice)), voice),
        nothing=_NOTHING,
    )
    return gathered_words(order, gathering)


FORMAT = Format(
    title=N_("Affiche des vacances scolaires"),
    about=N_("Ce qui reste ouvert pendant les vacances scolaires."),
    prints=(TERRITORY.name,),
    page_mm=(210, 297),
    words_of=words_of,
    code_mm=75,
)
