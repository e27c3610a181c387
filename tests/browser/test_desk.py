"""The whole path of a correction: an invitation, a password, a message judged, and what families then read."""

from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from app.domain.wording import MESSAGES, sentence_key

from ..cast.process import wait_until
from .axe import violations
from .conftest import PHONE, watch
from .one_quarter import server
from .server import Server

__all__ = ["server"]

PLURAL = "%(num)s lieu\n%(num)s lieux"
PLACE = "bibliotheque-vaclav-havel"
WORDS = "Le samedi, la porte ouvre à onze heures."
SIDEWAYS = "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"
KEPT = """async () => {
  const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
  return kept.flat().map((request) => new URL(request.url).pathname).filter((path) => path.startsWith("/desk"))
}"""


@pytest.fixture
def phone(browser: Browser, lone: Server) -> Iterator[Page]:
    """A phone on which a family page was read, so that the worker is there."""
    with browser.new_context(base_url=lone.url, viewport=PHONE, locale="fr-FR") as context:
        page = context.new_page()
        faults = watch(page, lone.url)
        page.goto(f"/fr/places/{PLACE}")
        page.evaluate("() => navigator.serviceWorker.ready")
        yield page
        # Hours that are asked about once more are a form refused, and Chromium tells its console so.
        assert [fault for fault in faults if "422" not in fault] == []


def is_fit(page: Page) -> bool:
    """Tell whether axe has nothing to say of a page in French and in Arabic, and nothing hangs over its edge."""
    here = page.url.partition("?")[0]
    found = []
    for lang in ("ar", "fr"):
        page.goto(f"{here}?lang={lang}")
        found += [*violations(page), page.evaluate(SIDEWAYS)]
    return found == [0, 0]


def test_a_message_becomes_hours_that_families_read(phone: Page, lone: Server) -> None:
    send = {"kind": "hours", "place": PLACE, "lang": "fr", "text": WORDS}
    key = {"Idempotency-Key": "3f0c8a52-6b1e-4a0e-9c57-0d6a3b1f2e4d"}
    assert phone.request.post("/api/v1/suggestions", data=send, headers=key).status == 201

    link = next(word for word in lone.run("user", "add", "Relais").split() if "/desk/join/" in word)
    phone.goto("/desk/")
    assert is_fit(phone)
    phone.goto(link)
    assert is_fit(phone)
    phone.get_by_label("Nouveau mot de passe").fill("trois mots ensemble")
    phone.get_by_role("button", name="Choisir ce mot de passe et entrer").click()

    expect(phone.get_by_role("heading", name="Messages")).to_be_visible()
    assert is_fit(phone)
    phone.get_by_role("link", name=WORDS).click()
    expect(phone.get_by_text(WORDS)).to_be_visible()
    assert is_fit(phone)
    hours = phone.get_by_label("Les horaires, tels qu’ils sont sur la porte")
    hours.fill("mardi-vendredi 13h-19h, samedi 11h-18h")
    expect(phone.locator("#hours-read")).to_contain_text("samedi : 11 h – 18 h", use_inner_text=True)
    phone.get_by_role("button", name="Accepter et publier").click()
    expect(phone.get_by_role("alert")).to_contain_text("Est-ce bien cela")
    phone.get_by_role("button", name="Accepter et publier").click()
    expect(phone.get_by_text("Accepté", exact=True)).to_be_visible()

    def is_published() -> bool:
        with urlopen(f"{lone.url}/fr/places/{PLACE}") as answer:  # noqa: S310 - our own address
            return "11 h" in answer.read().decode().replace("\u00a0", " ").replace("\u202f", " ")

    wait_until(is_published, 60)
    for path in (f"places/{PLACE}/history", "gaps/chapelle-nord", "slip", "uses", "tablet"):
        phone.goto(f"/desk/{path}")
        assert is_fit(phone)
    phone.goto("/desk/translations")
    assert is_fit(phone)
    phone.goto("/desk/translations/ar?catalogue=messages")
    assert is_fit(phone)
    phone.goto(f"/desk/translations/ar/text/{sentence_key(MESSAGES, PLURAL)}")
    assert phone.locator("textarea").count() == 6
    assert is_fit(phone)
    phone.goto(f"/desk/translations/ar/text/place:{PLACE}/purpose")
    assert is_fit(phone)
    phone.get_by_label("La traduction").press("Control+Enter")
    phone.goto(f"/desk/translations/ar/text/place:{PLACE}/purpose")
    expect(phone.get_by_text("Relu · Coordination")).to_be_visible()

    phone.goto("/desk/tablet?lang=fr")
    phone.get_by_label("Choisissez vos chiffres").fill("2580")
    phone.get_by_role("button", name="Garder ces chiffres").click()
    phone.get_by_role("button", name="Sortir").click()
    phone.get_by_role("link", name="Relais").click()
    assert is_fit(phone)
    assert phone.evaluate(KEPT) == []
