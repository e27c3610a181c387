"""The formats of sheets: one folder each, with its Typst file (`sheet.typ`) and its `FORMAT`.

A format is found by its folder: nothing else names it. What several share is in `app/print/shared/`.
"""

from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from ..format import Format

DEFAULT = "a4"


def format_names() -> tuple[str, ...]:
    """Return the name of every format there is."""
    return tuple(sorted(module.name for module in iter_modules(__path__) if module.ispkg))


@cache
def read_format(name: str) -> Format:
    """Return a format by its name."""
    package = import_module(f".{name}", __package__)
    declared: Format = package.FORMAT
    return replace(declared, name=name, typst=Path(package.__path__[0]) / "sheet.typ")
