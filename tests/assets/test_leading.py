"""The script and the style of leading: small, and loaded by no other page."""

import brotli
import pytest

from app.assets import GEN, LATE_SCRIPTS
from app.critical import FIRST_SCREEN
from app.site.page_styles import CRITICAL

ON_DEMAND = (("at-stop.js", 10_500), ("hand-over.js", 7_000), ("photo.js", 1_000), ("qr-reader.js", 14_000))
"""Fetched when they are asked for; the codes' share is what the library weighs, the stop's has all that sends."""


@pytest.mark.parametrize(("file", "most"), [("leading.js", 15_000), ("leading.css", 2_500), *ON_DEMAND])
def test_it_is_small(file: str, most: int) -> None:
    assert len(brotli.compress((GEN / file).read_bytes())) <= most


def test_it_stands_alone() -> None:
    assert "js/leading.js" in LATE_SCRIPTS
    assert [kind for kind in FIRST_SCREEN if ".leading" in (CRITICAL / f"{kind}.css").read_text()] == ["lead"]
