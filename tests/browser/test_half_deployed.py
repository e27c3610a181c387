"""Half a deployment, a portal that answers for everybody: nothing wrong is kept, and what was kept goes on working."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .chromium import HELD_BACK
from .one_quarter import server
from .proxy import Proxy, answer
from .server import Server
from .test_offline import edition_of, publish_change, read, wait_until

__all__ = ["server"]

HOME = "/fr/chapelle-nord/"
MAP = f"{HOME}map"
PLACE = "/fr/places/piscine-hebert"
SCRIPT = "/static/gen/map.js"
PORTAL = answer(200, "text/html; charset=utf-8", "<!doctype html><title>Wifi</title><p>Identifiez-vous.")

# Tells how the installation of the next worker ends.
INSTALL = """async () => {
  const registration = await navigator.serviceWorker.ready
  return new Promise((resolve) => {
    setTimeout(() => resolve("none came"), 60_000)
    // Either process of the server may still be at the edition before, for a second.
    const again = setInterval(() => registration.update().catch(() => {}), 500)
    registration.addEventListener("updatefound", () => {
      const { installing } = registration
      // It may have failed already: the next try is watched.
      if (!installing) return
      clearInterval(again)
      installing.addEventListener("statechange", () => resolve(installing.state), { once: true })
    })
  })
}"""


def works(page: Page) -> bool:
    """Tell whether pages seen open as they should."""
    page.goto(PLACE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")
    page.goto(MAP)
    expect(page.locator("[data-map]")).to_have_attribute("data-ready", "true")
    return bool(page.evaluate("() => getComputedStyle(document.querySelector('.card')).display === 'grid'"))


@pytest.mark.parametrize(
    "wrong", [answer(500, "text/plain"), answer(404, "text/html"), PORTAL], ids=["500", "404", "html"]
)
@HELD_BACK
def test_an_edition_that_does_not_come_whole_is_not_taken(
    phone: Page, wire: Proxy, lone: Server, tmp_path: Path, wrong: bytes
) -> None:
    for path in (MAP, PLACE):
        read(phone, path)
    before = edition_of(phone)
    # Before there is an edition: the browser looks for one by itself some time after a page is opened.
    wire.instead[SCRIPT] = wrong
    publish_change(lone, tmp_path)
    assert phone.evaluate(INSTALL) == "redundant"
    wire.stop()
    assert works(phone) and edition_of(phone) == before
    wire.mend()
    wire.start()
    phone.goto(PLACE)
    with phone.expect_navigation():
        phone.locator("update-offer").get_by_role("button").click(timeout=30_000)
    assert works(phone) and edition_of(phone) == lone.edition > before


def test_a_portal_does_not_stand_in_for_what_is_kept(phone: Page, wire: Proxy) -> None:
    read(phone, MAP)
    for path in ("/fr/chapelle-nord/places.json", "/hours/chapelle-nord.json", "/maps/chapelle-nord.pmtiles"):
        wait_until(phone, f"caches.match('{path}')")
        wire.instead[path] = PORTAL
    assert works(phone)
    wire.stop()
    assert works(phone)


def test_a_portal_is_not_kept_for_a_picture(phone: Page, wire: Proxy) -> None:
    read(phone, PLACE)
    wire.instead["/static/gen/icons/icon-512.png"] = PORTAL
    for name in ("icon-512.png", "maskable-512.png"):
        phone.evaluate("(name) => fetch(`/static/gen/icons/${name}`).then((answer) => answer.blob())", name)
    wait_until(phone, "caches.match('/static/gen/icons/maskable-512.png')")
    assert phone.evaluate("async () => !(await caches.match('/static/gen/icons/icon-512.png'))")


def test_a_portal_that_says_all_is_well_does_not_stand_in_for_a_page(phone: Page, wire: Proxy) -> None:
    read(phone, PLACE)
    wire.instead[PLACE] = PORTAL
    phone.goto(PLACE)
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")
    wire.instead["/fr/about"] = PORTAL
    phone.goto("/fr/about")
    expect(phone.get_by_text("Identifiez-vous.")).to_be_visible()
    wire.stop()
    phone.goto(PLACE)
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")
    phone.goto("/fr/about")
    expect(phone.get_by_text("Identifiez-vous.")).not_to_be_visible()


def test_who_waits_too_long_for_an_edition_is_told_what_helps(phone: Page, wire: Proxy) -> None:
    read(phone, PLACE)
    # A worker that never takes over, whatever it is told.
    wire.instead["/sw.js"] = answer(200, "text/javascript", "addEventListener('fetch', () => {})")
    phone.evaluate("async () => (await navigator.serviceWorker.ready).update()")
    phone.clock.install()
    phone.reload()
    offer = phone.locator("update-offer")
    offer.get_by_role("button").click(timeout=20_000)
    expect(offer.locator("[data-late]")).to_be_hidden()
    phone.clock.fast_forward("00:11")
    expect(offer).to_contain_text("Fermez toutes les pages")
    expect(offer.get_by_role("button")).to_be_enabled()


@pytest.mark.parametrize(
    "wrong",
    [
        b"HTTP/1.1 302 Found\r\nLocation: http://localhost:9/login\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        b"HTTP/1.1 307 Moved\r\nLocation: /login\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        answer(200, "text/plain", "Maintenance en cours."),
        answer(403, "text/html", "<p>Identifiez-vous."),
        answer(511, "text/html", "<p>Identifiez-vous."),
    ],
    ids=["to another origin", "to a page of its own", "in plain words", "forbidden", "authentication required"],
)
def test_what_the_network_answers_counts_only_when_it_is_ours(phone: Page, wire: Proxy, wrong: bytes) -> None:
    read(phone, PLACE)
    wire.instead |= {PLACE: wrong, "/login": PORTAL}
    phone.goto(PLACE)
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")
    assert phone.url.endswith(PLACE)


def test_a_redirect_of_ours_is_followed(phone: Page, wire: Proxy) -> None:
    read(phone, PLACE)
    wire.instead[PLACE] = b"HTTP/1.1 302 Found\r\nLocation: /fr/about\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    phone.goto(PLACE)
    assert phone.url.endswith("/fr/about")


def test_data_of_somebody_else_do_not_stand_in_for_what_is_kept(phone: Page, wire: Proxy) -> None:
    read(phone, MAP)
    path = "/fr/chapelle-nord/places.json"
    wait_until(phone, f"caches.match('{path}')")
    wire.instead[path] = answer(200, "text/plain", "Maintenance en cours.")
    assert works(phone)
