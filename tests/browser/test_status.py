"""What a phone says of opening hours, on the page of a place and in lists."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE, watch
from .server import Server

LIBRARY = "bibliotheque-aime-cesaire"
"""`Tu,Th,Fr 13:00-19:00; We 10:00-19:00; Sa 10:00-18:00; PH off`, known in January 2026."""


@pytest.fixture
def tokyo(browser: Browser, server: Server) -> Iterator[Page]:
    """A phone whose clock is set to another part of the world."""
    context = browser.new_context(base_url=server.url, viewport=PHONE, locale="fr-FR", timezone_id="Asia/Tokyo")
    page = context.new_page()
    faults = watch(page, server.url)
    yield page
    assert faults == []
    context.close()


@pytest.mark.parametrize(
    ("moment", "status", "words"),
    [
        ("2026-11-18T19:00:00+09:00", "open", "ouvert · ferme à 19\u00a0h"),
        ("2026-11-18T18:35:00+01:00", "open", "ouvert · ferme dans 25\u00a0min"),
        ("2026-11-18T20:00:00+01:00", "closed", "fermé · ouvre demain à 13\u00a0h"),
        ("2026-11-21T20:00:00+01:00", "closed", "fermé · ouvre mardi à 13\u00a0h"),
        ("2026-12-25T14:00:00+01:00", "closed", "fermé, jour férié (Noël) · ouvre demain à 10\u00a0h"),
    ],
)
def test_the_status_is_that_of_paris(tokyo: Page, moment: str, status: str, words: str) -> None:
    tokyo.clock.set_fixed_time(moment)
    tokyo.goto(f"/fr/places/{LIBRARY}")
    told = tokyo.locator(f'place-status[data-place="{LIBRARY}"]')
    expect(told).to_have_attribute("data-status", status)
    expect(told).to_contain_text(f"D’après une information de janvier 2026 : {words}")
    expect(tokyo.locator(f'article[data-place-id="{LIBRARY}"]')).to_have_attribute("data-status", status)


def test_data_that_end_are_not_believed(tokyo: Page) -> None:
    tokyo.clock.set_fixed_time("2027-04-01T11:00:00+02:00")
    tokyo.goto(f"/fr/places/{LIBRARY}")
    expect(tokyo.locator(f'place-status[data-place="{LIBRARY}"]')).to_contain_text("Horaires trop anciens")


def test_every_place_of_a_list_has_a_status(page: Page) -> None:
    page.clock.set_fixed_time("2026-11-18T11:00:00+01:00")
    page.goto("/fr/porte-de-vanves/")
    cards = page.locator("li[data-place-id]:visible")
    expect(cards.first).to_have_attribute("data-status", "open")
    states = cards.evaluate_all("cards => cards.map(card => card.dataset.status)")
    assert set(states) <= {"open", "closed", "appointment", "unknown"}
