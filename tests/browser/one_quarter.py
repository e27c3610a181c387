"""For files whose tests make editions: their server has one quarter, so that an edition takes a quarter of the time.

A file that imports `server` from here has it instead of the one with the project's whole content.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..cast.once import made_once
from ..cast.one_quarter import write_one_quarter
from .server import ROOT, Server, served_once

__all__ = ["one_quarter", "server"]


def one_quarter(factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content of the quarter, as `load` reads it."""
    return made_once(factory, "quarter", lambda folder: write_one_quarter(ROOT, folder))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One quarter of the project's content, served; never stopped by a test."""
    content = one_quarter(tmp_path_factory)
    made = served_once(tmp_path_factory, content, "quarter-served")
    running = made.copy(tmp_path_factory.mktemp("quarter") / "var").start()
    yield running
    running.stop()
