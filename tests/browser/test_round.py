"""A round on foot in flight mode: eleven records arrive, families read what was corrected, and it is undone."""

import json
import re
from collections.abc import Callable
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Page, expect

from ..cast.process import wait_until
from .axe import violations
from .conftest import PHONE
from .one_quarter import server
from .packing import keep, open_home, press, until
from .proxy import Proxy
from .server import Server

__all__ = ["server"]

HOURS = "mardi-vendredi 13h-19h"
READ = "13 h – 19 h"
PATIENCE_MS = 30_000
ROUNDS = "/desk/rounds?territory=chapelle-nord&what=all"
SIDEWAYS = "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"
KEPT = """async () => {
  const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
  return kept.flat().map((request) => new URL(request.url).pathname).filter((path) => path.startsWith("/desk"))
}"""
FORGET = """() => new Promise((resolve) => {
  const asked = indexedDB.open("adeuxpas / round")
  asked.onsuccess = () => {
    const transaction = asked.result.transaction("round", "readwrite")
    const store = transaction.objectStore("round")
    const held = store.get("round")
    held.onsuccess = () => store.put({ ...held.result, token: "of nobody" }, "round")
    transaction.oncomplete = () => resolve(asked.result.close())
  }
})"""
"""Have the phone carry a token that nobody was ever given."""


def come_in(page: Page, server: Server, name: str, role: str) -> None:
    link = next(word for word in server.run("user", "add", name, "--role", role).split() if "/desk/join/" in word)
    page.goto(link[link.index("/desk/") :])
    page.get_by_label("Nouveau mot de passe").fill("trois mots ensemble")
    page.get_by_role("button", name="Choisir ce mot de passe et entrer").click()


def take_round(page: Page, doors: int) -> None:
    """Make a round of so many doors at the desk, and take it onto this phone."""
    page.goto(ROUNDS)
    assert [*violations(page), page.evaluate(SIDEWAYS)] == [0]
    boxes = page.locator("input[name=place]")
    for number in range(boxes.count()):
        boxes.nth(number).set_checked(number < doors)
    page.get_by_role("button", name="Faire la tournée de ces portes").click()
    assert [*violations(page), page.evaluate(SIDEWAYS)] == [0]
    page.get_by_role("button", name="Prendre sur ce téléphone").click()
    page.wait_for_url("**/fr/round")
    expect(page.locator("street-round")).to_have_attribute("data-ready", "true", timeout=PATIENCE_MS)
    wait_until(lambda: page.evaluate("async () => Boolean(await caches.match('/ar/round', { ignoreVary: true }))"), 30)


def correct(page: Page) -> str:
    """Answer of the open door that its hours have changed, and the rest is true; return its place."""
    hours = page.locator('[data-path="hours"]')
    hours.get_by_role("button", name="A changé").click()
    hours.get_by_role("textbox").fill(HOURS)
    place = page.locator(".round-door[data-state=left]").first.get_attribute("data-place")
    page.get_by_role("button", name="Noter, et le reste est juste").click()
    return str(place)


def is_said(server: Server, place: str, words: str) -> bool:
    with urlopen(f"{server.url}/fr/places/{place}") as answer:  # noqa: S310 - our own address
        return words in plain(answer.read().decode())


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", html.replace("\u00a0", " ").replace("\u202f", " "))


