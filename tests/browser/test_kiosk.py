"""The touch screen of a kiosk, as somebody who passes by touches it, and as it is left."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..cast.process import wait_until
from .axe import violations
from .conftest import watch
from .server import Server

SCREEN = {"width": 1080, "height": 1920}
WAITING = "/kiosk/flandre-curial"
LEAST_TARGET_PX = 76

BOXES = """(all) => all.map((one) => {
  const { width, height } = one.getBoundingClientRect()
  return [one.innerText, width, height]
})"""
SMALL_TEXTS = """() => {
  const small = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || element.closest("svg, script, [hidden], dialog:not([open])")) continue
    const size = parseFloat(getComputedStyle(element).fontSize)
    if (size < 24) small.push(`${size} ${node.data.trim()}`)
  }
  return small
}"""

LEADING_AWAY = (
    """() => [...document.querySelectorAll("a, area, form, iframe, [onclick]")].map((each) => each.outerHTML)"""
)


@pytest.fixture
def screen(browser: Browser, server: Server) -> Iterator[Page]:
    context = browser.new_context(base_url=server.url, viewport=SCREEN, has_touch=True, locale="fr-FR")
    page = context.new_page()
    faults = watch(page, server.url)
    yield page
    context.close()
    assert faults == []


def open_in(page: Page, lang: str) -> None:
    page.goto(WAITING)
    page.locator(f"[data-open][lang={lang}]").tap()
    page.wait_for_url(f"**{WAITING}/{lang}")
    expect(page.locator("[data-screen=home]")).to_be_visible()


def shown(page: Page) -> str:
    return page.locator("kiosk-screens").get_attribute("data-shown") or ""


def go(page: Page, name: str) -> None:
    """Touch what leads to a screen, or to the first one whose name begins so."""
    page.locator(f"[data-screen]:not([hidden]) [data-go^='{name}'], .bar [data-go^='{name}']").first.tap()


def small_targets(page: Page | Locator) -> list[object]:
    """The words and the size of what is too small to be touched: all buttons are looked at in one step."""
    boxes = page.locator("button:visible").evaluate_all(BOXES)
    return [(words, *size) for words, *size in boxes if min(size) < LEAST_TARGET_PX]


def faint(page: Page) -> list[str]:
    """What has less contrast than 7:1, and whatever else axe finds."""
    return violations(page, "color-contrast-enhanced")


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_everything_is_large_and_dark_enough_and_leads_nowhere_else(screen: Page, lang: str) -> None:
    screen.goto(WAITING)
    assert (small_targets(screen), screen.evaluate(SMALL_TEXTS), faint(screen)) == ([], [], [])
    open_in(screen, lang)
    for name in (
        "home",
        "door/",
        "place/",
        "home",
        "map",
        "home",
        "themes",
        "home",
        "walks",
        "walk/",
        "home",
        "urgent",
        "home",
        "fate",
        "ask",
    ):
        go(screen, name)
        expect(screen.locator("[data-screen]:not([hidden])")).to_have_count(1)
        found = small_targets(screen), screen.evaluate(SMALL_TEXTS), faint(screen)
        assert (shown(screen).startswith(name), *found) == (True, [], [], [])
    assert screen.evaluate(LEADING_AWAY) == []
    assert screen.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"]


def test_a_touch_of_the_plan_is_answered_with_the_nearest_places(screen: Page) -> None:
    open_in(screen, "fr")
    go(screen, "map")
    box = screen.locator("[data-kiosk-map] [data-mark]").last.bounding_box()
    assert box
    screen.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    rows = screen.locator("[data-screen=map] [data-rows] > li:visible")
    expect(rows).to_have_count(5)
    marked = screen.locator("[data-kiosk-map] [data-mark]").last.get_attribute("data-mark")
    assert rows.first.get_attribute("data-of") == marked
    rows.first.locator("button").tap()
    expect(screen.locator(f"[data-screen='place/{marked}'] [data-kiosk-map]")).to_be_visible()
    screen.locator("[data-do=back]").tap()
    assert shown(screen) == "map"
    expect(screen.locator("[data-screen=map] [data-kiosk-map]")).to_be_visible()


def test_what_is_left_alone_is_wiped(screen: Page) -> None:
    screen.clock.install()
    open_in(screen, "ar")
    before = screen.evaluate("history.length")
    go(screen, "urgent")
    screen.clock.run_for(59_000)
    expect(screen.locator("[data-still]")).to_be_hidden()
    screen.clock.run_for(3_000)
    expect(screen.locator("[data-still]")).to_be_visible()
    screen.locator("[data-do=stay]").tap()
    expect(screen.locator("[data-still]")).to_be_hidden()
    assert shown(screen) == "urgent"
    screen.clock.run_for(62_000)
    screen.clock.run_for(21_000)
    screen.wait_for_url(f"**{WAITING}")
    assert screen.evaluate("[history.length, sessionStorage.length]") == [before, 0]
    screen.go_back()
    assert urlsplit(screen.url).path in (WAITING, "blank")


def test_a_screen_that_slept_wakes_up_wiped(screen: Page) -> None:
    """The clock of the wall counts: timers stand still while a machine sleeps."""
    screen.clock.install()
    open_in(screen, "fr")
    screen.clock.fast_forward("02:00")
    screen.wait_for_url(f"**{WAITING}")


def test_a_volunteer_prints_by_twelve_large_keys(
    lone: Server, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    lone.stop()
    monkeypatch.setenv("ADEUXPAS_KIOSK_PIN", "2468")
    monkeypatch.setenv("PATH", "/nowhere")  # no printer either
    lone.start()
    context = browser.new_context(base_url=lone.url, viewport=SCREEN, has_touch=True)
    page = context.new_page()
    open_in(page, "fr")
    go(page, "door/")
    go(page, "place/")
    page.locator("[data-screen]:not([hidden]) [data-print]").tap()
    assert (small_targets(page.locator("dialog[open]")), page.evaluate(SMALL_TEXTS), faint(page)) == ([], [], [])
    said = page.locator("[data-pad-said]")
    for digits, sentence in (("1111", "Ce code n’est pas le bon"), ("2468", "À savoir avant d’imprimer")):
        for digit in digits:
            page.locator(f"[data-digit='{digit}']").tap()
        page.locator("[data-pad=print]").tap()
        expect(said).to_contain_text(sentence)
    page.locator("[data-pad=print]").tap()
    expect(said).to_contain_text("Aucune imprimante")
    expect(page.locator("dialog[open] [data-typed]")).to_be_empty()
    context.close()


def touch(page: Page, signs: str) -> None:
    """Touch keys of the screen that is shown, then go on."""
    for sign in signs:
        page.locator(f"[data-screen]:not([hidden]) [data-sign='{sign}']").tap()
    page.locator("[data-screen]:not([hidden]) [data-key=on]").tap()


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_a_family_reads_what_became_of_its_message(lone: Server, browser: Browser, lang: str) -> None:
    context = browser.new_context(base_url=lone.url, viewport=SCREEN, has_touch=True)
    page = context.new_page()
    key = {"Idempotency-Key": "3f0c8a52-6b1e-4a0e-9c57-0d6a3b1f2e4d"}
    sent = page.request.post("/api/v1/suggestions", data={"kind": "need", "text": "Un banc."}, headers=key)
    ticket = sent.json()["ticket"].replace("-", "")
    open_in(page, lang)
    go(page, "fate")
    told, typed = (page.locator(f"[data-screen=fate] [data-{name}]") for name in ("told", "typed"))
    touch(page, ticket[:3])
    expect(told).to_have_text({"fr": "Il manque des signes : le code en a huit."}.get(lang, told.inner_text()))
    assert told.inner_text()
    touch(page, ticket[3:])
    expect(told).to_contain_text({"fr": "Bien reçu", "ar": "وصل"}[lang], use_inner_text=True)
    expect(typed).not_to_contain_text(ticket[:4])
    page.locator("[data-do=back]").tap()
    go(page, "fate")
    expect(told).to_be_empty()
    touch(page, "00000000")
    expect(told).not_to_be_empty()
    lone.stop()
    touch(page, ticket)
    expect(told).to_contain_text({"fr": "Le réseau est coupé", "ar": "الشبكة مقطوعة"}[lang])
    context.close()


def test_a_volunteer_asks_after_a_slip(lone: Server, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    lone.stop()
    monkeypatch.setenv("ADEUXPAS_KIOSK_PIN", "2468")
    lone.start()
    context = browser.new_context(base_url=lone.url, viewport=SCREEN, has_touch=True)
    page = context.new_page()
    open_in(page, "fr")
    go(page, "ask")
    page.locator("[data-volunteer]").tap()
    assert (small_targets(page), page.evaluate(SMALL_TEXTS), faint(page)) == ([], [], [])
    told, asks = (page.locator(f"[data-screen=slip] [data-{name}]") for name in ("told", "asks"))
    for pin, sentence in (("1111", "Ce code n’est pas le bon"), ("2468", "n’est sur aucun papier")):
        touch(page, pin)
        touch(page, "ZZZZZZ")
        assert (small_targets(page), page.evaluate(SMALL_TEXTS), faint(page)) == ([], [], [])
        touch(page, "12")
        expect(told).to_contain_text(sentence)
    expect(asks).to_contain_text("Le code du papier")  # the PIN holds while the screen is shown
    page.locator("[data-go=home]").tap()
    go(page, "ask")
    page.locator("[data-volunteer]").tap()
    expect(asks).to_contain_text("Code de bénévole")
    context.close()


def test_the_cable_may_come_out(lone: Server, browser: Browser) -> None:
    context = browser.new_context(base_url=lone.url, viewport=SCREEN, has_touch=True)
    page = context.new_page()
    page.goto(WAITING)
    for path in ("/static/gen/kiosk.js", "/static/gen/kiosk.css", WAITING, f"{WAITING}/ar"):
        wait_until(partial(page.evaluate, f"caches.match(new URL('{path}', location.origin)).then(Boolean)"), 20)
    lone.stop()
    open_in(page, "ar")
    go(page, "door/")
    go(page, "place/")
    expect(page.locator("[data-screen]:not([hidden]) .take-code svg")).to_be_visible()
    page.locator("[data-do=leave]").first.tap()
    page.wait_for_url(f"**{WAITING}")
    expect(page.locator("[data-open]").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('[data-open]')).minHeight") != "0px"
    context.close()
