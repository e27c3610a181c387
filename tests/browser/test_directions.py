"""The way to a place on foot, as one asks for it on a phone: from the school at once, from elsewhere on a tap."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Geolocation, Page, expect

from app.domain.geometry import Position, metres_between
from app.domain.routing.build import build_graph
from app.domain.routing.codec import decode, encode
from app.domain.routing.profile import Profile as Walker
from app.domain.routing.route import Route, Router
from app.domain.routing.way import FootWay

from .axe import violations
from .conftest import PHONE, watch
from .server import Server

ROOT = Path(__file__).resolve().parents[2]
TERRITORY, SCHOOL = "chapelle-nord", "college-daniel-mayer"
LIBRARY, POOL = "bibliotheque-vaclav-havel", "piscine-hebert"
PLACE = f"/fr/places/{LIBRARY}"
MAP = f"/fr/{TERRITORY}/map"
IN_THE_GARDEN: Geolocation = {"longitude": 2.36468, "latitude": 48.89503, "accuracy": 10}
LYON: Geolocation = {"longitude": 4.8357, "latitude": 45.764, "accuracy": 10}

Profile = Callable[[str], BrowserContext]


@pytest.fixture(scope="module")
def positions() -> dict[str, Position]:
    """Where places are, as the phone knows it."""
    features = json.loads((ROOT / "data/places.geojson").read_text(encoding="utf-8"))["features"]
    return {f["id"]: tuple(round(side, 5) for side in f["geometry"]["coordinates"]) for f in features}


@pytest.fixture(scope="module")
def router(server: Server) -> Router:
    """The router that nobody wrote in JavaScript, on the graph that the phone gets."""
    with urlopen(f"{server.url}/paths/{TERRITORY}.bin") as answer:  # noqa: S310 - our own address
        return Router(decode(answer.read()))


@pytest.fixture
def walker(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Open a phone that stands somewhere, or will not say where."""
    opened: list[tuple[BrowserContext, list[str]]] = []

    def open_phone(**options: Any) -> Page:
        context = browser.new_context(base_url=server.url, viewport=PHONE, locale="fr-FR", **options)
        page = context.new_page()
        opened.append((context, watch(page, server.url)))
        return page

    yield open_phone
    for context, faults in opened:
        context.close()
        assert faults == []


def way(page: Page) -> Any:
    return page.locator("[data-directions]")


def ask(page: Page, address: str = PLACE) -> None:
    """Open a place's page and ask for the way."""
    page.goto(address)
    page.locator("[data-directions] summary").click()
    expect(way(page)).to_have_attribute("data-state", "ready")


def metres(page: Page) -> int:
    return int(way(page).get_attribute("data-metres") or 0)


def steps(page: Page) -> list[str]:
    return [re.sub(r"\s+", " ", step).strip() for step in page.locator("[data-steps] > li").all_inner_texts()]


def route(router: Router, start: Position, end: Position, walker: Walker = Walker.EVERYONE) -> Route:
    found = router.route(start, end, walker)
    assert found is not None
    return found


def test_the_way_from_the_school_is_there_at_once(page: Page, router: Router, positions: dict[str, Position]) -> None:
    ask(page)
    expected = route(router, positions[SCHOOL], positions[LIBRARY])
    assert abs(metres(page) - expected.metres) < 1
    assert 1 <= metres(page) / metres_between(positions[SCHOOL], positions[LIBRARY]) < 1.8
    expect(page.locator(".way-total")).to_contain_text(f"environ {expected.minutes}")
    assert steps(page)[0].startswith("Partez vers") and steps(page)[-1].endswith("Bibliothèque Václav Havel")


def test_steps_name_the_streets_in_the_order_one_walks_them(
    page: Page, router: Router, positions: dict[str, Position]
) -> None:
    ask(page)
    walked = [piece.name for piece in route(router, positions[SCHOOL], positions[LIBRARY]).pieces]
    told = page.locator("[data-steps] > li:not(:last-child) bdi").all_inner_texts()
    assert told and told == [name for name in walked if name in told]


