"""The published folder behind a plain file server, under a prefix: the same site, and a whole app without network."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ..cast.once import made_once
from ..cast.program import run
from .conftest import PHONE, watch
from .one_quarter import one_quarter
from .server import TODAY, free_port, wait_for
from .test_offline import read, wait_until

PREFIX = "/quartiers/18e/"
PLACE = "fr/places/piscine-hebert/"

SERVE_FILES = """
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer as Server

# By itself it lets five connections wait: a browser on a busy machine has more, and would try again after seconds.
Server.request_queue_size = 128
files = partial(SimpleHTTPRequestHandler, directory=sys.argv[2])
Server(("127.0.0.1", int(sys.argv[1])), files).serve_forever()
"""


@dataclass
class FileServer:
    """The web server of Python over a folder whose sub-folder is the site."""

    root: Path
    port: int
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{PREFIX}"

    def start(self) -> "FileServer":
        words = [sys.executable, "-c", SERVE_FILES, str(self.port), str(self.root)]
        self._process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(self.url)
        return self

    def stop(self) -> None:
        if self._process:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
        self._process = None


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileServer]:
    """A quarter of the project's content, published; never stopped by a test."""
    publish = partial(publish_content, one_quarter(tmp_path_factory))
    server = FileServer(made_once(tmp_path_factory, "web", publish), free_port()).start()
    yield server
    server.stop()


def publish_content(content: Path, root: Path) -> None:
    environment = {**os.environ, "ADEUXPAS_DATA": str(root.with_suffix(".machine")), "ADEUXPAS_TODAY": TODAY}
    site = ("publish", str(root / PREFIX.strip("/")), "--base-url", f"http://127.0.0.1{PREFIX}")
    for words in (("load", str(content)), site):
        run(*words, env=environment, timeout=600).check_returncode()


@pytest.fixture
def lone(published: FileServer) -> Iterator[FileServer]:
    """A server of the test's own over the same folder, to be stopped."""
    server = FileServer(published.root, free_port()).start()
    yield server
    server.stop()


@pytest.fixture
def code(published: FileServer) -> str:
    """The printed code of the swimming pool."""
    page = (published.root / PREFIX.strip("/") / PLACE / "index.html").read_text(encoding="utf-8")
    return page.split("qr/")[1][:6]


@pytest.fixture
def phone(browser: Browser, published: FileServer) -> Iterator[Page]:
    """A phone on the published site; anything it asks for outside of the prefix is a fault."""
    context = browser.new_context(base_url=published.url, viewport=PHONE, locale="fr-FR")
    page = context.new_page()
    faults = watch(page, published.url)
    yield page
    context.close()
    assert faults == []


def test_the_front_door_leads_to_the_language_of_the_phone(phone: Page, published: FileServer) -> None:
    phone.goto("")
    phone.wait_for_url(f"{published.url}fr/")
    phone.get_by_role("link", name="Chapelle Nord").first.click()
    phone.wait_for_url(f"{published.url}fr/chapelle-nord/")
    expect(phone.locator("[data-edition]")).to_contain_text("édition 1")


