"""The brakes let people pass and stop floods; time, given by the test, lets go of them."""

from app.web.brakes import MOST_ADDRESSES, Brakes, Pace


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_an_address_waits_until_its_minute_gives_one_back() -> None:
    clock = Clock()
    brakes = Brakes(address=Pace(a_minute=6, at_once=2), clock=clock)
    assert [brakes.wait_s("one") for _ in range(3)] == [0, 0, 10]
    assert brakes.wait_s("two") == 0
    clock.now += 10
    assert [brakes.wait_s("one"), brakes.wait_s("one")] == [0, 10]


def test_a_refusal_costs_nothing() -> None:
    clock = Clock()
    brakes = Brakes(address=Pace(a_minute=60, at_once=1), clock=clock)
    assert [brakes.wait_s("one") for _ in range(50)][-1] == 1
    clock.now += 1
    assert brakes.wait_s("one") == 0


def test_the_site_has_a_pace_of_its_own() -> None:
    brakes = Brakes(site=Pace(a_minute=60, at_once=2), clock=Clock())
    assert [brakes.wait_s(name) for name in ("one", None, "three", None)] == [0, 0, 1, 1]


def test_no_address_is_remembered_as_it_is_nor_for_long() -> None:
    clock = Clock()
    brakes = Brakes(site=Pace(60, 10**6), address=Pace(a_minute=60, at_once=1), clock=clock)
    for number in range(MOST_ADDRESSES):
        brakes.wait_s(f"10.0.0.{number}")
    assert "10.0.0.7" not in repr(vars(brakes))
    clock.now += 61
    brakes.wait_s("late")
    assert len(vars(brakes)["_levels"]) == 2
