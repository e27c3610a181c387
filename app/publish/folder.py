"""The folder that a site of files is written into: only what changed, each file whole, nothing of a stranger's.

`.adeuxpas.json` lists every file of ours with its mark, length and time. Names are claimed in it before the first
file is written: a run that was stopped half-way leaves a folder that the next one completes. A new file lies under
one other name until it is whole.
"""

import fcntl
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..domain.text import N_
from .fault import PublicationFault
from .layout import File, rank

LEDGER = ".adeuxpas.json"
_NEW = ".adeuxpas.new"
_FORMAT = 1

Entry = tuple[str, int, int]
"""Mark, length and time of a file as we left it."""

CLAIMED: Entry = ("", -1, -1)


@dataclass(frozen=True)
class Report:
    """What a run did."""

    written: int
    unchanged: int
    removed: int


def write_folder(
    folder: Path, files: Iterable[File], *, force: bool = False, progress: Callable[[int, int], None] | None = None
) -> Report:
    """Make the folder hold these files; raise `PublicationFault` with a sentence before touching what is not ours."""
    wanted = {file.name: file for file in sorted(files, key=lambda file: (rank(file.name), file.name))}
    with _said(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            ledger = _read_ledger(folder, force=force)
            there = {name: found for name, file in wanted.items() if (found := _found(folder, file, ledger.get(name)))}
            todo = [file for name, file in wanted.items() if name not in there]
            if not force:
                ours = {*ledger, *(parent for name in ledger for parent in _parents(name))}
                _spare_strangers(folder, [file.name for file in todo if file.name not in ours])
            gone = sorted(ledger.keys() - wanted.keys())
            return _write(folder, _Work(ledger, there, todo, gone), progress or (lambda done, total: None))


# Private


@dataclass(frozen=True)
class _Work:
    """What stands in the ledger, what is there as it should be, what is to be written, what is to go."""

    ledger: Mapping[str, Entry]
    there: Mapping[str, Entry]
    todo: Sequence[File]
    gone: Sequence[str]


def _write(folder: Path, work: _Work, progress: Callable[[int, int], None]) -> Report:
    entries = dict(work.there)
    if work.todo or work.gone:
        _write_ledger(folder, {**work.ledger, **work.there, **{file.name: CLAIMED for file in work.todo}})
    first = _in_the_way(work)
    _remove(folder, first)
    for done, file in enumerate(work.todo, 1):
        entries[file.name] = _put(folder, file)
        progress(done, len(work.todo))
    _remove(folder, [name for name in work.gone if name not in first])
    if entries != work.ledger:
        _write_ledger(folder, entries)
    return Report(len(work.todo), len(work.there), len(work.gone))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let one run in; the folder itself is the lock, for a file of ours would be copied with it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _read_ledger(folder: Path, *, force: bool) -> Mapping[str, Entry]:
    try:
        written = json.loads((folder / LEDGER).read_bytes())
        return {name: (mark, size, time) for name, (mark, size, time) in written["files"].items()}
    except FileNotFoundError:
        if not force:
            _require_empty(folder)
    except (ValueError, KeyError, TypeError, AttributeError):
        if not force:
            sentence = N_("La liste %(file)s est abîmée\u00a0: --force la refait, sans rien effacer.")
            raise PublicationFault(sentence, file=folder / LEDGER) from None
    return {}


def _require_empty(folder: Path) -> None:
    """Hidden files (`.git`, `.nojekyll`) are the tools' of who keeps the folder: they may stay."""
    if any(not file.name.startswith(".") for file in folder.iterdir()):
        raise PublicationFault(
            N_(
                "Le dossier %(folder)s contient déjà des fichiers qui ne viennent pas d’ici. Donnez un dossier vide, "
                "ou ajoutez --force pour écrire à côté d’eux\u00a0: seuls ceux de même nom seraient remplacés."
            ),
            folder=folder,
        )


def _spare_strangers(folder: Path, names: Iterable[str]) -> None:
    stranger = next((name for name in names if os.path.lexists(folder / name)), None)
    if stranger:
        raise PublicationFault(
            N_(
                "%(file)s ne vient pas d’ici, et le site a un fichier de ce nom. Rien n’a été écrit\u00a0: "
                "déplacez-le, ou ajoutez --force pour le remplacer."
            ),
            file=folder / stranger,
        )


def _found(folder: Path, file: File, entry: Entry | None) -> Entry | None:
    """Return the entry of a file that is there with its bytes; they are read only when its time is not ours."""
    path = folder / file.name
    try:
        state = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    now = (file.mark, state.st_size, state.st_mtime_ns)
    is_same = now == entry or (state.st_size == file.size and path.is_file() and path.read_bytes() == file.read())
    return now if is_same else None


def _put(folder: Path, file: File) -> Entry:
    path, new = folder / file.name, folder / _NEW
    new.write_bytes(file.read())
    path.parent.mkdir(parents=True, exist_ok=True)
    new.replace(path)
    state = path.stat()
    return file.mark, state.st_size, state.st_mtime_ns


def _remove(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        (folder / name).unlink(missing_ok=True)
        for parent in _parents(name):
            # A folder that holds something else is not empty, and stays.
            with suppress(OSError):
                (folder / parent).rmdir()


def _in_the_way(work: _Work) -> list[str]:
    """Return the files to go whose name is now the one of a folder, or the other way round."""
    names = {file.name for file in work.todo}
    folders = {parent for name in names for parent in _parents(name)}
    return [name for name in work.gone if name in folders or names & set(_parents(name))]


def _parents(name: str) -> list[str]:
    """Return the folders that a file lies in, the innermost first."""
    return [str(parent) for parent in PurePosixPath(name).parents][:-1]


def _write_ledger(folder: Path, entries: Mapping[str, Entry]) -> None:
    (folder / _NEW).write_text(json.dumps({"format": _FORMAT, "files": entries}, indent=0), encoding="utf-8")
    (folder / _NEW).replace(folder / LEDGER)


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    """Turn what the system says of the disk into a sentence."""
    try:
        yield
    except OSError as error:
        sentence = N_(
            "Le site n’a pas pu être écrit dans %(folder)s\u00a0: %(reason)s. Relancez\u00a0: la suite sera écrite."
        )
        raise PublicationFault(sentence, folder=folder, reason=error.strerror or error) from error
