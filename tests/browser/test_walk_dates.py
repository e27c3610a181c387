"""What is dated on the page of a walk goes when it is over, also on a phone that kept the page."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from ..library.folders import WALK, spoil, tiny_copy
from .axe import violations
from .conftest import PHONE, watch
from .server import Server

LAST = 'text = "Les jeux sont pour les petits, les bancs pour les grands."\n'
PAGE, LIST = "/fr/walks/du-college-au-square", "/fr/les-tilleuls/walks/"
DAYS = [datetime.now(UTC) + timedelta(days=days) for days in (3, 10, 17, 24)]
NOTICE = '[[notice]]\nfrom = {day:%Y-%m-%d}\nto = {day:%Y-%m-%d}\ntext = "Des travaux."\n'
DAY_MS = 86_400_000
CANCELLED = 'cancelled = "Trop de neige."\n'
SESSION = '[[session]]\nid = "le-{day:%d-%m}"\nstart = "{day:%Y-%m-%d} 14:00"\n'


@pytest.fixture(scope="module")
def announced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The tiny territory with a notice and four sessions in the weeks to come, on the real day."""
    folder = tiny_copy(tmp_path_factory.mktemp("content"))
    sessions = "".join(SESSION.format(day=day) for day in DAYS)
    spoil(folder, WALK, LAST, LAST + NOTICE.format(day=DAYS[0]) + sessions + CANCELLED)
    running = Server(tmp_path_factory.mktemp("served"), today="")
    running.run("load", str(folder))
    yield running.start()
    running.stop()


@pytest.fixture
def phone(browser: Browser, announced: Server) -> Iterator[Page]:
    """A phone of today, whose clock the test moves on."""
    with browser.new_context(base_url=announced.url, viewport=PHONE, service_workers="block") as context:
        page = context.new_page()
        faults = watch(page, announced.url)
        page.clock.install(time=datetime.now(UTC))
        yield page
        assert faults == []


def see(phone: Page, path: str) -> None:
    """Open a page and wait until it has heard the server's clock: a phone that is days ahead of it is not believed."""
    phone.goto(path)
    expect(phone.locator("[data-edition]")).not_to_be_empty()


def test_a_session_that_is_over_is_announced_no_more(phone: Page) -> None:
    see(phone, PAGE)
    for days, count in ((0, 3), (5, 2), (7, 1), (7, 1), (7, 0)):  # the last one was folded
        phone.clock.fast_forward(days * DAY_MS)
        expect(phone.locator(".session-list > li:visible")).to_have_count(count)
        expect(phone.get_by_text("Aucune séance n’est annoncée")).to_be_visible(visible=count == 0)
        expect(phone.get_by_text("Des travaux.")).to_be_visible(visible=count == 3)


def test_the_list_tells_those_to_come(phone: Page) -> None:
    see(phone, LIST)
    expect(phone.locator(".session-days > li:visible")).to_have_count(3)
    phone.clock.fast_forward(5 * DAY_MS)
    expect(phone.locator(".session-days > li:visible")).to_have_count(2)


def test_without_script_each_has_its_date(browser: Browser, announced: Server) -> None:
    with browser.new_context(base_url=announced.url, viewport=PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(PAGE)
        told = [each.get_attribute("datetime") or "" for each in page.locator(".session-list time").all()]
        assert [each[:10] for each in told] == [f"{day:%Y-%m-%d}" for day in DAYS]
        expect(page.get_by_role("link", name="Les ajouter une fois")).to_be_visible()


@pytest.mark.parametrize(("lang", "scheme"), [("fr", "dark"), ("ar", "light")])
def test_axe_finds_no_fault_in_a_page_that_announces(
    browser: Browser, announced: Server, lang: str, scheme: Literal["dark", "light"]
) -> None:
    with browser.new_context(base_url=announced.url, viewport=PHONE, color_scheme=scheme) as context:
        page = context.new_page()
        for path in (PAGE, LIST):
            page.goto(path.replace("/fr/", f"/{lang}/"))
            assert violations(page) == []
