"""The pages of a long list that one page links to."""

import pytest

from app.pages.paging import steps_from


def numbers(page: int, pages: int) -> list[int]:
    return [step.number for step in steps_from(page, pages, str)]


def test_a_short_list_links_to_all_its_pages() -> None:
    assert numbers(3, 12) == list(range(1, 13))


@pytest.mark.parametrize("page", [1, 2, 17, 170, 333, 334])
def test_a_long_list_links_to_its_ends_and_its_neighbours(page: int) -> None:
    shown = numbers(page, 334)
    assert {1, 334, page, max(1, page - 1), min(334, page + 1)} <= set(shown)
    assert (len(shown) <= 11, shown) == (True, sorted(shown))


def test_any_page_of_hundreds_is_a_few_taps_away() -> None:
    reached, taps = {1}, 0
    while len(reached) < 334:
        reached |= {further for page in reached for further in numbers(page, 334)}
        taps += 1
    assert taps <= 10


def test_a_gap_is_told_where_pages_are_left_out() -> None:
    assert [step.number for step in steps_from(50, 100, str) if step.is_after_gap] == [40, 48, 60, 100]
