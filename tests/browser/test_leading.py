"""A walk led from a phone: along its streets, by hand alone, with the server gone, after the page died."""

import json
import random
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect

from app.domain.geometry import Position
from app.domain.routing.codec import decode
from app.domain.routing.route import Router

from ..cast.process import wait_until
from .axe import violations
from .conftest import PHONE, watch
from .packing import card, keep, until
from .server import Server

TERRITORY, WALK = "flandre-curial", "les-quais-en-famille"
PAGE = f"/fr/walks/{WALK}/lead"
METRE = 1 / 111_195
"""In degrees of latitude."""

SIGMA_M = 8
STRIDE_M, STRIDE_MS = 15, 15_000
"""A family walks a metre a second."""

GONE = """
for (const name of ["vibrate", "wakeLock"]) delete Navigator.prototype[name]
for (const name of ["DeviceOrientationEvent", "DeviceMotionEvent", "BarcodeDetector"]) delete globalThis[name]
delete Crypto.prototype.subtle
delete Permissions.prototype.query
"""

HEARD = """
globalThis.heard = 0
globalThis.isFollowing = false
const watch = Geolocation.prototype.watchPosition
Geolocation.prototype.watchPosition = function (hear, ...more) {
  isFollowing = true
  return watch.call(this, (position) => { hear(position); heard++ }, ...more)
}
"""

TIMERS = """
globalThis.asked = []
globalThis.repeated = []
const [once, again, frame] = [setTimeout, setInterval, requestAnimationFrame]
globalThis.setTimeout = (act, ms = 0, ...more) => { asked.push(ms); return once(act, ms, ...more) }
globalThis.setInterval = (act, ms = 0, ...more) => { repeated.push(ms); return again(act, ms, ...more) }
globalThis.requestAnimationFrame = (act) => { asked.push(16); return frame(act) }
"""

Open = Callable[..., Page]


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Open]:
    """Open the page of the walk on a phone whose clock the test moves on."""
    opened: list[tuple[BrowserContext, list[str]]] = []

    def open_phone(address: str = PAGE, script: str = "", **options: Any) -> Page:
        context = browser.new_context(base_url=server.url, viewport=PHONE, locale="fr-FR", has_touch=True, **options)
        context.add_init_script(HEARD + script)
        page = context.new_page()
        opened.append((context, watch(page, server.url)))
        page.clock.install()
        return reach(page, address)

    yield open_phone
    for context, faults in opened:
        context.close()
        assert faults == []


@pytest.fixture(scope="module")
def router(server: Server) -> Router:
    with urlopen(f"{server.url}/paths/{TERRITORY}.bin") as answer:  # noqa: S310 - our own address
        return Router(decode(answer.read()))


def reach(page: Page, address: str = PAGE) -> Page:
    page.goto(address)
    expect(page.locator("[data-begin]")).to_be_visible()
    return page


def press(page: Page, action: str) -> None:
    page.locator(f"[data-do={action}]").click()


def set_out(page: Page, action: str = "start") -> None:
    press(page, action)
    expect(page.locator("[data-on]")).to_be_visible()


