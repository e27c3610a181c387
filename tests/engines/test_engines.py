"""Firefox and WebKit read, search and keep a neighbourhood, and open it with the server gone."""

import pytest

from ..browser.server import Server
from .conftest import Opener
from .drivers import Browser

LIST = "fr/chapelle-nord/"
WAIT = """
const until = async (look) => {
  for (const end = Date.now() + 45000; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
    const found = await look()
    if (found) return found
  }
  throw new Error(`never: ${look}`)
}
const text = (selector) => document.querySelector(selector)?.textContent ?? ""
const card = () => document.querySelector("[data-pack]")
"""
KEEP = """
await until(() => card().dataset.total > 0)
if (!card().querySelector("[value=ar]").checked) card().querySelector("[value=ar]").click()
await until(() => !card().querySelector("[data-main]").disabled)
card().querySelector("[data-main]").click()
return until(() => ["ready", "failed"].includes(card().dataset.state) && card().dataset.state)
"""
PAGES = {
    "fr/": "h1",
    LIST: "[data-list] > li",
    "ar/chapelle-nord/": "[data-list] > li",
    "fr/places/piscine-hebert": "h1",
    "ar/places/piscine-hebert": "h1",
    "fr/chapelle-nord/t/culture/": "[data-list] > li",
}


def ask(browser: Browser, script: str) -> object:
    """Run a script that may wait `until` something."""
    return browser.run(WAIT + script)


def keep(browser: Browser, server: Server) -> None:
    browser.open(f"{server.url}/{LIST}")
    assert ask(browser, KEEP) == "ready"


def read_all(browser: Browser, server: Server) -> None:
    """With the server gone: pages in both languages, a search, the map, a printed code."""
    for path, selector in PAGES.items():
        browser.open(f"{server.url}/{path}")
        assert ask(browser, f"return until(() => text('{selector}'))"), path
    browser.open(f"{server.url}/{LIST}?q=piscine+heber")
    assert ask(browser, "return until(() => text('[data-list] > li a').includes('Piscine Hébert'))")
    browser.open(f"{server.url}/{LIST}map")
    assert ask(browser, "return until(() => document.querySelector('[data-map][data-ground=tiles]')?.dataset.markers)")
    codes = "Object.entries(await (await fetch('/codes.json')).json())"
    code = ask(browser, f"return {codes}.find(([, {{ id }}]) => id === 'piscine-hebert')[0]")
    browser.open(f"{server.url}/{str(code).lower()}")
    assert ask(browser, "return until(() => text('h1').includes('Piscine Hébert'))")


def test_a_quarter_is_read_and_searched(engine: Opener, lone: Server) -> None:
    with engine() as browser:
        browser.open(f"{lone.url}/{LIST}?q=piscine+heber")
        assert ask(browser, "return until(() => text('[data-list] > li a').includes('Piscine Hébert'))")
        browser.open(f"{lone.url}/{LIST}map")
        assert ask(
            browser, "return until(() => document.querySelector('[data-map][data-ready=true]')?.dataset.markers)"
        )


def test_a_kept_quarter_opens_with_the_server_gone(engine: Opener, lone: Server) -> None:
    with engine() as browser:
        keep(browser, lone)
        lone.stop()
        read_all(browser, lone)


def test_it_opens_after_a_cold_start_too(engine: Opener, lone: Server) -> None:
    with engine() as browser:
        if browser.forgets:
            pytest.skip("it keeps no profile while it is driven")
        keep(browser, lone)
    lone.stop()
    with engine() as browser:
        read_all(browser, lone)