def test_a_phone_without_script_chooses_its_language(browser: Browser, published: FileServer) -> None:
    with browser.new_context(base_url=published.url, viewport=PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("")
        page.get_by_role("link", name="العربية").click()
        assert page.url == f"{published.url}ar/"


def test_a_phone_that_speaks_another_language_chooses(browser: Browser, published: FileServer) -> None:
    with browser.new_context(base_url=published.url, viewport=PHONE, locale="ja-JP") as context:
        page = context.new_page()
        page.goto("", wait_until="networkidle")
        assert page.url == published.url
        expect(page.get_by_role("link", name="English")).to_be_visible()


@pytest.mark.parametrize("spell", [str.upper, str.lower])
@pytest.mark.parametrize(("locale", "lang"), [("ar", "ar"), ("en-GB", "en"), ("ja-JP", "fr")])
def test_a_printed_code_leads_to_its_page(
    browser: Browser, published: FileServer, code: str, spell: Callable[[str], str], locale: str, lang: str
) -> None:
    with browser.new_context(base_url=published.url, viewport=PHONE, locale=locale) as context:
        page = context.new_page()
        faults = watch(page, published.url)
        page.goto(f"{spell(code)}?from=poster")
        page.wait_for_url(f"{published.url}{lang}/places/piscine-hebert/?from=poster")
        assert faults == []


def test_a_code_leads_to_the_language_last_read(browser: Browser, published: FileServer, code: str) -> None:
    with browser.new_context(base_url=published.url, viewport=PHONE, locale="fr-FR") as context:
        page = context.new_page()
        read(page, f"{published.url}ar/chapelle-nord/")
        page.goto(code)
        page.wait_for_url(f"{published.url}ar/places/piscine-hebert/")


def test_a_phone_whose_memory_does_not_answer_is_led_all_the_same(phone: Page, published: FileServer) -> None:
    phone.add_init_script("caches.match = () => new Promise(() => {})")
    phone.goto("")
    phone.wait_for_url(f"{published.url}fr/")


@pytest.mark.parametrize("typed", ["0S231f", "os23LF/", "0s23if?from=poster"])
def test_the_page_of_lost_addresses_knows_a_code_in_any_spelling(
    browser: Browser, published: FileServer, typed: str
) -> None:
    with browser.new_context(base_url=published.url, viewport=PHONE, locale="ar") as context:
        page = context.new_page()
        stand_in(page, published, typed)
        page.goto(typed)
        page.wait_for_url(f"{published.url}ar/places/ecole-maternelle-charles-hermite/**")


@pytest.mark.parametrize("typed", ["fr/nowhere", "zzzzz9", "zzzzzz"])
def test_a_lost_address_says_so_in_every_language(browser: Browser, published: FileServer, typed: str) -> None:
    with browser.new_context(base_url=published.url, viewport=PHONE, locale="ar") as context:
        page = context.new_page()
        stand_in(page, published, typed)
        page.goto(typed, wait_until="networkidle")
        assert page.url == published.url + typed
        expect(page.get_by_role("link")).to_contain_text(["n’existe pas", "غير موجودة", "does not exist"])


def stand_in(page: Page, server: FileServer, typed: str) -> None:
    """Answer as nginx, Netlify and GitHub do where there is no file; Python's server has a page of its own."""
    lost = server.root / PREFIX.strip("/") / "404.html"
    page.route(server.url + typed, lambda route: route.fulfill(status=404, path=lost, content_type="text/html"))


def test_a_place_offers_its_code_and_its_poster(phone: Page, published: FileServer) -> None:
    phone.goto(PLACE)
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")
    expect(phone.locator("[data-edition]")).to_contain_text("édition 1")
    width = "() => document.querySelector('img.qr').scrollIntoView() || document.querySelector('img.qr').naturalWidth"
    phone.wait_for_function(width)
    poster = phone.get_by_role("link", name="Affiche à imprimer").get_attribute("href") or ""
    assert phone.request.get(f"http://127.0.0.1:{published.port}{poster}").body().startswith(b"%PDF-")


def test_the_map_moves_and_its_pins_lead_to_places(phone: Page, published: FileServer) -> None:
    phone.goto("fr/chapelle-nord/map")
    expect(phone.locator("[data-map]")).to_have_attribute("data-ready", "true")
    pin = phone.locator("[data-frame] .map-pin").first
    assert (pin.get_attribute("href") or "").startswith(f"{PREFIX}fr/places/")
    assert (pin.get_attribute("href") or "").endswith("/")


def test_search_finds_and_leads_on_without_a_redirect(phone: Page, published: FileServer) -> None:
    phone.goto("fr/chapelle-nord/?q=piscine+heber")
    expect(phone.locator("[data-list] > li")).to_have_count(1)
    redirects: list[str] = []
    phone.on("response", lambda answer: redirects.append(answer.url) if 300 <= answer.status < 400 else None)
    phone.locator("[data-list] a").first.click()
    phone.wait_for_url(f"{published.url}{PLACE}")
    assert [url for url in redirects if PREFIX in url and url.endswith("hebert")] == []


def test_arabic_runs_from_right_to_left(phone: Page, published: FileServer) -> None:
    phone.goto("ar/places/piscine-hebert/")
    assert phone.locator("html").get_attribute("dir") == "rtl"
    expect(phone.locator("[data-edition]")).not_to_be_empty()


def test_what_was_read_opens_with_the_server_gone(
    lone: FileServer, profile: Callable[[str], BrowserContext], code: str
) -> None:
    first = profile(lone.url)
    page = first.new_page()
    for path in ("fr/chapelle-nord/", "fr/places/piscine-hebert"):
        read(page, lone.url + path)
    wait_until(page, f"caches.match('{PREFIX}codes.json')")
    first.close()
    lone.stop()
    page = profile(lone.url).new_page()
    for path in (PLACE, "fr/places/piscine-hebert", f"{PLACE}index.html", code, code.lower(), f"{code.lower()}/"):
        page.goto(lone.url + path)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Piscine Hébert")
    page.goto(f"{lone.url}fr/chapelle-nord")
    expect(page.locator("[data-list] > li").first).to_be_visible()
    page.goto(lone.url)
    page.wait_for_url(f"{lone.url}fr/**")
    page.goto(f"{lone.url}fr/places/square-rachmaninov/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pas de réseau")
