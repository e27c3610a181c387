"""The fonts of paper: subsets of Noto for the scripts we print, so that a poster looks the same everywhere.

Beside the fonts, `coverage.json` lists the characters they hold: a poster is refused before Typst would
print an empty box.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

COVERAGE = "coverage.json"
LICENCE = "OFL.txt"

# Letters of the Latin alphabets of the quarter (fr en pt es tr ro so bm snk…), punctuation, signs.
_LATIN = (
    *((0x20, 0x7E), (0xA0, 0x17F), (0x186, 0x1B4), (0x218, 0x21B), (0x250, 0x272), (0x2C6, 0x2DC), (0x300, 0x304)),
    *((0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20AC, 0x20AC), (0x2116, 0x2122), (0x2212, 0x2212)),
)
_CYRILLIC = ((0x400, 0x45F), (0x490, 0x491))
_ARABIC = ((0x20, 0x20), (0x2D, 0x2E), (0x600, 0x6FF), (0x750, 0x77F), (0x2000, 0x206F))


@dataclass(frozen=True)
class Face:
    """A font file of a npm package and the ranges of characters we keep of it."""

    package: str
    weight: str
    stem: str
    ranges: Sequence[tuple[int, int]]

    def source(self, node_modules: Path) -> Path:
        """Return the file it is cut from."""
        return node_modules / "@expo-google-fonts" / self.package / self.weight / f"{self.stem}_{self.weight}.ttf"


FACES = tuple(
    Face(package, weight, stem, ranges)
    for package, stem, ranges in (
        ("noto-sans", "NotoSans", _LATIN + _CYRILLIC),
        ("noto-sans-arabic", "NotoSansArabic", _ARABIC),
    )
    for weight in ("400Regular", "700Bold")
)


def build_fonts(node_modules: Path, out: Path) -> None:
    """Write the subsets, what they cover and their licence into `out`, when a source is newer."""
    if _is_fresh(node_modules, out):
        return
    out.mkdir(parents=True, exist_ok=True)
    covered: set[int] = set()
    for face in FACES:
        covered |= _write_subset(face, node_modules, out)
    shutil.copyfile(node_modules / "@expo-google-fonts" / "noto-sans" / "LICENSE_FONT", out / LICENCE)
    (out / COVERAGE).write_text(json.dumps(list(_spans(covered))), encoding="utf-8")


def _write_subset(face: Face, node_modules: Path, out: Path) -> set[int]:
    source = face.source(node_modules)
    with TTFont(source) as font:
        subsetter = Subsetter(Options(layout_features=["*"], hinting=False, notdef_outline=True))
        subsetter.populate(unicodes=[point for first, last in face.ranges for point in range(first, last + 1)])
        subsetter.subset(font)
        font.save(out / source.name)
        return set(font.getBestCmap())


def _spans(points: set[int]) -> Iterator[tuple[int, int]]:
    first = None
    for point in sorted(points):
        first = point if first is None else first
        if point + 1 not in points:
            yield first, point
            first = None


def _is_fresh(node_modules: Path, out: Path) -> bool:
    made = out / COVERAGE  # the last one written
    sources = [Path(__file__), *(face.source(node_modules) for face in FACES)]
    return made.exists() and made.stat().st_mtime >= max(source.stat().st_mtime for source in sources)
