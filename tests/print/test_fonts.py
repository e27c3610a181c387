from pathlib import Path

import pytest

from app.print.fonts import FACES, build_fonts
from app.print.glyphs import FONTS, unprintable

NODE_MODULES = Path(__file__).parents[2] / "node_modules"

pytestmark = pytest.mark.usefixtures("print_shop")


@pytest.mark.parametrize(
    "letters",
    [
        "àâçéèêëîïôœùûüÿ ÀÉŒ «» ’ … – € № ·",
        "ğış țș ãõ ñ ɛɔɲŋ ɓɗƙ",
        "جولة على الأقدام ؟ ، لا ٌ",
        "Привіт ґ",
        "மிக அருகில் ஒரு பயனுள்ள இடம்",
        "附近的实用场所，（免费）。",
        "\u2066\u2069\u202f\u00a0",
    ],
)
def test_our_fonts_hold(letters: str) -> None:
    assert unprintable(letters) == ""


def test_what_they_lack_is_said_once_each() -> None:
    assert unprintable("a龍b龍ሀ") == "龍ሀ"


def test_the_subsets_are_small_and_their_licence_lies_beside_them() -> None:
    files = [FONTS / face.source(NODE_MODULES).name for face in FACES]
    assert sum(file.stat().st_size for file in files) < 2_500_000
    licences = (FONTS / "OFL.txt").read_text(encoding="utf-8").upper()
    assert licences.count("SIL OPEN FONT LICENSE VERSION 1.1") >= len({face.licence for face in FACES})


def test_fonts_newer_than_their_sources_are_left_alone() -> None:
    before = (FONTS / "coverage.json").stat().st_mtime_ns
    build_fonts(NODE_MODULES, FONTS)
    assert (FONTS / "coverage.json").stat().st_mtime_ns == before
