"""A family shows on the map where a place is that it misses: the place's position, picked by hand."""

from playwright.sync_api import Page, expect

from .axe import violations
from .server import Server
from .test_outbox import office, phone, received

__all__ = ["office", "phone"]


def test_the_spot_under_the_cross_travels_with_the_words(phone: Page, office: Server) -> None:
    phone.goto("/fr/chapelle-nord/")
    form = phone.locator("#missing")
    form.locator("summary").click()
    phone.wait_for_function("() => !!customElements.get('spot-pick')")
    form.locator("label:has([value=new_place])").click()
    form.locator("[name=text]").fill("Un atelier vélo, dans la cour")
    form.get_by_role("link", name="Montrer où c’est sur la carte").click()
    expect(form.locator("[name=text]")).to_have_value("Un atelier vélo, dans la cour")
    form.get_by_role("button", name="Montrer où c’est sur la carte").click()
    bar = phone.locator("[data-spot-bar]")
    assert (violations(phone), phone.evaluate("document.documentElement.scrollWidth <= innerWidth")) == ([], True)
    phone.locator("place-map .leaflet-container, place-map [data-frame]").first.press("ArrowRight")
    phone.wait_for_timeout(600)
    centre = phone.locator("place-map").get_attribute("data-centre") or ""
    bar.get_by_role("button", name="C’est ici").click()
    expect(form).to_contain_text("Endroit choisi sur la carte.")
    form.get_by_role("button", name="Envoyer").click()
    expect(form.locator("[data-note]")).to_contain_text("Merci")
    expect(form.locator("[data-spot-picked]")).to_be_hidden()
    [found] = received(office)
    assert [found["kind"], f"{found['lon']:.5f},{found['lat']:.5f}"] == ["new_place", centre]
