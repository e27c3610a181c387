"""Critical styles: a part of the whole sheet, in its order, that dresses the first screen."""

import re

import pytest

from app.critical import FIRST_SCREEN, critical_styles
from app.site.page_styles import CRITICAL

SHEET = (
    ":root{--ink:#000}.header,.sheet{margin:0}.header:hover{color:red}.map-frame{block-size:55vh}"
    "@media (min-width:48rem){.header{padding:0}.sheet{padding:0}}@media print{.header{display:none}}"
    ":is(.header,.main) a{color:blue}out-box>.button{flex:none}.outbox{color:red}"
)


def test_it_keeps_what_is_seen_first_and_nothing_else() -> None:
    assert critical_styles(SHEET, "page") == (
        ":root{--ink:#000}.header{margin:0}@media (min-width:48rem){.header{padding:0}}:is(.header,.main) a{color:blue}"
    )


def test_what_goes_for_those_without_a_class_is_there_from_the_beginning() -> None:
    sheet = ".map:not(.is-whole,.sheet){display:grid}.finder-open>span:not(:has(.badge)){color:red}.map.is-whole{top:0}"
    assert critical_styles(sheet, "map") == sheet.removesuffix(".map.is-whole{top:0}")


def test_a_map_has_its_frame() -> None:
    assert ".map-frame{block-size:55vh}" in critical_styles(SHEET, "map")


@pytest.mark.parametrize("kind", FIRST_SCREEN)
def test_what_is_built_is_small_and_asks_for_nothing(kind: str) -> None:
    styles = (CRITICAL / f"{kind}.css").read_text(encoding="utf-8")
    assert 5_000 < len(styles) < 22_500
    assert not re.search(r"url\(|@import|</", styles)
