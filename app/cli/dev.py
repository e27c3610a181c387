"""`serve --dev`: files are looked at twice a second; content is loaded again, a changed program starts again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from flask import Flask

from ..library.content.load import load_folder
from ..publish.make import EditionMaker
from ..settings import ROOT
from .telling import say, say_problem
from .watch import EditionWatch

PROGRAM = ("app", "translations")
CONTENT = ("data", "walks", "translations")
_BUILT = ("gen", "generated", "fonts", "__pycache__")
_COMPILED = (".mo", ".pyc")


class DevWatch(EditionWatch):
    """The watch of a developer: the program, its pages and its content."""

    def __init__(self, app: Flask, maker: EditionMaker) -> None:
        super().__init__(maker)
        self._app = app
        self._again = False
        self._program = _times(PROGRAM)
        self._content = _times(CONTENT)

    def stop(self) -> None:
        """End the watch; when the program changed, replace this process by a new one of the same command."""
        super().stop()
        if self._again:
            click.echo(say("Le programme a changé\u00a0: on recommence."))
            os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - ourselves

    def look(self) -> None:
        """Load changed content; begin again with a changed program; print what there is to print."""
        if _times(CONTENT) != self._content:
            self._content = _times(CONTENT)
            self._load()
        if _times(PROGRAM) != self._program and not self._again:
            self._again = True
            os.kill(os.getpid(), signal.SIGTERM)
            return
        super().look()

    # Private

    def _load(self) -> None:
        with self._app.app_context():
            for problem in load_folder(ROOT).problems:
                click.echo(say_problem(problem), err=True)


def build_dev_assets() -> None:
    """Build scripts and styles with their sources, for a browser's debugger."""
    subprocess.run([sys.argv[0], "assets", "--dev"], check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - ourselves


def _times(folders: Iterable[str]) -> Mapping[Path, int]:
    return {file: file.stat().st_mtime_ns for name in folders for file in (ROOT / name).rglob("*") if _is_source(file)}


def _is_source(file: Path) -> bool:
    return file.is_file() and file.suffix not in _COMPILED and not set(_BUILT) & set(file.parts)
