"""A key of access in a real browser: made, used, refused; the device is Chromium's own, in software."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect

from .axe import violations
from .conftest import PHONE, watch
from .server import Server
from .test_desk import SIDEWAYS

WORDS = "trois mots ensemble"
KEY = "Entrer avec une clé d’accès"
NUMBERS = count(1)
NOT_OPEN = "Cette clé d’accès n’ouvre pas le bureau"


class Phone:
    """A phone whose owner is at the desk, with a device in it that can be told to doubt who holds it."""

    def __init__(self, context: BrowserContext, server: Server, address: str, owner: str) -> None:
        self.server, self.owner, self.page = server, owner, context.new_page()
        self.faults = watch(self.page, address)
        self.wires: CDPSession = context.new_cdp_session(self.page)
        self.wires.send("WebAuthn.enable")
        kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
        options = {**kind, "isUserVerified": True, "automaticPresenceSimulation": True}
        self.device = self.wires.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def held(self) -> list[dict[str, Any]]:
        """Return what the device holds."""
        told = self.wires.send("WebAuthn.getCredentials", {"authenticatorId": self.device})
        found: list[dict[str, Any]] = told["credentials"]
        return found

    def doubt(self) -> None:
        """Have the device make sure of nobody any more."""
        self.wires.send("WebAuthn.setUserVerified", {"authenticatorId": self.device, "isUserVerified": False})

    def add_key(self, password: str = WORDS) -> None:
        """Ask for a key on the page of the account."""
        self.page.goto("/desk/account")
        self.page.get_by_label("Un nom pour la reconnaître").fill("Mon téléphone")
        self.page.get_by_label("Votre mot de passe").fill(password)
        self.page.get_by_role("button", name="Ajouter une clé d’accès").click()

    def leave(self) -> None:
        self.page.get_by_role("button", name="Sortir").click()
        expect(self.page.get_by_role("heading", name="Entrer au bureau")).to_be_visible()

    def come_in(self) -> None:
        self.page.get_by_role("button", name=KEY).click()


@pytest.fixture(scope="module")
def site(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose desk is ours."""
    running = server.copy(tmp_path_factory.mktemp("keys") / "var").start()
    yield running
    running.stop()


@pytest.fixture
def phone(browser: Browser, site: Server) -> Iterator[Phone]:
    """The phone of somebody who has just answered an invitation."""
    address = f"http://localhost:{site.port}"  # a name: browsers know no keys at an address of numbers
    owner = f"Relais {next(NUMBERS)}"
    code = next(word for word in site.run("user", "add", owner).split() if "/desk/join/" in word).rpartition("/")[2]
    with browser.new_context(base_url=address, viewport=PHONE, locale="fr-FR") as context:
        phone = Phone(context, site, address, owner)
        phone.page.goto(f"/desk/join/{code}")
        phone.page.get_by_label("Nouveau mot de passe").fill(WORDS)
        phone.page.get_by_role("button", name="Choisir ce mot de passe et entrer").click()
        expect(phone.page.get_by_role("heading", name="Messages")).to_be_visible()
        yield phone
        # Chromium tells its console of each form that is refused.
        assert [fault for fault in phone.faults if "422" not in fault] == []


def test_a_key_is_added_opens_the_desk_and_is_removed(phone: Phone) -> None:
    page = phone.page
    phone.add_key("autre chose")
    expect(page.get_by_role("alert")).to_contain_text("Ce n’est pas votre mot de passe")
    assert phone.held() == []
    phone.add_key()
    expect(page.get_by_role("heading", name="Mon téléphone")).to_be_visible()
    assert [(key["isResidentCredential"], key["rpId"]) for key in phone.held()] == [(True, "localhost")]

    phone.add_key()
    expect(page.get_by_role("alert")).to_contain_text("Cet appareil a déjà une clé")
    assert fits(page, "/desk/account")

    phone.leave()
    assert fits(page, "/desk/")
    phone.come_in()
    expect(page.get_by_role("heading", name="Messages")).to_be_visible()
    page.goto("/desk/account")
    expect(page.get_by_text("A servi le")).to_be_visible()
    [listed] = [line for line in phone.server.run("user", "list").splitlines() if line.startswith(f"{phone.owner} ·")]
    assert listed.replace("\u00a0", " ").endswith("1 clé d’accès")

    page.get_by_role("button", name="Retirer cette clé").click()
    expect(page.get_by_role("heading", name="Mon téléphone")).to_have_count(0)
    phone.leave()
    phone.come_in()
    expect(page.get_by_role("alert")).to_contain_text(NOT_OPEN)
    page.get_by_label("Votre nom au bureau").fill(phone.owner)
    page.get_by_label("Mot de passe").fill(WORDS)
    page.get_by_role("button", name="Entrer", exact=True).click()
    expect(page.get_by_role("heading", name="Messages")).to_be_visible()


