"""A neighbourhood kept from the published folder, under a prefix: it opens whole with the file server gone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from .conftest import opened_profile
from .crawl import crawl
from .packing import TERRITORY, card, choose, developer, press, until
from .printing import NEEDS_POPPLER, print_page
from .server import free_port
from .test_pack import OTHERS
from .test_published import PREFIX, FileServer, code, published

__all__ = ["code", "published"]
HOME = f"{PREFIX}fr/{TERRITORY}/"


@pytest.fixture(scope="module")
def kept(
    published: FileServer, playwright: Playwright, chromium: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A phone started anew, the file server gone, with the neighbourhood kept in French and Arabic."""
    folder, lone = tmp_path_factory.mktemp("kept"), FileServer(published.root, free_port()).start()

    phone = (playwright, chromium, folder / "profile", lone.url)
    with opened_profile(*phone) as first:
        page = first.new_page()
        page.goto(HOME)
        expect(card(page)).not_to_have_attribute("data-total", "0", timeout=30_000)
        choose(page, "ar")
        press(page)
        until(page, "ready")
    lone.stop()
    with opened_profile(*phone) as context:
        # A plain file server says nothing of age, and a browser then answers by itself for a while: not this time.
        page = context.new_page()
        developer(page).send("Network.clearBrowserCache")
        page.close()
        yield context


def is_ours(path: str) -> bool:
    kept = path.startswith((f"{PREFIX}fr/", f"{PREFIX}ar/"))
    return kept and not any(f"/{other}/" in path for other in OTHERS)


def test_every_page_of_the_kept_neighbourhood_opens(offline: Page) -> None:
    found = crawl(offline, HOME, is_ours)
    assert (found.lost, found.missing, len(found.headings) > 100) == ([], [], True)
    assert all(path.endswith("/") for path in found.headings)


@pytest.mark.parametrize("spelling", ["", "/", "/index.html"])
def test_a_page_opens_at_all_its_addresses(offline: Page, spelling: str) -> None:
    offline.goto(f"{PREFIX}ar/places/piscine-hebert{spelling}")
    expect(offline.locator("h1")).to_contain_text("Piscine Hébert")
    expect(offline.locator("[data-edition]")).to_contain_text("18")


def test_search_map_and_hours_come_from_the_pack(offline: Page) -> None:
    offline.goto(f"{HOME}?q=piscine+heber")
    expect(offline.locator("[data-list] > li")).to_have_count(1)
    offline.goto(f"{HOME}map/")
    expect(offline.locator("[data-map]")).to_have_attribute("data-ready", "true")
    offline.goto(f"{PREFIX}ar/places/bibliotheque-maurice-genevoix/")
    expect(offline.locator("[data-status]").first).to_have_attribute("data-status", re.compile("open|closed"))


@pytest.mark.parametrize("spell", [str.upper, str.lower, lambda code: f"{code.lower()}/"])
def test_a_printed_code_never_opened_leads_to_its_page(offline: Page, code: str, spell: Callable[[str], str]) -> None:
    offline.goto(f"{PREFIX}{spell(code)}")
    expect(offline.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")


def test_the_root_leads_to_what_is_kept(offline: Page) -> None:
    offline.goto(PREFIX)
    offline.wait_for_url(f"**{PREFIX}fr/")


@NEEDS_POPPLER
@pytest.mark.parametrize("path", [HOME, f"{PREFIX}ar/places/piscine-hebert/"])
def test_a_printed_page_has_its_code_without_network(offline: Page, tmp_path: Path, path: str) -> None:
    offline.goto(path)
    (code,) = print_page(offline, tmp_path).codes
    assert code.upper().startswith("HTTP")
