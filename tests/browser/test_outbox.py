"""What somebody types on a page arrives exactly once, whatever the network, the server and the phone do meanwhile."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from sqlite3 import Row, connect
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, Route, expect

from .axe import violations
from .conftest import ARGUMENTS, PHONE, watch
from .server import Server
from .test_offline import Profile, hanging, read

LIST = "/fr/chapelle-nord/"
PLACE = "/fr/places/piscine-hebert"
HOUR = timedelta(hours=1)
API = "**/api/v1/suggestions*"
TEXT = "La piscine ouvre à 9 h le mardi."
REFUSAL = {"type": "about:blank", "title": "No", "status": 422, "detail": "Ce lieu n’est plus sur la carte."}


@pytest.fixture(scope="module")
def office(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that receives; its edition is made already."""
    data = tmp_path_factory.mktemp("office") / "served"
    running = server.copy(data).start()
    yield running
    running.stop()


@pytest.fixture
def phone(browser: Browser, office: Server) -> Iterator[Page]:
    """A page without worker, of an office without messages: what a test does to its network is all there is."""
    with connect(office.data / "adeuxpas.db") as library:
        library.execute("DELETE FROM suggestion")
    with browser.new_context(base_url=office.url, viewport=PHONE, locale="fr-FR", service_workers="block") as context:
        yield context.new_page()


def received(server: Server) -> list[dict[str, Any]]:
    """Return what the server has stored, the oldest first."""
    with closing(connect(server.data / "adeuxpas.db")) as library:
        library.row_factory = Row
        return [dict(row) for row in library.execute("SELECT * FROM suggestion ORDER BY id")]


def wait_for_records(page: Page, server: Server, count: int) -> None:
    """Give the server time to receive so many: a page begins with none on its way too, so its count tells nothing."""
    for _ in range(400):
        if len(received(server)) >= count:
            return
        page.wait_for_timeout(50)


def arrived(server: Server, page: Page, count: int = 1) -> list[str]:
    """Return the texts that the server has, once there are so many and the phone knows."""
    wait_for_records(page, server, count)
    expect(outbox(page, 0)).to_be_hidden()
    return [each["text"] for each in received(server)]


def fill(page: Page, text: str = TEXT, kind: str = "hours") -> None:
    """Open the form and fill it in."""
    page.wait_for_function("() => !!customElements.get('report-form')")
    form = page.locator(".report")
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    form.locator(f"label:has([value={kind}])").click()
    form.locator("[name=text]").fill(text)


def send(page: Page, text: str = TEXT) -> None:
    fill(page, text)
    page.locator(".report-form .button").click()


def note(page: Page) -> Locator:
    return page.locator("report-form [data-note]")


def outbox(page: Page, count: int) -> Locator:
    """Return the line that counts, once it says so."""
    line = page.locator("[data-outbox]")
    expect(line).to_have_attribute("data-count", str(count), timeout=20_000)
    return line


def break_network(page: Page, answer: Callable[[Route], object] = lambda route: route.abort()) -> None:
    page.route(API, answer)


def test_a_message_arrives_and_says_so(phone: Page, office: Server) -> None:
    faults = watch(phone, office.url)
    phone.goto(PLACE)
    send(phone)
    expect(note(phone)).to_contain_text("Merci")
    expect(outbox(phone, 0)).to_be_hidden()
    expect(phone.locator("[name=text]")).to_have_value("")
    [found] = received(office)
    told = {name: found[name] for name in ("place", "text", "kind", "lang", "path", "edition")}
    assert (list(told.values()), faults) == (["piscine-hebert", TEXT, "hours", "fr", PLACE, office.edition], [])
    assert abs(datetime.fromisoformat(found["typed_at"]) - datetime.fromisoformat(found["received_at"])) < HOUR