def test_a_device_that_does_not_make_sure_of_the_person_opens_nothing(phone: Phone) -> None:
    phone.doubt()
    phone.add_key()
    expect(phone.page.get_by_role("alert")).to_contain_text("La clé d’accès n’a pas servi")
    assert phone.held() == []


def test_who_goes_back_may_start_again(phone: Phone) -> None:
    phone.add_key()
    expect(phone.page.get_by_role("heading", name="Mon téléphone")).to_be_visible()
    phone.leave()
    phone.doubt()
    phone.come_in()
    expect(phone.page.get_by_role("alert")).to_contain_text("La clé d’accès n’a pas servi")
    expect(phone.page.get_by_role("button", name=KEY)).to_be_enabled()


def test_what_was_sent_once_opens_nothing_again(phone: Phone) -> None:
    phone.add_key()
    expect(phone.page.get_by_role("heading", name="Mon téléphone")).to_be_visible()
    phone.leave()
    sent: list[str] = []
    phone.page.on("request", lambda asked: sent.append(asked.post_data or "") if asked.url.endswith("/keys") else None)
    phone.come_in()
    expect(phone.page.get_by_role("heading", name="Messages")).to_be_visible()
    phone.leave()
    again = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = phone.page.request.post("/desk/keys", data=sent[0], headers=again)
    assert (answer.status, "a déjà servi" in answer.text()) == (422, True)


def test_who_is_revoked_finds_the_door_shut(phone: Phone) -> None:
    phone.add_key()
    expect(phone.page.get_by_role("heading", name="Mon téléphone")).to_be_visible()
    phone.server.run("user", "revoke", phone.owner)
    phone.page.goto("/desk/")
    phone.come_in()
    expect(phone.page.get_by_role("alert")).to_contain_text(NOT_OPEN)


def test_a_key_of_one_address_is_not_offered_at_another(phone: Phone) -> None:
    phone.add_key()
    expect(phone.page.get_by_role("heading", name="Mon téléphone")).to_be_visible()
    phone.page.goto(f"http://other.localhost:{phone.server.port}/desk/")
    phone.come_in()
    expect(phone.page.get_by_role("alert")).to_contain_text("La clé d’accès n’a pas servi")
    phone.faults.clear()  # each request to the other address was noted: that is what we came for


def test_where_there_can_be_no_keys_nothing_is_offered(page: Page) -> None:
    page.goto("/desk/")
    expect(page.get_by_role("button", name="Entrer", exact=True)).to_be_visible()
    assert page.evaluate("() => isSecureContext")
    expect(page.get_by_role("button", name=KEY)).to_be_hidden()


def test_without_script_nothing_is_offered(browser: Browser, server: Server) -> None:
    with browser.new_context(base_url=f"http://localhost:{server.port}", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/desk/")
        assert page.get_by_role("button", name=KEY).count() == 0


# Private


def fits(page: Page, path: str) -> bool:
    """Tell whether axe has nothing to say of a page in French and in Arabic, and nothing hangs over its edge."""
    found = []
    for lang in ("ar", "fr"):
        page.goto(f"{path}?lang={lang}")
        found += [*violations(page), page.evaluate(SIDEWAYS)]
    return found == [0, 0]
