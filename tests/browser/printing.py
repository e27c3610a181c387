"""What Chromium puts on paper: the words of the sheets, their pictures, the codes on them."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

NEEDS_POPPLER = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler's tools are not installed")


@dataclass(frozen=True)
class Printed:
    """A page printed to a file."""

    file: Path

    @property
    def text(self) -> str:
        """Its words, with plain spaces and without marks of direction."""
        told = subprocess.run(["pdftotext", "-layout", self.file, "-"], capture_output=True, text=True, check=True)
        return " ".join("".join(letter for letter in told.stdout if letter not in _MARKS).split())

    @property
    def codes(self) -> list[str]:
        """What the codes to scan on its first sheet say."""
        return [found.text for found in zxingcpp.read_barcodes(self.sheet(1, 200))]

    @property
    def last_is_full_to(self) -> float:
        """How far down its last sheet has ink, as a share of its height; 1 for a single sheet."""
        with pikepdf.open(self.file) as sheets:
            last = len(sheets.pages)
        if last == 1:
            return 1.0
        picture = self.sheet(last)
        ink = picture.point(lambda shade: 255 if shade < 235 else 0).getbbox()
        return ink[3] / picture.height if ink else 0.0

    def sheet(self, number: int, ppi: int = 30) -> Image.Image:
        """Return the picture of one of its sheets, which may be many: drawing a list with its map takes seconds."""
        only = ("-f", str(number), "-l", str(number), "-singlefile")
        command = ["pdftoppm", "-r", str(ppi), "-gray", "-png", *only, self.file, self.file.with_suffix("")]
        subprocess.run(command, check=True)
        with Image.open(self.file.with_suffix(".png")) as opened:
            return opened.copy()


def print_page(page: Page, folder: Path) -> Printed:
    """Print what the page shows, as it asks to be printed."""
    file = folder / "printed.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    return Printed(file)


_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
