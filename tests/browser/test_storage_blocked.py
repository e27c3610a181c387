"""A browser that may keep nothing for this site: all is read as online, and the card says why it keeps nothing."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .chromium import find_chromium
from .conftest import watch
from .packing import HOME, card
from .server import Server

PLACE = "/fr/places/piscine-hebert"
BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}

Profile = Callable[[str], BrowserContext]


@pytest.fixture(scope="module")
def chromium() -> str:
    """The whole browser: its shell does not read what the owner of a profile prefers."""
    found = find_chromium(whole=True)
    assert found, "No whole Chromium: its shell alone cannot refuse to keep anything."
    return found


@pytest.fixture
def page(server: Server, profile: Profile, tmp_path: Path) -> Iterator[Page]:
    """A page of a browser whose owner lets no site keep anything."""
    (tmp_path / "profile/Default").mkdir(parents=True)
    (tmp_path / "profile/Default/Preferences").write_text(json.dumps(BLOCKED), encoding="utf-8")
    page = profile(server.url).new_page()
    faults = watch(page, server.url)
    yield page
    assert faults == []


def test_the_card_says_that_nothing_can_be_kept(page: Page) -> None:
    page.goto(HOME)
    expect(card(page)).to_have_attribute("data-state", "unavailable")
    expect(card(page)).to_contain_text("refuse de garder des pages")
    expect(card(page).locator("[data-main]")).to_be_hidden()


def test_search_map_and_way_work(page: Page) -> None:
    page.goto(f"{HOME}?q=piscine+heber")
    expect(page.locator("[data-list] > li")).to_have_count(1)
    page.goto(f"{HOME}map")
    expect(page.locator("[data-map]")).to_have_attribute("data-ground", "tiles")
    page.goto(PLACE)
    page.locator("[data-directions] summary").click()
    expect(page.locator("[data-directions]")).to_have_attribute("data-state", "ready")


def test_the_page_that_helps_without_network_throws_nothing(page: Page) -> None:
    page.goto("/fr/offline", wait_until="networkidle")
    expect(page.locator("[data-seen]")).to_be_hidden()
