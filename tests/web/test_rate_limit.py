"""The rate_limit let people pass and stop floods; time, given by the test, lets go of them."""

from app.web.rate_limit import MOST_ADDRESSES, Pace, RateLimit


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_an_address_waits_until_its_minute_gives_one_back() -> None:
    clock = Clock()
    rate_limit = RateLimit(address=Pace(a_minute=6, at_once=2), clock=clock)
    assert [rate_limit.wait_s("one") for _ in range(3)] == [0, 0, 10]
    assert rate_limit.wait_s("two") == 0
    clock.now += 10
    assert [rate_limit.wait_s("one"), rate_limit.wait_s("one")] == [0, 10]


def test_a_refusal_costs_nothing() -> None:
    clock = Clock()
    rate_limit = RateLimit(address=Pace(a_minute=60, at_once=1), clock=clock)
    assert [rate_limit.wait_s("one") for _ in range(50)][-1] == 1
    clock.now += 1
    assert rate_limit.wait_s("one") == 0


def test_the_site_has_a_pace_of_its_own() -> None:
    rate_limit = RateLimit(site=Pace(a_minute=60, at_once=2), clock=Clock())
    assert [rate_limit.wait_s(name) for name in ("one", None, "three", None)] == [0, 0, 1, 1]


def test_no_address_is_remembered_as_it_is_nor_for_long() -> None:
    clock = Clock()
    rate_limit = RateLimit(site=Pace(60, 10**6), address=Pace(a_minute=60, at_once=1), clock=clock)
    for number in range(MOST_ADDRESSES):
        rate_limit.wait_s(f"10.0.0.{number}")
    assert "10.0.0.7" not in repr(vars(rate_limit))
    clock.now += 61
    rate_limit.wait_s("late")
    assert len(vars(rate_limit)["_levels"]) == 2
