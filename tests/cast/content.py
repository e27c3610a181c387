"""The two territories that tests read: the tiny one, and the project's own four."""

from functools import cache
from pathlib import Path

from app.domain.content import Content
from app.exchange.native import read_content

from .library import TINY

ROOT = Path(__file__).parents[2]


def read_tiny() -> Content:
    """Return the tiny territory, read anew: no object of it was seen before."""
    return _read(TINY)


@cache
def sample() -> Content:
    """Return the neighbourhoods that the project ships, read once; they are frozen."""
    return _read(ROOT)


def _read(folder: Path) -> Content:
    content, problems = read_content(folder)
    assert content is not None, [problem.tell() for problem in problems]
    return content
