"""The lines of a printed list: facts, and the numbers that the map of the same territory has."""

import re

import pytest

from app.domain.content import Content

from ..cast.printed import Page, changed, edit, rendered

LIBRARY, LIST, MAP = "bibliotheque-des-tilleuls", "fr/les-tilleuls/", "fr/les-tilleuls/map"


def line_of(page: str, place: str) -> str:
    (line,) = re.findall(rf'<tr data-line="{place}">.*', page)
    return re.sub(r"<[^>]+>", " ", str(line)).replace("\u00a0", " ")


@pytest.mark.parametrize("path", [LIST, MAP])
def test_a_line_has_the_hours_and_no_screen_shows_it(pages: dict[str, str], path: str) -> None:
    assert "mercredi : 10 h – 19 h" in line_of(pages[path], LIBRARY)
    tables = list(Page(pages[path]).all("table"))
    assert all("hidden" in table for table in tables if "on-paper" in table["class"])


def test_the_numbers_of_the_lines_are_those_of_the_map(pages: dict[str, str]) -> None:
    on_map = re.findall(r'class="map-number">(\d+)</text>', pages[MAP].split("map-numbers")[1])
    in_list = re.findall(r'<tr data-line="[^"]+"><td>(\d+)</td>', pages[LIST])
    assert sorted(map(int, on_map)) == list(map(int, in_list)) != []


def test_another_telephone_makes_the_lists_again(content: Content) -> None:
    phone = {"phones": [{"number": "+33140386540"}]}
    assert {LIST, MAP} <= changed(content, edit(content, LIBRARY, contact=phone))


def test_a_place_whose_door_is_kept_has_no_address_and_no_number(content: Content) -> None:
    page = rendered(edit(content, LIBRARY, address_visibility="hidden"), LIST)
    assert f'<tr data-line="{LIBRARY}"><td></td>' in page
    assert content.places[LIBRARY].address is not None
    assert str(content.places[LIBRARY].address.street) not in line_of(page, LIBRARY)
