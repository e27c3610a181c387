"""A phone whose clock is wrong: the server's clock counts where it is known, else nothing is claimed about now."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import PHONE, watch
from .packing import HOME, keep
from .server import Server

PLACE = "/fr/places/bibliotheque-maurice-genevoix"
A_YEAR_AGO = datetime.now(UTC) - timedelta(days=365)

Profile = Callable[[str], BrowserContext]


WRONG_BY = [timedelta(days=3), timedelta(days=-1), timedelta(hours=9), timedelta(days=100)]
SERVERS, BEYOND, UNSURE = "server", "beyond", "wrong"


@pytest.fixture(scope="module")
def real(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that plays no other day: in a rehearsal every phone is told the day."""
    running = server.copy(tmp_path_factory.mktemp("real") / "served", today="").start()
    yield running
    running.stop()


@pytest.fixture
def today(server: Server, tmp_path: Path) -> Iterator[Server]:
    """The same, of the test's own, to be stopped."""
    running = server.copy(tmp_path / "served", today="").start()
    yield running
    running.stop()


def statuses(browser: Browser, server: Server, wrong_by: timedelta = timedelta()) -> list[tuple[str, str]]:
    """Return what a new phone whose clock is wrong says of each place of a list."""
    with browser.new_context(base_url=server.url, viewport=PHONE, locale="fr-FR") as context:
        page = context.new_page()
        faults = watch(page, server.url)
        if wrong_by:
            page.clock.set_fixed_time(datetime.now(UTC) + wrong_by)
        page.goto(HOME)
        expect(page.locator("place-status[data-status]").first).to_be_attached()
        if wrong_by:
            said(page, SERVERS)
        else:
            expect(page.locator(f"[data-edition='{server.edition}']")).to_be_visible()
        assert faults == []
        told = "all => all.map((each) => [each.dataset.status, each.textContent.trim()])"
        return [(status, words) for status, words in page.locator("place-status").evaluate_all(told)]


def said(page: Page, fault: str) -> None:
    """Expect the notice, and one sentence of it."""
    expect(page.locator("clock-notice")).to_be_visible()
    expect(page.locator("[data-clock]:visible")).to_have_attribute("data-clock", fault)


@pytest.mark.parametrize("wrong_by", WRONG_BY)
def test_a_phone_that_hears_the_server_goes_by_its_clock(browser: Browser, real: Server, wrong_by: timedelta) -> None:
    before, found, after = statuses(browser, real), statuses(browser, real, wrong_by), statuses(browser, real)
    # A minute may end meanwhile.
    assert len(found) > 5 and found in (before, after)


def test_a_second_look_hears_the_server_too(browser: Browser, real: Server) -> None:
    with browser.new_context(base_url=real.url, viewport=PHONE, locale="fr-FR") as context:
        page = context.new_page()
        for wrong_by in WRONG_BY:
            page.clock.set_fixed_time(datetime.now(UTC) + wrong_by)
            page.goto(HOME)
            said(page, SERVERS)


def test_a_clock_set_right_is_believed_at_once(browser: Browser, real: Server) -> None:
    with browser.new_context(base_url=real.url, viewport=PHONE, locale="fr-FR") as context:
        page = context.new_page()
        page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=3))
        page.goto(HOME)
        said(page, SERVERS)
        page.clock.set_fixed_time(datetime.now(UTC))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator("clock-notice")).to_be_hidden()


def test_what_the_server_said_counts_without_network_too(today: Server, profile: Profile) -> None:
    page = profile(today.url).new_page()
    keep(page)
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=100))
    page.goto(HOME)
    said(page, SERVERS)
    today.stop()
    page.goto(PLACE)
    said(page, SERVERS)
    expect(page.locator("place-status").first).not_to_contain_text("trop anciens")


def test_beyond_what_is_kept_a_phone_says_what_may_be_wrong(today: Server, profile: Profile) -> None:
    page = profile(today.url).new_page()
    keep(page)
    today.stop()
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=100))
    page.goto(PLACE)
    said(page, BEYOND)
    expect(page.locator("place-status").first).to_contain_text("trop anciens")


def test_a_clock_set_back_since_the_server_was_heard_claims_nothing(today: Server, profile: Profile) -> None:
    page = profile(today.url).new_page()
    keep(page)
    today.stop()
    page.clock.set_fixed_time(datetime.now(UTC) - timedelta(days=1))
    page.goto(PLACE)
    said(page, UNSURE)
    expect(page.locator("place-status").first).to_have_attribute("data-status", "unknown")


def test_a_kept_neighbourhood_claims_nothing_under_a_wrong_clock(today: Server, profile: Profile) -> None:
    page = profile(today.url).new_page()
    keep(page)
    today.stop()
    page.clock.set_fixed_time(A_YEAR_AGO)
    page.goto(PLACE)
    expect(page.locator("clock-notice")).to_be_visible()
    expect(page.locator("place-status").first).to_have_attribute("data-status", "unknown")
    page.goto(HOME)
    expect(page.locator("clock-notice")).to_be_visible()
    expect(page.locator("[data-status=open], [data-status=closed]")).to_have_count(0)
