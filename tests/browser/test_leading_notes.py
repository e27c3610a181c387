"""What a leader saw at a stop: one tap, kept before it leaves, taken back while it waits, received once."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, expect

from .conftest import PHONE
from .packing import PATIENCE_MS
from .server import Server
from .test_leading import PAGE, WALK, press, reach, set_out
from .test_outbox import API, received, wait_for_records

PLACE = "espace-19-numerique"


class Network:
    """The way to the office, gone at first."""

    is_gone = True

    def carry(self, route: Route) -> None:
        if self.is_gone:
            route.abort()
        else:
            route.continue_()


@pytest.fixture
def leader(browser: Browser, lone: Server) -> Iterator[BrowserContext]:
    yield from leaders_phone(browser, lone)


def leaders_phone(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A phone without worker: what a test does to its network is all there is."""
    options = {"base_url": server.url, "viewport": PHONE, "locale": "fr-FR", "service_workers": "block"}
    with browser.new_context(**options) as context:
        yield context


def at_first_stop(context: BrowserContext) -> Page:
    page = context.new_page()
    page.clock.install()
    set_out(reach(page), "start-unlocated")
    press(page, "here")
    expect(page.locator("[data-notes]")).to_be_visible()
    return page


def see(page: Page, seen: str) -> None:
    page.locator(f"[data-seen={seen}]").click()


def noted(page: Page) -> list[str]:
    return [each.inner_text().split("\n")[0] for each in page.locator("[data-noted] > li").all()]


def told(lone: Server, count: int = 1) -> list[tuple[object, ...]]:
    names = ("kind", "place", "walk", "stop", "seen", "text")
    return [tuple(each[name] for name in names) for each in received(lone)]


def test_one_tap_arrives_once_with_its_minute_and_nothing_of_who_saw_it(leader: BrowserContext, lone: Server) -> None:
    page = at_first_stop(leader)
    see(page, "hours_changed")
    assert told(lone) == []
    expect(page.locator("[data-noted] button")).to_be_visible()
    page.clock.run_for(25_000)
    expect(page.locator("[data-noted] > li")).to_contain_text("a quitté ce téléphone")
    assert told(lone) == [("observation", PLACE, WALK, 1, "hours_changed", "")]
    [row] = received(lone)
    assert row["typed_at"].endswith(":00.000000")
    assert row["path"] == PAGE


def test_a_wrong_tap_is_taken_back_before_it_leaves(leader: BrowserContext, lone: Server) -> None:
    page = at_first_stop(leader)
    see(page, "closed")
    page.locator("[data-noted] button").click()
    expect(page.locator("[data-noted] > li")).to_have_count(0)
    page.clock.run_for(60_000)
    assert told(lone) == []
    expect(page.locator("[data-led-progress]")).to_have_text("Étape 2 sur 6")


def test_a_killed_renderer_is_taken_up_with_its_notes_which_arrive_once(leader: BrowserContext, lone: Server) -> None:
    network = Network()
    leader.route(API, network.carry)
    page = at_first_stop(leader)
    for _ in range(2):
        press(page, "here")
    page.locator("[data-people] summary").click()
    page.locator("[data-sort=pushchairs] [data-step='1']").click()
    page.locator("[data-enter]").click()
    page.locator("[data-notes] summary").click()
    page.locator("[data-notes] textarea").fill("La rampe est levée.")
    see(page, "obstacle")
    expect(page.locator("[data-notes-waiting]")).to_contain_text("1 message")
    with pytest.raises(Error):
        page.goto("chrome://crash")
    page.close()
    network.is_gone = False
    again = leader.new_page()
    set_out(reach(again), "start-unlocated")
    expect(again.locator("[data-led-progress]")).to_have_text("Étape 4 sur 6")
    expect(again.locator("[data-people-now]")).to_have_text("1 poussette")
    expect(again.locator("[data-noted] > li")).to_contain_text("La rampe est levée.")
    again.clock.run_for(60_000)
    wait_for_records(again, lone, 1)
    expect(again.locator("[data-outbox]")).to_have_attribute("data-count", "0", timeout=PATIENCE_MS)
    assert [row[4:] for row in told(lone)] == [("obstacle", "La rampe est levée.")]


def test_a_debrief_is_numbers_and_arrives_once(leader: BrowserContext, lone: Server) -> None:
    page = at_first_stop(leader)
    see(page, "open")
    page.locator("[data-people] summary").click()
    for _ in range(3):
        page.locator("[data-sort=children] [data-step='1']").click()
    page.locator("[data-enter]").click()
    page.locator("[data-stops-part] summary").click()
    press(page, "end")
    expect(page.locator("[data-debrief-came]")).to_have_text("3 enfants · 1 étape faite")
    expect(page.locator("[data-debrief-notes] > li")).to_contain_text("Espace 19 Numérique · Vu ouvert")
    page.locator("[data-debrief-send]").click()
    expect(page.locator("[data-debrief-send]")).to_be_hidden()
    page.clock.run_for(25_000)
    wait_for_records(page, lone, 2)
    expect(page.locator("[data-outbox]")).to_have_attribute("data-count", "0")
    [debrief, observation] = sorted(received(lone), key=lambda each: str(each["kind"]))
    assert observation["kind"] == "observation"
    assert (debrief["kind"], debrief["place"], debrief["text"]) == ("debrief", None, "")
    assert json.loads(debrief["came"]) == {"children": 3, "stops": 1, "minutes": 0}
