"""Finding a place on a phone: words, filters, the address that keeps them."""

import re

import pytest
from playwright.sync_api import Browser, Geolocation, Page, expect

from app.pages.cards import PAGE_SIZE

from .conftest import PHONE
from .server import Server

HOME = "/fr/chapelle-nord/"
FIRST = 5
IN_THE_GARDEN: Geolocation = {"longitude": 2.36468, "latitude": 48.89503}


ALL_DRAWN = """() => Math.min(60, Number(document.querySelector("[data-results]").dataset.count))
    === document.querySelectorAll("[data-results] ol > li").length"""


def names(page: Page) -> list[str]:
    page.wait_for_function(ALL_DRAWN)
    return page.locator("[data-list] > li .card-name").all_inner_texts()


# The address says what was typed, also while the data to search in are on their way.
IS_FOUND = "globalThis.found = new Promise((found) => addEventListener('adeuxpas:results', found, {once: true}))"


def search(page: Page, words: str) -> list[str]:
    page.evaluate(f"() => void ({IS_FOUND})")
    with page.expect_event("framenavigated"):
        page.locator("[data-search] input[name=q]").fill(words)
    page.evaluate("() => globalThis.found.then(() => {})")
    return names(page)


def test_where_nothing_is_found_nothing_is_said_of_hours(page: Page) -> None:
    page.goto(HOME)
    hours = page.locator(".finder-hours")
    expect(hours).to_be_visible()
    assert search(page, "zythum") == []
    expect(hours).to_be_hidden()
    assert len(search(page, "je n’en peux plus")) > 1
    expect(hours).to_be_visible()


