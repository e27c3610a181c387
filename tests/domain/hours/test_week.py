"""The week of a place as its page shows it."""

import pytest

from app.domain.hours.asked import hours_of
from app.domain.hours.week import WeekTable, week_table

from .cast import CAFE, CENTRE, HOMEWORK, LIBRARY, NO_AUGUST, RENDEZ_VOUS, make_place


def table_of(hours: str, **fields: object) -> WeekTable:
    table = week_table(hours_of(make_place(hours, **fields)))
    assert table is not None
    return table


def times(table: WeekTable, week: int = 0) -> list[list[str]]:
    """The openings of each weekday, as `10:00-19:00`."""
    clock = "{0[0]:02}:{0[1]:02}-{1[0]:02}:{1[1]:02}".format
    return [[clock(divmod(o.start, 60), divmod(o.end, 60)) for o in day] for day in table.weeks[week].days]


def test_a_usual_week_has_seven_days() -> None:
    afternoon = ["13:00-19:00"]
    assert times(table_of(LIBRARY)) == [[], afternoon, ["10:00-19:00"], afternoon, afternoon, ["10:00-18:00"], []]


def test_school_holidays_have_their_own_week() -> None:
    table = table_of(CENTRE)
    assert [week.in_school_holidays for week in table.weeks] == [False, True]
    assert times(table, 0)[0] == []
    assert times(table, 1)[0] == ["10:00-18:00"]


def test_closed_in_the_holidays_is_a_closed_week() -> None:
    assert [(w.in_school_holidays, w.is_closed) for w in table_of(HOMEWORK).weeks] == [(False, False), (True, True)]


@pytest.mark.parametrize(
    ("hours", "seasons", "closed"),
    [
        (CAFE, [((7, 1), (8, 31))], False),
        (NO_AUGUST, [((8, 1), (8, 31))], True),
        ("Apr-Sep: 08:00-21:00; Oct-Mar: 08:00-18:00", [((10, 1), (3, 31))], False),
        ("Mo-Fr 09:00-12:00; Dec 24-Jan 02 off", [((12, 24), (1, 2))], True),
    ],
)
def test_a_season_has_its_dates(hours: str, seasons: list[object], closed: bool) -> None:
    season = table_of(hours).weeks[1]
    assert ([(s.first, s.last) for s in season.seasons], season.is_closed) == (seasons, closed)


@pytest.mark.parametrize(
    ("hours", "answer"),
    [
        (LIBRARY, "closed"),
        ("Mo-Fr 09:00-17:00", "unknown"),
        ("Mo-Su 09:00-17:00; PH 10:00-12:00", "open"),
        ("Mo-Su,PH 09:00-17:00", "usual"),
        ("24/7", "usual"),
    ],
)
def test_public_holidays_are_told(hours: str, answer: str) -> None:
    assert table_of(hours).public_holidays == answer


def test_hours_on_public_holidays_are_kept() -> None:
    assert [o.start for o in table_of("Mo-Su 09:00-17:00; PH 10:00-12:00").public_hours] == [600]


def test_an_appointment_stays_with_its_hours() -> None:
    first = table_of(RENDEZ_VOUS).weeks[0].days[0][0]
    assert (first.state, first.comment) == ("appointment", "sur rendez-vous")
    assert table_of(LIBRARY, access={"appointment": "required"}).weeks[0].days[1][0].state == "appointment"


def test_an_evening_goes_on_after_midnight() -> None:
    table = table_of("Fr-Sa 20:00-02:00; PH off")
    assert [times(table)[n] for n in (4, 5, 6)] == [["20:00-26:00"], ["20:00-26:00"], []]


def test_an_evening_lasts_as_long_as_it_says() -> None:
    assert times(table_of("Fr 20:00-09:30; PH off"))[4:6] == [["20:00-33:30"], []]


def test_seasons_bounded_by_a_sunday_are_told_roughly_and_said_so() -> None:
    table = table_of("Mar Su[-1]-Oct Su[-1] 08:00-20:00; Oct Su[-1]-Mar Su[-1] 08:00-18:00; PH off")
    assert [times(table, n)[0] for n in (0, 1)] == [["08:00-20:00"], ["08:00-18:00"]]
    assert [(s.first, s.last) for s in table.weeks[1].seasons] == [((10, 28), (3, 28))]
    assert table.is_irregular


def test_a_day_counted_from_an_nth_weekday_is_in_no_table() -> None:
    table = table_of("Sa[1] +1 day 10:00-12:00; PH off")
    assert (table.weeks, table.is_irregular, table.public_holidays) == ((), True, "closed")


@pytest.mark.parametrize("hours", ["24/7; PH off", "24/7; Su off", "00:00-24:00; Tu 03:00-05:00 off"])
def test_day_and_night_but_some_has_a_table(hours: str) -> None:
    assert not table_of(hours).is_round_the_clock
    assert table_of("24/7").is_round_the_clock


def test_a_year_that_changes_too_often_says_so() -> None:
    months = "; ".join(f"{month} 01-10 10:00-12:00" for month in ("Jan", "Mar", "May", "Jul", "Sep"))
    assert table_of(f"Mo-Fr 09:00-17:00; {months}").is_irregular


def test_the_first_saturday_of_the_month_says_so() -> None:
    saturday = table_of("We 14:00-16:00; Sa[1,3] 10:00-12:00; Fr[-1] 18:00-20:00").weeks[0].days
    assert [saturday[n][0].occurrences for n in (2, 4, 5)] == [(), (-1,), (1, 3)]


@pytest.mark.parametrize("hours", ["week 1-53/2 We 14:00-16:00", "Mo-Fr 10:00-12:00; 2026 Aug off"])
def test_what_no_table_shows_is_said(hours: str) -> None:
    assert table_of(hours).is_irregular


def test_the_sun_has_no_table() -> None:
    table = table_of("sunrise-sunset")
    assert (table.follows_sun, table.weeks) == (True, ())


@pytest.mark.parametrize(
    ("hours", "answer"),
    [("sunrise-sunset; PH off", "closed"), ("sunrise-sunset; PH 10:00-sunset", "open"), ("sunrise-sunset", "unknown")],
)
def test_public_holidays_of_the_sun_are_told(hours: str, answer: str) -> None:
    assert (table_of(hours).public_holidays, table_of(hours).public_hours) == (answer, ())


def test_a_dated_exception_brings_its_hours() -> None:
    other = {"from": "2026-12-05", "to": "2026-12-12", "kind": "hours", "hours": "Sa 08:00-09:00"}
    [notice] = table_of(LIBRARY, exceptions=[other]).notices
    assert (len(notice.days[5]), notice.exception.to.day) == (1, 12)


def test_a_place_without_hours_has_no_table() -> None:
    assert week_table(hours_of(make_place())) is None


def test_a_service_has_its_own_table() -> None:
    place = make_place(LIBRARY, services=[{"id": "aide", "name": "Aide", "hours": "We 14:00-16:00"}])
    table = week_table(hours_of(place, place.services[0]))
    assert table is not None
    assert times(table)[2] == ["14:00-16:00"]


def test_hours_to_be_asked_say_so() -> None:
    assert table_of(LIBRARY, hours_known="call").must_call
