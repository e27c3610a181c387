"""Making a backup of all that cannot be made again, and staging one: a folder that holds what it gives back.

The library is read at one moment while others write. Files of the data folder are read after it: a photo is on the
disk before its row says so, so each photo that a row names is there.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..db import database_file
from ..faults import LibraryDamaged, LibraryFull, require_room
from ..migrating import is_known_revision, migrate_library, migrate_to
from ..sessions import reading, writing
from .archive import DATA, LIBRARY, About, Archive, Manifest, write_archive
from .faults import BackupDamaged, BackupTooNew, BackupWrong
from .tables import fill_tables, has_rows, read_revision, read_tables

MADE_AGAIN = {"editions", "proposals", "publications", "runs", "screens"}
"""Folders that the product fills by itself, or for a day; names that begin with a dot are no content either."""

ASIDE = "before-restore-"
"""How a folder begins in which a restore has put what was here before."""


def write_backup(file: Path, about: Mapping[str, object], data: Path) -> Manifest:
    """Write all that the library and its data folder hold into a file. `about` are the fields of `About`
    that the library does not know.
    """
    require_room(file.parent)
    with reading() as session:
        known = About.model_validate({**about, "revision": read_revision(session)})
        tables = [(f"{LIBRARY}{name}.jsonl", _joined(lines), 0o600) for name, lines in read_tables(session)]
    try:
        return write_archive(file, known, (*tables, *_files(data)))
    except OSError as error:
        require_room(file.parent)
        raise LibraryFull from error


def stage_backup(archive: Archive, folder: Path) -> None:
    """Fill the library of this application, which lies in a folder of its own, with what a backup holds."""
    revision = archive.manifest.revision
    if not is_known_revision(revision):
        raise BackupTooNew(file=archive.file.name, version=archive.manifest.version)
    lines_of = archive.lines_of()
    migrate_to(revision)
    with writing() as session:
        try:
            fill_tables(session, lines_of)
        except (KeyError, ValueError) as error:
            raise BackupDamaged(file=archive.file.name, part=str(error)) from error
        session.commit()
    archive.extract_files(folder)


def require_same(archive: Archive, folder: Path) -> None:
    """Raise `BackupWrong` unless what was staged says again, byte for byte, what the backup holds."""
    with reading() as session:
        tables = {f"{LIBRARY}{name}.jsonl": _joined(lines) for name, lines in read_tables(session)}
    found = {**tables, **{name: data for name, data, _ in _files(folder)}}
    for name in archive.manifest.parts.keys() | found.keys():
        if name not in found or name not in archive.manifest.parts or archive.read(name) != found[name]:
            raise BackupWrong(part=name)


def fill_from(lines_of: Mapping[str, list[bytes]]) -> None:
    """Bring the tables here up to date and make them hold these rows, in one transaction."""
    migrate_library()
    with writing() as session:
        fill_tables(session, lines_of)
        session.commit()


def read_lines() -> dict[str, list[bytes]]:
    """Return the rows of each table."""
    with reading() as session:
        return dict(read_tables(session))


def holds_something(data: Path) -> bool:
    """Tell whether there is anything here that cannot be made again; a database that cannot be read may well be."""
    base = database_file()
    if names_kept(data) or (base is not None and not base.exists()):
        return bool(names_kept(data))
    try:
        with reading() as session:
            return has_rows(session)
    except LibraryDamaged:
        return True


def names_kept(data: Path) -> list[str]:
    """Return what a data folder holds beside its database that cannot be made again, by the names in it."""
    if not data.exists():
        return []
    return sorted(each.name for each in data.iterdir() if not _is_left(each))


# Private


def _files(data: Path) -> Iterator[tuple[str, bytes, int]]:
    """Yield each file to be kept: its name in a backup, its bytes, its rights."""
    for name in names_kept(data):
        top = data / name
        for file in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if file.is_file() and not file.is_symlink():
                yield DATA + file.relative_to(data).as_posix(), file.read_bytes(), file.stat().st_mode & 0o777


def _is_left(path: Path) -> bool:
    base = database_file()
    named = (".", ASIDE, base.name if base else ASIDE)
    return path.name.startswith(named) or path.name in MADE_AGAIN or path.is_symlink()


def _joined(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)
