"""Open, closed, by appointment or unknown, at any instant, and why."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.domain.hours.status import Because, State, status_at

from .cast import (
    CAFE,
    CENTRE,
    HOMEWORK,
    LIBRARY,
    LIBRARY_WITHOUT_PH,
    NO_AUGUST,
    RENDEZ_VOUS,
    ask,
    make_content,
    make_place,
)

CASES = [
    (LIBRARY, "2026-11-11T11:00", "closed", "public_holiday", "Armistice de 1918"),
    (LIBRARY, "2026-11-18T11:00", "open", "hours", ""),
    (LIBRARY, "2027-05-06T14:00", "closed", "public_holiday", "Ascension"),
    (LIBRARY, "2026-11-18T20:00", "closed", "hours", ""),
    (LIBRARY_WITHOUT_PH, "2026-11-11T11:00", "unknown", "public_holiday", "Armistice de 1918"),
    (LIBRARY_WITHOUT_PH, "2027-05-06T14:00", "unknown", "public_holiday", "Ascension"),
    (LIBRARY_WITHOUT_PH, "2026-11-18T11:00", "open", "hours", ""),
    (HOMEWORK, "2026-10-16T17:00", "open", "hours", ""),
    (HOMEWORK, "2026-10-19T17:00", "closed", "school_holiday", "Vacances de la Toussaint"),
    (HOMEWORK, "2026-10-18T17:00", "closed", "hours", ""),
    (HOMEWORK, "2026-11-02T17:00", "open", "hours", ""),
    (HOMEWORK, "2027-02-09T17:00", "closed", "school_holiday", "Vacances d’hiver"),
    (HOMEWORK, "2027-02-23T17:00", "open", "hours", ""),
    (HOMEWORK, "2026-12-25T17:00", "closed", "public_holiday", "Noël"),
    (CENTRE, "2026-10-20T11:00", "open", "hours", ""),
    (CENTRE, "2026-11-04T11:00", "closed", "hours", ""),
    (CENTRE, "2026-11-04T15:00", "open", "hours", ""),
    (CENTRE, "2027-04-13T11:00", "open", "hours", ""),
    (CENTRE, "2027-05-07T11:00", "open", "hours", ""),
    (CENTRE, "2027-07-14T11:00", "closed", "public_holiday", "Fête nationale"),
    (CENTRE, "2026-11-11T15:00", "closed", "public_holiday", "Armistice de 1918"),
    (NO_AUGUST, "2027-08-10T11:00", "closed", "hours", ""),
    (NO_AUGUST, "2027-07-14T11:00", "closed", "public_holiday", "Fête nationale"),
    (NO_AUGUST, "2027-07-30T11:00", "open", "hours", ""),
    (RENDEZ_VOUS, "2026-11-18T10:00", "appointment", "hours", ""),
    (RENDEZ_VOUS, "2026-11-18T13:00", "closed", "hours", ""),
    (RENDEZ_VOUS, "2026-11-11T10:00", "closed", "public_holiday", "Armistice de 1918"),
    (CAFE, "2027-06-30T15:00", "open", "hours", ""),
    (CAFE, "2027-07-07T11:30", "open", "hours", ""),
    (CAFE, "2026-11-18T11:30", "closed", "hours", ""),
    ("24/7", "2026-12-25T03:00", "open", "hours", ""),
    ("Mo-Su 06:00-22:00", "2026-12-25T12:00", "unknown", "public_holiday", "Noël"),
    ("SH off", "2026-11-18T12:00", "closed", "hours", ""),
    ("Mo-Fr,SH 10:00-12:00; PH off", "2026-10-24T11:00", "open", "hours", ""),
    ("Mo-Fr,SH 10:00-12:00; PH off", "2026-11-07T11:00", "closed", "hours", ""),
    ("SH,PH Mo-Fr 10:00-12:00", "2026-11-11T11:00", "open", "hours", ""),
    ("SH,PH Mo-Fr 10:00-12:00", "2026-11-18T11:00", "closed", "hours", ""),
    ("SH,PH Mo-Fr 10:00-12:00", "2026-11-01T11:00", "closed", "hours", ""),
    ('Mo-Fr 10:00-12:00 open "SH; PH off"', "2026-10-20T11:00", "open", "hours", ""),
    ("Sa 10:00-13:00, 14:00-18:00; PH off", "2026-11-18T15:00", "closed", "hours", ""),
    ("Mo-Fr, Sa 09:00-12:00; PH off", "2026-11-18T15:00", "closed", "hours", ""),
    ('Mo-Fr 09:00-12:00; PH off || "sur rdv"', "2026-11-18T15:00", "appointment", "hours", ""),
    ('Mo-Fr 09:00-12:00; PH off || "sur rdv"', "2026-11-18T10:00", "open", "hours", ""),
    ("Fr 22:00-02:00; PH off", "2027-05-15T01:00", "open", "hours", ""),
    ("Th 22:00-02:00; PH off", "2027-05-07T01:00", "closed", "hours", ""),
    (HOMEWORK, "2028-09-12T17:00", "unknown", "calendar_too_short", ""),
    (HOMEWORK, "2020-09-15T17:00", "unknown", "calendar_too_short", ""),
    (LIBRARY, "2028-11-11T14:00", "closed", "public_holiday", ""),
    (LIBRARY_WITHOUT_PH, "2028-12-25T14:00", "unknown", "public_holiday", ""),
]


@pytest.mark.parametrize(("hours", "at", "state", "because", "words"), CASES)
def test_a_place_answers_with_its_reason(hours: str, at: str, state: str, because: str, words: str) -> None:
    answer = ask(hours, at)
    assert (answer.state, answer.reason.because, answer.reason.words) == (state, because, words)


@pytest.mark.parametrize(
    ("hours", "state", "because", "comment"),
    [
        ('Mo-Fr 09:00-18:00 "sur RDV"', "appointment", "hours", "sur RDV"),
        ('Mo-Fr 09:00-18:00 "by appointment only"', "appointment", "hours", "by appointment only"),
        ('Mo-Fr 09:00-18:00 "sans rendez-vous"', "unknown", "comment", "sans rendez-vous"),
        ('Mo-Fr 09:00-18:00 "adhérents"', "unknown", "comment", "adhérents"),
        ('Mo-Fr 09:00-18:00 open "sonnez"', "open", "hours", "sonnez"),
        ('Mo-Fr 09:00-18:00 off "travaux"', "closed", "hours", "travaux"),
        ('"sur rendez-vous"', "appointment", "hours", "sur rendez-vous"),
    ],
)
def test_a_comment_alone_is_not_open_hours(hours: str, state: str, because: str, comment: str) -> None:
    answer = ask(hours, "2026-11-18T10:00")
    assert (answer.state, answer.reason.because, answer.comment) == (state, because, comment)


@pytest.mark.parametrize("at", ["2027-03-28T02:30", "2026-10-25T02:30"])
@pytest.mark.parametrize("hours", [LIBRARY, HOMEWORK, "24/7", "sunrise-sunset", "02:30-03:30", None])
def test_the_night_when_clocks_change_never_raises(hours: str | None, at: str) -> None:
    assert ask(hours, at).state in State


def test_an_instant_with_a_zone_is_turned_into_local_time() -> None:
    place = make_place(LIBRARY)
    tokyo = datetime(2026, 11, 18, 19, 0, tzinfo=timezone(timedelta(hours=9)))
    answer = status_at(place, make_content(place), tokyo)
    assert answer.state is State.OPEN
    assert answer.until == datetime(2026, 11, 18, 19, 0)  # noqa: DTZ001 (local time, as answers are)


def test_both_hours_of_the_night_that_lasts_longer_are_read() -> None:
    place = make_place("Su 02:00-03:00; PH off")
    moments = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1, 2)]
    states = [status_at(place, make_content(place), moment).state for moment in moments]
    assert states == ["open", "open", "closed"]


def test_the_next_opening_passes_holidays() -> None:
    answer = ask(HOMEWORK, "2026-10-16T19:00")
    assert answer.next_opening == datetime.fromisoformat("2026-11-02T16:30")
    assert answer.until == answer.next_opening


def test_the_next_opening_passes_a_summer() -> None:
    answer = ask("Sep-Jun: We 14:00-17:30; PH off", "2027-06-30T18:00")
    assert answer.next_opening == datetime.fromisoformat("2027-09-01T14:00")


def test_the_next_opening_may_be_by_appointment() -> None:
    answer = ask(RENDEZ_VOUS, "2026-11-18T13:00")
    assert (answer.next_opening, answer.next_state) == (datetime.fromisoformat("2026-11-18T14:00"), "appointment")


def test_a_place_always_open_has_no_end() -> None:
    answer = ask("24/7", "2026-11-18T13:00")
    assert (answer.state, answer.until, answer.next_opening) == ("open", None, None)


def test_a_closed_day_ends_at_the_next_opening_whatever_its_reasons() -> None:
    answer = ask(LIBRARY, "2026-11-10T20:00")
    assert (answer.reason.because, answer.until) == ("hours", datetime.fromisoformat("2026-11-12T13:00"))


@pytest.mark.parametrize(("known", "because"), [("call", "call"), ("unknown", "no_hours"), (None, "no_hours")])
def test_a_place_without_hours_is_unknown_never_closed(known: str | None, because: str) -> None:
    answer = ask(make_place(hours_known=known), "2026-11-18T03:00")
    assert (answer.state, answer.reason.because) == ("unknown", because)


def test_hours_that_must_be_asked_are_not_trusted() -> None:
    assert ask(make_place(LIBRARY, hours_known="call"), "2026-11-18T11:00").reason.because == "call"


@pytest.mark.parametrize("status", ["closed_temporarily", "closed_for_good"])
def test_a_closed_place_is_closed_whatever_its_hours(status: str) -> None:
    answer = ask(make_place("24/7", status=status), "2026-11-18T11:00")
    assert (answer.state, answer.reason.because, answer.next_opening) == ("closed", status, None)


def test_a_place_that_wants_an_appointment_is_not_simply_open() -> None:
    assert ask(make_place(LIBRARY, access={"appointment": "required"}), "2026-11-18T11:00").state == "appointment"


def test_sunset_is_looked_up_where_the_place_is() -> None:
    answer = ask("sunrise-sunset; PH off", "2026-11-18T16:30")
    assert answer.until is not None
    assert answer.until.date() == date(2026, 11, 18)
    assert 17 <= answer.until.hour + answer.until.minute / 60 < 17.5


def test_because_names_every_reason_once() -> None:
    assert len({*Because}) == len(Because)
