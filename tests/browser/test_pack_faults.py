"""What may go wrong with a pack ends in one clear sentence and one button; what was kept goes on working."""

import gzip
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .packing import (
    HOME,
    PATIENCE_MS,
    act,
    card,
    change_stored_byte,
    choose,
    developer,
    forget_stored,
    keep,
    kept,
    open_home,
    press,
    until,
    until_kept,
)
from .proxy import Proxy
from .server import Server
from .test_offline import wait_until

PLACE = "/fr/places/piscine-hebert"


@pytest.fixture
def wire(server: Server) -> Iterator[Proxy]:
    """A wire to the server, which itself nobody stops."""
    proxy = Proxy(server.port).start()
    yield proxy
    proxy.stop()


def whole(page: Page) -> int:
    """The bytes that keeping takes, as the card says before it starts."""
    return int(card(page).get_attribute("data-total") or 0)


def is_good(page: Page) -> bool:
    """Tell whether the page of a place never opened comes out of the pack."""
    page.goto(PLACE)
    return "Piscine Hébert" in page.locator("h1").inner_text()


@pytest.mark.parametrize("share", [0.15, 0.5, 0.9])
def test_a_download_that_breaks_off_goes_on_with_what_is_missing(phone: Page, wire: Proxy, share: float) -> None:
    open_home(phone)
    total = whole(phone)
    wire.cut_after = int(total * share)
    press(phone)
    until(phone, "failed", "network")
    missing = whole(phone)
    assert missing < total or share < 0.2
    wire.mend()
    press(phone)
    until(phone, "ready")
    assert wire.bytes_of("/packs/chapelle-nord/") + wire.bytes_of("/maps/") == missing


def test_a_download_goes_on_in_a_tab_opened_later(phone: Page, wire: Proxy) -> None:
    open_home(phone)
    total = whole(phone)
    wire.hang_after = total // 2
    press(phone)
    expect(card(phone)).not_to_have_attribute("data-bytes", "0")
    context = phone.context
    later = context.new_page()
    phone.close()
    wire.mend()
    open_home(later)
    until(later, "failed", "unfinished")
    expect(card(later)).to_contain_text("s’est arrêté en chemin")
    press(later)
    until(later, "ready")
    assert wire.bytes_of(".gz") < total


def test_a_server_that_falls_silent_is_given_up(phone: Page, wire: Proxy) -> None:
    phone.clock.install()
    open_home(phone)
    wire.hang_after = whole(phone) // 2
    press(phone)
    expect(card(phone)).not_to_have_attribute("data-bytes", "0")
    while card(phone).get_attribute("data-state") == "downloading":
        phone.clock.run_for(1000)
    until(phone, "failed", "network")
    expect(card(phone)).to_contain_text("Le réseau ne répond pas")
    wire.mend()
    press(phone)
    until(phone, "ready")


def flipped(path: str, body: bytes) -> bytes:
    """Change one byte of each part on its way."""
    middle = len(body) // 2
    return body if path.endswith(".json") else body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]


def test_a_part_changed_on_its_way_is_never_kept(phone: Page, wire: Proxy) -> None:
    open_home(phone)
    wire.bend = flipped
    press(phone)
    until(phone, "failed", "garbled")
    assert card(phone).get_attribute("data-total") != "0"
    wire.mend()
    press(phone)
    until(phone, "ready")


def test_a_host_that_unpacks_by_itself_is_coped_with(phone: Page, wire: Proxy) -> None:
    open_home(phone)
    wire.told = b"Content-Encoding: gzip"
    wire.bend = lambda path, body: body if path.endswith(".gz") else gzip.compress(body)
    press(phone)
    until(phone, "ready")
    wire.stop()
    assert is_good(phone)


def test_a_kept_part_that_changed_is_said_and_mended(phone: Page, wire: Proxy) -> None:
    keep(phone)
    sha = part_of(phone, "fr/places/piscine-hebert")
    change_stored_byte(phone, sha)
    wire.mend()
    phone.evaluate(NOTE_WORDS)
    act(phone, "check")
    phone.wait_for_function("() => said.some((words) => words.includes('abîmé'))")
    expect(card(phone)).to_have_attribute("data-state", re.compile("failed|ready"))
    phone.evaluate(PRESS_IF_FAILED)
    until(phone, "ready")
    assert set(wire.counted) <= {"/packs/chapelle-nord.json", f"/packs/chapelle-nord/{sha[:20]}.gz"}


# The page may mend it by itself at any moment: looked at and pressed at once.
PRESS_IF_FAILED = """() => {
  const card = document.querySelector("[data-pack]")
  if (card.dataset.state === "failed") card.querySelector("[data-main]").click()
}"""

NOTE_WORDS = """() => {
  globalThis.said = []
  const line = document.querySelector("[data-pack] [data-line]")
  new MutationObserver(() => said.push(line.textContent)).observe(line, { childList: true })
}"""


def part_of(page: Page, path: str) -> str:
    return next(sha for sha, paths in kept(page).items() if path in paths)


def test_a_page_whose_part_is_damaged_gives_help_and_tells(phone: Page, wire: Proxy) -> None:
    keep(phone)
    change_stored_byte(phone, part_of(phone, "fr/places/piscine-hebert"))
    wire.stop()
    phone.goto(PLACE)
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Pas de réseau")
    phone.goto(HOME)
    until(phone, "failed", "damaged")


