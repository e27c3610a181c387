"""Everybody can use every kind of page: axe, narrow phones, keyboards, text at 200 %."""

import json
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from .axe import violations
from .conftest import PHONE, watch
from .server import Server

ROOT = Path(__file__).resolve().parents[2]
KINDS = {
    "territories": "",
    "home": "flandre-curial/",
    "map": "flandre-curial/map",
    "theme": "flandre-curial/t/culture/",
    "empty theme": "bel-air-sud/t/emploi/",
    "walks": "chapelle-nord/walks/",
    "walk": "walks/autour-de-la-place-hebert",
    "place with hours": "places/bibliotheque-vaclav-havel",
    "place without hours": "places/le-centquatre-paris",
    "about": "about",
    "sources": "sources",
    "accessibility": "accessibility",
    "privacy": "privacy",
    "help": "help",
    "list": "list",
    "offline": "offline",
}
LANGUAGES = ("fr", "en", "ar")
STUDIO = {
    "studio": "?format=list",
    "run": "/runs/new?format=a5&each=place",
    "hanging": "/hanging?",
    "new hanging": "/hanging/new?format=a5&of=place:piscine-hebert",
}
ADDRESSES = {
    lang: {kind: f"/{lang}/{path}" for kind, path in KINDS.items()}
    | {kind: f"/print/chapelle-nord{path}&lang={lang}" for kind, path in STUDIO.items()}
    for lang in LANGUAGES
}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
BY_DAY_AND_NIGHT = [
    # A page is opened once, and then seen in the other light: by day in one language, by night in the next.
    pytest.param(address, scheme, id=f"{lang} {kind} {scheme}")
    for nth, (lang, addresses) in enumerate(ADDRESSES.items())
    for number, (kind, address) in enumerate(addresses.items(), nth)
    for scheme in SCHEMES[:: -1 if number % 2 else 1]
]


@pytest.fixture(scope="module")
def phone(browser: Browser, server: Server) -> Iterator[Page]:
    """One page that goes from address to address, as a visitor does."""
    context = browser.new_context(base_url=server.url, viewport=PHONE, has_touch=True)
    page = context.new_page()
    faults = watch(page, server.url)
    yield page
    context.close()
    assert faults == []


def see(page: Page, address: str, scheme: Scheme) -> None:
    """Have a page before one's eyes as it was when it was opened, by day or by night; open it unless it is there."""
    page.emulate_media(color_scheme=scheme)
    if not page.url.endswith(address):
        page.goto(address)
    wait_until_ready(page)
    page.evaluate(AT_REST)


def wait_until_ready(page: Page) -> None:
    page.wait_for_function("() => document.querySelector('[data-edition]')?.textContent.trim()")
    # The card that keeps a neighbourhood has its button once it knows what keeping takes.
    page.wait_for_function(
        "() => !document.querySelector('[data-pack]:not(details:not([open]) *) [data-main]:disabled')"
    )


@pytest.mark.parametrize(("address", "scheme"), BY_DAY_AND_NIGHT)
def test_axe_and_narrow_screens_find_no_fault(phone: Page, address: str, scheme: Scheme) -> None:
    see(phone, address, scheme)
    sideways = phone.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)")
    assert (violations(phone), sideways, phone.evaluate(COVERED)) == ([], 0, [])


# What changes slowly from day to night is looked at once it has.
AT_REST = """() => {
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish()
  scrollTo(0, 0)
}"""

# Everything one can tap answers at its own middle; the map's pins may stand close (its list does not), and the
# skip link waits above the page until it has focus.
COVERED = """() => {
  const taps = [...document.querySelectorAll("a[href]:not(.skip), button, input, summary, select")]
  const seen = taps.filter((tap) => tap.checkVisibility({ visibilityProperty: true }) && !tap.closest("[data-map]"))
  return seen.filter((tap) => {
    tap.scrollIntoView({ block: "center", behavior: "instant" })
    const { left, top, width, height } = tap.getClientRects()[0] ?? { width: 0 }
    const hit = width ? document.elementFromPoint(left + width / 2, top + height / 2) : tap
    return !(hit && (tap.contains(hit) || hit.contains(tap) || hit.closest("label")?.control === tap))
  }).map((tap) => tap.outerHTML.slice(0, 90))
}"""


