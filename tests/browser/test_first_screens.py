"""What a phone of 360 by 740 shows before anybody scrolls, in French and in Arabic."""

import pytest
from playwright.sync_api import Locator, Page

from .conftest import PHONE

LANGUAGES = pytest.mark.parametrize("lang", ["fr", "ar"])
FRAME_PX = 110
"""Sign, step back, languages and tabs together."""


def top_of(one: Locator) -> float:
    box = one.first.bounding_box()
    assert box
    return box["y"]


def bottom_of(one: Locator) -> float:
    box = one.first.bounding_box()
    assert box
    return box["y"] + box["height"]


@LANGUAGES
@pytest.mark.parametrize("rest", ["", "map", "walks/"])
def test_the_frame_of_a_quarter_is_low(page: Page, lang: str, rest: str) -> None:
    page.goto(f"/{lang}/bel-air-sud/{rest}")
    assert top_of(page.locator("main")) <= FRAME_PX
    assert bottom_of(page.locator(".crumb-list a:visible").last) <= FRAME_PX
