"""Data folders made once: an empty library, the tiny one, and the tiny one with its edition."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.factory import create_app
from app.library.content.load import load_folder
from app.library.db import db
from app.library.migrating import migrate_library
from app.library.saving.tables import LEFT_OUT
from app.settings import Settings, read_settings

from .once import made_once
from .program import run

BASE = "adeuxpas.db"
COMMAND = Path(sys.executable).with_name("adeuxpas")
CONTENT = Path(__file__).parents[1] / "content"
TINY = CONTENT / "tiny"
TODAY = "2026-11-18"
"""A Wednesday in term."""


def settings_over(data: Path) -> Settings:
    """Return the settings of a product whose data lie in a folder."""
    return read_settings({"ADEUXPAS_DATA": str(data), "ADEUXPAS_TODAY": TODAY})


def surroundings(data: Path, **environ: str) -> dict[str, str]:
    """Return the environment of a command over a data folder."""
    here = {"ADEUXPAS_DATA": str(data), "ADEUXPAS_TODAY": TODAY, "PYTHONUNBUFFERED": "1"}
    return {**os.environ, **here, **environ}


def run_command(data: Path, *words: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of the product in a process of its own."""
    return run(*words, env=surroundings(data, **environ))


def empty_library(factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with the tables and nothing in them."""
    return made_once(factory, "empty", _fill_empty)


def tiny_library(factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with the tiny territory in its library."""
    return made_once(factory, "tiny", lambda data: _fill_tiny(data, empty_library(factory)))


def tiny_edition(factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with the tiny territory and its edition, made by the commands themselves."""
    return made_once(factory, "printed", _print_tiny)


def take_library(made: Path, data: Path) -> None:
    """Put a copy of a library into a data folder, over what was there."""
    data.mkdir(parents=True, exist_ok=True)
    for rest in data.glob(f"{BASE}-*"):
        rest.unlink()
    shutil.copy(made / BASE, data / BASE)


def rows_in(data: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a backup of an SQLite library would hold, read a hundred times faster."""
    with closing(sqlite3.connect(data / BASE)) as base:
        names = {str(name) for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return {name: base.execute(f'SELECT * FROM "{name}"').fetchall() for name in names - LEFT_OUT}  # noqa: S608


# Private


def _fill_empty(data: Path) -> None:
    with create_app(settings_over(data)).app_context():
        migrate_library()
        db.engine.dispose()


def _fill_tiny(data: Path, empty: Path) -> None:
    take_library(empty, data)
    with create_app(settings_over(data)).app_context():
        assert load_folder(TINY).problems == ()
        db.session.remove()
        db.engine.dispose()


def _print_tiny(data: Path) -> None:
    loaded, printed = run_command(data, "load", str(TINY)), run_command(data, "edition")
    assert loaded.returncode == 0, loaded.stderr
    assert "Édition 1 du 18 nov. 2026" in printed.stdout, printed.stderr
