"""Any hours that anybody might write, with exceptions: the status, the days that phones get and the table of the week
answer at any moment, and say the same. `--hypothesis-profile=thorough` asks of two thousand of them."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as some

from app.domain.hours.asked import hours_of
from app.domain.hours.days import DAY_MIN, State
from app.domain.hours.expression import is_readable
from app.domain.hours.schedule import Schedules
from app.domain.hours.status import status_at, zone_of
from app.domain.hours.summary import summary_of
from app.domain.hours.week import week_table
from app.domain.place import Place

from .cast import make_content, make_place, moment
from .random_hours import TEXTS

FIRST = date(2026, 12, 28)
DAYS = some.integers(0, 540).map(lambda n: FIRST + timedelta(days=n))
MINUTES = some.integers(0, DAY_MIN - 1)
EXCEPTIONS = some.lists(
    some.builds(
        lambda start, length, kind, hours: {
            "from": start.isoformat(),
            "to": (start + timedelta(days=length)).isoformat(),
            "kind": kind,
            "hours": hours if kind == "hours" else None,
            "reason": "Essai",
        },
        DAYS,
        some.integers(0, 20),
        some.sampled_from(["closed", "hours", "message"]),
        TEXTS.filter(is_readable),
    ),
    max_size=3,
)
PLACES = some.builds(
    lambda text, exceptions: make_place(text, exceptions=exceptions), TEXTS.filter(is_readable), EXCEPTIONS
)


@given(PLACES, DAYS, MINUTES)
def test_the_status_is_what_phones_are_told(place: Place, day: date, minute: int) -> None:
    content = make_content(place)
    at = moment(datetime.combine(day, time(*divmod(minute, 60))).isoformat())
    told = Schedules(zone_of(place, content), day, 1).days(hours_of(place))[0].at(minute)
    answer = status_at(place, content, at)
    assert (answer.state, answer.reason) == (told.state, told.reason)


@given(PLACES, DAYS, MINUTES)
def test_what_comes_next_comes_when_it_is_said(place: Place, day: date, minute: int) -> None:
    content = make_content(place)
    at = moment(datetime.combine(day, time(*divmod(minute, 60))).isoformat())
    answer = status_at(place, content, at)
    if answer.until is not None:
        assert answer.until > at
        after = status_at(place, content, answer.until)
        assert (after.state, after.reason) != (answer.state, answer.reason)
    if answer.next_opening is not None:
        assert status_at(place, content, answer.next_opening).state in (State.OPEN, State.APPOINTMENT)


@given(PLACES)
def test_pages_and_paper_always_have_words_for_them(place: Place) -> None:
    table = week_table(hours_of(place))
    assert table is not None
    assert len(table.notices) == len(place.exceptions)
    assert all(0 <= o.start < o.end for week in table.weeks for openings in week.days for o in openings)
    assert summary_of(place) in {"closed", "round_the_clock", "appointment", "see_hours", "no_hours", "call"}
