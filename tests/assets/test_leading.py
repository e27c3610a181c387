"""The script and the style of leading: small, and loaded by no other page."""

import brotli
import pytest

from app.assets import FIRST_STYLES, GEN, LATE_SCRIPTS


@pytest.mark.parametrize(("file", "most"), [("leading.js", 15_000), ("leading.css", 2_500)])
def test_it_is_small(file: str, most: int) -> None:
    assert len(brotli.compress((GEN / file).read_bytes())) <= most


def test_it_stands_alone() -> None:
    assert "js/leading.js" in LATE_SCRIPTS and "gen/leading.css" not in FIRST_STYLES
