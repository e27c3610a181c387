"""What a format of sheets declares; each is a folder of `formats/`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from .order import Order

MAX_LANGUAGES = 4

Words = dict[str, Any]
"""All that a sheet shows, in plain data; what has a `lang` is written in it, all else in French."""


class Impose(Protocol):
    """Lay the pages of a PDF out for folding."""

    def __call__(self, pdf: bytes, *, is_rtl: bool) -> bytes: ...


@dataclass(frozen=True)
class Format:
    """A kind of sheet: its title and what it is for (in French), what it prints, its page, what its Typst file is told.

    `prints` names kinds of subjects, the usual one first; with `gathers` one sheet holds all that are asked for, with
    `takes_themes` there is one for each theme of a quarter.
    `code_mm` is the side of the 25 modules of its code. A format that is not `is_read` is cut, folded or filled in:
    it claims no accessibility. One that `is_numbered` takes a first number and how many; one that `is_calibrated` falls
    on what is cut already, and is corrected for its printer (`calibration_words`). `sides` is how a printer
    turns the paper; what is folded is laid out by `impose`, in a second file.
    """

    title: str
    about: str
    prints: tuple[str, ...]
    page_mm: tuple[float, float]
    words_of: Callable[[Order], Words]
    code_mm: float
    most_languages: int = MAX_LANGUAGES
    gathers: bool = False
    is_read: bool = True
    takes_themes: bool = False
    is_numbered: bool = False
    is_calibrated: bool = False
    sides: Literal["Simplex", "DuplexFlipShortEdge", "DuplexFlipLongEdge"] = "Simplex"
    impose: Impose | None = None
    name: str = ""
    typst: Path = Path()

    @property
    def picture(self) -> bytes:
        """Its first page as a small PNG, drawn of the sample by `make pictures`."""
        return self.typst.with_name("picture.png").read_bytes()
