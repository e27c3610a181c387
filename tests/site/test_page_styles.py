"""The styles in pages: one element a page, known to the policy by its hash alone."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from app.critical import FIRST_SCREEN
from app.site.headers import content_security_policy, policy_of_a_page
from tests.cast.printed import read_tiny, render

STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render(read_tiny())


def source_of(styles: str) -> str:
    return f"'sha256-{b64encode(sha256(styles.encode()).digest()).decode()}'"


def test_every_page_has_one_sheet_of_its_own_that_the_policy_knows(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        (styles,) = STYLE.findall(page)
        assert source_of(styles) in content_security_policy(), path
        assert source_of(styles) in policy_of_a_page(), path


def test_pages_of_a_kind_have_the_same_sheet(pages: dict[str, str]) -> None:
    kinds = {styles for page in pages.values() for styles in STYLE.findall(page)}
    assert len(kinds) == len(FIRST_SCREEN)


def test_the_sheet_stands_on_a_line_of_its_own(pages: dict[str, str]) -> None:
    assert all(re.search(r"^<style>.*</style>$", page, re.MULTILINE) for page in pages.values())


def test_the_whole_sheet_is_waited_for_by_nothing_before_it(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        assert 'rel="stylesheet"' not in page.split("</footer>")[0].split("<body>")[0], path
        assert '<link rel="stylesheet" href="/static/gen/app.css">' in page.split("<body>")[1], path


def test_the_policy_allows_nothing_unsafe() -> None:
    assert "unsafe" not in content_security_policy()
