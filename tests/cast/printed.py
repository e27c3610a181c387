"""Pages of the tiny territory as tests read them: rendered once, and looked at through a parser."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from app.domain.content import Content
from app.domain.place import Place
from app.domain.public import public_content
from app.pages import page_files
from app.site.addresses import Site

from .content import read_tiny

__all__ = ["read_tiny"]
SITE = Site(languages=("fr", "en", "ar"), version="0", public_url="https://quartier.example")


def render(content: Content, site: Site = SITE) -> dict[str, str]:
    """Return every page of a phone by its path: those of a kiosk's screen are made otherwise."""
    pages = (page for page in page_files(public_content(content), site) if not page.path.startswith("kiosk/"))
    return {page.path: page.make().decode() for page in pages}


def rendered(content: Content, path: str) -> str:
    """Return a page, and make all pages of the content that no content before had: an edition takes those over too."""
    pages = [page for page in page_files(public_content(content), SITE) if not page.path.startswith("kiosk/")]
    for page in pages:
        key = page.path, page.fingerprint
        if key not in _MADE:
            _MADE[key] = page.make().decode()
    return _MADE[path, next(page.fingerprint for page in pages if page.path == path)]


_MADE: dict[tuple[str, str], str] = {}


def fingerprints(content: Content) -> dict[str, str]:
    """Return the fingerprint of every page by its path."""
    return {planned_file.path: planned_file.fingerprint for planned_file in page_files(public_content(content), SITE)}


def changed(before: Content, after: Content) -> set[str]:
    """Return the pages that an edit makes again."""
    old = fingerprints(before)
    return {path for path, print_ in fingerprints(after).items() if old.get(path) != print_}


def edit(content: Content, id: str, **facts: Any) -> Content:
    """Return the content with other facts about one place."""
    place = Place.model_validate(content.places[id].model_dump(by_alias=True) | facts)
    return replace(content, places={**content.places, id: place})


@cache
def parsed(html: str) -> "Page":
    """Return a page read once, however many tests look at it."""
    return Page(html)


class Page(HTMLParser):
    """The elements of a page, in order, each with its attributes and its language; and its first title."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Mapping[str, str]]] = []
        self.words: list[tuple[str, str]] = []
        self.heading = ""
        self._langs: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        if tag not in _VOID:
            self._langs.append((tag, found.get("lang") or (self._langs[-1][1] if self._langs else "")))

    def handle_endtag(self, tag: str) -> None:
        while self._langs and self._langs.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self._langs and self._langs[-1][0] not in ("script", "style"):
            self.words.append((self._langs[-1][1], data.strip()))
            self.heading += data.strip() if any(tag == "h1" for tag, _ in self._langs) else ""

    def all(self, tag: str, **wanted: str) -> Iterator[Mapping[str, str]]:
        """Yield the attributes of the elements of a name that have the wanted ones."""
        for name, attrs in self.elements:
            if name == tag and all(attrs.get(key) == value for key, value in wanted.items()):
                yield attrs

    def lang_of(self, words: str) -> str:
        """Return the language in which the page says these words."""
        return next(lang for lang, said in self.words if words in said)


_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "use"}


@pytest.fixture(scope="session")
def content() -> Content:
    """The tiny territory."""
    return read_tiny()


@pytest.fixture(scope="session")
def pages(content: Content) -> dict[str, str]:
    """Its pages, rendered once."""
    return render(content)
