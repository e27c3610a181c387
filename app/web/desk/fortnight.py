"""The next two weeks of a place as families will see them, day by day, while its hours are still being typed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from ...domain.content import Content
from ...domain.hours.asked import hours_of
from ...domain.hours.days import Because, Day, Span, State
from ...domain.hours.expression import is_readable
from ...domain.hours.schedule import Schedules
from ...domain.hours.status import zone_of
from ...domain.place import Place, Service
from ...domain.text import N_
from ...language.language import Language
from ...language.week_words import say_span

DAYS = 14


def fortnight_words(
    content: Content, place: Place, service: Service | None, hours: str, first: date, language: Language
) -> Iterator[str]:
    """Yield a line for each of the days from `first` on, were these the hours; nothing for what cannot be read."""
    if hours and not is_readable(hours):
        return
    asked = replace(hours_of(place, service), expression=hours or None, known="yes" if hours else None, closure=None)
    days = Schedules(zone_of(place, content), first, DAYS).days(asked)
    for number, day in enumerate(days):
        when = first + timedelta(days=number)
        named = language.say(
            "%(day)s %(date)s", day=language.formats.weekday(when.weekday()), date=_date(when, language)
        )
        yield f"{language.say('%(label)s :', label=named)} {_said(day, language)}"


# Private

_STATES = {State.APPOINTMENT: N_("sur rendez-vous"), State.UNKNOWN: N_("on ne sait pas")}


def _date(day: date, language: Language) -> str:
    return language.formats.month_day(day.month, day.day)


def _said(day: Day, language: Language) -> str:
    spans = [span for span in day.segments if span.state is not State.CLOSED]
    reason = next((span.reason.words for span in day.segments if span.reason.because is not Because.HOURS), "")
    words = language.formats.list(_span(span, language) for span in spans) if spans else language.say("fermé")
    return " · ".join(part for part in (words, reason, day.message) if part)


def _span(span: Span, language: Language) -> str:
    if span.state is State.UNKNOWN:
        return language.say(_STATES[span.state])
    said = say_span(span.start, span.end, language)
    return f"{said} ({language.say(_STATES[span.state])})" if span.state in _STATES else said
