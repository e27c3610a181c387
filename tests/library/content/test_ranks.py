"""Ranks keep an order, and move as little as they can."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from app.library.content.ranks import ranks_of

HELD = {"a": 0.0, "b": 1.0, "c": 2.0, "d": 3.0}


def moved(wanted: str) -> set[str]:
    ranks = ranks_of(wanted, HELD)
    return {key for key in wanted if HELD.get(key) != ranks[key]}


def test_only_what_came_or_moved_gets_a_new_rank() -> None:
    assert [moved(wanted) for wanted in ("abcd", "xabcd", "abxycd", "abcdx", "dabc", "acd", "badc")] == [
        set(),
        {"x"},
        {"x", "y"},
        {"x"},
        {"d"},
        set(),
        {"b", "d"},
    ]


def test_the_same_spot_filled_again_and_again_is_numbered_anew() -> None:
    held: dict[int, float] = {0: 0.0, 1: 1.0}
    wanted = [0, 1]
    for number in range(2, 200):
        wanted.insert(1, number)
        held = ranks_of(wanted, held)
        assert all(held[one] < held[other] for one, other in pairwise(wanted))


@given(some.permutations(range(12)), some.permutations(range(16)))
def test_any_order_is_kept(before: list[int], after: list[int]) -> None:
    ranks = ranks_of(after, ranks_of(before, {}))
    assert [*after] == sorted(ranks, key=lambda key: ranks[key])
