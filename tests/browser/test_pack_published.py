"""A neighbourhood kept from a published folder, behind a plain file server and under a prefix."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext, expect

from .conftest import watch
from .packing import keep
from .server import Server

Profile = Callable[[str], BrowserContext]


class PlainFiles(SimpleHTTPRequestHandler):
    """A web server that knows nothing of us."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def folder(server: Server, tmp_path: Path) -> Path:
    """A folder whose `quartier/` is the published site."""
    shutil.copytree(server.data, tmp_path / "served")
    Server(tmp_path / "served").run("publish", str(tmp_path / "site/quartier"), "--base-url", "/quartier/")
    return tmp_path / "site"


@contextmanager
def plain_server(folder: Path) -> Iterator[str]:
    """Hand out a folder; yield the address of the site in it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(PlainFiles, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/quartier"
        server.shutdown()


@pytest.fixture
def kept_site(folder: Path, profile: Profile) -> tuple[str, BrowserContext]:
    """A site whose server is gone, and the phone that keeps a neighbourhood of it, started anew."""
    with plain_server(folder) as site:
        first = profile(site)
        keep(first.new_page(), "ar", home=f"{site}/fr/chapelle-nord/")
        first.close()
    return site, profile(site)


def test_kept_pages_open_at_all_their_addresses(kept_site: tuple[str, BrowserContext]) -> None:
    site, context = kept_site
    page = context.new_page()
    faults = watch(page, site.removesuffix("/quartier"))
    for path in ("ar/places/piscine-hebert/", "fr/places/piscine-hebert", "fr/places/piscine-hebert/index.html"):
        page.goto(f"{site}/{path}")
        expect(page.locator("h1")).to_contain_text("Piscine Hébert")
        expect(page.locator("[data-edition]")).to_contain_text("18")
    page.goto(f"{site}/fr/chapelle-nord/?q=piscine+heber")
    expect(page.locator("[data-list] > li")).to_have_count(1)
    assert faults == []