SPARE_ROOM = """() => {
    const field = document.querySelector("#finder-q"), pen = document.createElement("canvas").getContext("2d")
    pen.font = getComputedStyle(field).font
    return field.clientWidth - pen.measureText(field.placeholder).width
}"""


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_what_stands_in_the_field_is_not_cut_on_a_phone(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/chapelle-nord/")
    assert page.evaluate(SPARE_ROOM) >= 0


@pytest.mark.parametrize(
    ("territory", "words", "meant"),
    [
        ("fr/chapelle-nord", "ecole", "École"),
        ("en/chapelle-nord", "biblioteque", "Bibliothèque"),
        ("ar/bel-air-sud", "toilettes bébé", "Sanisette|Toilettes"),
        ("fr/flandre-curial", "ecrivain public", "Écrivain Public"),
        ("fr/porte-de-vanves", "حديقة", "Jardin|Square|Promenade"),
        ("ar/porte-de-vanves", "library", "Bibliothèque"),
        ("en/chapelle-nord", "piscine heber", "Piscine Hébert"),
    ],
)
def test_words_find_what_a_person_means(page: Page, territory: str, words: str, meant: str) -> None:
    page.goto(f"/{territory}/")
    assert any(re.search(meant, name) for name in search(page, words)[:FIRST])


def test_a_search_is_in_the_address_and_comes_back_with_it(page: Page) -> None:
    page.goto(HOME)
    found = search(page, "jardin")
    page.goto("/fr/about")
    page.go_back()
    expect(page.locator("[data-search] input[name=q]")).to_have_value("jardin")
    expect(page.locator("[data-list] > li")).to_have_count(len(found))


def test_a_filter_keeps_apart_the_places_to_ask_about(page: Page) -> None:
    page.goto(HOME)
    page.get_by_text("Gratuit", exact=True).first.click()
    page.wait_for_url("**/?free=1")
    page.wait_for_function(ALL_DRAWN)
    shown = page.locator("[data-list] > li").count()
    asked = page.locator("[data-ask-list] > li").count()
    counted = int(page.locator("[data-results]").get_attribute("data-count") or 0)
    assert min(PAGE_SIZE, counted) == shown + asked > 0


@pytest.mark.parametrize(
    "query", ["open=wednesday-afternoon", "q=ouvert+mercredi+après-midi", "q=مفتوح بعد ظهر الأربعاء"]
)
def test_a_day_shows_its_own_hours_in_three_groups(page: Page, query: str) -> None:
    page.clock.set_fixed_time("2026-11-17T11:00:00+01:00")  # a Tuesday
    page.goto(f"/fr/flandre-curial/?{query}")
    page.wait_for_function(ALL_DRAWN)
    likely = page.locator("[data-likely-list] > li")
    expect(likely.first.locator(".card-day")).to_contain_text("mercredi 18 novembre")
    expect(likely.first.locator(".card-day")).to_contain_text("D’après une information de")
    expect(page.locator("[data-likely] .status:visible")).to_have_count(0)
    expect(page.locator("[data-ask] summary")).to_be_visible()
    expect(page.locator("[data-ask-list]")).to_be_hidden()
    likely_count, ask_count = (page.locator(f"[data-{group}-count]").inner_text() for group in ("likely", "ask"))
    expect(page.locator("[data-summary]")).to_contain_text(f"{likely_count} probablement · {ask_count} à demander")


def test_another_language_keeps_the_question_and_the_way(page: Page) -> None:
    page.goto(f"{HOME}?free=1")
    page.locator("[data-chips] button").wait_for()
    page.locator(".language-list a[hreflang=ar]").click()
    page.wait_for_url("**/ar/chapelle-nord/?free=1")
    expect(page.locator("[data-chips] button")).to_have_count(1)


def test_one_is_told_which_child_a_place_is_for(page: Page) -> None:
    page.goto(f"{HOME}?age=7,1")
    expect(page.locator(".card-children:visible").first).to_have_text(re.compile("Pour votre enfant de 7 ans"))


def test_the_sheet_filters_by_the_age_of_several_children(page: Page) -> None:
    page.goto(HOME)
    page.get_by_role("button", name="Filtrer").click()
    page.locator("input[name=age]").fill("7")
    page.get_by_role("button", name="Ajouter un enfant").click()
    page.locator("input[name=age]").nth(1).fill("18")
    page.locator("select[name=unit]").nth(1).select_option("m")
    page.wait_for_url("**/?age=7%2C18m")
    expect(page.get_by_role("dialog").get_by_role("button", name="Voir")).to_be_visible()


def test_values_that_make_no_sense_are_ignored(page: Page) -> None:
    page.goto(f"{HOME}?theme=nope&open=sometimes&age=-3&speaks=klingon&free=maybe")
    page.wait_for_url(HOME)
    assert len(names(page)) > 20


def test_a_chip_takes_its_filter_back(page: Page) -> None:
    page.goto(f"{HOME}?stroller=1")
    page.locator("[data-chips] button").click()
    page.wait_for_url(HOME)
    expect(page.locator("[data-chips]")).to_be_hidden()


def test_nothing_found_offers_a_way_out(page: Page) -> None:
    page.goto(f"{HOME}?q=piscine&theme=ecole")
    page.locator("[data-empty] [data-advice] button").first.click()
    assert page.locator("[data-list] > li").count() > 0
    expect(page.locator("[data-empty]")).to_be_hidden()


def test_a_need_without_a_place_yet_says_so_and_whom_to_ask(page: Page) -> None:
    page.goto("/fr/bel-air-sud/")
    page.locator("[data-search] input[name=q]").fill("où trouver à manger")
    empty = page.locator("[data-empty]")
    expect(empty).to_contain_text("« où trouver à manger » : nous n’avons pas encore de lieu vérifié")
    expect(page.locator("[data-list] > li")).to_have_count(0)
    expect(empty.get_by_role("link", name="Urgences et aide")).to_have_attribute("href", "/fr/help")
    empty.get_by_role("link", name="Aide alimentaire").click()
    page.wait_for_url("**/fr/bel-air-sud/t/alimentation/")


def test_who_may_be_in_danger_sees_the_numbers_above_the_places(page: Page) -> None:
    page.goto("/ar/chapelle-nord/")
    numbers = page.locator("[data-urgent]")
    search(page, "مكتبة")
    expect(numbers).to_be_hidden()
    assert search(page, "زوجي يضربني")
    expect(numbers).to_be_visible()
    page.locator("[data-search] input[name=q]").fill("مكتبة")
    expect(numbers).to_be_hidden()
    search(page, "115")
    numbers.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/ar/help$"))


def test_a_day_alone_asks_what_is_open_then(page: Page) -> None:
    page.goto(HOME)
    search(page, "samedi")
    expect(page.locator("[data-summary]")).to_have_text(re.compile(r" probablement · \d+ à demander$"))


def test_what_is_guessed_is_called_a_guess(page: Page) -> None:
    page.goto(HOME)
    assert "Centre de santé" in " ".join(search(page, "medcin")[:FIRST])
    expect(page.locator("[data-summary]")).to_have_text("Rien d’exact pour « medcin ». Vous cherchiez peut-être :")


def test_the_chip_of_a_theme_without_a_place_bears_its_name(page: Page) -> None:
    page.goto("/en/bel-air-sud/?theme=alimentation")
    expect(page.locator("[data-chips] button")).to_contain_text("Food")


def test_a_theme_page_searches_its_theme_only(page: Page) -> None:
    page.goto("/fr/chapelle-nord/t/sport/")
    assert all("Piscine" in name for name in search(page, "piscine"))


def test_water_and_toilets_come_when_asked_for(page: Page) -> None:
    page.goto(HOME)
    assert not any("Sanisette" in name for name in names(page))
    page.goto(f"{HOME}?practical=1")
    expect(page.locator("[data-list] .card-name", has_text="Sanisette").first).to_be_attached()


def test_a_place_near_me_comes_first_and_my_position_stays_here(browser: Browser, server: Server) -> None:
    context = browser.new_context(
        base_url=server.url,
        viewport=PHONE,
        permissions=["geolocation"],
        geolocation=IN_THE_GARDEN,
    )
    page = context.new_page()
    page.goto(HOME)
    page.get_by_role("button", name="Près de moi").click()
    expect(page.locator("[data-list] .card-name").first).to_have_text("Jardin Rachmaninov")
    assert "2.36" not in page.url
    page.get_by_role("button", name="Près de moi").click()
    library = page.locator("[data-place-id=bibliotheque-maurice-genevoix]")
    expect(library).to_contain_text("à pied du collège")
    context.close()


def test_a_phone_that_hides_its_position_is_told_so(page: Page) -> None:
    page.goto(HOME)
    page.get_by_role("button", name="Près de moi").click()
    expect(page.locator(".finder-note")).to_contain_text("ne veut pas dire")


def test_without_script_needs_and_list_are_whole_and_the_fields_away(browser: Browser, server: Server) -> None:
    context = browser.new_context(base_url=server.url, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(HOME)
    for part in ("[name=q]", "[data-open-sheet]", ".finder-quick"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".door").first).to_be_visible()
    listed = page.locator("[data-list] > li").count()
    assert listed == min(PAGE_SIZE, int(page.locator("[data-results]").get_attribute("data-count") or 0))
    context.close()


def test_the_keyboard_alone_finds_and_opens_a_place(page: Page) -> None:
    page.goto(HOME)
    page.locator("[data-search] input[name=q]").focus()
    page.keyboard.type("piscine heber")
    expect(page.locator("[data-list] > li")).to_have_count(1)
    page.locator("[data-list] a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/fr/places/piscine-hebert")
