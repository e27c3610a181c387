"""Reads all that a phone keeps, from link to link, and asks for every file that those pages would ask for.

Pages are read as they come and not waited for until they are drawn, and their scripts, which would only begin, do not
run: 500 take a minute less.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from playwright.sync_api import Page

from ..cast.printed import Page as ReadPage

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
    reader = page.context.new_cdp_session(page)
    reader.send("Emulation.setScriptExecutionDisabled", {"value": True})
    while wanted:
        path = wanted.pop()
        answer = page.goto(path, wait_until="commit")
        read = ReadPage(answer.text() if answer else "")
        found.headings[path] = read.heading
        known = list(_addresses(read))
        files |= {path for tag, path in known if tag != "a" and _is_file(path) and not path.endswith(ONLINE)}
        links = {path for tag, path in known if tag == "a" and not _is_file(path) and is_ours(path)}
        wanted += [link for link in links if link not in found.headings and link not in wanted]
    reader.send("Emulation.setScriptExecutionDisabled", {"value": False})
    page.goto(start)
    found.missing = [path for path in page.evaluate(FETCH, sorted(files)) if path]
    return found


# Private


def _addresses(read: ReadPage) -> Iterator[tuple[str, str]]:
    """Yield the addresses of the site that a page or its scripts know, each with the element that names it."""
    for tag, attrs in read.elements:
        for name, value in attrs.items():
            if value.startswith("/") and (name in ("href", "src") or name.startswith("data-")):
                yield tag, urlsplit(value).path


def _is_file(path: str) -> bool:
    return PurePosixPath(path).suffix not in ("", ".html")
