"""A photo of a door: added at the desk with a phone, seen by families, kept when the server is gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.cast.pictures import noise

from .axe import violations
from .conftest import PHONE, opened_profile, watch
from .one_quarter import server
from .packing import keep
from .server import Server
from .test_desk import is_fit
from .test_offline import wait_until

__all__ = ["server"]

PLACE = "piscine-hebert"
ALT = "La porte bleue de la piscine, sous l’horloge"
IS_SEEN = "document.querySelector('.photo img').complete && document.querySelector('.photo img').naturalWidth"


@pytest.fixture
def desk(browser: Browser, lone: Server) -> Iterator[Page]:
    """A phone at the desk of a relay."""
    link = next(word for word in lone.run("user", "add", "Relais", "--role", "relay").split() if "/desk/join/" in word)
    with browser.new_context(base_url=lone.url, viewport=PHONE, locale="fr-FR") as context:
        page = context.new_page()
        faults = watch(page, lone.url)
        page.goto(link)
        page.get_by_label("Nouveau mot de passe").fill("trois mots ensemble")
        page.get_by_role("button", name="Choisir ce mot de passe et entrer").click()
        yield page
        assert faults == []


def add_photo(desk: Page, folder: Path) -> None:
    """Add a heavy photo as a telephone shoots it."""
    file = folder / "IMG_0001.jpg"
    file.write_bytes(noise(3000, 2000))
    desk.goto(f"/desk/places/{PLACE}#photos")
    desk.get_by_label("La photo", exact=True).set_input_files(file)
    # The phone makes it light before it is sent.
    wait_until(desk, "document.querySelector('#photo-file').files[0].name === 'photo.jpg'")
    desk.get_by_label("Ce que l’on voit, en une phrase").fill(ALT)
    desk.get_by_label("De qui est la photo").fill("Relais")
    desk.get_by_label("Personne : on ne reconnaît personne").check()
    desk.get_by_role("button", name="Ajouter cette photo").click()
    expect(desk.get_by_role("status")).to_contain_text("Enregistré")


def test_a_door_is_seen_by_families_and_kept_with_the_quarter(
    desk: Page, lone: Server, playwright: Playwright, chromium: str, tmp_path: Path
) -> None:
    before = lone.edition
    add_photo(desk, tmp_path)
    assert desk.locator(".desk-photos img").evaluate("(image) => image.decode().then(() => image.naturalWidth)") == 480
    assert (is_fit(desk), violations(desk)) == (True, [])
    wait_until(desk, f"(async () => (await (await fetch('/edition-line.json')).json()).number > {before})()")

    with opened_profile(playwright, chromium, tmp_path / "profile", lone.url) as context:
        keep(context.new_page(), "ar")
        lone.stop()
        page = context.new_page()
        page.goto(f"/fr/places/{PLACE}")
        photo = page.locator(".photo img")
        box = photo.bounding_box()
        photo.scroll_into_view_if_needed()
        wait_until(page, IS_SEEN)
        assert (photo.get_attribute("alt"), page.evaluate(IS_SEEN)) == (ALT, 480)
        after = photo.bounding_box()
        assert box and after and (box["width"], box["height"]) == (after["width"], after["height"])
        assert is_fit(page)
        expect(page.locator(".photo figcaption")).to_contain_text("Relais")
        page.goto(f"/ar/places/{PLACE}")
        photo.scroll_into_view_if_needed()
        wait_until(page, IS_SEEN)
        assert photo.get_attribute("lang") == "fr"
        page.emulate_media(media="print")
        expect(photo).to_be_hidden()
