"""What tests do with the card of a pack, as a person would, and what they look at in the phone."""

from playwright.sync_api import CDPSession, Locator, Page, expect

from .test_offline import wait_until

TERRITORY = "chapelle-nord"
HOME = f"/fr/{TERRITORY}/"
PATIENCE_MS = 30_000


def card(page: Page) -> Locator:
    return page.locator("[data-pack]")


def until(page: Page, state: str, reason: str = "") -> None:
    """Wait until the card says how things stand."""
    expect(card(page)).to_have_attribute("data-state", state, timeout=PATIENCE_MS)
    expect(card(page)).to_have_attribute("data-reason", reason, timeout=PATIENCE_MS)


def open_home(page: Page, home: str = HOME) -> None:
    """Open the page of the neighbourhood, and wait until the card knows what the server has."""
    page.goto(home)
    expect(card(page)).not_to_have_attribute("data-total", "0", timeout=PATIENCE_MS)


def choose(page: Page, *languages: str) -> None:
    """Choose French, these languages and no others."""
    for box in card(page).locator("input[name=keep]").all():
        if box.is_checked() != (box.get_attribute("value") in ("fr", *languages)):
            box.locator("xpath=..").click()


def press(page: Page) -> None:
    """Press what the card offers."""
    card(page).locator("[data-main]").click()


def keep(page: Page, *languages: str, home: str = HOME) -> None:
    """Keep the neighbourhood in French and other languages."""
    open_home(page, home)
    choose(page, *languages)
    press(page)
    until(page, "ready")


def until_kept(page: Page, *languages: str) -> None:
    """Wait until these languages are kept and no others."""
    current = "await (await caches.match('/_pack/chapelle-nord/current'))?.json()"
    wait_until(page, f"(async () => ({current})?.languages.sort().join() === '{','.join(sorted(languages))}')()")
    until(page, "ready")


def act(page: Page, what: str) -> None:
    """Press a button of what the card manages."""
    button = card(page).locator(f"[data-do={what}]")
    if not button.is_visible():
        card(page).locator("summary").click()
    button.click()


def kept(page: Page) -> dict[str, list[str]]:
    """The addresses that each part of the pack answers for, by its SHA-256."""
    contents: dict[str, list[str]] = page.evaluate(
        "async () => (await (await caches.match('/_pack/chapelle-nord/current')).json()).contents"
    )
    return contents


def change_stored_byte(page: Page, sha: str) -> None:
    """Damage a part where it lies."""
    page.evaluate(
        """async (sha) => {
          const cache = await caches.open("adeuxpas / pack chapelle-nord")
          const bytes = new Uint8Array(await (await cache.match("/_pack/chapelle-nord/" + sha)).arrayBuffer())
          bytes[bytes.length >> 1] ^= 1
          await cache.put("/_pack/chapelle-nord/" + sha, new Response(bytes))
        }""",
        sha,
    )


def forget_stored(page: Page, sha: str) -> None:
    """Throw a part away, as a browser may."""
    page.evaluate(
        "async (sha) => (await caches.open('adeuxpas / pack chapelle-nord')).delete('/_pack/chapelle-nord/' + sha)", sha
    )


def developer(page: Page) -> CDPSession:
    """What only the browser's developer tools can do."""
    return page.context.new_cdp_session(page)
