"""The editor with its scripts: a place with hours is added by keyboard alone, and what is wrong is said meanwhile."""

from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from ..cast.process import wait_until
from .axe import violations
from .conftest import watch
from .one_quarter import server
from .server import Server
from .test_desk import SIDEWAYS, is_fit

__all__ = ["server"]

TABLET = {"width": 1024, "height": 768}
FOCUSED = """() => {
  const at = document.activeElement
  const label = at.labels?.[0]?.textContent ?? ""
  return (at.getAttribute("aria-label") ?? (label || at.textContent)).replace(/\\s+/g, " ").trim()
}"""


@pytest.fixture
def tablet(browser: Browser, lone: Server) -> Iterator[Page]:
    """A tablet with a keyboard at the desk of a coordinator."""
    link = next(word for word in lone.run("user", "add", "Coordination").split() if "/desk/join/" in word)
    with browser.new_context(base_url=lone.url, viewport=TABLET, locale="fr-FR") as context:
        page = context.new_page()
        faults = watch(page, lone.url)
        page.goto(link)
        page.get_by_label("Nouveau mot de passe").fill("trois mots ensemble")
        page.get_by_role("button", name="Choisir ce mot de passe et entrer").click()
        yield page
        assert [fault for fault in faults if "422" not in fault] == []


def go_to(page: Page, label: str) -> None:
    """Press Tab until what is so called has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(label):
            return
    raise AssertionError(f"Tab never comes to {label}.")


def type_into(page: Page, label: str, text: str) -> None:
    go_to(page, label)
    page.keyboard.type(text)


def follow(page: Page, label: str) -> None:
    """Press Enter on what leads to another page."""
    go_to(page, label)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_place_with_hours_is_added_by_keyboard_alone(tablet: Page, lone: Server) -> None:
    follow(tablet, "Lieux")
    assert is_fit(tablet)
    follow(tablet, "Nouveau lieu")
    expect(tablet.get_by_role("heading", name="Nouveau lieu")).to_be_visible()
    type_into(tablet, "Nom, comme sur la porte", "Ludothèque du passage")
    type_into(tablet, "D’abord", "Ludo")
    type_into(tablet, "À quoi ça sert", "Emprunter des jeux.")
    type_into(tablet, "Numéro et rue", "12 rue Boucry")
    follow(tablet, "Mettre le point dans cette rue")
    expect(tablet.locator(".desk-pin")).to_be_visible()
    go_to(tablet, "Le point de l’entrée")
    before = tablet.get_by_label("Latitude").input_value()
    tablet.keyboard.press("Shift+ArrowUp")
    assert tablet.get_by_label("Latitude").input_value() > before

    type_into(tablet, "lundi, de", "9h30")
    type_into(tablet, "lundi, à", "12")
    go_to(tablet, "pareil jusqu’à vendredi")
    tablet.keyboard.press("Enter")
    expect(tablet.locator("[data-preview]")).to_contain_text("9 h 30 – 12 h", use_inner_text=True)
    type_into(tablet, "samedi, de", "14")
    go_to(tablet, "samedi, à")
    expect(tablet.get_by_text("Il manque l’heure de début ou de fin.")).to_be_visible()
    tablet.keyboard.type("18")
    go_to(tablet, "Ajouter ce lieu")
    expect(tablet.get_by_text("Il manque l’heure de début ou de fin.")).to_be_hidden()
    tablet.keyboard.press("Enter")

    expect(tablet.get_by_role("heading", name="Ludothèque du passage")).to_be_visible()
    follow(tablet, "Publier")
    expect(tablet.get_by_text("Enregistré. Les familles")).to_be_visible()
    address = f"{lone.url}/fr/places/ludotheque-du-passage"

    def is_published() -> bool:
        try:
            with urlopen(address) as answer:  # noqa: S310 - our own address
                return "9 h 30" in answer.read().decode().replace("\u00a0", " ").replace("\u202f", " ")
        except OSError:
            return False

    wait_until(is_published, 60)


def test_every_page_of_the_editor_is_fit_for_everybody(tablet: Page) -> None:
    place = "/desk/places/bibliotheque-vaclav-havel"
    walk = "/desk/walks/autour-de-la-place-hebert"
    pages = (place, f"{place}/remove", "/desk/places/new", "/desk/trash", "/desk/history")
    pages += ("/desk/territories", "/desk/territories/chapelle-nord")
    pages += ("/desk/walks", walk, f"{walk}/stops/2", f"{walk}/history", f"{walk}/pick")
    assert [fault for page in pages for fault in unfit(tablet, page)] == []


def unfit(page: Page, address: str) -> list[tuple[object, ...]]:
    """What hinders whom on a page in Arabic and in French, on a phone and on a tablet.

    Each language is opened once, as on one of them, and then as wide as on the other.
    """
    faults: list[tuple[object, ...]] = []
    for lang, widths in (("ar", (360, 1024)), ("fr", (1024, 360))):
        page.set_viewport_size({"width": widths[0], "height": 740})
        page.goto(f"{address}{'&' if '?' in address else '?'}lang={lang}")
        page.evaluate("() => { for (const each of document.querySelectorAll('details')) each.open = true }")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 740})
            found = violations(page), page.evaluate(SIDEWAYS)
            faults += [(address, lang, width, *found)] if found != ([], 0) else []
    return faults


def test_stops_are_put_in_order_by_keyboard_and_the_button_keeps_the_focus(tablet: Page) -> None:
    tablet.goto("/desk/walks/autour-de-la-place-hebert")
    names = tablet.locator(".desk-stops .desk-service a")
    first, second, third, *_ = names.all_inner_texts()
    follow(tablet, f"Descendre « {first} »")
    assert names.all_inner_texts()[:3] == [second, first, third]
    with tablet.expect_navigation():
        tablet.keyboard.press("Enter")
    assert names.all_inner_texts()[:3] == [second, third, first]
    tablet.get_by_label("Un lieu de plus").fill("Bibliothèque Václav Havel")
    tablet.get_by_role("button", name="Ajouter cette étape").click()
    expect(names.last).to_have_text("Bibliothèque Václav Havel")