def test_nothing_is_fetched_before_somebody_asks(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PLACE, wait_until="networkidle")
    assert not any(re.search(r"directions\.js|\.bin$|places\.json", url) for url in asked)


def test_a_pushchair_is_chosen_and_kept_in_the_address(page: Page) -> None:
    ask(page)
    page.get_by_role("button", name="Avec une poussette").click()
    expect(way(page)).to_have_attribute("data-profile", "stroller")
    assert "profile=stroller" in page.url and "from=school" in page.url
    page.reload()
    expect(way(page)).to_have_attribute("data-profile", "stroller")
    expect(page.get_by_role("button", name="Avec une poussette")).to_have_attribute("aria-pressed", "true")


def test_one_leaves_from_another_place(page: Page, router: Router, positions: dict[str, Position]) -> None:
    ask(page)
    before = metres(page)
    page.get_by_role("button", name="D’un autre lieu").click()
    page.get_by_label("Lieu de départ").select_option(POOL)
    expect(way(page)).not_to_have_attribute("data-metres", str(before))
    assert abs(metres(page) - route(router, positions[POOL], positions[LIBRARY]).metres) < 1
    assert f"from={POOL}" in page.url


def test_another_language_keeps_the_question(page: Page) -> None:
    ask(page)
    page.get_by_role("button", name="Avec une poussette").click()
    found = metres(page)
    page.get_by_role("link", name="العربية").click()
    expect(way(page)).to_have_attribute("data-state", "ready")
    assert (metres(page), way(page).get_attribute("data-profile")) == (found, "stroller")


def test_closing_takes_the_way_out_of_the_page_and_the_address(page: Page) -> None:
    ask(page)
    expect(page.locator(".map-still .map-way")).to_have_count(1)
    page.locator("[data-directions] summary").click()
    expect(page.locator(".map-way")).to_have_count(0)
    assert page.url.endswith(PLACE)


def test_in_arabic_streets_keep_their_language_and_right_stays_right(page: Page) -> None:
    ask(page, f"/ar/places/{LIBRARY}")
    street = page.locator("[data-steps] bdi").first
    assert [street.get_attribute(name) for name in ("lang", "dir")] == ["fr", "ltr"]
    assert page.locator("[data-steps]").evaluate("list => getComputedStyle(list).direction") == "rtl"
    turns = "steps => steps.map(step => [step.dataset.turn, getComputedStyle(step.firstElementChild).transform])"
    drawn = dict(page.locator("[data-sign=turn]").evaluate_all(turns))
    assert (
        drawn
        and {side: arrow for side, arrow in drawn.items() if side.endswith("left") != arrow.startswith("matrix(-1")}
        == {}
    )


