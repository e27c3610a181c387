"""The week of a place in a few lines, for paper: there is no room for a table, and nothing to unfold."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..domain.hours.days import DAY_MIN, State
from ..domain.hours.week import WeekTable
from ..domain.hours.year import Days, Opening
from .language import Language

_RANGE = 3
"""So many days in a row are said by the first and the last."""


def say_week(table: WeekTable, language: Language) -> tuple[str, ...]:
    """Return the usual week, one line for the days that are alike, then what these lines do not say."""
    return (*_usual(table, language), *_besides(table, language))


def say_days(week: Days, language: Language) -> Iterator[str]:
    """Yield seven days from Monday, one line for those that are alike; a day without openings is in none."""
    for openings in dict.fromkeys(filter(None, week)):
        days = say_weekdays([n for n, day in enumerate(week) if day == openings], language)
        hours = language.formats.list(_opening(each, language) for each in openings)
        yield f"{language.say('%(label)s :', label=days)} {hours}"


def say_weekdays(days: Sequence[int], language: Language) -> str:
    """Return the names of weekdays, three in a row or more by the first and the last."""
    name = language.formats.weekday
    runs: list[list[int]] = [[days[0]]]
    for before, day in pairwise(days):
        if day == before + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    words = (_run([name(day) for day in run], language) for run in runs)
    return language.formats.list(word for group in words for word in group)


def say_span(start: int, end: int, language: Language) -> str:
    """Return `9 h – 12 h`, or as the language says it, from minutes of the day."""
    clock = language.formats.clock
    return language.say("%(start)s – %(end)s", start=clock(start), end=clock(end))


# Private


def _usual(table: WeekTable, language: Language) -> Iterator[str]:
    if table.is_round_the_clock:
        yield language.say("Ouvert jour et nuit, tous les jours.")
    elif table.follows_sun:
        yield language.say("Les horaires suivent le lever ou le coucher du soleil.")
    elif table.weeks:
        yield from say_days(table.weeks[0].days, language)


def _run(names: Sequence[str], language: Language) -> Sequence[str]:
    if len(names) < _RANGE:
        return names
    return [language.say("%(start)s – %(end)s", start=names[0], end=names[-1])]


def _opening(opening: Opening, language: Language) -> str:
    is_whole = (opening.start, opening.end) == (0, DAY_MIN)
    span = language.say("jour et nuit") if is_whole else say_span(opening.start, opening.end, language)
    if opening.state is State.APPOINTMENT:
        return f"{span} ({language.say('sur rendez-vous')})"
    return f"{span} ({language.say('à vérifier')})" if opening.state is State.UNKNOWN else span


def _besides(table: WeekTable, language: Language) -> Iterator[str]:
    if table.must_call:
        yield language.say("Appelez avant de venir : ces horaires ne sont pas sûrs.")
    has_more = len(table.weeks) > 1 or table.is_irregular or bool(table.notices)
    if has_more or any(_says_more(o) for week in table.weeks for day in week.days for o in day):
        yield language.say("Certaines semaines ou certains jours sont différents : vérifiez avant de venir.")


def _says_more(opening: Opening) -> bool:
    return bool(opening.occurrences or (opening.comment and opening.state is State.OPEN))
