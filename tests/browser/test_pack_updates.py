"""A kept neighbourhood follows its editions, for few bytes, when a person says so."""

from datetime import timedelta
from pathlib import Path
from threading import Lock

from playwright.sync_api import Page, expect

from .chromium import HELD_BACK
from .one_quarter import server
from .packing import HOME, card, keep, open_home, press, until
from .proxy import Proxy
from .server import Server
from .test_offline import publish_change, read

__all__ = ["server"]

PLACE = "/fr/places/piscine-hebert"
MOST_BYTES = 10_000


def test_an_update_after_one_edit_costs_little_and_is_what_opens(
    phone: Page, wire: Proxy, lone: Server, tmp_path: Path
) -> None:
    read(phone, PLACE)
    keep(phone)
    publish_change(lone, tmp_path)
    wire.mend()
    open_home(phone)
    until(phone, "stale")
    expect(card(phone)).to_contain_text("Une édition plus récente existe")
    press(phone)
    until(phone, "ready")
    assert 0 < wire.bytes_of("/packs/chapelle-nord/") <= MOST_BYTES
    wire.stop()
    # The copy seen before the update does not hide it.
    phone.goto(PLACE)
    expect(phone.locator("main")).to_contain_text("Nager beaucoup")


@HELD_BACK
def test_a_pack_of_two_editions_ago_still_opens(phone: Page, wire: Proxy, lone: Server, tmp_path: Path) -> None:
    keep(phone)
    for words in ("Nager souvent", "Nager longtemps"):
        publish_change(lone, tmp_path, words)
        phone.goto("/fr/about")
        with phone.expect_navigation():
            phone.locator("update-offer").get_by_role("button").click(timeout=30_000)
    wire.stop()
    phone.goto(PLACE)
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")
    expect(phone.locator("main")).not_to_contain_text("Nager longtemps")
    phone.goto(HOME)
    until(phone, "ready")


def test_an_edition_that_changes_in_mid_download_is_followed(
    phone: Page, wire: Proxy, lone: Server, tmp_path: Path
) -> None:
    open_home(phone)
    before, once = lone.edition, Lock()

    def publish(path: str, body: bytes) -> bytes:
        with once:
            if lone.edition == before and path.endswith(".gz"):
                publish_change(lone, tmp_path)
        return body

    wire.bend = publish
    press(phone)
    until(phone, "ready")
    assert edition_kept(phone) == lone.edition > before


def test_a_pack_kept_while_the_clock_of_the_server_was_ahead_is_updated(
    phone: Page, wire: Proxy, lone: Server, tmp_path: Path
) -> None:
    wire.ahead = timedelta(days=2)
    keep(phone)
    wire.ahead = timedelta()
    publish_change(lone, tmp_path)
    open_home(phone)
    until(phone, "stale")
    # What was read since is newer than the pack, whatever the dates say.
    read(phone, PLACE)
    wire.stop()
    phone.goto(PLACE)
    expect(phone.locator("main")).to_contain_text("Nager beaucoup")


def edition_kept(page: Page) -> int:
    number: int = page.evaluate(
        "async () => (await (await caches.match('/_pack/chapelle-nord/current')).json()).manifest.edition.number"
    )
    return number