def test_typed_with_the_server_gone_it_arrives_once_after_a_cold_start(lone: Server, profile: Profile) -> None:
    first = profile(lone.url)
    page = first.new_page()
    read(page, LIST)
    read(page, PLACE)
    lone.stop()
    page.reload()
    send(page)
    expect(note(page)).to_contain_text("part dès que le réseau revient (1 en attente)")
    expect(outbox(page, 1)).to_contain_text("1 message attend le réseau")
    page.goto(LIST)
    outbox(page, 1).get_by_role("link", name="Voir").click()
    expect(page.locator("[data-suggestions] .suggestion")).to_contain_text(TEXT)
    expect(page.locator("[data-last]")).to_contain_text("pas de réseau, ou le site ne répond pas")
    first.close()
    lone.start()
    page = profile(lone.url).new_page()
    page.goto(LIST)
    assert arrived(lone, page) == [TEXT]


def test_in_large_letters_a_word_stays_on_one_line(phone: Page) -> None:
    phone.goto(PLACE)
    break_network(phone)
    send(phone)
    phone.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    outbox(phone, 1).get_by_role("link", name="Voir").click()
    phone.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    words = phone.locator(".outbox-page").get_by_role("button", name="Envoyer")
    box = words.bounding_box()
    assert box and box["width"] > box["height"]


def test_an_answer_that_is_lost_does_not_count_twice(phone: Page, office: Server) -> None:
    phone.goto(PLACE)
    break_network(phone, lambda route: (route.fetch(), route.abort()))
    send(phone)
    expect(note(phone)).to_contain_text("1 en attente")
    assert len(received(office)) == 1
    phone.unroute(API)
    with phone.expect_response(API) as answer:
        phone.reload()
    assert (answer.value.status, arrived(office, phone)) == (200, [TEXT])


def test_two_tabs_that_send_at_once_send_it_once(phone: Page, office: Server) -> None:
    phone.goto(PLACE)
    break_network(phone)
    for text in ("un", "deux", "trois"):
        send(phone, text)
        expect(note(phone)).to_contain_text("en attente")
    outbox(phone, 3)
    phone.unroute(API)
    other = phone.context.new_page()
    other.goto(PLACE, wait_until="commit")
    phone.reload(wait_until="commit")
    assert [sorted(arrived(office, tab, 3)) for tab in (phone, other)] == [["deux", "trois", "un"]] * 2


def test_a_server_that_hangs_holds_up_nobody(browser: Browser, lone: Server) -> None:
    phone = browser.new_page(base_url=lone.url, viewport=PHONE, locale="fr-FR", service_workers="block")
    phone.goto(PLACE)
    fill(phone)
    lone.stop()
    with hanging(lone.port):
        phone.locator(".report-form .button").click()
        expect(outbox(phone, 1)).to_be_visible()
        expect(note(phone)).to_contain_text("Gardé sur ce téléphone")
    lone.start()
    phone.reload()
    assert arrived(lone, phone) == [TEXT]
    phone.close()


@pytest.mark.parametrize(
    ("status", "body"),
    [(500, "oops"), (503, "{}"), (429, "{}"), (404, "<h1>?</h1>"), (200, "<h1>Wi-Fi</h1>"), (200, '{"status": "ok"}')],
)
def test_what_is_not_an_answer_of_ours_loses_nothing(phone: Page, office: Server, status: int, body: str) -> None:
    phone.goto(PLACE)
    break_network(phone, lambda route: route.fulfill(status=status, body=body))
    send(phone)
    expect(note(phone)).to_contain_text("1 en attente")
    phone.unroute(API)
    phone.reload()
    assert arrived(office, phone) == [TEXT]


@pytest.mark.parametrize("status", [413, 422])
def test_a_refusal_is_shown_and_the_words_stay(phone: Page, status: int) -> None:
    phone.goto(PLACE)
    refusal = json.dumps(REFUSAL | {"status": status})
    break_network(phone, lambda r: r.fulfill(status=status, body=refusal, content_type="application/problem+json"))
    send(phone)
    expect(note(phone)).to_contain_text("Ce lieu n’est plus sur la carte.")
    expect(outbox(phone, 1)).to_contain_text("1 message n’a pas été accepté")
    phone.reload()
    outbox(phone, 1).get_by_role("link").click()
    expect(phone.locator(".suggestion")).to_contain_text(TEXT)
    expect(phone.locator(".suggestion")).to_contain_text("Ce lieu n’est plus sur la carte.")


NO_STORAGE = {
    "blocked": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
    "absent": "Object.defineProperty(window, 'indexedDB', { value: undefined })",
    "full": "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }",
    "mute": "IDBFactory.prototype.open = () => ({})",
}


