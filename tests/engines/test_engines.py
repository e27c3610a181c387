"""Firefox and WebKit read, search, keep what they read, and open it with the server gone."""

from ..browser.server import Server
from .conftest import Opener
from .drivers import Browser

LIST = "fr/chapelle-nord/"
WAIT = """
const until = async (look) => {
  for (const end = Date.now() + 30000; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
    const found = await look()
    if (found) return found
  }
  throw new Error(`never: ${look}`)
}
"""


def ask(browser: Browser, script: str) -> object:
    """Run a script that may wait `until` something."""
    return browser.run(WAIT + script)


def test_a_quarter_is_read_and_searched(engine: Opener, lone: Server) -> None:
    with engine() as browser:
        browser.open(f"{lone.url}/{LIST}?q=piscine+heber")
        first = "document.querySelector('[data-list] > li a')?.textContent"
        assert ask(browser, f"return until(() => {first}?.includes('Piscine Hébert'))")
        browser.open(f"{lone.url}/{LIST}map")
        assert ask(
            browser, "return until(() => document.querySelector('[data-map][data-ready=true]')?.dataset.markers)"
        )
