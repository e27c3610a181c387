"""Writing the library to files: a file's own bytes while nothing in it changed, the canonical text otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...domain.problem import Problem
from ...domain.text import N_
from ...domain.walk import Walk
from ...exchange.native import canonical_files, paths_in, photos, rewritten, walks
from ...exchange.native.replacing import replace_files
from ...exchange.native.source import Source
from .photos import read_photo_files
from .queries import read_library, read_source_files
from .wordings import wording_files


@dataclass(frozen=True)
class DumpReport:
    """How many files were written anew or were already right, and what in the folder is not the library's."""

    written: int = 0
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing was written."""
        return any(not problem.warning for problem in self.problems)


def dump_folder(folder: Path) -> DumpReport:
    """Write every file of the library below `folder`; each is replaced whole or not at all."""
    refused = _refusal(folder)
    if refused:
        return DumpReport(problems=(refused,))
    files = library_files()
    changed = {path: data for path, data in files.items() if not _holds(folder / path, data)}
    replace_files(folder, changed)
    strangers = tuple(
        Problem(path, "", N_("la bibliothèque ne connaît pas ce fichier : il reste tel quel."), warning=True)
        for path in (*paths_in(folder), *map(photos.path_of, photos.files_in(folder)))
        if path not in files
    )
    return DumpReport(len(changed), len(files) - len(changed), strangers)


def library_files() -> dict[str, bytes]:
    """Return every file that the library makes, by path; of the program's catalogues those that the desk changed."""
    own, content = read_source_files(), read_library()
    files = {path: _own_or_canonical(path, own, data) for path, data in canonical_files(content).items()}
    pictures = read_photo_files(photos.names_in(content.places.values()))
    return files | {photos.path_of(file): data for file, data in pictures.items()} | wording_files()


def file_of_walk(walk: Walk) -> bytes:
    """Return the file of a walk as a dump would write it."""
    path = walks.path_of(walk.id)
    return _own_or_canonical(path, read_source_files(path), walks.write_walk(walk).encode())


# Private


def _own_or_canonical(path: str, own: Mapping[str, bytes], canonical: bytes) -> bytes:
    """Return the bytes once loaded when they say the same, comments and layout included.

    They are read again rather than compared by a stored digest: a later release that writes differently
    must not lose the comments of files that did not change.
    """
    if path in own and rewritten(Source(path, own[path])) == canonical:
        return own[path]
    return canonical


def _refusal(folder: Path) -> Problem | None:
    if folder.exists() and not folder.is_dir():
        return Problem(str(folder), "", N_("ce n’est pas un dossier."))
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "data").is_dir():
        return Problem(str(folder), "", N_("ce dossier contient autre chose : donnez un dossier vide ou nouveau."))
    return None


def _holds(file: Path, data: bytes) -> bool:
    return file.is_file() and file.read_bytes() == data
