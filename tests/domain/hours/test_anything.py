"""Any hours that anybody might write, with exceptions: the status and the table of the week answer at any moment
(that phones say the same: `tests/edition/test_hours.py`). `--hypothesis-profile=thorough` asks of two thousand."""

from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as some

from app.domain.hours.asked import hours_of
from app.domain.hours.days import DAY_MIN, State
from app.domain.hours.status import status_at
from app.domain.hours.summary import summary_of
from app.domain.hours.week import week_table
from app.domain.place import Place

from .cast import make_content, moment
from .random_hours import DAYS, PLACES

MINUTES = some.integers(0, DAY_MIN - 1)


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
