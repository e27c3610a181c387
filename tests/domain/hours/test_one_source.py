"""The week's table, the words without script and the status say the same of any hours."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.domain.hours.asked import hours_of
from app.domain.hours.days import Day
from app.domain.hours.expression import is_readable
from app.domain.hours.schedule import Schedules
from app.domain.hours.status import zone_of
from app.domain.hours.summary import summary_of
from app.domain.hours.week import Week, WeekTable, week_table
from app.domain.hours.year import Opening
from app.domain.hours.zone import Zone
from app.domain.place import Place

from .cast import make_content, make_place
from .random_hours import TEXTS

DAYS = some.integers(0, 540).map(lambda n: date(2026, 11, 2) + timedelta(days=n))
QUARTERS = range(0, 1440, 45)


@settings(max_examples=120, deadline=None)
@given(TEXTS.filter(is_readable), DAYS)
def test_the_table_says_what_the_status_says(text: str, day: date) -> None:
    place = make_place(text)
    zone, table = zone_of(place, make_content(place)), week_table(hours_of(place))
    if table is None or not tells(table) or any(is_special(zone, near) for near in (day, day - timedelta(days=1))):
        return
    states = states_of(place, zone, day)
    for minute in QUARTERS:
        assert states.at(minute).state in said(table, zone, day, minute), (minute, table)


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(is_readable), DAYS)
def test_words_without_script_are_true_on_any_usual_day(text: str, day: date) -> None:
    place = make_place(text)
    zone = zone_of(place, make_content(place))
    words = {"closed": {"closed"}, "round_the_clock": {"open"}, "appointment": {"appointment", "closed"}}
    allowed = words.get(summary_of(place))
    if allowed is None or is_special(zone, day) or is_special(zone, day - timedelta(days=1)):
        return
    assert {segment.state for segment in states_of(place, zone, day).segments} <= allowed


@pytest.mark.parametrize(
    ("hours", "summary"),
    [
        ("off", "closed"),
        ("closed", "closed"),
        ("PH off", "closed"),
        ("24/7", "round_the_clock"),
        ("24/7; PH off", "see_hours"),
        ("24/7; Su off", "see_hours"),
        ("00:00-24:00; Tu 03:00-05:00 off", "see_hours"),
        ("2027 Jun 10:00-12:00", "see_hours"),
        ("Mo-Fr 10:00-12:00", "see_hours"),
        ('"sur rendez-vous"; PH off', "appointment"),
    ],
)
def test_each_word_without_script_rests_on_a_rule(hours: str, summary: str) -> None:
    assert summary_of(make_place(hours)) == summary


# Private


def tells(table: WeekTable) -> bool:
    """Tell whether the table claims to show every usual day."""
    return bool(table.weeks) and not table.is_irregular and not table.follows_sun


def states_of(place: Place, zone: Zone, day: date) -> Day:
    """Return the day that the status of every minute is read from."""
    return Schedules(zone, day, 1).days(hours_of(place))[0]


def is_special(zone: Zone, day: date) -> bool:
    """Tell whether a day is not for the table: a public holiday, or the day that most years lack."""
    return zone.public_holiday(day) is not None or (day.month, day.day) in ((2, 29), (3, 1))


def said(table: WeekTable, zone: Zone, day: date, minute: int) -> set[str]:
    eve = day - timedelta(days=1)
    found = {str(o.state) for o in openings(table, zone, day) if o.start <= minute < o.end}
    late = {str(o.state) for o in openings(table, zone, eve) if o.start <= minute + 1440 < o.end}
    return found | late or {"closed"}


def openings(table: WeekTable, zone: Zone, day: date) -> list[Opening]:
    on_leave = zone.school_holiday(day) is not None and any(w.in_school_holidays for w in table.weeks)
    weeks = [w for w in table.weeks if w.in_school_holidays == on_leave] or list(table.weeks)
    # Holidays have only the weeks that differ from those of term.
    week = next((w for w in weeks if w.seasons and is_in(w, day)), None) or next(
        (w for w in (*weeks, *table.weeks) if not w.seasons or is_in(w, day)), table.weeks[0]
    )
    return [o for o in week.days[day.weekday()] if falls(o, day)]


def is_in(week: Week, day: date) -> bool:
    now = day.month, day.day
    return any(s.first <= now <= s.last if s.first <= s.last else now >= s.first or now <= s.last for s in week.seasons)


def falls(opening: Opening, day: date) -> bool:
    is_last = day.day + 7 > calendar.monthrange(day.year, day.month)[1]
    nth = {(day.day - 1) // 7 + 1} | ({-1} if is_last else set())
    return not opening.occurrences or bool(nth & set(opening.occurrences))
