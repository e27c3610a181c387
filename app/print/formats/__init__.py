"""The formats of posters: one folder each, with its Typst sheet and what that sheet is given.

A format is found by its folder: `sheet.typ` is drawn with what `words_of` of its package returns, and `WRITTEN`
names the French ones that our fonts must be able to write.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Protocol

from ..sheet import Sheet

DEFAULT = "a4"


class WordsOf(Protocol):
    """What a format makes of a sheet: plain data, for Typst; its code leads to `public_url`, else to `base`."""

    def __call__(self, sheet: Sheet, public_url: str | None, base: str = ...) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Format:
    """A format of posters: its Typst file, what that shows, and which of it is written in French."""

    name: str
    typst: Path
    words_of: WordsOf
    written: tuple[str, ...]


def format_names() -> tuple[str, ...]:
    """Return the name of every format there is."""
    return tuple(sorted(module.name for module in iter_modules(__path__) if module.ispkg))


@cache
def read_format(name: str) -> Format:
    """Return a format by its name."""
    package = import_module(f".{name}", __package__)
    return Format(name, Path(package.__path__[0]) / "sheet.typ", package.words_of, package.WRITTEN)
