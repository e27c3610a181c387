"""Firefox and WebKit lead a walk: by hand, noting what is seen, counting, killed and taken up, passed on."""

from ..browser.server import Server
from ..browser.test_outbox import received
from ..cast.process import wait_until
from .conftest import Opener
from .drivers import Browser
from .test_engines import ask

PAGE = "fr/walks/les-quais-en-famille/lead"
ACTS = """
const press = async (action) => {
  await until(() => document.querySelector(`[data-do="${action}"]`)?.checkVisibility?.() ?? true)
  document.querySelector(`[data-do="${action}"]`).click()
}
const stop = () => document.querySelector("[data-lead]").dataset.stop
await until(() => customElements.get("walk-leading") && !document.querySelector("[data-begin]").hidden)
"""
LEAD = """
await press("start-unlocated")
for (let i = 0; i < 3; i++) {
  const before = stop()
  await press("here")
  await until(() => stop() !== before)
}
await until(() => !document.querySelector("[data-notes]").hidden)
document.querySelector("[data-sort=children] [data-step='1']").click()
document.querySelector("[data-enter]").click()
document.querySelector("[data-seen=obstacle]").click()
await until(() => document.querySelector("[data-noted] > li"))
document.querySelector("[data-hand-over]").open = true
await until(() => document.querySelector("[data-qr] svg"))
return text("[data-signs]")
"""
RESUME = """
await until(() => text("[data-resume]").includes("Étape 4 sur 6"))
await press("start-unlocated")
await until(() => document.querySelector("[data-noted] > li"))
return [stop(), text("[data-people-now]"), document.querySelector("[data-noted] > li p").textContent.split(" · ")[1]]
"""
TAKE = """
document.querySelector("[name=code]").value = SIGNS
document.querySelector("[data-taking] form").requestSubmit()
await until(() => !document.querySelector("[data-do=take]").hidden)
return text("[data-taken]")
"""


def act(browser: Browser, server: Server, script: str) -> object:
    browser.open(f"{server.url}/{PAGE}")
    return ask(browser, ACTS + script)


def test_a_walk_is_led_taken_up_and_passed_on(engine: Opener, lone: Server) -> None:
    with engine() as browser:
        signs = act(browser, lone, LEAD)
        assert act(browser, lone, RESUME) == ["4", "1 enfant", "Obstacle sur le chemin"]
        told = str(act(browser, lone, TAKE.replace("SIGNS", repr(signs))))
        assert "Étape 4 sur 6" in told and "1 enfant." in told
        # A count of none is also what a page begins with: the server tells when it came.
        wait_until(lambda: received(lone), 60)
        assert [row["seen"] for row in received(lone)] == ["obstacle"]
        ask(browser, "await until(() => document.querySelector('[data-outbox]').dataset.count === '0')")