@pytest.mark.parametrize("kind", NO_STORAGE)
def test_a_phone_that_keeps_nothing_sends_at_once_or_keeps_the_form(phone: Page, office: Server, kind: str) -> None:
    phone.add_init_script(NO_STORAGE[kind])
    phone.goto(PLACE)
    break_network(phone)
    send(phone)
    expect(note(phone)).to_contain_text("ce téléphone ne peut rien garder")
    expect(phone.locator("[name=text]")).to_have_value(TEXT)
    assert TEXT in phone.locator("[data-hand-text]").input_value()
    phone.unroute(API)
    phone.locator(".report-form .button").click()
    expect(note(phone)).to_contain_text("Merci")
    assert [each["text"] for each in received(office)] == [TEXT]


def test_words_not_sent_yet_outlive_the_page(phone: Page) -> None:
    phone.goto(PLACE)
    fill(phone, "Je n’ai pas fini")
    again = phone.context.new_page()
    phone.close()
    again.goto(PLACE)
    expect(again.locator("[name=text]")).to_have_value("Je n’ai pas fini")
    expect(again.locator("[value=hours]")).to_be_checked()
    expect(again.locator("[name=text]")).to_be_visible()


def test_she_can_change_her_mind_and_change_it_back(phone: Page, office: Server) -> None:
    phone.goto(PLACE)
    break_network(phone)
    send(phone, "<b>HTML</b>\nsur deux lignes")
    outbox(phone, 1).get_by_role("link").click()
    expect(phone.locator(".suggestion-text")).to_have_text("<b>HTML</b>\nsur deux lignes")
    phone.get_by_role("button", name="Supprimer").click()
    outbox(phone, 0)
    phone.get_by_role("button", name="Supprimé. Le remettre").click()
    outbox(phone, 1)
    phone.unroute(API)
    phone.locator(".outbox-page").get_by_role("button", name="Envoyer").click()
    expect(phone.locator("[data-said]")).to_have_text("Tout est parti. Merci !")
    assert [each["text"] for each in received(office)] == ["<b>HTML</b>\nsur deux lignes"]


def test_a_message_thrown_away_is_never_sent(phone: Page, office: Server) -> None:
    phone.goto(PLACE)
    break_network(phone)
    send(phone)
    outbox(phone, 1).get_by_role("link").click()
    phone.get_by_role("button", name="Supprimer").click()
    expect(outbox(phone, 0)).to_be_hidden()
    phone.unroute(API)
    phone.goto(PLACE)
    send(phone, "un autre")
    expect(note(phone)).to_contain_text("Merci")
    assert [each["text"] for each in received(office)] == ["un autre"]


def test_what_was_received_is_followed_by_its_code(phone: Page, office: Server) -> None:
    faults = watch(phone, office.url)
    phone.goto(PLACE)
    send(phone)
    expect(note(phone)).to_contain_text("Votre code de suivi")
    [found] = received(office)
    shown = f"{found['ticket'][:4]}-{found['ticket'][4:]}"
    expect(note(phone)).to_contain_text(shown)
    with closing(connect(office.data / "adeuxpas.db")) as library:
        library.execute("UPDATE suggestion SET state = 'later'")
        library.commit()
    phone.goto("/fr/outbox")
    taken = phone.locator("[data-taken] .suggestion")
    expect(taken).to_contain_text(shown)
    expect(taken).to_contain_text("Quelqu’un l’a lu et le vérifie.")
    expect(phone.locator("[data-last]")).to_contain_text("Dernier message reçu")
    assert (violations(phone), phone.evaluate("document.documentElement.scrollWidth <= innerWidth")) == ([], True)
    taken.get_by_role("button", name="Effacer de ce téléphone").click()
    taken.get_by_role("button", name="Supprimé. Le remettre").click()
    expect(taken).to_contain_text(TEXT)
    taken.get_by_role("button", name="Effacer de ce téléphone").click()
    expect(taken).not_to_contain_text(TEXT)
    phone.reload()
    expect(phone.locator("[data-empty]")).to_be_visible()
    assert faults == []


