"""The file of a backup: a ZIP that any program opens.

    manifest.json              what made it, when, of which revision; how many rows; length and SHA-256 of each part
    library/<table>.jsonl      the rows of a table, a line each (`tables.py`)
    data/<path>                a file of the data folder that cannot be made again: photos, maps, the secret of the site

It holds the secret of the site and the words of families: only its owner may read it. It lies under another name until
it is whole and was restored once.
"""

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Literal
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from pydantic import BaseModel, ConfigDict, ValidationError

from .faults import BackupDamaged, BackupForeign, BackupTooNew

MANIFEST = "manifest.json"
LIBRARY = "library/"
DATA = "data/"
FORMAT = 1
_PRIVATE = 0o600


class Part(BaseModel):
    """A part as it was written: its length in bytes and its SHA-256."""

    bytes: int
    sha256: str


class _Maker(BaseModel):
    model_config = ConfigDict(frozen=True)

    product: Literal["adeuxpas"] = "adeuxpas"
    format: int = FORMAT
    version: str


class About(_Maker):
    """What a backup says of itself; `secret` tells the secret of two sites apart and gives neither."""

    made: datetime
    revision: str
    edition: int
    secret: str


class Manifest(About):
    """What a backup says of itself and of its parts; `counts` are the rows of each table."""

    counts: Mapping[str, int]
    parts: Mapping[str, Part]


def write_archive(file: Path, about: About, parts: Iterable[tuple[str, bytes, int]]) -> Manifest:
    """Write a backup of parts (name, bytes, rights of the file), down to the disk."""
    told: dict[str, Part] = {}
    counts: dict[str, int] = {}
    # Nobody else may read it, from its first byte on.
    out = os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT | os.O_TRUNC, _PRIVATE), "wb")
    with out, ZipFile(out, "w", ZIP_DEFLATED, strict_timestamps=False) as archive:
        for name, data, mode in parts:
            told[name] = Part(bytes=len(data), sha256=sha256(data).hexdigest())
            if name.startswith(LIBRARY):
                counts[PurePosixPath(name).stem] = data.count(b"\n")
            _add(archive, name, data, about.made, mode)
        manifest = Manifest(**about.model_dump(), counts=counts, parts=told)
        _add(archive, MANIFEST, manifest.model_dump_json(indent=2).encode(), about.made, _PRIVATE)
    with file.open("rb") as written:
        os.fsync(written.fileno())
    return manifest


class Archive:
    """A backup that was opened; whatever is read from it was compared with its manifest."""

    def __init__(self, file: Path, zipped: ZipFile) -> None:
        self.file = file
        self._zip = zipped
        self.manifest = self._read_manifest()

    def lines_of(self) -> dict[str, list[bytes]]:
        """Return the rows of each table."""
        names = [name for name in self.manifest.parts if name.startswith(LIBRARY)]
        return {PurePosixPath(name).stem: self.read(name).splitlines() for name in names}

    def extract_files(self, folder: Path) -> None:
        """Write the files of the data folder below another one, with the rights they had."""
        for name in self.manifest.parts:
            if name.startswith(DATA):
                file = folder / self._inside(name)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(self.read(name))
                file.chmod(self._zip.getinfo(name).external_attr >> 16 & 0o777 or _PRIVATE)

    def read(self, name: str) -> bytes:
        """Return a part; raise `BackupDamaged` unless it is what the manifest says."""
        part = self.manifest.parts[name]
        try:
            info = self._zip.getinfo(name)
            data = self._zip.read(info) if info.file_size == part.bytes else b""
        except _BROKEN as error:
            raise BackupDamaged(file=self.file.name, part=name) from error
        if sha256(data).hexdigest() != part.sha256:
            raise BackupDamaged(file=self.file.name, part=name)
        return data

    # Private

    def _inside(self, name: str) -> PurePosixPath:
        path = PurePosixPath(name.removeprefix(DATA))
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise BackupForeign(file=self.file.name)
        return path

    def _read_manifest(self) -> Manifest:
        try:
            data = self._zip.read(MANIFEST)
        except KeyError as error:
            raise BackupForeign(file=self.file.name) from error
        except _BROKEN as error:
            raise BackupDamaged(file=self.file.name, part=MANIFEST) from error
        try:
            made_by = _Maker.model_validate_json(data)
            if made_by.format > FORMAT:
                raise BackupTooNew(file=self.file.name, version=made_by.version)
            return Manifest.model_validate_json(data)
        except ValidationError as error:
            raise BackupForeign(file=self.file.name) from error


@contextmanager
def opened(file: Path) -> Iterator[Archive]:
    """Open a backup; raise a `BackupFault` for what is none, is damaged or too new."""
    try:
        zipped = ZipFile(file)
    except BadZipFile as error:
        # A file that begins as one of ours and has lost its end is damaged; any other is a stranger's.
        with file.open("rb") as start:
            is_cut = start.read(4) == b"PK\x03\x04"
        raise (BackupDamaged(file=file.name, part=MANIFEST) if is_cut else BackupForeign(file=file.name)) from error
    with zipped:
        yield Archive(file, zipped)


# Private

_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError)
"""What `zipfile` says of a file that is not what it was."""


def _add(archive: ZipFile, name: str, data: bytes, made: datetime, mode: int) -> None:
    info = ZipInfo(name, made.timetuple()[:6])
    info.compress_type = ZIP_DEFLATED
    info.external_attr = mode << 16
    archive.writestr(info, data)
