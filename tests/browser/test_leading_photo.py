"""A photo of what a leader saw: shot inside the page, kept before it leaves, sent after its note, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, Request, Route, expect

from .axe import violations
from .conftest import ARGUMENTS, watch
from .server import Server
from .test_leading import reach, set_out
from .test_leading_notes import Network, at_first_stop, leader, leaders_phone, noted, see
from .test_outbox import received

__all__ = ["leader"]

CAMERA = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
PHOTO_API = "**/api/v1/suggestions/*/photo*"
MOST_BYTES = 300_000


@pytest.fixture(scope="module")
def seeing(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """A browser with a camera that shows a clock, allowed."""
    opened = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS, *CAMERA])
    yield opened
    opened.close()


@pytest.fixture
def phone(seeing: Browser, lone: Server) -> Iterator[BrowserContext]:
    yield from leaders_phone(seeing, lone)


def open_camera(page: Page) -> None:
    page.locator("[data-photo-do=open]").click()
    # A busy machine shows a first frame that is black.
    page.wait_for_function("() => document.querySelector('[data-photo] video').currentTime > 0.2")


def shoot(page: Page) -> None:
    open_camera(page)
    page.locator("[data-photo-do=shoot]").click()
    expect(page.locator("[data-photo-shot]")).to_be_visible()


def is_open(page: Page) -> bool:
    return bool(page.evaluate("() => Boolean(document.querySelector('[data-photo] video').srcObject)"))


def note(page: Page, seen: str) -> None:
    """Tap what was seen, and wait until it waits: only then may a clock leap."""
    see(page, seen)
    expect(page.locator("[data-outbox]")).to_have_attribute("data-count", "1")


def arrive(page: Page) -> None:
    """Let time go by until nothing waits any more; what is on its way is not hurried by any clock."""
    for _ in range(40):
        if page.locator("[data-outbox]").get_attribute("data-count") == "0":
            return
        page.clock.run_for(10_000)
        page.wait_for_timeout(50)
    pytest.fail("Something still waits.")


def photos(lone: Server) -> list[Path]:
    return [*(lone.data / "photos").glob("*")]


def sees_something(image: Image.Image) -> bool:
    """Whether light and dark stand side by side: a camera that has not woken yet gives one colour all over."""
    darkest, lightest = image.convert("L").getextrema()
    return lightest - darkest > 60


def gone(page: Page) -> None:
    page.clock.run_for(25_000)
    expect(page.locator("[data-noted] > li")).to_contain_text("a quitté ce téléphone")


def test_a_note_and_its_photo_arrive_once(phone: BrowserContext, lone: Server) -> None:
    page = at_first_stop(phone)
    faults = watch(page, lone.url)
    open_camera(page)
    expect(page.locator("[data-photo-finder]")).to_contain_text("ni visages")
    assert violations(page) == []
    page.locator("[data-photo-do=shoot]").click()
    expect(page.locator("[data-photo-shot] canvas")).to_be_visible()
    assert not is_open(page)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    note(page, "closed")
    expect(page.locator("[data-photo-shot]")).to_be_hidden()
    gone(page)
    assert "avec photo" in noted(page)[0]
    [row] = received(lone)
    [file] = photos(lone)
    [put] = [each for each in asked if each.method == "PUT"]
    assert (row["seen"], file.name) == ("closed", f"{row['key']}.jpg")
    answer = put.response()
    assert answer and answer.json() == {"key": row["key"], "photo": row["photo"]}
    assert int(put.all_headers()["content-length"]) <= MOST_BYTES
    with Image.open(file) as image:
        assert max(image.size) <= 1280 and not image.getexif()
        assert sees_something(image)
    note(page, "open")
    arrive(page)
    assert [row["photo"] is None for row in received(lone)] == [False, True]
    assert faults == []


def test_cut_off_between_the_two_only_the_photo_goes_again(phone: BrowserContext, lone: Server) -> None:
    network = Network()
    phone.route(PHOTO_API, network.carry)
    page = at_first_stop(phone)
    shoot(page)
    note(page, "closed")
    page.clock.run_for(25_000)
    expect(page.locator("[data-noted] > li")).to_contain_text("la note est partie, la photo attend")
    assert ([row["photo"] for row in received(lone)], photos(lone)) == ([None], [])
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    network.is_gone = False
    arrive(page)
    expect(page.locator("[data-noted] > li")).to_contain_text("a quitté ce téléphone")
    assert [each.method for each in asked if "suggestions" in each.url] == ["PUT"]
    assert (len(received(lone)), len(photos(lone))) == (1, 1)


def test_a_server_that_takes_no_photos_yet_gets_it_once_it_does(phone: BrowserContext, lone: Server) -> None:
    def former(route: Route) -> None:
        route.fulfill(status=404, json={"type": "about:blank", "title": "Not Found", "status": 404, "detail": "Non."})

    phone.route(PHOTO_API, former)
    page = at_first_stop(phone)
    shoot(page)
    note(page, "closed")
    page.clock.run_for(25_000)
    expect(page.locator("[data-outbox]")).to_have_attribute("data-count", "1")
    phone.unroute(PHOTO_API)
    arrive(page)
    assert (len(received(lone)), len(photos(lone))) == (1, 1)


def test_a_page_killed_while_the_camera_is_open_is_taken_up(phone: BrowserContext, lone: Server) -> None:
    page = at_first_stop(phone)
    note(page, "open")
    expect(page.locator("[data-noted] > li")).to_have_count(1)
    page.locator("[data-notes] summary").click()
    page.locator("[data-notes] textarea").fill("L’affiche a changé.")
    open_camera(page)
    crash(page)
    again = take_up(phone)
    assert "Vu ouvert" in noted(again)[0] and not is_open(again)
    assert again.locator("[data-notes] textarea").input_value() == "L’affiche a changé."
    shoot(again)
    crash(again)
    again = take_up(phone)
    expect(again.locator("[data-photo-shot]")).to_be_visible()
    see(again, "hours_changed")
    expect(again.locator("[data-outbox]")).to_have_attribute("data-count", "2")
    arrive(again)
    rows = {(row["seen"], row["text"], bool(row["photo"])) for row in received(lone)}
    assert rows == {("open", "", False), ("hours_changed", "L’affiche a changé.", True)}
    assert len(received(lone)) == 2


def test_it_is_taken_back_and_the_camera_is_never_left_open(phone: BrowserContext, lone: Server) -> None:
    page = at_first_stop(phone)
    shoot(page)
    page.locator("[data-photo-do=drop]").click()
    expect(page.locator("[data-photo-do=open]")).to_be_focused()
    open_camera(page)
    page.locator("[data-photo-do=shut]").click()
    assert not is_open(page)
    open_camera(page)
    note(page, "closed")
    expect(page.locator("[data-noted] > li")).to_have_count(1)
    assert not is_open(page) and "avec photo" not in noted(page)[0]
    page.locator("[data-noted] button").click()
    shoot(page)
    note(page, "closed")
    page.locator("[data-noted] button").click()
    expect(page.locator("[data-noted] > li")).to_have_count(0)
    page.clock.run_for(60_000)
    assert (received(lone), photos(lone)) == ([], [])


def test_without_a_camera_it_is_said_and_notes_go_on(leader: BrowserContext, lone: Server) -> None:
    page = at_first_stop(leader)
    page.locator("[data-photo-do=open]").click()
    expect(page.locator("[data-photo-told]")).to_contain_text("votre note suffit")
    note(page, "closed")
    gone(page)
    assert [row["photo"] for row in received(lone)] == [None]


def crash(page: Page) -> None:
    with pytest.raises(Error):
        page.goto("chrome://crash")
    page.close()


def take_up(phone: BrowserContext) -> Page:
    page = phone.new_page()
    page.clock.install()
    set_out(reach(page), "start-unlocated")
    expect(page.locator("[data-noted] > li")).to_have_count(1)
    return page
