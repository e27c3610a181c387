"""A copy of the tiny territory that a test may spoil."""

import shutil
from pathlib import Path

from app.domain.problem import Problem
from app.exchange.native import read_content

from ..conftest import CONTENT

PLACES, TERRITORIES = "data/places.geojson", "data/territories.geojson"
CATEGORIES, CALENDARS = "data/categories.toml", "data/calendars.toml"
PLAN, CODES = "data/plan.geojson", "data/codes.csv"
WALK, OTHER_WALK = "walks/du-college-au-square.toml", "walks/un-livre-au-vert.toml"
TEXTS = "translations/ar/LC_MESSAGES/content.po"


def tiny_copy(folder: Path) -> Path:
    """Return a copy of the tiny territory below `folder`."""
    copy = folder / "content"
    shutil.copytree(CONTENT / "tiny", copy)
    return copy


def spoil(folder: Path, path: str, old: str, new: str) -> None:
    """Replace the first `old` in a file; "" replaces the whole file."""
    file = folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}."
    file.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def told(problems: list[Problem]) -> list[str]:
    """Return the problems as lines with plain spaces."""
    return [problem.tell().replace("\u00a0", " ").replace("\u202f", " ") for problem in problems]


def problems_of(folder: Path) -> list[str]:
    """Return every problem of a folder as a line."""
    return told(read_content(folder)[1])
