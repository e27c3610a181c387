"""Rules over every page of a real edition: what a review of one page forgets."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.factory import create_app
from app.site.headers import file_headers, security_headers
from tests.cast.copies import lent
from tests.cast.library import settings_over, tiny_edition

DYNAMIC = ("/qr/", "/poster/", "/static/")
LOADED = {
    "script": "src",
    "img": "src",
    "link": "href",
    "use": "href",
    "source": "src",
    "iframe": "src",
    "image": "href",
}


class Page(HTMLParser):
    """The attributes of a page's elements, and what stands between script and style tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.styles: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.lasttag == "style" and data.strip():
            self.styles.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(settings_over(lent(tiny_edition(tmp_path_factory), tmp_path_factory.mktemp("rules"))))


@pytest.fixture(scope="module")
def visitor(site: Flask) -> FlaskClient:
    return site.test_client()


@pytest.fixture(scope="module")
def paths(site: Flask) -> list[str]:
    with site.app_context():
        edition = site.extensions["current_edition"].edition
    return [f"/{path}" for path in edition.files]


@pytest.fixture(scope="module")
def pages(visitor: FlaskClient, paths: list[str]) -> dict[str, Page]:
    answers = {path: visitor.get(path) for path in paths}
    return {path: Page(answer.text) for path, answer in answers.items() if answer.mimetype == "text/html"}


def test_every_file_has_the_security_headers(visitor: FlaskClient, paths: list[str]) -> None:
    answers = {path: visitor.get(path) for path in paths}
    # A worker asks for what pages ask for: it is held to their policy.
    wanted = {path: security_headers if is_page(path, answers) else file_headers for path in paths}
    bare = [path for path in paths if not set(wanted[path](None)) <= set(answers[path].headers.items())]
    assert (bare, len(paths) > 50) == ([], True)


def is_page(path: str, answers: dict[str, TestResponse]) -> bool:
    return answers[path].mimetype == "text/html" or path == "/sw.js"


def test_a_file_that_opens_nothing_says_little_beside_itself(visitor: FlaskClient, paths: list[str]) -> None:
    weights = {path: sum(len(f"{name}: {text}\r\n") for name, text in visitor.get(path).headers) for path in paths}
    assert max(weight for path, weight in weights.items() if path.startswith("/static/gen/")) < 400


def test_every_file_has_a_tag_and_is_asked_for_again(visitor: FlaskClient, paths: list[str]) -> None:
    answers = {path: visitor.get(path) for path in paths}
    lasting = {path for path, answer in answers.items() if answer.headers["Cache-Control"] != "no-cache"}
    # The names of chunks say what is in them.
    assert lasting == {path for path in paths if "/chunks/" in path} != set()
    assert all(answer.headers.get("ETag") for answer in answers.values())


def test_what_a_page_names_the_version_of_is_there_in_that_version(
    visitor: FlaskClient, pages: dict[str, Page]
) -> None:
    named = {
        address.split("#")[0]
        for page in pages.values()
        for _, attrs in page.elements
        for name in ("href", "src", "data-places", "data-pictograms")
        if "?v=" in (address := attrs.get(name, ""))
    }
    answers = {address: visitor.get(address) for address in named}
    wrong = [address for address, answer in answers.items() if "immutable" not in answer.headers["Cache-Control"]]
    assert (wrong, {Path(address.split("?")[0]).suffix for address in named}) == ([], {".css", ".js", ".json", ".svg"})


def test_no_script_stands_in_a_page(pages: dict[str, Page]) -> None:
    data = ("application/json", "application/ld+json")
    inline = [
        path
        for path, page in pages.items()
        for tag, attrs in page.elements
        if tag == "script" and "src" not in attrs and attrs.get("type") not in data
    ]
    assert inline == []


def test_the_policy_knows_every_style_that_stands_in_a_page(pages: dict[str, Page]) -> None:
    policy = dict(security_headers(None))["Content-Security-Policy"]
    styles = {styles for page in pages.values() for styles in page.styles}
    unknown = [s[:60] for s in styles if b64encode(sha256(s.encode()).digest()).decode() not in policy]
    assert (unknown, len(styles) > 1, "unsafe" in policy) == ([], True, False)


def test_no_element_has_a_style_or_a_handler(pages: dict[str, Page]) -> None:
    found = {
        (path, tag, name)
        for path, page in pages.items()
        for tag, attrs in page.elements
        for name in attrs
        if name == "style" or name.startswith("on") or attrs[name].strip().lower().startswith("javascript:")
    }
    assert found == set()


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Page]) -> None:
    foreign = {
        (path, attrs[LOADED[tag]])
        for path, page in pages.items()
        for tag, attrs in page.elements
        if tag in LOADED and attrs.get("rel") not in ("canonical", "alternate")
        if urlsplit(attrs.get(LOADED[tag], "")).netloc
    }
    assert foreign == set()


def test_every_link_within_the_site_leads_somewhere(
    visitor: FlaskClient, pages: dict[str, Page], paths: list[str]
) -> None:
    linked = {
        urlsplit(urljoin(path, attrs["href"])).path
        for path, page in pages.items()
        for tag, attrs in page.elements
        if tag in ("a", "link") and "href" in attrs and not urlsplit(attrs["href"]).scheme
    }
    dead = {path for path in linked - set(paths) if not path.startswith(DYNAMIC)}
    assert {path for path in dead if visitor.get(path).status_code >= 400} == set()


def test_every_page_says_its_language_and_direction(pages: dict[str, Page]) -> None:
    roots = {path: dict(page.elements)["html"] for path, page in pages.items()}
    wrong = {p: a for p, a in roots.items() if a.get("dir") != ("rtl" if "ar" in p.split("/") else "ltr")}
    assert (wrong, {a.get("lang") for a in roots.values()}) == ({}, {"fr", "en", "ar"})
