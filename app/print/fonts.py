"""The fonts of paper: subsets of Noto for the scripts we print, so that a poster looks the same everywhere.

Beside the fonts, `coverage.json` lists the characters they hold: a poster is refused before Typst would
print an empty box.
"""

import json
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
_TAMIL = ((0x20, 0x20), (0x964, 0x965), (0xB80, 0xBFF), (0x200C, 0x200D), (0x25CC, 0x25CC))


def _chinese() -> tuple[tuple[int, int], ...]:
    """The 3755 usual characters (GB 2312, level 1), punctuation and full-width signs."""
    usual = bytes(byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    points = sorted({ord(letter) for letter in usual.decode("gb2312", errors="ignore")})
    return (*((point, point) for point in points), (0x3000, 0x3015), (0xFF01, 0xFF5E), (0x2013, 0x2026))


@dataclass(frozen=True)
class Face:
    """A font file of a npm package, the ranges of characters we keep of it, and the licence that lies beside it."""

    file: str
    ranges: Sequence[tuple[int, int]]
    licence: str

    def source(self, node_modules: Path) -> Path:
        """Return the file it is cut from."""
        return node_modules / self.file


def _expo(package: str, stem: str, weight: str, ranges: Sequence[tuple[int, int]]) -> Face:
    folder = f"@expo-google-fonts/{package}"
    return Face(f"{folder}/{weight}/{stem}_{weight}.ttf", ranges, f"{folder}/LICENSE_FONT")


_CHINESE = "@embedpdf/fonts-sc"

FACES = (
    *(
        _expo(package, stem, weight, ranges)
        for package, stem, ranges in (
            ("noto-sans", "NotoSans", _LATIN + _CYRILLIC),
            ("noto-sans-arabic", "NotoSansArabic", _ARABIC),
            ("noto-sans-tamil", "NotoSansTamil", _TAMIL),
        )
        for weight in ("400Regular", "700Bold")
    ),
    *(
        Face(f"{_CHINESE}/fonts/NotoSansHans-{weight}.otf", _chinese(), f"{_CHINESE}/LICENSE")
        for weight in ("Regular", "Bold")
    ),
)


def build_fonts(node_modules: Path, out: Path) -> None:
    """Write the subsets, what they cover and their licence into `out`, when a source is newer."""
    if _is_fresh(node_modules, out):
        return
    out.mkdir(parents=True, exist_ok=True)
    covered: set[int] = set()
    for face in FACES:
        covered |= _write_subset(face, node_modules, out)
    licences = dict.fromkeys((node_modules / face.licence).read_text(encoding="utf-8") for face in FACES)
    (out / LICENCE).write_text("\n\n".join(licences), encoding="utf-8")
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