def test_a_part_thrown_away_is_fetched_again_by_itself(phone: Page, wire: Proxy) -> None:
    keep(phone)
    sha = part_of(phone, "fr/places/piscine-hebert")
    wire.mend()
    forget_stored(phone, sha)
    phone.goto("/fr/about")
    wait_until(phone, f"caches.match('/_pack/chapelle-nord/{sha}')")
    # Nothing else goes over the wire; the browser may even have this one at hand.
    assert {path for path in wire.counted if path.endswith(".gz")} <= {f"/packs/chapelle-nord/{sha[:20]}.gz"}


def test_a_pack_thrown_away_whole_is_said_and_fetched_again(phone: Page, wire: Proxy) -> None:
    keep(phone, "ar")
    forget_caches(phone, wire)
    wire.cut_after = 0
    phone.goto(HOME)
    expect(card(phone)).to_have_attribute("data-state", "failed", timeout=30_000)
    wire.mend()
    phone.goto(HOME)
    until(phone, "ready")
    assert any(path.startswith("ar/") for paths in kept(phone).values() for path in paths)


def forget_caches(page: Page, wire: Proxy) -> None:
    """Let the browser evict everything but the worker and what the page remembers."""
    developer(page).send("Storage.clearDataForOrigin", {"origin": wire.url, "storageTypes": "cache_storage"})


def test_a_full_phone_keeps_what_it_had(phone: Page, wire: Proxy) -> None:
    keep(phone)
    tools = developer(phone)
    used = phone.evaluate("async () => (await navigator.storage.estimate()).usage")
    tools.send("Storage.overrideQuotaForOrigin", {"origin": wire.url, "quotaSize": used + 5000})
    open_home(phone)
    card(phone).locator("summary").click()
    choose(phone, "ar")
    press(phone)
    until(phone, "failed", "full")
    expect(card(phone)).to_contain_text("Ce qui était gardé marche toujours")
    tools.send("Storage.overrideQuotaForOrigin", {"origin": wire.url})
    wire.stop()
    assert is_good(phone)


def test_two_tabs_say_the_same(phone: Page, wire: Proxy) -> None:
    open_home(phone)
    other = phone.context.new_page()
    open_home(other)
    wire.hang_after = whole(phone) // 2
    press(phone)
    expect(card(other)).to_have_attribute("data-state", "downloading")
    # Nothing is unfinished of a download that was stopped before it knew what to fetch.
    expect(card(other)).not_to_have_attribute("data-bytes", "0", timeout=PATIENCE_MS)
    expect(card(other).locator("[data-stop]")).to_be_hidden()
    card(phone).locator("[data-stop]").click()
    until(other, "failed", "unfinished")
    wire.mend()
    press(other)
    until(phone, "ready")


def test_an_address_that_is_not_secure_says_so(server: Server, playwright, chromium: str) -> None:  # type: ignore[no-untyped-def]
    rule = "--host-resolver-rules=MAP quartier.example 127.0.0.1"
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", rule])
    page = browser.new_page(base_url=f"http://quartier.example:{server.port}")
    page.goto(HOME)
    expect(card(page)).to_have_attribute("data-state", "unavailable")
    expect(card(page)).to_contain_text("https")
    expect(card(page).locator("[data-main]")).to_be_hidden()
    browser.close()


def test_a_phone_set_back_a_year_keeps_the_newest_all_the_same(phone: Page, wire: Proxy) -> None:
    phone.clock.set_fixed_time("2025-11-18T10:00:00")
    phone.goto(PLACE)
    keep(phone)
    wire.stop()
    phone.goto(PLACE)
    expect(phone.locator("[data-edition]")).to_contain_text("données du 18 novembre 2026")


def test_the_card_forgets_after_asking(phone: Page) -> None:
    keep(phone)
    act(phone, "ask")
    act(phone, "cancel")
    act(phone, "ask")
    act(phone, "delete")
    until(phone, "none")
    assert phone.evaluate("async () => (await caches.keys()).filter((name) => name.includes('pack'))") == []


def test_two_neighbourhoods_are_kept_side_by_side(phone: Page, wire: Proxy) -> None:
    other = "/fr/flandre-curial/"
    keep(phone)
    keep(phone, "ar", home=other)
    wire.stop()
    for path in ("/fr/chapelle-nord/map", PLACE, f"{other}map", "/ar/flandre-curial/"):
        phone.goto(path)
        expect(phone.locator("[data-edition]")).to_contain_text("18")
        expect(phone.locator("h1")).not_to_contain_text("Pas de réseau")
    phone.goto("/fr/chapelle-nord/")
    act(phone, "ask")
    act(phone, "delete")
    phone.goto(other)
    until(phone, "ready")
    expect(phone.locator("[data-list] > li").first).to_be_visible()


def test_a_language_more_costs_itself_and_a_language_less_frees_it(phone: Page, wire: Proxy) -> None:
    keep(phone, "ar")
    card(phone).locator("summary").click()
    choose(phone, "en")
    more = whole(phone)
    wire.mend()
    press(phone)
    until_kept(phone, "fr", "en")
    languages = {path.split("/")[0] for paths in kept(phone).values() for path in paths if "/places/" in path}
    assert languages == {"fr", "en"}
    assert wire.bytes_of(".gz") < more


def test_a_server_that_hangs_is_answered_for_by_the_pack(phone: Page, wire: Proxy) -> None:
    keep(phone)
    wire.only, wire.hang_after = ("/",), 0
    assert is_good(phone)