@pytest.mark.parametrize(
    "address", ["/fr/flandre-curial/", "/ar/places/bibliotheque-vaclav-havel", "/fr/flandre-curial/map"]
)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(page: Page, address: str) -> None:
    page.goto(address)
    wait_until_ready(page)
    expected = page.evaluate(f"() => ({FOCUSABLE})().length")
    unseen = [page.evaluate(MARK) for _ in takewhile(lambda _: step(page), range(expected))]
    unreached = page.evaluate(
        f"() => ({FOCUSABLE})().filter((one) => !one.dataset.visited).map((one) => one.outerHTML)"
    )
    assert (unreached, [one for one in unseen if one]) == ([], [])


def step(page: Page) -> bool:
    """Go on by one; False past the last one: a map that follows the focus has another number of pins in sight."""
    page.keyboard.press("Tab")
    return bool(page.evaluate("() => document.activeElement !== document.body"))


FOCUSABLE = """() => [...document.querySelectorAll("a[href], button, input, summary, select, [tabindex='0']")].filter(
  (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0
    && !(one.type === "radio" && !one.checked)
)"""

# A card shows the focus of its link around the whole of itself, a pin on its edge.
MARK = """() => {
  const focused = document.activeElement
  focused.dataset.visited = "yes"
  const faces = [[focused], [focused, "::after"], [focused.closest("li, .finder-field, label") ?? focused]]
  const rings = faces.map((one) => getComputedStyle(...one))
  const pin = focused.matches(".map-pin") && getComputedStyle(focused.querySelector("path")).strokeWidth !== "0px"
  return pin || rings.some((ring) => ring.outlineStyle !== "none" || ring.boxShadow !== "none") ? "" : focused.outerHTML
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_map_and_list_say_the_same(page: Page, lang: str) -> None:
    page.goto(f"/{lang}/flandre-curial/map")
    page.wait_for_selector("[data-map][data-ready=true]")
    markers = page.get_attribute("[data-map]", "data-markers")
    assert markers == page.get_attribute("[data-results]", "data-count")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_at_200_percent_still_fits(browser: Browser, server: Server, lang: str) -> None:
    with browser.new_context(base_url=server.url, viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(f"/{lang}/places/bibliotheque-vaclav-havel")
        page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_front_page_does_not_move_when_scripts_come(browser: Browser, server: Server, lang: str) -> None:
    tops = []
    for has_script in (False, True):
        with browser.new_context(base_url=server.url, java_script_enabled=has_script, viewport=PHONE) as context:
            page = context.new_page()
            page.goto(f"/{lang}/", wait_until="networkidle")
            assert page.locator("[data-dismiss]").first.is_visible() == has_script
            tops.append((page.locator(".territories").bounding_box() or {})["y"])
    assert tops[0] == tops[1]


def test_every_place_is_reached_without_script(browser: Browser, server: Server) -> None:
    with browser.new_context(base_url=server.url, java_script_enabled=False, viewport=PHONE) as context:
        page = context.new_page()
        found: set[str] = set()
        lists = ("bel-air-sud/", "porte-de-vanves/", "chapelle-nord/", "flandre-curial/")
        for path in (*lists, "chapelle-nord/page/2", "flandre-curial/page/2"):
            page.goto(f"/fr/{path}")
            places = page.locator("[data-place-id]").all()
            found |= {item.get_attribute("data-place-id") or "" for item in places}
        features = json.loads((ROOT / "data/places.geojson").read_text(encoding="utf-8"))["features"]
        assert found == {f["id"] for f in features if f["properties"]["status"] == "published"}
