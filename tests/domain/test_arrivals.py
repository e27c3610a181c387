"""Stops so near each other that a group arrives once, and how long a walk is."""

import pytest

from app.domain.arrivals import arrivals_of
from app.domain.duration import minutes_walking
from app.domain.geometry import DEGREE_M, Position

LAT = 48.89


def north(metres: float) -> Position:
    return 2.36, LAT + metres / DEGREE_M


@pytest.mark.parametrize(
    ("metres", "arrivals"),
    [
        ([0, 12, 200], [(1, 2), (3,)]),
        ([0, 0, 0], [(1, 2, 3)]),
        ([0, 31], [(1,), (2,)]),
        ([0, 25, 50, 75], [(1, 2), (3, 4)]),
        ([0, 200, 0], [(1,), (2,), (3,)]),
    ],
)
def test_stops_within_thirty_metres_are_one_arrival(metres: list[float], arrivals: list[tuple[int, ...]]) -> None:
    assert arrivals_of({number: north(each) for number, each in enumerate(metres, 1)}) == arrivals


def test_a_stop_whose_door_is_not_shown_is_an_arrival_of_its_own() -> None:
    assert arrivals_of({1: north(0), 2: None, 3: north(5)}) == [(1,), (2,), (3,)]


@pytest.mark.parametrize(("metres", "minutes"), [(0, 0), (5, 1), (1000, 24)])
def test_no_way_takes_no_time_and_a_short_one_a_minute(metres: float, minutes: int) -> None:
    assert minutes_walking(metres) == minutes
