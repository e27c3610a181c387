"""Plain weeks: what the editor writes says, to a reader of OSM that is not ours, the times that were typed."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours, State

from app.domain.hours.plain_week import CLOSED, PlainDay, PlainWeek, Range, read_week, write_week

MONDAY = datetime(2026, 11, 16)  # noqa: DTZ001 - local time, as hours are
DAY_MIN = 1440


@st.composite
def days(draw: st.DrawFn) -> PlainDay:
    """Draw a day: times five minutes apart, none of which touch; the last may go on after midnight."""
    ends = draw(st.lists(st.integers(0, 287), max_size=6, unique=True).map(sorted))
    ranges = [(a * 5, b * 5) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    return PlainDay(tuple(ranges), bool(ranges) and draw(st.booleans()))


weeks = st.builds(
    PlainWeek,
    st.tuples(*[days()] * 7),
    st.none() | days(),
    st.none() | st.tuples(*[days()] * 7),
)


def read_by_osm(text: str, number: int) -> list[Range]:
    """Return when it is not closed on a weekday, as the evaluator has it."""
    midnight = MONDAY + timedelta(days=number)
    found = OpeningHours(text).intervals(midnight, midnight + timedelta(days=1))
    known = [(start, end) for start, end, state, _ in found if state != State.CLOSED]
    return [(_minute(start, midnight), _minute(end, midnight)) for start, end in known]


def _minute(moment: datetime, midnight: datetime) -> int:
    return int((moment - midnight).total_seconds() // 60)


@given(weeks)
def test_what_is_written_reads_back_equal(week: PlainWeek) -> None:
    text = write_week(week)
    assert read_week(text) in (week, None) if text else week.is_blank or not any(day.ranges for day in week.days)


@given(st.tuples(*[days()] * 7))
def test_opening_hours_reads_the_times_that_were_typed(seven: tuple[PlainDay, ...]) -> None:
    text = write_week(PlainWeek(seven))
    typed = [[*day.ranges] for day in seven]
    assert ([read_by_osm(text, n) for n in range(7)] if text else [[]] * 7) == typed


@given(weeks.filter(lambda week: any(day.ranges for day in week.days)))
def test_a_usual_week_with_holidays_is_shown_again_as_it_was(week: PlainWeek) -> None:
    shown = read_week(write_week(week))
    assert shown is not None
    assert (shown.days, shown.public, shown.school) == (week.days, week.public, week.school)


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("24/7", "24/7"),
        ("Mo-Fr 10:00-12:30,14:00-17:00; Tu 10:00-12:30", "Mo,We-Fr 10:00-12:30,14:00-17:00; Tu 10:00-12:30"),
        ("Mo,Tu,Th,Fr 16:30-18:30; PH,SH off", "Mo,Tu,Th,Fr 16:30-18:30; SH off; PH off"),
        ("Fr 20:00-02:00", "Fr 20:00-02:00"),
        ('We 14:00-16:00 "sur rendez-vous"', 'We 14:00-16:00 "sur rendez-vous"'),
    ],
)
def test_hours_of_doors_are_plain_weeks(text: str, again: str) -> None:
    week = read_week(text)
    assert week is not None
    assert write_week(week) == again


@pytest.mark.parametrize(
    "text",
    [
        "Mo[1] 10:00-12:00",
        "Apr-Oct Mo-Su 08:00-20:00",
        "PH off; Mo 10:00-12:00",
        '"sur rendez-vous"',
        "Mo-Fr 09:00-12:00, Mo 14:00-16:00",
        "Mo-Fr sunrise-sunset",
        'Mo 09:00-12:00 "sonner fort"',
        "Mo-Fr,PH 09:00-12:00",
        "n’importe quoi",
    ],
)
def test_hours_that_say_more_stay_text(text: str) -> None:
    assert read_week(text) is None


def test_nothing_is_written_for_nothing() -> None:
    assert write_week(PlainWeek()) == ""
    assert write_week(PlainWeek(public=CLOSED)) == "PH off"