FORMER = """(records) => new Promise((resolve, reject) => {
  const asked = indexedDB.open("adeuxpas / outbox", 1)
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("letters", { keyPath: "key" })
    asked.result.createObjectStore("seat")
  }
  asked.onerror = () => reject(asked.error)
  asked.onsuccess = () => {
    const writing = asked.result.transaction("letters", "readwrite")
    const bytes = (hex) => Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16))
    const photo = (hex) => new Blob([bytes(hex)], { type: "image/jpeg" })
    for (const { photo: hex, ...record } of records) {
      writing.objectStore("letters").put(hex ? { ...record, photo: photo(hex) } : record)
    }
    writing.oncomplete = () => { asked.result.close(); resolve() }
  }
})"""
"""The database of a phone as releases before made it: 0.2.0, then one with photos and held notes."""


def former_records() -> list[dict[str, Any]]:
    """Return a full queue of the two releases before: plain, refused, damaged, and a note with a photo."""

    def record(number: int, **more: Any) -> dict[str, Any]:
        key = f"{number:08d}-0000-4000-8000-000000000000"
        body = {"kind": "hours", "place": "piscine-hebert", "lang": "fr", "text": f"Message {number}", "edition": 3}
        base = {"key": key, "typed": f"2026-11-1{number}T09:00:00.000Z", "about": "Piscine Hébert", "what": "Horaires"}
        rest = {"page": "http://x/", "email": "", "body": body, "tries": 0, "next": 0, "refused": ""}
        return base | rest | more

    picture = BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "JPEG")
    seen = {"kind": "observation", "walk": "autour-de-la-place-hebert", "stop": 1, "seen": "open", "text": "Message 4"}
    return [
        record(1, tries=3, next=4_000_000_000_000),
        record(2, refused="Ce lieu n’est plus sur la carte."),
        {"key": "00000003-0000-4000-8000-000000000000", "typed": "2026-11-13T09:00:00.000Z", "tries": 0, "refused": ""},
        record(4, body=seen, held=1, photo=picture.getvalue().hex()),
    ]


def test_a_full_queue_of_the_releases_before_is_read_and_sent(phone: Page, office: Server) -> None:
    phone.goto("/fr/about")
    phone.evaluate(FORMER, former_records())
    break_network(phone)
    phone.goto("/fr/outbox")
    suggestions = phone.locator("[data-suggestions] .suggestion")
    expect(suggestions).to_have_count(4)
    expect(suggestions.nth(1)).to_contain_text("Ce lieu n’est plus sur la carte.")
    phone.unroute(API)
    phone.locator(".outbox-page").get_by_role("button", name="Envoyer").click()
    expect(suggestions).to_have_count(1)
    expect(phone.locator("[data-taken] .suggestion")).to_have_count(3)
    expect(suggestions.first).to_contain_text("pas encore reçu")
    rows = received(office)
    assert sorted(each["text"] for each in rows) == ["Message 1", "Message 2", "Message 4"]
    assert [each["text"] for each in rows if each["photo"]] == ["Message 4"]


def test_a_page_kept_since_the_release_before_lists_what_waits(phone: Page) -> None:
    def former(route: Route) -> None:
        body = route.fetch().text().replace(" data-suggestions", "").replace('class="suggestion', 'class="letter')
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    phone.goto(PLACE)
    break_network(phone)
    send(phone)
    outbox(phone, 1)
    phone.route("**/fr/outbox", former)
    phone.goto("/fr/outbox")
    expect(phone.locator("[data-letters] .letter")).to_contain_text(TEXT)
    expect(phone.locator("[data-letters] .letter")).to_have_css("display", "grid")


def test_a_gate_that_answers_in_our_place_is_called_by_its_name(phone: Page) -> None:
    phone.goto(PLACE)
    break_network(phone, lambda route: route.fulfill(status=200, body="<h1>Wi-Fi</h1>", content_type="text/html"))
    send(phone)
    outbox(phone, 1).get_by_role("link").click()
    expect(phone.locator("[data-last]")).to_contain_text("un autre a répondu à la place du site")
    expect(phone.locator("[data-suggestions] .suggestion")).to_contain_text("pas encore reçu")


