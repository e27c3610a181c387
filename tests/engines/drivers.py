"""Two other browsers, driven with what Debian brings: Firefox by its own protocol, WebKitGTK by WebDriver.

Playwright drives only browsers that it patched itself. A test asks little: open a page, run a script, close.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from ..cast.process import START_WITHIN_S, free_port, wait_until

NOT_YET = (URLError, ConnectionError)
SCRIPT_WITHIN_S = 60

# What is run is the body of an async function; a fault comes back as one, not as a silence.
ASYNC = """const done = arguments[arguments.length - 1]
;(async () => { %s })().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }))"""


class Browser(Protocol):
    """A browser with one window; one that forgets has nothing left of the phone when it is started again."""

    forgets: bool

    def open(self, url: str) -> None:
        """Open a page and wait until it is loaded."""

    def run(self, script: str) -> Any:
        """Run the body of an async function in the page and return what it returns."""


class ScriptFault(AssertionError):
    """A script threw in the page."""


@contextmanager
def firefox(profile: Path) -> Iterator["Firefox"]:
    """Start Firefox on a profile that stays: open it again for a cold start."""
    port = free_port()
    profile.mkdir(exist_ok=True)
    preferences = {**_NOTHING_OF_ITS_OWN, "marionette.port": port}
    told = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())
    (profile / "user.js").write_text("".join(told))
    command = ["firefox-esr", "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with _running(command) as process, _connected(port) as line:
        browser = Firefox(line)
        yield browser
        browser.quit()
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)


class Firefox:
    """Firefox through Marionette: messages `length:[0, number, command, parameters]` over a socket.

    https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
    """

    forgets = False

    def __init__(self, line: socket.socket) -> None:
        self._line = line.makefile("rwb")
        self._read()  # the greeting
        self._number = 0
        self._ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"timeouts": _TIMEOUTS}}})

    def open(self, url: str) -> None:
        self._ask("WebDriver:Navigate", {"url": url})

    def run(self, script: str) -> Any:
        return _value(self._ask("WebDriver:ExecuteAsyncScript", {"script": ASYNC % script, "args": []})["value"])

    def print_page(self) -> bytes:
        """Return the page as a PDF, on A4 with the margins of our sheets."""
        margin = {"top": 1, "bottom": 1, "left": 1.2, "right": 1.2}
        asked = {"page": {"width": 21, "height": 29.7}, "margin": margin, "shrinkToFit": False}
        return b64decode(self._ask("WebDriver:Print", asked)["value"])

    def quit(self) -> None:
        """Close as a person does: what it keeps is then on the disk."""
        self._ask("Marionette:Quit", {"flags": ["eForceQuit"]})

    def _ask(self, command: str, parameters: dict[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, command, parameters])
        self._line.write(f"{len(message.encode())}:{message}".encode())
        self._line.flush()
        _, _, error, answer = self._read()
        if error:
            raise ScriptFault(f"{command}: {error['message']}")
        return answer

    def _read(self) -> Any:
        length = b""
        while (digit := self._line.read(1)) != b":":
            length += digit
        return json.loads(self._line.read(int(length)))


@contextmanager
def webkit(folder: Path) -> Iterator["WebKit"]:
    """Start WebKitGTK's small browser on a screen of its own; it keeps no profile while it is driven."""
    port = free_port()
    # A screen of its own by number: two that look for a free one at once may find the same.
    command = ["xvfb-run", "-n", str(_FIRST_SCREEN + port % _SCREENS), "WebKitWebDriver", f"--port={port}"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with _running(command, environment):
        browser = WebKit(f"http://127.0.0.1:{port}")
        yield browser
        browser.quit()


class WebKit:
    """WebKitGTK through W3C WebDriver: JSON over HTTP. https://www.w3.org/TR/webdriver2/"""

    forgets = True

    def __init__(self, address: str) -> None:
        self._address = address
        wait_until(lambda: self._ask("GET", "/status"), START_WITHIN_S, patient_with=(*NOT_YET, ScriptFault))
        wanted = {"browserName": "MiniBrowser", "timeouts": _TIMEOUTS}
        options = {"binary": str(minibrowser()), "args": ["--automation"]}
        body = {"capabilities": {"alwaysMatch": {**wanted, "webkitgtk:browserOptions": options}}}
        self._session = f"/session/{self._ask('POST', '/session', body)['sessionId']}"

    def open(self, url: str) -> None:
        # A page that changes its own address at that moment (a search does) is taken for the one that was asked for.
        self._say("globalThis.isLeft = true")
        self._ask("POST", f"{self._session}/url", {"url": url})
        is_there = "return !globalThis.isLeft && document.readyState === 'complete'"
        wait_until(lambda: self._say(is_there), START_WITHIN_S, patient_with=(ScriptFault,))

    def run(self, script: str) -> Any:
        return _value(self._ask("POST", f"{self._session}/execute/async", {"script": ASYNC % script, "args": []}))

    def quit(self) -> None:
        self._ask("DELETE", self._session)

    def _say(self, script: str) -> Any:
        return self._ask("POST", f"{self._session}/execute/sync", {"script": script, "args": []})

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        request = Request(self._address + path, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310
        try:
            with urlopen(request, timeout=START_WITHIN_S + SCRIPT_WITHIN_S) as answer:  # noqa: S310 - this machine
                return json.load(answer)["value"]
        except HTTPError as error:
            raise ScriptFault(f"{method} {path}: {error.read().decode(errors='replace')}") from error


def minibrowser() -> Path | None:
    """Return where Debian puts the browser that WebKitWebDriver starts."""
    return next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))), None)


def missing(engine: str) -> str:
    """Return what is not installed for an engine, "" when all is there."""
    needs = {"firefox": ["firefox-esr"], "webkit": ["WebKitWebDriver", "xvfb-run"]}[engine]
    lacking = [name for name in needs if shutil.which(name) is None]
    if engine == "webkit" and minibrowser() is None:
        lacking.append("MiniBrowser")
    return ", ".join(lacking)


# Private

_FIRST_SCREEN, _SCREENS = 200, 50_000

_NOTHING_OF_ITS_OWN = {
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.blockedURIs.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.enabled": False,
}
"""What Firefox would fetch and show beside the page, a fifth of its start: what pages may do is as it comes."""

_TIMEOUTS = {"script": SCRIPT_WITHIN_S * 1000, "pageLoad": 60_000}


def _value(answer: Any) -> Any:
    if "error" in answer:
        raise ScriptFault(answer["error"])
    return answer["value"]


@contextmanager
def _running(command: Sequence[str], environment: dict[str, str] | None = None) -> "Iterator[subprocess.Popen[bytes]]":
    """Run a command in a session of its own; what has not ended by itself is ended."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env=environment, start_new_session=True, **quiet)
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def _connected(port: int) -> Iterator[socket.socket]:
    found: list[socket.socket] = []

    def try_it() -> bool:
        found.append(socket.create_connection(("127.0.0.1", port), timeout=START_WITHIN_S + SCRIPT_WITHIN_S))
        return True

    wait_until(try_it, START_WITHIN_S, patient_with=NOT_YET)
    with found[-1] as line:
        yield line
