"""A phone whose clock was set back: what it keeps knows the hours of another day, so nothing is claimed about now."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from .packing import HOME, keep
from .server import Server

PLACE = "/fr/places/bibliotheque-maurice-genevoix"
A_YEAR_AGO = datetime.now(UTC) - timedelta(days=365)

Profile = Callable[[str], BrowserContext]


@pytest.fixture
def today(server: Server, tmp_path: Path) -> Iterator[Server]:
    """A server that plays no other day: in a rehearsal every phone is told the day."""
    running = server.copy(tmp_path / "served", today="").start()
    yield running
    running.stop()


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