def stops(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(page.locator("[data-walk]").text_content() or "")["stops"]
    return found


def progress(page: Page) -> str:
    return page.locator("[data-led-progress]").inner_text()


def stand(page: Page, at: Position, accuracy: float = 1.5 * SIGMA_M) -> None:
    """Be somewhere; a page that follows has heard of it then."""
    before = page.evaluate("heard")
    page.context.set_geolocation({"longitude": at[0], "latitude": at[1], "accuracy": accuracy})
    wait_until(lambda: not page.evaluate("isFollowing") or page.evaluate("heard") > before, 20)


def moved(at: Position, east_m: float, north_m: float) -> Position:
    return at[0] + east_m * METRE * 1.521, at[1] + north_m * METRE


def shaken(at: Position, dice: random.Random) -> Position:
    return moved(at, dice.gauss(0, SIGMA_M), dice.gauss(0, SIGMA_M))


def strides(line: list[Position]) -> Iterator[Position]:
    """Yield a point of the line every few metres."""
    for (lon, lat), (to_lon, to_lat) in pairwise(line):
        metres = (((to_lon - lon) / 1.521) ** 2 + (to_lat - lat) ** 2) ** 0.5 / METRE
        count = max(1, round(metres / STRIDE_M))
        for n in range(1, count + 1):
            yield lon + (to_lon - lon) * n / count, lat + (to_lat - lat) * n / count


def leg(router: Router, start: Position, end: Position) -> list[Position]:
    route = router.route(start, end)
    assert route is not None
    return [start, *(point for piece in route.pieces for point in piece.line), end]


def test_a_whole_walk_is_led_with_the_phone_proposing_each_arrival(phone: Open, router: Router) -> None:
    page, dice = phone(permissions=["geolocation"]), random.Random(8)  # noqa: S311 - noise, not a secret
    where = [tuple(stop["at"]) for stop in stops(page)]
    stand(page, where[0])
    set_out(page)
    expect(page.locator("[data-fix]")).to_contain_text("près")
    for number, at in enumerate(where, 1):
        line = leg(router, where[number - 2], at) if number > 1 else [at, at]
        for point in strides(line):
            stand(page, shaken(point, dice))
            page.clock.run_for(STRIDE_MS)
            assert progress(page) == f"Étape {number} sur {len(where)}"
            lead = page.locator("[data-lead]")
            marks = [lead.get_attribute(f"data-{name}") for name in ("stop", "gps", "offroute")]
            assert marks == [str(number), "ok", "false"]
        stand(page, shaken(at, dice))
        page.clock.run_for(STRIDE_MS + 5000)
        expect(page.locator("[data-signal][data-tone=good]")).to_contain_text(re.compile("être arrivés|juste à côté"))
        press(page, "here")
    expect(page.locator("[data-led-progress]")).to_have_text("Toutes les étapes sont faites")


def test_who_leaves_the_way_is_told_within_60_metres(phone: Open, router: Router) -> None:
    page = phone(permissions=["geolocation"])
    start, end = (tuple(stop["at"]) for stop in stops(page)[3:5])
    stand(page, start)
    set_out(page)
    for _ in range(4):
        press(page, "here")
    expect(page.locator("[data-steps] > li").first).to_be_visible()
    line = list(strides(leg(router, start, end)))
    for point in line[: len(line) // 2]:
        stand(page, point)
        page.clock.run_for(STRIDE_MS)
    corner, ahead = line[len(line) // 2 : len(line) // 2 + 2]
    east, north = ((ahead[0] - corner[0]) / 1.521, ahead[1] - corner[1])
    along = (east**2 + north**2) ** 0.5
    for metres in range(0, 61, 4):
        stand(page, moved(corner, metres * north / along, -metres * east / along))
        page.clock.run_for(4000)
    expect(page.locator("[data-signal]")).to_have_attribute("data-tone", "warn")
    expect(page.locator("[data-signal]")).to_contain_text("sortis du chemin")
    expect(page.locator("[data-lead]")).to_have_attribute("data-offroute", "true")


def test_a_page_killed_at_stop_three_is_taken_up_there_with_its_counts(phone: Open) -> None:
    page = phone(permissions=["geolocation"])
    set_out(page)
    for _ in range(3):
        press(page, "here")
    page.locator("[data-people] summary").click()
    for _ in range(2):
        page.locator("[data-sort=children] [data-step='1']").click()
    page.locator("[data-enter]").click()
    expect(page.locator("[data-counts] > li")).to_have_count(1)
    again = page.context.new_page()
    page.close(run_before_unload=False)
    reach(again)
    expect(again.locator("[data-resume]")).to_contain_text("Étape 4 sur 6")
    set_out(again)
    expect(again.locator("[data-led-progress]")).to_have_text("Étape 4 sur 6")
    expect(again.locator("[data-people-now]")).to_have_text("2 enfants")
    expect(again.locator("[data-sort=adults] small")).to_have_text("pas compté")


def test_a_walk_that_is_begun_says_nothing_of_another(phone: Open) -> None:
    page = phone()
    expect(page.locator("[data-when=new]").first).to_be_visible()
    for when in ("old", "changed"):
        assert [each.is_visible() for each in page.locator(f"[data-when={when}]").all()].count(True) == 0


def test_without_permission_the_list_and_the_button_lead(phone: Open) -> None:
    page = phone()
    set_out(page)
    expect(page.locator("[data-fix]")).to_contain_text("la liste et le bouton suffisent")
    press(page, "here")
    press(page, "skip")
    expect(page.locator("[data-led-progress]")).to_have_text("Étape 3 sur 6")
    press(page, "undo")
    expect(page.locator("[data-led-progress]")).to_have_text("Étape 2 sur 6")
    press(page, "back")
    expect(page.locator("[data-led-progress]")).to_have_text("Étape 1 sur 6")


def test_the_position_is_asked_for_on_the_tap_and_not_before(phone: Open) -> None:
    page = phone()
    assert not page.evaluate("isFollowing")
    set_out(page, "start-unlocated")
    press(page, "here")
    assert not page.evaluate("isFollowing")
    expect(page.locator("[data-fix]")).to_contain_text("sans position")


def test_all_works_in_a_browser_that_lacks_what_some_lack(phone: Open) -> None:
    page = phone(script=GONE, permissions=["geolocation"])
    stand(page, tuple(stops(page)[0]["at"]))
    set_out(page)
    expect(page.locator("[data-awake]")).to_have_text("L’écran peut s’éteindre")
    expect(page.locator("[data-fix]")).to_contain_text("près")
    # A clock that leaps would cut short what is still on its way.
    page.wait_for_load_state("networkidle")
    page.clock.run_for(20_000)
    expect(page.locator("[data-signal]")).to_contain_text("arrivés")
    press(page, "here")
    expect(page.locator("[data-steps] bdi").first).to_be_visible()


def test_a_poor_position_is_said_and_decides_nothing(phone: Open) -> None:
    page = phone(permissions=["geolocation"])
    expect(page.locator("[data-lead]")).to_have_attribute("data-gps", "off")
    stand(page, tuple(stops(page)[0]["at"]), accuracy=200)
    set_out(page)
    expect(page.locator("[data-lead]")).to_have_attribute("data-gps", "poor")
    expect(page.locator("[data-fix]")).to_contain_text("incertaine, à 200 m près")
    page.clock.run_for(60_000)
    expect(page.locator("[data-signal]")).to_be_hidden()


def test_the_screen_that_goes_off_is_said(phone: Open) -> None:
    page = phone(
        script="""
        const lock = Object.assign(new EventTarget(), {release: async () => {}})
        globalThis.lose = () => lock.dispatchEvent(new Event("release"))
        Object.defineProperty(Navigator.prototype, "wakeLock", {value: {request: async () => lock}})
        """
    )
    set_out(page, "start-unlocated")
    expect(page.locator("[data-awake]")).to_have_text("Écran allumé")
    page.evaluate("lose()")
    expect(page.locator("[data-awake]")).to_have_attribute("data-tone", "warn")
    press(page, "here")
    expect(page.locator("[data-awake]")).to_have_text("Écran allumé")


def test_two_pages_lead_one_walk(phone: Open) -> None:
    page = phone()
    set_out(page, "start-unlocated")
    press(page, "here")
    other = reach(page.context.new_page())
    set_out(other, "start-unlocated")
    for each in (page, other):
        expect(each.locator("[data-elsewhere]")).to_contain_text("autre onglet")
    press(other, "here")
    expect(page.locator("[data-led-progress]")).to_have_text("Étape 3 sur 6")


def test_a_page_that_stands_still_has_no_haste(page: Page) -> None:
    """While nothing is new, nothing is asked for within a second, and nothing is laid out."""
    page.add_init_script(TIMERS)
    set_out(reach(page), "start-unlocated")
    press(page, "here")
    expect(page.locator("[data-notes]")).to_be_visible()
    page.wait_for_timeout(2_500)
    left_ms = page.evaluate("60_000 - Date.now() % 60_000")
    if left_ms < 9_000:  # a new minute is something new: what is early or late is told again
        page.wait_for_timeout(left_ms + 2_500)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")
    page.evaluate("asked.length = 0")
    before = layouts(devtools)
    page.wait_for_timeout(6_000)
    assert layouts(devtools) == before
    assert [each for each in page.evaluate("[...asked, ...repeated]") if each < 1000] == []


def layouts(devtools: CDPSession) -> float:
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return next(float(each["value"]) for each in metrics if each["name"] == "LayoutCount")


def test_rain_leaves_out_its_stops_and_an_undo_brings_them_back(phone: Open) -> None:
    page = phone()
    set_out(page, "start-unlocated")
    press(page, "here")
    page.locator("[data-shorten] summary").click()
    page.locator("[data-variant=pluie]").click()
    standings = [each.get_attribute("data-standing") for each in page.locator("[data-led-stops] > li").all()]
    assert standings == ["here", "skipped", "next", "skipped", "ahead", "ahead"]
    press(page, "undo")
    expect(page.locator("[data-led-progress]")).to_have_text("Étape 2 sur 6")


def test_a_door_shut_on_arrival_is_told_while_there_is_time(phone: Open) -> None:
    page = phone(timezone_id="Europe/Paris")
    page.clock.set_fixed_time("2026-11-18T16:30:00Z")
    set_out(reach(page), "start-unlocated")
    told = page.locator("[data-closings] > li")
    expect(told).to_contain_text(re.compile("janvier 2026.*ferme à 18.h, avant votre arrivée"))
    told.locator("button").click()
    expect(told).to_have_count(0)
    assert page.locator("[data-led-stops] > li").last.get_attribute("data-standing") == "skipped"


def test_a_count_that_differs_is_said_against_the_one_before(phone: Open) -> None:
    page = phone()
    set_out(page, "start-unlocated")
    page.locator("[data-people] summary").click()
    more = page.locator("[data-sort=children] [data-step='1']")
    for _ in range(3):
        more.click()
    page.locator("[data-enter]").click()
    page.locator("[data-people-do=join]").click()
    more.click()
    page.locator("[data-enter]").click()
    expect(page.locator("[data-people-now]")).to_have_text("4 enfants")
    more.click()
    page.locator("[data-sort=children] [data-step='-1']").click()
    page.locator("[data-enter]").click()
    expect(page.locator("[data-differs]")).to_contain_text("Enfants : 3 au lieu de 4")


def test_help_is_one_tap_away_with_what_to_tell(phone: Open) -> None:
    page = phone(permissions=["geolocation"])
    stand(page, tuple(stops(page)[0]["at"]))
    set_out(page)
    expect(page.locator("[data-fix]")).to_contain_text("près")
    press(page, "safety")
    links = page.locator("[data-safety] a")
    called = [link.get_attribute("href") for link in links.all()]
    assert called == ["tel:112", "tel:15", "tel:18", "tel:17", "sms:114", "tel:119"]
    expect(page.locator("[data-own-position]")).to_contain_text("latitude 48.8")
    expect(page.locator("[data-nearest]")).to_contain_text("167 rue de Crimée")
    expect(page.locator("[data-shelter]")).to_contain_text("Espace 19 Numérique, 167 rue de Crimée")


@pytest.mark.parametrize(("lang", "scheme"), [("fr", "light"), ("en", "dark"), ("ar", "dark")])
def test_everybody_can_use_it(phone: Open, lang: str, scheme: str) -> None:
    page = phone(f"/{lang}/walks/{WALK}/lead", color_scheme=scheme)
    assert violations(page) == []
    set_out(page)
    press(page, "here")
    expect(page.locator("[data-steps] > li").first).to_be_visible()
    for summary in page.locator("[data-on] > details > summary").all():
        if summary.locator("xpath=..").get_attribute("open") is None:
            summary.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    press(page, "family")
    page.locator("button[data-family=ar]").click()
    expect(page.locator("[data-family-words] > p").first).to_be_visible()
    assert violations(page) == []
    page.locator("[data-shut]").click()
    press(page, "end")
    expect(page.locator("[data-debrief]")).to_be_visible()
    assert violations(page) == []


def test_a_kept_walk_is_led_with_the_server_gone(lone: Server, profile: Callable[[str], BrowserContext]) -> None:
    page = profile(lone.url).new_page()
    keep(page, home=f"/fr/{TERRITORY}/")
    expect(card(page)).to_be_visible()
    until(page, "ready")
    lone.stop()
    reach(page)
    set_out(page)
    press(page, "here")
    expect(page.locator("[data-steps] bdi").first).to_be_visible()
    page.locator("[data-comfort-part] summary").click()
    expect(page.locator("[data-comfort-list] > li").first).to_be_visible()
    reach(page)
    expect(page.locator("[data-resume]")).to_contain_text("Étape 2 sur 6")