def test_ten_doors_confirmed_and_one_corrected_in_flight_mode(
    browser: Browser, wire: Proxy, lone: Server, profile: Callable[[str], BrowserContext]
) -> None:
    relay = profile(wire.url).new_page()
    come_in(relay, lone, "Relais", "relay")
    take_round(relay, doors=11)
    wire.stop()
    relay.reload()

    doors = relay.locator(".round-door")
    expect(relay.locator("[data-progress]")).to_contain_text("0 sur 11")
    assert [*violations(relay), relay.evaluate(SIDEWAYS)] == [0]
    place = correct(relay)
    for number in range(1, 11):
        expect(relay.locator("[data-progress]")).to_contain_text(f"{number} sur 11")
        relay.get_by_role("button", name="Tout est encore juste").click()
    expect(relay.locator("[data-all-done]")).to_be_visible()

    # Taken back while it has not left, the card of the first door is as it was.
    doors.first.get_by_role("button", name="Reprendre cette fiche").click()
    expect(relay.locator('[data-path="hours"]').get_by_role("textbox")).to_have_value(HOURS)
    expect(relay.locator("[data-all-done]")).to_be_hidden()
    relay.get_by_role("button", name="Noter, et le reste est juste").click()
    expect(relay.locator("[data-all-done]")).to_be_visible()
    expect(relay.locator("[data-waiting]")).to_contain_text("11 fiches attendent")
    relay.goto("/ar/round")
    expect(relay.locator("[data-progress]")).to_contain_text("11 من 11")
    assert [*violations(relay), relay.evaluate(SIDEWAYS)] == [0]
    relay.goto("/fr/round")

    wire.start()
    with browser.new_context(base_url=lone.url, viewport=PHONE, locale="fr-FR") as kept:
        family = kept.new_page()
        keep(family)
        relay.get_by_role("button", name="Envoyer").click()
        expect(relay.locator(".round-door[data-state=gone]")).to_have_count(11, timeout=PATIENCE_MS)
        expect(doors.nth(1)).to_contain_text("c’est daté d’aujourd’hui")
        expect(doors.first).to_contain_text("la coordination va lire")
        found = json.loads(lone.run("suggestions", "--json"))
        assert len(found) == len({each["key"] for each in found}) == 11
        assert relay.evaluate(KEPT) == []

        with browser.new_context(base_url=lone.url, viewport=PHONE, locale="fr-FR") as office:
            desk = office.new_page()
            come_in(desk, lone, "Coordination", "coordinator")
            desk.locator(".desk-listed").click()
            assert [*violations(desk), desk.evaluate(SIDEWAYS)] == [0]
            desk.get_by_role("button", name="Accepter ce qui a été vu").click()
            expect(desk.get_by_text("Accepté", exact=True)).to_be_visible()
            wait_until(lambda: is_said(lone, place, READ), 60)

            open_home(family)
            until(family, "stale")
            press(family)
            until(family, "ready")
            family.context.set_offline(True)
            family.goto(f"/fr/places/{place}")
            assert READ in plain(family.locator("main").inner_text())
            assert "Horaires : vérifié le" in plain(family.locator("main").inner_text())

            desk.goto(f"/desk/places/{place}/history")
            words = plain(desk.locator("main").inner_text())
            assert "Vérifié (Horaires)" in words and "Tu-Fr 13:00-19:00" in words
            desk.goto("/desk/suggestions")
            desk.get_by_role("button", name="Annuler").click()
            wait_until(lambda: not is_said(lone, place, READ), 60)


def test_a_round_that_is_not_this_phones_any_more_loses_nothing(browser: Browser, lone: Server) -> None:
    with browser.new_context(base_url=lone.url, viewport=PHONE, locale="fr-FR") as context:
        relay = context.new_page()
        come_in(relay, lone, "Relais", "relay")
        take_round(relay, doors=1)
        relay.evaluate(FORGET)
        relay.reload()
        relay.get_by_role("button", name="Tout est encore juste").click()
        relay.get_by_role("button", name="Envoyer").click()
        door = relay.locator(".round-door")
        expect(door).to_contain_text("Rien de ce que vous avez noté n’est perdu")
        relay.get_by_role("link", name="entrez au bureau et reprenez-la").click()
        relay.get_by_role("button", name="Prendre sur ce téléphone").click()
        expect(door).to_contain_text("encore sur ce téléphone")
        relay.get_by_role("button", name="Envoyer").click()
        expect(door).to_contain_text("c’est daté d’aujourd’hui")
        assert len(json.loads(lone.run("suggestions", "--json"))) == 1
