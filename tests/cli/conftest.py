"""The tiny territory as a coordinator adds to it from the terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import commands

from ..library.folders import tiny_copy
from ..print.conftest import print_shop

__all__ = ["print_shop"]

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_copy(tmp_path)


@pytest.fixture
def new(folder: Path) -> Run:
    """Run `new` in the folder; return exit code and output with plain spaces."""

    def call(kind: str, answers: dict[str, str], typed: str = "", *words: str) -> tuple[int, str]:
        options = [option for name, value in answers.items() for option in (f"--{name}", value)]
        done = CliRunner().invoke(commands, ["new", kind, *words, str(folder), *options], input=typed)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output.replace("\u00a0", " ").replace("\u202f", " ")

    return call
