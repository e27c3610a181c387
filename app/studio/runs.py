"""Runs: many sheets drawn one after the other by a process of its own, at low priority, while pages are answered.

A run is a folder of `runs/`: what was asked, how far it is, its file once that is whole. One runs at a time: who draws
holds `runs/lock`, which the system takes back when the process ends, however it does. A run that says it draws while
nobody holds the lock for it has died.
"""

import fcntl
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from secrets import token_hex
from threading import Thread
from typing import Any, Literal

from ..settings import ROOT, Settings, environ_of

KEPT_S = 30 * 60
FOLDER = "runs"
_LOCK, _STATE, _ASKED, _CANCEL = "lock", "state.json", "asked.json", "cancel"

State = Literal["drawing", "done", "cancelled", "died", "failed", "nothing"]
Binding = Literal["pdf", "zip"]


@dataclass(frozen=True)
class Asked:
    """What a run is to draw: a format with its options (as forms write them), of each subject of a kind, or theme."""

    territory: str
    each: str
    fields: Mapping[str, Sequence[str]]
    base: str
    binding: Binding = "pdf"


@dataclass(frozen=True)
class Run:
    """How far a run is; `refused` are the sheets that may not be printed, with the name of each and the sentence."""

    id: str
    state: State
    done: int = 0
    total: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    file: str = ""
    territory: str = field(default="", compare=False)

    @property
    def drawn(self) -> int:
        """How many sheets were drawn, those that may not be printed apart."""
        return self.done - len({name for name, _ in self.refused})

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more comes of it."""
        return self.state != "drawing"


class RunBusy(RuntimeError):
    """Another run is drawing."""


def start_run(settings: Settings, asked: Asked) -> str:
    """Begin a run and return its id; raise `RunBusy` while another one draws."""
    folder = settings.data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    sweep(settings)
    id = token_hex(8)
    with (folder / _LOCK).open("a+") as lock:
        if not _take(lock.fileno()):
            raise RunBusy
        (folder / id).mkdir()
        _write(folder / id / _ASKED, asdict(asked))
        save(settings, Run(id, "drawing"))
        (folder / _LOCK).write_text(id, encoding="utf-8")
        command = [sys.executable, "-m", "app.cli.draw_run", id]
        # The lock goes along with the process: it is free when that has ended, and not before.
        process = subprocess.Popen(  # noqa: S603 - our own module
            command,
            env=environ_of(settings),
            cwd=ROOT,
            pass_fds=[lock.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
    Thread(target=process.wait, daemon=True).start()
    return id


def read_run(settings: Settings, id: str) -> Run | None:
    """Return how far a run is; None when there is none, or not any more."""
    told = _read(settings.data / FOLDER / id / _STATE) if id.isalnum() else None
    if told is None:
        return None
    asked = read_asked(settings, id)
    run = Run(
        **{**told, "refused": tuple((name, words) for name, words in told["refused"]), "territory": asked.territory}
    )
    return run if run.is_over or drawing_now(settings) == id else replace(run, state="died")


def read_asked(settings: Settings, id: str) -> Asked:
    """Return what a run is to draw."""
    return Asked(**(_read(settings.data / FOLDER / id / _ASKED) or {}))


def drawing_now(settings: Settings) -> str:
    """Return the id of the run that is drawing; empty when none is."""
    with suppress(FileNotFoundError), (settings.data / FOLDER / _LOCK).open() as lock:
        return "" if _take(lock.fileno(), shared=True) else lock.read()
    return ""


def cancel_run(settings: Settings, id: str) -> None:
    """Ask a run to stop before its next sheet."""
    folder = settings.data / FOLDER / id
    if folder.is_dir():
        (folder / _CANCEL).touch()


def is_cancelled(settings: Settings, id: str) -> bool:
    """Tell whether somebody asked a run to stop."""
    return (settings.data / FOLDER / id / _CANCEL).exists()


def save(settings: Settings, run: Run) -> None:
    """Write how far a run is."""
    told = asdict(run)
    told.pop("territory")
    _write(settings.data / FOLDER / run.id / _STATE, told)


def file_of(settings: Settings, run: Run) -> Path:
    """Return the file of a run that is done."""
    return settings.data / FOLDER / run.id / run.file


def sweep(settings: Settings) -> None:
    """Remove the runs of which nothing was heard for half an hour: each sheet is heard of."""
    now = time.time()
    with suppress(FileNotFoundError):
        for folder in (settings.data / FOLDER).iterdir():
            state = folder / _STATE
            if state.exists() and now - state.stat().st_mtime > KEPT_S:
                shutil.rmtree(folder, ignore_errors=True)


# Private


def _take(descriptor: int, *, shared: bool = False) -> bool:
    """Take the lock if nobody has it. Who only looks takes it for a moment, which may meet somebody who starts."""
    for _ in range(1 if shared else 5):
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0 if shared else 0.02)
        else:
            return True
    return False


def _write(file: Path, told: object) -> None:
    """Write a file whole or not at all: others read it meanwhile."""
    part = file.with_suffix(".part")
    part.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    part.replace(file)


def _read(file: Path) -> dict[str, Any] | None:
    with suppress(FileNotFoundError):
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return found
    return None
