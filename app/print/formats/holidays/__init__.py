"""The poster of the school holidays, those that go on or come next: places of a quarter that stay open, and when."""

from ....domain.problem import Problem
from ....domain.subject import TERRITORY
from ....domain.text import N_, P_
from ....language.spoken import french
from ...format import Format, Words
from ...openings import opening_words
from ...order import Order
from ...period import Period
from ...refusal import PosterRefused

_TITLE = P_("Ouvert pendant les vacances")
_UNKNOWN = N_("Aucune date de vacances n’est connue après le {on} : complétez data/calendars.toml.")


def words_of(order: Order) -> Words:
    """Return what is open in the next school holidays of the quarter's zone, a place of each theme first."""
    quarter, formats = order.quarter, french().formats
    holiday = order.content.calendar.next_school_holiday(order.day, quarter.holiday_zone)
    if holiday is None:
        raise PosterRefused([Problem("", quarter.id, _UNKNOWN, {"on": formats.short_day(order.day)})])
    period = Period(holiday.first, holiday.last)
    dates = f"du {formats.short_day(period.first)} au {formats.short_day(period.last)}"
    line = f"{quarter.name} · {holiday.label}, {dates}"
    return opening_words(order, period, title=lambda voice: voice.say(_TITLE), line=line)


FORMAT = Format(
    title=N_("Affiche des vacances scolaires"),
    about=N_("Ce qui reste ouvert pendant les vacances scolaires."),
    prints=(TERRITORY.name,),
    page_mm=(210, 297),
    words_of=words_of,
    code_mm=75,
)
