"""A family's own list: put together on the phone, read without network, handed to who prints."""

from playwright.sync_api import Browser, Page, expect

from ..cast.process import wait_until
from .axe import violations
from .conftest import PHONE
from .server import Server

PLACES = ("piscine-hebert", "bibliotheque-vaclav-havel")


def list_places(page: Page, *places: str) -> None:
    for place in places:
        page.goto(f"/fr/places/{place}")
        page.get_by_role("button", name="Ajouter à ma liste").click()
        expect(page.get_by_role("button", name="Enlever de ma liste")).to_be_visible()


def test_what_was_added_is_there_and_can_be_handed_to_paper(page: Page) -> None:
    list_places(page, *PLACES)
    page.get_by_role("link", name="Voir ma liste (2 lieux)").click()
    expect(page.locator(".my-list-place a[data-slot=name]").first).to_have_text("Piscine Hébert")
    assert violations(page) == []
    page.get_by_role("link", name="Donner à imprimer").click()
    expect(page.get_by_role("checkbox", name="Piscine Hébert")).to_be_checked()
    expect(page.locator("[data-picture]")).to_be_visible()


def test_a_place_is_taken_off_again(page: Page) -> None:
    list_places(page, PLACES[0])
    page.goto("/ar/list")
    page.get_by_role("button", name="احذفوا").click()
    expect(page.locator("[data-empty]")).to_be_visible()
    assert page.evaluate("localStorage.getItem('adeuxpas:list')") == "[]"


def test_twelve_have_room(page: Page) -> None:
    page.goto("/fr/list")
    page.evaluate(
        "localStorage.setItem('adeuxpas:list', JSON.stringify([...Array(12).keys()].map((n) => ({id: `x${n}`}))))"
    )
    page.goto(f"/fr/places/{PLACES[0]}")
    page.get_by_role("button", name="Ajouter à ma liste").click()
    expect(page.locator("list-button [data-note]")).to_contain_text("pleine")


def test_it_is_read_without_network(lone: Server, browser: Browser) -> None:
    context = browser.new_context(base_url=lone.url, viewport=PHONE, locale="fr-FR")
    page = context.new_page()
    page.goto("/fr/")
    page.wait_for_function("() => Boolean(navigator.serviceWorker.controller)")
    list_places(page, PLACES[0])
    wait_until(lambda: page.evaluate("caches.match('/fr/list').then(Boolean)"), 20)
    lone.stop()
    page.goto("/fr/list")
    expect(page.locator(".my-list-place")).to_contain_text("Piscine Hébert")
    context.close()
