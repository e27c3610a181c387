"""What a page says on paper: all that one needs away from the phone, and nothing folded."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .printing import NEEDS_POPPLER, print_page
from .server import Server
from .test_find import search

pytestmark = NEEDS_POPPLER

LIST, MAP = "chapelle-nord/", "chapelle-nord/map"
LIBRARY, WITH_A_SERVICE = "places/bibliotheque-vaclav-havel", "places/espace-19-numerique"
WALK = "walks/autour-de-la-place-hebert"


@pytest.mark.parametrize("path", [LIST, MAP, "chapelle-nord/t/culture/"])
def test_a_printed_list_has_the_facts_of_its_places(page: Page, tmp_path: Path, path: str) -> None:
    page.goto(f"/fr/{path}")
    told = print_page(page, tmp_path).text
    for fact in ("Bibliothèque Václav Havel", "01 40 38 65 40", "mercredi : 10 h – 19 h", "janvier 2026"):
        assert fact in told


def test_a_printed_list_in_arabic_says_hours_from_and_to(page: Page, tmp_path: Path) -> None:
    page.goto(f"/ar/{LIST}")
    told = print_page(page, tmp_path).text
    assert "01 40 38 65 40" in told
    assert "26 esplanade Nathalie Sarraute" in told


def test_a_printed_list_has_the_water_and_the_toilets(page: Page, tmp_path: Path) -> None:
    page.goto(f"/fr/{LIST}")
    assert "57 rue de la Chapelle, 75018 Paris" in print_page(page, tmp_path).text


def test_a_printed_search_has_what_was_found_only(page: Page, tmp_path: Path) -> None:
    page.goto(f"/fr/{LIST}")
    assert "Piscine Hébert" in search(page, "piscine")
    told = print_page(page, tmp_path).text
    assert "2 rue des Fillettes" in told
    assert "26 esplanade Nathalie Sarraute" not in told


def test_the_printed_map_has_the_numbers_of_its_lines(page: Page) -> None:
    page.goto(f"/fr/{MAP}")
    on_map = page.locator(".map-numbers text").all_text_contents()
    in_list = page.locator(".on-paper-list td:first-child").all_text_contents()
    assert sorted(map(int, on_map)) == [int(number) for number in in_list if number]
    assert len(on_map) > 60


def test_the_map_is_drawn_on_paper_once_leaflet_has_taken_over(page: Page, tmp_path: Path) -> None:
    page.goto(f"/fr/{MAP}")
    expect(page.locator("[data-map][data-ready=true]")).to_be_attached()
    told = print_page(page, tmp_path).text
    assert "Boulevard Ney" in told
    assert "OpenStreetMap" in told


@pytest.mark.parametrize("path", [LIST, MAP, LIBRARY, WALK])
def test_a_printed_page_has_its_code_before_anybody_scrolls(
    page: Page, server: Server, tmp_path: Path, path: str
) -> None:
    page.goto(f"/ar/{path}")
    (code,) = print_page(page, tmp_path).codes
    assert code.startswith(f"{server.url.upper()}/")


def test_an_address_without_public_url_names_its_host(page: Page, server: Server, tmp_path: Path) -> None:
    page.goto(f"/fr/{LIBRARY}")
    assert f"{server.url.split('//')[1]}/PD765P" in print_page(page, tmp_path).text


@pytest.mark.parametrize("has_script", [True, False])
def test_the_week_of_a_service_is_unfolded(browser: Browser, server: Server, tmp_path: Path, has_script: bool) -> None:
    with browser.new_context(base_url=server.url, java_script_enabled=has_script) as context:
        page = context.new_page()
        page.goto(f"/fr/{WITH_A_SERVICE}")
        assert "10 h – 12 h 30" in print_page(page, tmp_path).text


def test_what_was_folded_is_folded_again(page: Page, tmp_path: Path) -> None:
    page.goto(f"/fr/{WITH_A_SERVICE}")
    print_page(page, tmp_path)
    assert page.locator("main details[open]:not(.pack-more)").count() == 0


def test_a_walk_has_the_hours_of_its_stops_not_those_of_this_minute(page: Page, tmp_path: Path) -> None:
    page.goto(f"/fr/{WALK}")
    told = print_page(page, tmp_path).text
    assert "mardi, jeudi et vendredi : 14 h – 18 h" in told
    assert "ferme à" not in told


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("path", [LIST, MAP, LIBRARY, WITH_A_SERVICE, "places/piscine-hebert", WALK, "help"])
def test_no_sheet_is_printed_for_a_line_or_two(page: Page, tmp_path: Path, lang: str, path: str) -> None:
    page.goto(f"/{lang}/{path}")
    assert print_page(page, tmp_path).last_is_full_to > 0.25
