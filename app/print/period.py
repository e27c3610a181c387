"""What a place does over some days that have a date: this week, the next holidays."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..domain.content import Content
from ..domain.hours.asked import hours_of
from ..domain.hours.days import Day, State
from ..domain.hours.schedule import Schedules
from ..domain.hours.year import Opening
from ..domain.hours.zone import Zone
from ..domain.place import Place
from ..domain.territory import Territory
from ..domain.text import P_
from ..language.language import Language
from ..language.week_words import say_days, say_weekdays

_EXCEPT = P_("sauf le %(day)s")
_MOST_EXCEPTIONS = 3
_COMING = (State.OPEN, State.APPOINTMENT)


@dataclass(frozen=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def week_of(day: date) -> Period:
    """Return the week of a day, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def days_of(content: Content, place: Place, territory: Territory, period: Period) -> Mapping[date, Day]:
    """Return what each day of a period is at a place."""
    zone = Zone(content.calendar, territory.holiday_zone)
    days = Schedules(zone, period.first, period.days).days(hours_of(place))
    return {period.first + timedelta(days=n): day for n, day in enumerate(days)}


def opens_in(days: Mapping[date, Day]) -> bool:
    """Tell whether somebody is certainly there on one of the days."""
    return any(span.state in _COMING for day in days.values() for span in day.segments)


def say_period(days: Mapping[date, Day], language: Language) -> Iterator[str]:
    """Yield the hours of the days, one line for the weekdays that are alike, then what is otherwise on which date."""
    openings = {day: _openings(found) for day, found in days.items()}
    usual = _usual(openings)
    yield from say_days(tuple(usual[n] if usual[n] is not None else () for n in range(7)), language)  # type: ignore[misc]
    unknown = [n for n in range(7) if usual[n] is None]
    if unknown:
        yield f"{language.say('%(label)s :', label=say_weekdays(unknown, language))} {language.say('à vérifier')}"
    others = [day for day, found in openings.items() if found != usual[day.weekday()]]
    if len(others) > _MOST_EXCEPTIONS:
        yield language.say("Certaines semaines ou certains jours sont différents : vérifiez avant de venir.")
    elif others:
        yield language.say(
            _EXCEPT, day=language.formats.list(language.formats.month_day(d.month, d.day) for d in others)
        )


# Private

_Openings = tuple[Opening, ...] | None
"""Nothing where nobody knows."""


def _openings(day: Day) -> _Openings:
    if any(span.state is State.UNKNOWN for span in day.segments):
        return None
    return tuple(Opening(span.start, span.end, span.state) for span in day.segments if span.state in _COMING)


def _usual(openings: Mapping[date, _Openings]) -> dict[int, _Openings]:
    """Return what most of the Mondays are, most of the Tuesdays…; a weekday that does not come is closed."""
    counted: dict[int, Counter[_Openings]] = {n: Counter() for n in range(7)}
    for day, found in openings.items():
        counted[day.weekday()][found] += 1
    return {n: found.most_common(1)[0][0] if found else () for n, found in counted.items()}