def test_what_never_gets_through_can_be_saved_as_a_file(phone: Page, tmp_path: Path) -> None:
    phone.goto(PLACE)
    break_network(phone)
    send(phone)
    outbox(phone, 1).get_by_role("link").click()
    with phone.expect_download() as download:
        phone.locator(".outbox-page [data-do=file]").click()
    download.value.save_as(tmp_path / "saved.txt")
    saved = (tmp_path / "saved.txt").read_text(encoding="utf-8")
    assert download.value.suggested_filename.startswith("a-deux-pas-20")
    assert saved.startswith(f"Piscine Hébert · Horaires\n{TEXT}\n") and PLACE in saved


def test_it_speaks_arabic_from_the_form_to_the_sheet(phone: Page, office: Server) -> None:
    phone.goto("/ar/places/piscine-hebert")
    break_network(phone)
    send(phone, "مغلق يوم الثلاثاء 👩‍👧")
    expect(note(phone)).to_contain_text("رسالة واحدة في الانتظار")
    line = outbox(phone, 1)
    expect(line).to_contain_text("رسالة واحدة تنتظر الشبكة")
    line.get_by_role("link").click()
    assert (violations(phone), phone.evaluate("document.documentElement.scrollWidth <= innerWidth")) == ([], True)
    phone.unroute(API)
    phone.reload()
    arrived(office, phone)
    assert [(each["text"], each["lang"]) for each in received(office)] == [("مغلق يوم الثلاثاء 👩‍👧", "ar")]


def test_a_text_too_long_is_told_and_stays(phone: Page, office: Server) -> None:
    phone.goto(PLACE)
    send(phone, "مرحبا" * 1_000)
    expect(note(phone)).to_contain_text("C’est trop long : 2000 signes au plus")
    assert len(phone.locator("[name=text]").input_value()) == 5_000
    phone.locator("[name=text]").fill("م" * 2_000)
    phone.locator(".report-form .button").click()
    expect(note(phone)).to_contain_text("Merci")
    assert [len(each["text"]) for each in received(office)] == [2_000]


def test_an_empty_message_is_not_sent(phone: Page, office: Server) -> None:
    phone.goto(PLACE)
    fill(phone, " ", "other")
    phone.locator(".report-form .button").click()
    expect(note(phone)).to_contain_text("écrivez quelques mots")
    assert received(office) == []


def test_a_wrong_clock_costs_its_date_and_nothing_else(phone: Page, office: Server) -> None:
    phone.clock.set_system_time("2014-01-01T00:00:00Z")
    phone.goto(PLACE)
    send(phone)
    expect(note(phone)).to_contain_text("Merci")
    assert [(each["text"], each["typed_at"]) for each in received(office)] == [(TEXT, None)]


def test_the_worker_sends_what_a_closed_page_left(lone: Server, profile: Profile) -> None:
    context = profile(lone.url)
    page = context.new_page()
    read(page, LIST)
    read(page, PLACE)
    lone.stop()
    page.reload()
    send(page)
    outbox(page, 1)
    page.goto("about:blank")
    lone.start()
    dispatch_sync(context, page, lone.url)
    wait_for_records(page, lone, 1)
    assert [each["text"] for each in received(lone)] == [TEXT]


def dispatch_sync(context: BrowserContext, page: Page, origin: str) -> None:
    """Have the browser tell the worker that the network is back."""
    session, found = context.new_cdp_session(page), []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: found.extend(event["registrations"]))
    session.send("ServiceWorker.enable")
    while not found:
        page.wait_for_timeout(50)
    registration = found[0]["registrationId"]
    asked = {"origin": origin, "registrationId": registration, "tag": "adeuxpas-outbox", "lastChance": False}
    session.send("ServiceWorker.dispatchSyncEvent", asked)


@pytest.fixture
def kiosk(phone: Page, office: Server, playwright: Playwright, chromium: str, tmp_path: Path) -> Iterator[Page]:
    """A page of a kiosk on a local network: no https, so no worker, no locks, no keys made by the browser."""
    arguments = [*ARGUMENTS, "--host-resolver-rules=MAP kiosk.test 127.0.0.1"]
    with playwright.chromium.launch_persistent_context(
        tmp_path / "kiosk", executable_path=chromium, args=arguments, viewport=PHONE, locale="fr-FR"
    ) as context:
        page = context.pages[0]
        page.goto(f"http://kiosk.test:{office.port}{PLACE}")
        assert page.evaluate("() => [isSecureContext, !!crypto.randomUUID, !!navigator.locks]") == [False, False, False]
        yield page


