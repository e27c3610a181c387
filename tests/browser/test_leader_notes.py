"""What only who leads a walk may read, opened on a phone with a code, and kept there."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .axe import violations
from .packing import keep, until
from .server import Server
from .test_leading import PAGE, TERRITORY, WALK, reach, set_out

Profile = Callable[[str], BrowserContext]


@pytest.fixture
def code(lone: Server) -> str:
    found = re.search(r"[0-9A-Z]{5} [0-9A-Z]{5}", lone.run("walk", "code", WALK))
    assert found
    return found[0]


def show_notes(page: Page) -> None:
    page.locator("leader-notes summary").click()


def try_code(page: Page, code: str) -> None:
    page.locator("leader-notes input").fill(code)
    page.locator("leader-notes form button").click()


def test_a_code_opens_the_notes_once_and_for_all(lone: Server, profile: Profile, code: str) -> None:
    page = profile(lone.url).new_page()
    keep(page, home=f"/fr/{TERRITORY}/")
    until(page, "ready")
    reach(page)
    show_notes(page)
    told, notes = page.locator("[data-leader-told]"), page.locator("[data-leader-list] > li")
    try_code(page, "7K2QB")
    expect(told).to_contain_text("dix signes")
    try_code(page, "00000 00000")
    expect(told).to_contain_text("n’ouvre pas")
    expect(notes).to_have_count(0)
    try_code(page, code.lower())
    expect(told).to_be_hidden()
    expect(notes.first).to_be_visible()
    assert violations(page) == []
    lone.stop()
    reach(page)
    set_out(page, "start-unlocated")
    show_notes(page)
    expect(notes.first).to_be_visible()
    expect(page.locator("[data-leader-place] leader-notes")).to_have_count(1)
    page.locator("[data-leader-close]").click()
    expect(notes).to_have_count(0)
    reach(page)
    show_notes(page)
    expect(page.locator("leader-notes form")).to_be_visible()
    try_code(page, code)
    expect(told).to_contain_text("le réseau une fois")


def test_without_https_the_page_says_where_notes_open(page: Page) -> None:
    page.add_init_script("delete Crypto.prototype.subtle")
    reach(page, PAGE)
    show_notes(page)
    expect(page.locator("[data-leader-told]")).to_contain_text("https://")
    expect(page.locator("leader-notes form")).to_be_hidden()