def test_where_one_is_is_asked_on_a_tap_and_stays_here(
    walker: Callable[..., Page], router: Router, positions: dict[str, Position]
) -> None:
    page = walker(permissions=["geolocation"], geolocation=IN_THE_GARDEN)
    ask(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    before = metres(page)
    page.get_by_role("button", name="D’où je suis").click()
    expect(way(page)).not_to_have_attribute("data-metres", str(before))
    here = (IN_THE_GARDEN["longitude"], IN_THE_GARDEN["latitude"])
    assert abs(metres(page) - route(router, here, positions[LIBRARY]).metres) < 1
    # A browser may fetch the icon of a page late; nothing that is sent may tell where one is.
    assert [url for url in sent if "/static/" not in url] == [] and "48.89" not in "".join([page.url, *sent])


def test_a_doubtful_position_is_said_to_be_so(walker: Callable[..., Page]) -> None:
    page = walker(permissions=["geolocation"], geolocation=IN_THE_GARDEN | {"accuracy": 180})
    ask(page)
    page.get_by_role("button", name="D’où je suis").click()
    expect(way(page).locator("[data-note]")).to_contain_text("approximative, à 200 m près")


def test_a_refusal_is_a_sentence_and_takes_nothing_away(walker: Callable[..., Page]) -> None:
    page = walker()
    ask(page)
    told = steps(page)
    page.get_by_role("button", name="D’où je suis").click()
    expect(way(page).locator("[data-note]")).to_contain_text("ne veut pas dire où vous êtes")
    assert steps(page) == told


def test_somebody_far_away_is_told_so(walker: Callable[..., Page]) -> None:
    page = walker(permissions=["geolocation"], geolocation=LYON)
    ask(page)
    page.get_by_role("button", name="D’où je suis").click()
    expect(way(page)).to_have_attribute("data-state", "far")
    expect(way(page).locator("[data-note]")).to_contain_text("loin de ce quartier")
    assert steps(page) == [] and way(page).get_attribute("data-metres") is None


def test_streets_that_cannot_be_had_are_said_and_asked_for_again(browser: Browser, server: Server) -> None:
    with browser.new_context(base_url=server.url, viewport=PHONE, service_workers="block") as context:
        page = context.new_page()
        page.route("**/*.bin", lambda request: request.abort())
        page.goto(PLACE)
        page.locator("[data-directions] summary").click()
        expect(page.locator("[data-missing]")).to_be_visible()
        page.unroute("**/*.bin")
        page.get_by_role("button", name="Réessayer").click()
        expect(way(page)).to_have_attribute("data-state", "ready")
        expect(page.locator("[data-missing]")).to_be_hidden()


def stairs(school: Position, library: Position) -> bytes:
    """A quarter of two streets that only stairs join."""
    low, high = (school[0], (school[1] * 2 + library[1]) / 3), (school[0], (school[1] + library[1] * 2) / 3)
    ways = [
        FootWay((1, 2), (school, low), {"highway": "residential", "name": "Rue Basse"}),
        FootWay((2, 3), (low, high), {"highway": "steps", "incline": "down", "step_count": "12"}),
        FootWay((3, 4), (high, library), {"highway": "residential", "name": "Rue Haute"}),
    ]
    return encode(build_graph(ways, knows_steps=True))


def test_stairs_are_told_and_no_pushchair_is_sent_over_them(
    browser: Browser, server: Server, positions: dict[str, Position]
) -> None:
    graph = stairs(positions[SCHOOL], positions[LIBRARY])
    with browser.new_context(base_url=server.url, viewport=PHONE, service_workers="block") as context:
        page = context.new_page()
        page.route("**/*.bin", lambda request: request.fulfill(body=graph))
        ask(page)
        assert any("les marches, en descendant" in step for step in steps(page))
        expect(page.locator("[data-schematic]")).to_be_hidden()
        page.get_by_role("button", name="Avec une poussette").click()
        expect(way(page)).to_have_attribute("data-state", "none")
        expect(way(page).locator("[data-note]")).to_contain_text("sans marches pour une poussette")


def test_a_plan_that_knows_no_steps_says_so(page: Page) -> None:
    ask(page)
    expect(page.locator("[data-schematic]")).to_contain_text("ne connaît pas les marches")


def test_it_works_with_the_server_gone(server: Server, profile: Profile, tmp_path: Path) -> None:
    lone = server.copy(tmp_path / "served").start()
    page = profile(lone.url).new_page()
    page.goto("/fr/")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    ask(page)
    found = metres(page)
    lone.stop()
    page.goto(f"{PLACE}?from=school&profile=wheelchair")
    expect(way(page)).to_have_attribute("data-state", "ready")
    assert metres(page) == found


def test_a_long_way_leads_to_the_large_map(page: Page) -> None:
    ask(page)
    page.get_by_role("link", name="Voir tout le chemin sur la carte").click()
    expect(page.locator("[data-map]")).to_have_attribute("data-ready", "true")
    expect(way(page)).to_have_attribute("data-state", "ready")
    expect(page.locator("[data-frame] .map-way")).to_be_visible()


def test_the_large_map_shows_the_way_to_a_chosen_place(page: Page) -> None:
    page.goto(MAP)
    expect(page.locator("[data-map]")).to_have_attribute("data-ready", "true")
    page.evaluate(CHOOSE, LIBRARY)
    page.get_by_role("button", name="Y aller à pied").click()
    expect(way(page)).to_have_attribute("data-state", "ready")
    assert f"to={LIBRARY}" in page.url
    expect(page.locator("[data-frame] .map-way-line")).to_be_in_viewport()
    assert page.evaluate("() => document.activeElement.matches('[data-directions] summary')")


@pytest.mark.parametrize("after_ms", [0, 20, 120])
def test_a_way_asked_for_while_the_map_still_zooms_comes_into_sight(page: Page, after_ms: int) -> None:
    """A zoom begins with the next frame only: at once, none has begun yet."""
    page.goto(MAP)
    expect(page.locator("[data-map]")).to_have_attribute("data-ready", "true")
    page.evaluate(f"([id, wait]) => {{ ({CHOOSE})(id); {AFTER}(wait, {SHOW_WAY}) }}", [LIBRARY, after_ms])
    page.wait_for_timeout(700)  # longer than a zoom takes, which is what took the way out of sight
    expect(page.locator("[data-frame] .a-way")).to_be_in_viewport()


SHOW_WAY = """() => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  svg.setAttribute("class", "a-way")
  const box = { west: 2.3560, south: 48.8890, east: 2.3590, north: 48.8910 }
  document.dispatchEvent(new CustomEvent("adeuxpas:way", { detail: { svg, box } }))
}"""
AFTER = "((wait, show) => wait ? setTimeout(show, wait) : show())"
CHOOSE = """id => document.body.dispatchEvent(
  new CustomEvent('adeuxpas:choose', { bubbles: true, detail: { id } }))"""


def test_a_search_and_a_way_share_the_address(page: Page) -> None:
    page.goto(f"{MAP}?to={LIBRARY}&from=school")
    expect(way(page)).to_have_attribute("data-state", "ready")
    page.locator("[data-search] input[name=q]").fill("jardin")
    page.wait_for_url("**q=jardin**")
    assert f"to={LIBRARY}" in page.url and "from=school" in page.url


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_printed_way_is_one_sheet_with_steps_and_code(page: Page, lang: str) -> None:
    ask(page, f"/{lang}/places/college-georges-melies")
    sheet = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="print")
    assert sheet.count(b"/Type /Page\n") == 1
    for part in (".way-total", "[data-sheet]", "[data-steps] > li", ".share .code", ".map-still"):
        expect(page.locator(part).first).to_be_visible()
    for part in ("[data-from]", ".place-rest", ".trust"):
        expect(page.locator(part).first).to_be_hidden()


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [f"places/{LIBRARY}?from={POOL}", f"{TERRITORY}/map?to={LIBRARY}"])
def test_axe_finds_no_fault_in_an_open_way(walker: Callable[..., Page], address: str, lang: str, scheme: str) -> None:
    page = walker(color_scheme=scheme)
    page.goto(f"/{lang}/{address}")
    expect(way(page)).to_have_attribute("data-state", "ready")
    sideways = page.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)")
    assert (violations(page), sideways) == ([], 0)


VOICES = """(voices) => {
  window.said = []
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text } }
  const speak = ({ text }) => said.push(text)
  const synthesis = { getVoices: () => voices, speak, cancel() {}, addEventListener() {} }
  Object.defineProperty(window, "speechSynthesis", { value: synthesis })
}"""


@pytest.mark.parametrize(
    ("voice", "is_offered"),
    [
        ({"lang": "fr-FR", "localService": True}, True),
        ({"lang": "fr-FR", "localService": False}, False),
        ({"lang": "en-GB", "localService": True}, False),
    ],
)
def test_only_a_voice_of_the_phone_in_its_language_reads_the_steps(
    page: Page, voice: dict[str, object], is_offered: bool
) -> None:
    page.add_init_script(f"({VOICES})([{json.dumps(voice)}])")
    ask(page)
    button = page.get_by_role("button", name="Écouter")
    expect(button).to_be_visible(visible=is_offered)
    if is_offered:
        button.click()
        assert len(page.evaluate("said")) == len(steps(page))


def test_the_keyboard_asks_and_the_answer_is_announced(page: Page) -> None:
    page.goto(PLACE)
    page.locator("[data-directions] summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="environ")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.dataset.from") == "school"
