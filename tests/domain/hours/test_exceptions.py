"""Dated notices override the usual hours, and only on their days."""

import pytest

from app.domain.hours.status import status_at

from .cast import LIBRARY, ask, make_content, make_place, moment

WORKS = {"from": "2026-11-16", "to": "2026-11-21", "kind": "closed", "reason": "Travaux"}
LATER = {"from": "2026-11-18", "to": "2026-11-18", "kind": "hours", "hours": "14:00-16:00", "reason": "Inventaire"}


@pytest.mark.parametrize(
    ("at", "state", "because", "words"),
    [
        ("2026-11-14T11:00", "open", "hours", ""),
        ("2026-11-16T00:00", "closed", "exception", "Travaux"),
        ("2026-11-18T11:00", "closed", "exception", "Travaux"),
        ("2026-11-21T23:59", "closed", "exception", "Travaux"),
        ("2026-11-24T14:00", "open", "hours", ""),
    ],
)
def test_a_dated_closure_closes_both_its_days(at: str, state: str, because: str, words: str) -> None:
    answer = ask(make_place(LIBRARY, exceptions=[WORKS]), at)
    assert (answer.state, answer.reason.because, answer.reason.words) == (state, because, words)


def test_other_hours_replace_those_of_the_day() -> None:
    place = make_place(LIBRARY, exceptions=[LATER])
    found = [ask(place, f"2026-11-18T{hour}:00") for hour in (11, 15)]
    assert [a.state for a in found] == ["closed", "open"]
    assert {a.reason.words for a in found} == {"Inventaire"}


def test_a_later_exception_wins() -> None:
    assert ask(make_place(LIBRARY, exceptions=[WORKS, LATER]), "2026-11-18T15:00").state == "open"


def test_a_message_leaves_the_hours_alone() -> None:
    notice = {"from": "2026-11-18", "to": "2026-11-18", "kind": "message", "reason": "Entrée par la cour"}
    answer = ask(make_place(LIBRARY, exceptions=[notice]), "2026-11-18T11:00")
    assert (answer.state, answer.reason.because, answer.message) == ("open", "hours", "Entrée par la cour")


def test_hours_of_one_day_hold_on_a_public_holiday() -> None:
    armistice = LATER | {"from": "2026-11-11", "to": "2026-11-11"}
    assert ask(make_place(LIBRARY, exceptions=[armistice]), "2026-11-11T15:00").state == "open"


def test_hours_of_a_long_time_say_nothing_of_a_public_holiday_in_it() -> None:
    november = LATER | {"from": "2026-11-01", "to": "2026-11-30"}
    answer = ask(make_place(LIBRARY, exceptions=[november]), "2026-11-11T15:00")
    assert (answer.state, answer.reason.because) == ("unknown", "public_holiday")


def test_a_place_without_hours_may_have_a_dated_closure() -> None:
    assert ask(make_place(exceptions=[WORKS]), "2026-11-18T11:00").state == "closed"
    assert ask(make_place(exceptions=[WORKS]), "2026-11-24T11:00").state == "unknown"


def test_the_next_opening_comes_after_the_closure() -> None:
    answer = ask(make_place(LIBRARY, exceptions=[WORKS]), "2026-11-15T12:00")
    assert answer.next_opening is not None
    assert answer.next_opening.isoformat() == "2026-11-24T13:00:00"


def test_a_service_has_its_own_hours_and_the_closures_of_its_place() -> None:
    help_desk = {"id": "aide", "name": "Aide numérique", "hours": "We 14:00-16:00; PH off"}
    place = make_place(LIBRARY, services=[help_desk], exceptions=[WORKS])
    found = [
        status_at(place, make_content(place), moment(at), service=place.services[0]).state
        for at in ("2026-11-25T11:00", "2026-11-25T15:00", "2026-11-18T15:00")
    ]
    assert found == ["closed", "open", "closed"]


EVENING = {"from": "2026-12-31", "to": "2026-12-31", "kind": "hours", "hours": "20:00-02:00", "reason": "Réveillon"}
NO_EVENING = {"from": "2026-12-04", "to": "2026-12-04", "kind": "closed", "reason": "Travaux"}


@pytest.mark.parametrize(
    ("at", "state", "until"),
    [
        ("2026-12-31T19:00", "closed", "2026-12-31T20:00"),
        ("2026-12-31T21:00", "open", "2027-01-01T02:00"),
        ("2027-01-01T01:00", "open", "2027-01-01T02:00"),
        ("2027-01-01T02:00", "closed", "2027-01-04T09:00"),
    ],
)
def test_an_exceptional_evening_lasts_past_midnight(at: str, state: str, until: str) -> None:
    answer = ask(make_place("Mo-Fr 09:00-17:00; PH off", exceptions=[EVENING]), at)
    assert (answer.state, answer.until) == (state, moment(until))


@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2026-12-04T01:00", "open"),
        ("2026-12-04T23:00", "closed"),
        ("2026-12-05T01:00", "closed"),
        ("2026-12-05T23:00", "open"),
    ],
)
def test_a_closed_evening_is_closed_to_its_end_and_no_further(at: str, state: str) -> None:
    place = make_place("Th-Sa 22:00-02:00; PH off", exceptions=[NO_EVENING])
    assert ask(place, at).state == state
