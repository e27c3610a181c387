"""A real server, a real browser, and a page that fails its test for what nobody sees: errors in the console,
refusals by the policy, requests to anybody else."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request, sync_playwright

from .chromium import find_chromium
from .proxy import Proxy
from .server import Server, served_once

PHONE = {"width": 360, "height": 740}
ARGUMENTS = ["--no-sandbox"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The project's own content, served; never stopped by a test."""
    running = served_once(tmp_path_factory).copy(tmp_path_factory.mktemp("served") / "var").start()
    yield running
    running.stop()


@pytest.fixture
def lone(server: Server, tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own, to be stopped; its edition is made already."""
    running = server.copy(tmp_path / "served").start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def chromium() -> str:
    found = find_chromium()
    assert found, "No Chromium: run `make test` once, it installs one."
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
    yield opened
    opened.close()


@pytest.fixture
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=server.url, viewport=PHONE, locale="fr-FR")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Iterator[Page]:
    """A phone's page over the project's own content."""
    opened = context.new_page()
    faults = watch(opened, server.url)
    yield opened
    assert faults == []


@pytest.fixture
def profile(playwright: Playwright, chromium: str, tmp_path: Path) -> Iterator[Callable[[str], BrowserContext]]:
    """Open a browser with a profile kept between its starts; call it again for a cold start."""
    with ExitStack() as opened:

        def open_browser(url: str) -> BrowserContext:
            return opened.enter_context(opened_profile(playwright, chromium, tmp_path / "profile", url))

        yield open_browser


@pytest.fixture
def wire(lone: Server) -> Iterator[Proxy]:
    """A wire to a server of the test's own."""
    proxy = Proxy(lone.port).start()
    yield proxy
    proxy.stop()


@pytest.fixture
def phone(wire: Proxy, profile: Callable[[str], BrowserContext]) -> Page:
    """A phone at the other end of the wire."""
    return profile(wire.url).new_page()


@pytest.fixture
def offline(kept: BrowserContext) -> Iterator[Page]:
    """A page of a phone that keeps a neighbourhood (each file says how it came to), its server gone."""
    page = kept.new_page()
    page.goto("about:blank")
    faults = watch(page, "http://127.0.0.1")
    yield page
    page.close()
    assert faults == []


@contextmanager
def opened_profile(playwright: Playwright, chromium: str, folder: Path, url: str) -> Iterator[BrowserContext]:
    """Open a browser on a profile that stays in a folder."""
    with playwright.chromium.launch_persistent_context(
        folder, executable_path=chromium, args=ARGUMENTS, base_url=url, viewport=PHONE, locale="fr-FR"
    ) as context:
        yield context


def watch(page: Page, origin: str) -> list[str]:
    """Return the list that every fault of the page will be added to."""
    faults: list[str] = []

    def console(message: ConsoleMessage) -> None:
        # A test that blocks workers is told so when the page stays open for long.
        if message.type in ("error", "warning") and "registration blocked by Playwright" not in message.text:
            faults.append(f"console: {message.text} ({message.location.get('url')})")

    def request(asked: Request) -> None:
        if not asked.url.startswith((origin, "data:", "blob:")):
            faults.append(f"request to another origin: {asked.url}")

    page.on("console", console)
    page.on("request", request)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    return faults
