"""What children and families find at a stop: a question, a stamp that stays, the stop in another language."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from .packing import keep
from .server import Server
from .test_leading import PAGE, TERRITORY, press, reach, set_out

VOICES = """
speechSynthesis.getVoices = () => [
  { lang: "ar-EG", localService: false, name: "far away" },
  { lang: "fr_FR", localService: true, name: "here" },
]
"""


def at_second_stop(page: Page) -> Page:
    set_out(reach(page), "start-unlocated")
    for _ in range(2):
        press(page, "here")
    expect(page.locator("[data-children]")).to_be_visible()
    return page


def stamped(page: Page) -> list[bool]:
    return [each.get_attribute("data-stamped") is not None for each in page.locator("[data-stamps] li").all()]


def show_in(page: Page, lang: str) -> None:
    page.locator(f"button[data-family={lang}]").click()


def test_a_question_keeps_nobody_and_a_stamp_stays_after_the_end(page: Page) -> None:
    at_second_stop(page)
    expect(page.locator("[data-children]")).to_contain_text("Combien de verts")
    page.locator("[data-stamp-now]").click()
    expect(page.locator("[data-stamp-told]")).to_have_text("1 tampon sur 6")
    press(page, "here")
    expect(page.locator("[data-led-progress]")).to_have_text("Étape 4 sur 6")
    page.locator("[data-stops-part] summary").click()
    press(page, "end")
    assert stamped(page) == [False, True, False, False, False, False]
    reach(page)
    expect(page.locator("[data-stamps] li").nth(1)).to_have_attribute("data-stamped", "")


def test_a_family_reads_the_stop_in_large_letters_and_hears_only_a_voice_of_the_phone(page: Page) -> None:
    page.add_init_script(VOICES)
    at_second_stop(page)
    press(page, "family")
    show_in(page, "ar")
    words = page.locator("[data-family-words] > p").nth(1)
    expect(words).to_contain_text("ساحة")
    assert (words.get_attribute("lang"), words.get_attribute("dir")) == ("ar", "auto")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('[data-family-words]')).fontSize)") >= 22
    # Names of places are in French: those alone can be read here.
    show_in(page, "fr")
    expect(page.locator("[data-aloud]")).to_be_visible()


def test_another_language_is_shown_with_the_server_gone_and_one_that_is_not_kept_is_told(
    lone: Server, profile: Callable[[str], BrowserContext]
) -> None:
    page = profile(lone.url).new_page()
    keep(page, "ar", home=f"/fr/{TERRITORY}/")
    lone.stop()
    page.goto(PAGE)
    at_second_stop(page)
    press(page, "family")
    show_in(page, "ar")
    expect(page.locator("[data-family-words]")).to_contain_text("ساحة")
    show_in(page, "en")
    expect(page.locator("[data-family-fault]")).to_contain_text("n’est pas dans ce téléphone")
