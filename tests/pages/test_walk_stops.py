"""A walk tells the truth about its stops: whether each is open, and which are closed or not shown."""

import pytest

from ..cast.printed import Page, edit, read_tiny, rendered

WALK, SQUARE = "walks/du-college-au-square", "square-des-tilleuls"


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_each_stop_that_is_a_place_has_its_hours(lang: str) -> None:
    page = rendered(read_tiny(), f"{lang}/{WALK}")
    walk = read_tiny().walks["du-college-au-square"]
    statuses = Page(page).all("place-status")
    assert [found["data-place"] for found in statuses] == [stop.place for stop in walk.stops if stop.place]
    assert all(found["data-hours"].startswith("/hours/") for found in statuses)


@pytest.mark.parametrize(
    ("status", "words"),
    [("closed_temporarily", "Fermé pour le moment"), ("closed_for_good", "Fermé définitivement")],
)
def test_a_closed_stop_says_so(status: str, words: str) -> None:
    page = rendered(edit(read_tiny(), SQUARE, status=status), f"fr/{WALK}")
    stop = page.split(f'data-place="{SQUARE}"', 1)[1].split("</place-status>", 1)[0]
    assert words in stop


def test_a_stop_whose_door_is_kept_says_so() -> None:
    page = rendered(edit(read_tiny(), SQUARE, address_visibility="hidden"), f"fr/{WALK}")
    assert "l’adresse exacte n’est pas montrée" in page
