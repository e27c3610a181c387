"""Reads all that a phone keeps, from link to link, and asks for every file that those pages would ask for.

Pages are read as they come and not waited for until they are drawn: 500 take a minute less.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from playwright.sync_api import Page

LOST = ("Pas de réseau", "لا توجد شبكة", "")
"""What a page is headed that the phone has not."""

FETCH = """(paths) => Promise.all(paths.map(async (path) => (await fetch(path).catch(() => ({}))).ok ? "" : path))"""
ONLINE = ("edition-line.json", "apple-touch-icon.png")
"""What is asked from the server alone: whether there is anything newer, and the picture for a home screen."""


@dataclass
class Crawl:
    """The heading of every page by its path, and the files that could not be had."""

    headings: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    @property
    def lost(self) -> list[str]:
        return [path for path, heading in self.headings.items() if heading in LOST]


def crawl(page: Page, start: str, is_ours: Callable[[str], bool]) -> Crawl:
    """Follow every link that `is_ours` from page to page, and fetch what all of them name."""
    found, files, wanted = Crawl(), set[str](), [start]
    while wanted:
        path = wanted.pop()
        answer = page.goto(path, wait_until="commit")
        read = _Reader(answer.text() if answer else "")
        found.headings[path] = read.heading
        files |= read.files
        wanted += [link for link in read.links if is_ours(link) and link not in found.headings and link not in wanted]
    page.goto(start)
    found.missing = [path for path in page.evaluate(FETCH, sorted(files)) if path]
    return found


class _Reader(HTMLParser):
    """The heading of a page, the pages it leads to, and the files of the site that it and its scripts ask for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.heading = ""
        self.links: set[str] = set()
        self.files: set[str] = set()
        self._is_heading = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_heading = self._is_heading or tag == "h1"
        for name, path in _paths(attrs):
            if PurePosixPath(path).suffix in ("", ".html"):
                self.links |= {path} if (tag, name) == ("a", "href") else set()
            elif tag != "a" and not path.endswith(ONLINE):
                self.files.add(path)

    def handle_endtag(self, tag: str) -> None:
        self._is_heading = self._is_heading and tag != "h1"

    def handle_data(self, data: str) -> None:
        self.heading += data.strip() if self._is_heading else ""


def _paths(attrs: list[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    """Yield the addresses of the site among the attributes of an element."""
    for name, value in attrs:
        if value and value.startswith("/") and (name in ("href", "src") or name.startswith("data-")):
            yield name, urlsplit(value).path
