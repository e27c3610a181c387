"""A neighbourhood kept in the phone opens whole with the server gone."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from .axe import violations
from .conftest import opened_profile
from .crawl import LOST, crawl
from .packing import HOME, TERRITORY, card, keep, until
from .server import Server
from .test_outbox import outbox, send

ROOT = Path(__file__).resolve().parents[2]
PLACE = "/fr/places/piscine-hebert"
OTHERS = ("bel-air-sud", "porte-de-vanves", "flandre-curial")


@pytest.fixture(scope="module")
def kept(
    server: Server, playwright: Playwright, chromium: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A phone started anew, the server gone, with the neighbourhood kept in French and Arabic."""
    folder = tmp_path_factory.mktemp("kept")
    lone = server.copy(folder / "served").start()
    phone = (playwright, chromium, folder / "profile", lone.url)
    with opened_profile(*phone) as first:
        keep(first.new_page(), "ar")
    lone.stop()
    with opened_profile(*phone) as context:
        yield context


def is_ours(path: str) -> bool:
    return path.startswith(("/fr/", "/ar/")) and not any(f"/{other}/" in path for other in OTHERS)


def test_every_page_of_a_kept_neighbourhood_opens_with_the_server_gone(offline: Page) -> None:
    found = crawl(offline, HOME, is_ours)
    places = offline.evaluate("async () => (await (await fetch('/fr/chapelle-nord/places.json')).json()).count")
    assert (found.lost, found.missing) == ([], [])
    assert len([path for path in found.headings if path.startswith("/fr/places/")]) == places
    assert len([path for path in found.headings if path.startswith("/ar/places/")]) == places
    assert {"/fr/chapelle-nord/map", "/ar/chapelle-nord/walks/", "/fr/about"} <= found.headings.keys()


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_a_page_of_each_kind_opens_without_a_fault(offline: Page, lang: str) -> None:
    lists = ("", "chapelle-nord/", "chapelle-nord/map", "chapelle-nord/t/culture/", "chapelle-nord/walks/")
    for path in (*lists, "places/piscine-hebert", "walks/autour-de-la-place-hebert", "about", "help"):
        offline.goto(f"/{lang}/{path}")
        assert offline.locator("h1").inner_text() not in LOST


def test_the_way_to_a_place_beyond_the_outline_is_of_the_kept_quarter(offline: Page) -> None:
    offline.goto("/fr/places/pmi-henri-verneuil")
    offline.locator("[data-directions] summary").click()
    expect(offline.locator("[data-directions]")).to_have_attribute("data-state", "ready")


def test_search_filters_and_hours_come_from_the_pack(offline: Page) -> None:
    offline.goto(f"{HOME}?q=piscine+heber")
    expect(offline.locator("[data-list] > li")).to_have_count(1)
    offline.goto(f"{HOME}?free=1")
    expect(offline.locator("[data-chips] button")).to_have_count(1)
    offline.goto("/ar/places/bibliotheque-maurice-genevoix")
    expect(offline.locator("[data-status]").first).to_have_attribute("data-status", re.compile("open|closed"))


def test_the_map_of_a_kept_neighbourhood_moves(offline: Page) -> None:
    offline.goto(f"{HOME}map")
    expect(offline.locator("[data-map]")).to_have_attribute("data-ready", "true")


@pytest.mark.parametrize("mistake", [str, lambda code: code.lower().replace("0", "o").replace("1", "l")])
def test_a_printed_code_never_opened_leads_to_its_page(offline: Page, mistake: Callable[[str], str]) -> None:
    places = json.loads((ROOT / "data/places.geojson").read_text(encoding="utf-8"))["features"]
    code = next(f["properties"]["code"] for f in places if f["id"] == "piscine-hebert")
    offline.goto(f"/{mistake(code)}?utm_source=affiche")
    offline.wait_for_url(f"**{PLACE}")


def test_the_root_leads_to_what_is_kept(offline: Page) -> None:
    offline.goto("/")
    offline.wait_for_url("**/fr/")


def test_a_page_in_another_language_leads_to_the_kept_one(offline: Page) -> None:
    offline.goto("/en/places/piscine-hebert")
    links = offline.locator("[data-same] a")
    expect(links).to_have_text(["Français", "العربية"])
    links.first.click()
    expect(offline.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")


def test_a_page_of_another_neighbourhood_leads_to_the_kept_ones(offline: Page) -> None:
    offline.goto("/fr/bel-air-sud/")
    first = offline.locator("[data-territory]").first
    expect(first).to_have_attribute("data-territory", TERRITORY)
    expect(first).to_contain_text("gardé dans ce téléphone")


def test_the_kept_neighbourhood_comes_first_and_nothing_moves(offline: Page) -> None:
    offline.goto("/ar/")
    first = offline.locator(".territories > li").first
    expect(first).to_have_attribute("data-territory", TERRITORY)
    expect(first.locator(".tile-kept")).to_be_visible()
    shifts = offline.evaluate("""() => new Promise((done) =>
      new PerformanceObserver((seen) => done(seen.getEntries().map(({ value }) => value)))
        .observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => done([]), 500))""")
    assert sum(shifts) < 0.01


def test_paper_has_no_empty_frame_for_a_code_that_is_not_kept(offline: Page) -> None:
    offline.goto(PLACE)
    expect(offline.locator("img.qr")).to_be_visible()
    offline.emulate_media(media="print")
    offline.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(offline.locator("img.qr")).to_be_hidden()
    expect(offline.locator(".share .code")).to_be_visible()


def test_the_age_of_what_is_kept_is_always_said(offline: Page) -> None:
    offline.goto(PLACE)
    expect(offline.locator("offline-banner")).to_contain_text("Données du 18 novembre")
    expect(offline.locator("[data-edition]")).to_contain_text("données du 18 novembre 2026")


def test_the_card_says_offline_that_all_is_ready(offline: Page) -> None:
    offline.goto(HOME)
    until(offline, "ready")
    expect(card(offline)).to_contain_text("Prêt sans réseau ✓")


def test_pages_from_a_pack_are_under_the_policy_of_the_site(offline: Page) -> None:
    answer = offline.goto(PLACE)
    assert answer is not None
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert (answer.headers["content-type"], answer.headers["content-language"]) == ("text/html; charset=utf-8", "fr")


def test_everybody_can_use_the_card_of_what_is_kept(offline: Page) -> None:
    offline.goto(HOME)
    until(offline, "ready")
    card(offline).locator("summary").click()
    assert violations(offline) == []
    card(offline).locator("[data-do=ask]").click()
    expect(card(offline).locator("[data-do=delete]")).to_be_focused()
    assert violations(offline) == []


def test_the_way_to_a_place_is_found(offline: Page) -> None:
    offline.goto("/ar/places/bibliotheque-vaclav-havel")
    offline.locator("[data-directions] summary").click()
    expect(offline.locator("[data-directions]")).to_have_attribute("data-metres", re.compile(r"^\d{3,}"))
    expect(offline.locator("[data-steps] > li")).not_to_have_count(0)


def test_what_is_typed_waits_and_is_counted(offline: Page) -> None:
    offline.goto(PLACE)
    send(offline)
    outbox(offline, 1)
    offline.goto(HOME)
    outbox(offline, 1)