def test_without_https_it_works_as_well(kiosk: Page, office: Server) -> None:
    break_network(kiosk)
    send(kiosk)
    outbox(kiosk, 1)
    kiosk.unroute(API)
    kiosk.reload()
    assert arrived(office, kiosk) == [TEXT]


def test_without_https_a_page_that_is_gone_holds_up_nobody(kiosk: Page, office: Server) -> None:
    """The page is loaded again before it hears that the server has its suggestion."""
    swallowed: list[Route] = []

    def swallow_first(route: Route) -> None:
        if swallowed:
            return route.continue_()
        swallowed.append(route)
        here = route.request.url.replace("kiosk.test", "127.0.0.1")
        route.fetch(url=here, headers={**route.request.headers, "origin": office.url})
        return None

    break_network(kiosk, swallow_first)
    with kiosk.expect_request(API):
        send(kiosk)
    outbox(kiosk, 1)
    kiosk.reload()
    assert arrived(office, kiosk) == [TEXT]


def test_without_https_a_page_that_sends_is_left_to_it(kiosk: Page, office: Server) -> None:
    asked: list[str] = []
    kiosk.context.route(API, lambda route: asked.append(route.request.url))
    send(kiosk)
    outbox(kiosk, 1)
    other = kiosk.context.new_page()
    other.goto(kiosk.url)
    outbox(other, 1)
    # It looks again each second.
    other.wait_for_timeout(2_500)
    assert len(asked) == 1


def test_a_phone_too_busy_to_look_forgets_nothing(phone: Page, office: Server) -> None:
    phone.goto(PLACE)
    break_network(phone)
    send(phone)
    outbox(phone, 1)
    phone.unroute(API)
    phone.add_init_script("""
      const { open } = IDBFactory.prototype
      let calls = 0
      IDBFactory.prototype.open = function (...names) { return calls++ < 3 ? {} : open.apply(this, names) }
    """)
    phone.reload()
    assert arrived(office, phone) == [TEXT]


def test_a_copy_without_server_prepares_the_message_and_sends_nothing(page: Page, server: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method))
    page.goto(PLACE)
    fill(page)
    page.evaluate("document.querySelector('report-form').setAttribute('data-static', '')")
    page.locator(".report-form .button").click()
    expect(note(page)).to_contain_text("ne reçoit pas de messages")
    assert TEXT in page.locator("[data-hand-text]").input_value()
    with page.expect_download():
        page.locator("report-form [data-do=file]").click()
    assert (set(asked), outbox(page, 0).is_hidden()) == ({"GET"}, True)


@pytest.mark.usefixtures("phone")
def test_without_script_the_browser_sends_the_form_itself(browser: Browser, office: Server) -> None:
    with browser.new_context(base_url=office.url, java_script_enabled=False, viewport=PHONE) as context:
        page = context.new_page()
        page.goto("/ar/places/piscine-hebert")
        page.locator(".report summary").click()
        page.locator("label:has([value=closed])").click()
        page.locator(".report-form .button").click()
        expect(page.locator("h1")).to_contain_text("شكرًا")
        assert page.locator("html").get_attribute("lang") == "ar"
    assert [(each["kind"], each["place"]) for each in received(office)] == [("closed", "piscine-hebert")]


@pytest.mark.parametrize("address", [PLACE, "/ar/places/piscine-hebert", "/fr/walks/autour-de-la-place-hebert"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_form_is_for_everybody(browser: Browser, server: Server, address: str, scheme: Any) -> None:
    with browser.new_context(base_url=server.url, viewport=PHONE, color_scheme=scheme) as context:
        page = context.new_page()
        faults = watch(page, server.url)
        page.goto(address)
        page.locator(".report summary").click()
        assert (violations(page), page.evaluate("document.documentElement.scrollWidth <= innerWidth")) == ([], True)
        assert faults == []
