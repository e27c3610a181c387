"""The studio in a browser: by keyboard, with a preview that follows; a form that prints where no script runs."""

import re

from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE
from .server import Server

STUDIO = "/print/chapelle-nord?lang=fr&format=a4&of=place:piscine-hebert&langs=fr"


def test_the_sheet_follows_what_is_chosen_by_keyboard(page: Page) -> None:
    page.goto(STUDIO)
    picture = page.locator("[data-picture]")
    before = picture.get_attribute("src")
    page.get_by_role("radio", name="Affiche A4").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("print-studio")).to_have_attribute("data-state", "ready")
    assert picture.get_attribute("src") != before
    assert "format=a5" in page.url
    page.get_by_role("radio", name="Ma liste").check()
    expect(page.locator("[data-refused]")).to_contain_text("Cochez au moins un lieu")
    expect(page.get_by_role("button", name="Imprimer (PDF)")).to_be_hidden()
    page.get_by_role("checkbox", name="Piscine Hébert").check()
    expect(page.get_by_role("button", name="Imprimer (PDF)")).to_be_visible()


def test_other_doubts_are_confirmed_anew(page: Page) -> None:
    page.goto(STUDIO)
    page.get_by_role("checkbox", name="J’ai lu").check()
    page.get_by_role("checkbox", name="Türkçe").check()
    expect(page.locator("[data-doubts]")).to_contain_text("turc")
    expect(page.get_by_role("checkbox", name="J’ai lu")).not_to_be_checked()


def test_what_was_measured_of_a_printer_stays_on_the_machine(page: Page) -> None:
    labels = STUDIO.replace("format=a4", "format=stickers")
    page.goto(labels)
    page.get_by_text("L’imprimante tombe à côté ?").click()
    page.get_by_label("La règle couchée").fill("99,5")
    expect(page.locator("[data-test]")).to_have_attribute("href", re.compile("wide=99%2C5"))
    page.get_by_label("Donnez un nom").fill("Kiosque")
    page.get_by_role("button", name="Garder ces mesures").click()
    expect(page.locator("[data-note]")).to_have_text("« Kiosque » est gardée sur cette machine.")
    page.goto(labels)
    expect(page.locator("[name=wide]")).to_have_value("99,5")
    expect(page.locator("print-studio")).to_have_attribute("data-state", "ready")
    assert "wide=99%2C5" in page.url
    page.get_by_role("radio", name="Affiche A4").check()
    page.wait_for_url(lambda address: "format=a4" in address and "wide" not in address)


def test_without_script_the_form_prints(browser: Browser, server: Server) -> None:
    context = browser.new_context(base_url=server.url, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(STUDIO)
    page.get_by_role("checkbox", name="J’ai lu").check()
    with page.expect_download() as download:
        page.locator("[name=save]").first.click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    context.close()
