"""A led walk passed from one phone to another: drawn, read by a program not ours, typed, carried by its address."""

import io
import re
from base64 import b64encode
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from .conftest import PHONE
from .server import Server
from .test_leading import GONE, PAGE, press, reach, set_out

CAMERA = """
const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 })
const pen = canvas.getContext("2d")
globalThis.shown = new Image()
const draw = () => {
  pen.fillStyle = "#888"
  pen.fillRect(0, 0, 640, 480)
  if (shown.naturalWidth) pen.drawImage(shown, 100, 20, 440, 440)
  requestAnimationFrame(draw)
}
draw()
MediaDevices.prototype.getUserMedia = async () => canvas.captureStream(15)
"""


@pytest.fixture
def other(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """Another phone, whose camera is a canvas, and which lacks what some lack."""
    with browser.new_context(base_url=server.url, viewport=PHONE, locale="fr-FR") as context:
        context.add_init_script(GONE + CAMERA)
        yield context


@pytest.fixture
def led(page: Page) -> Page:
    """A walk at its third stop, the second left out, with five children, about to be passed on."""
    set_out(reach(page), "start-unlocated")
    for act in ("here", "skip", "here"):
        press(page, act)
    page.locator("[data-people] summary").click()
    for _ in range(5):
        page.locator("[data-sort=children] [data-step='1']").click()
    page.locator("[data-enter]").click()
    page.locator("[data-hand-over] summary").click()
    expect(page.locator("[data-qr] svg")).to_be_visible()
    return page


def pictured(page: Page) -> bytes:
    return page.locator("[data-qr]").screenshot()


def expect_taken(page: Page) -> None:
    expect(page.locator("[data-taken]")).to_contain_text("Étape 4 sur 6. Le groupe : 5 enfants.")
    press(page, "take")
    expect(page.locator("[data-led-progress]")).to_have_text("Étape 4 sur 6")
    expect(page.locator("[data-people-now]")).to_have_text("5 enfants")
    assert page.locator("[data-led-stops] > li").nth(1).get_attribute("data-standing") == "skipped"


def test_the_code_on_the_screen_opens_the_walk_on_another_phone(led: Page, other: BrowserContext) -> None:
    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(pictured(led))))
    assert len(found.text.split("#")[1]) <= 40
    page = other.new_page()
    page.goto(found.text)
    page.wait_for_url(f"**{PAGE}#*")
    expect_taken(page)
    assert "#" not in page.url


def test_the_signs_are_typed(led: Page, other: BrowserContext) -> None:
    signs = led.locator("[data-signs]").inner_text()
    page = reach(other.new_page())
    page.locator("[data-taking] summary").click()
    field = page.locator("[name=code]")
    field.fill(signs[:-1])
    field.press("Enter")
    expect(page.locator("[data-taken]")).to_contain_text("n’est pas juste")
    expect(page.locator("[data-do=take]")).to_be_hidden()
    field.fill(signs.lower())
    field.press("Enter")
    expect_taken(page)


def test_a_walk_kept_since_the_release_before_shows_its_signs_too(page: Page) -> None:
    def former(route: Route) -> None:
        body = route.fetch().text().replace(" data-signs data-letters", " data-letters")
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page.route(f"**{PAGE}", former)
    set_out(reach(page), "start-unlocated")
    page.locator("[data-hand-over] summary").click()
    expect(page.locator("[data-letters]:not([data-signs])")).to_have_text(re.compile("^[0-9A-Z]{4} "))


def test_the_camera_reads_it_inside_the_page(led: Page, other: BrowserContext) -> None:
    page = reach(other.new_page())
    page.evaluate("(picture) => { shown.src = picture }", f"data:image/png;base64,{b64encode(pictured(led)).decode()}")
    page.locator("[data-taking] summary").click()
    page.locator("[data-scan]").click()
    expect_taken(page)


def test_the_code_of_another_walk_is_told(led: Page, other: BrowserContext) -> None:
    signs = led.locator("[data-signs]").inner_text().replace(" ", "")
    page = reach(other.new_page(), f"/fr/walks/flandre-riquet/lead#{signs}")
    expect(page.locator("[data-taken]")).to_contain_text("d’une autre balade")
