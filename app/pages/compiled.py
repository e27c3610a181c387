"""Templates compiled once: for all languages, and where there is a folder for it, for the processes that come after.

To compile them takes a new process two seconds, which whoever edits first after a start would wait for.
"""

import shutil
from contextlib import suppress
from hashlib import sha256
from os import getpid
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket

_DIGEST = 32
"""Bytes before what is kept: whatever a power cut leaves of a file is not run."""


class CompiledTemplates(BytecodeCache):
    """Compiled templates by their name and the digest of their source.

    `settings` are what they were compiled with besides: where those are others, other files are read.
    """

    def __init__(self, settings: bytes) -> None:
        self._known: dict[tuple[str, str], CodeType] = {}
        self._settings = sha256(settings + jinja_version.encode()).hexdigest()[:16]
        self._folder: Path | None = None

    def keep_in(self, folder: Path) -> None:
        """Keep them in a folder too, from now on; one that cannot be written is done without."""
        self._folder = folder / self._settings

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find a template that was compiled from the same source."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))
        if bucket.code is None and self._folder is not None:
            _read(self._folder / bucket.key, bucket)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled now."""
        self._remember(bucket)
        if self._folder is not None:
            with suppress(OSError):
                _make_room(self._folder)
                _write(self._folder / bucket.key, bucket.bytecode_to_string())

    # Private

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._known[bucket.key, bucket.checksum] = bucket.code


# Private


def _make_room(folder: Path) -> None:
    """Make the folder of these settings; those of others, of a release before, are done with."""
    if not folder.exists():
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for other in {*folder.parent.iterdir()} - {folder}:
            shutil.rmtree(other, ignore_errors=True)
        folder.mkdir(exist_ok=True)


def _read(file: Path, bucket: Bucket) -> None:
    """Take what a file holds, if it is whole; the bucket itself refuses what another source or Python made."""
    with suppress(OSError):
        told = file.read_bytes()
        if sha256(told[_DIGEST:]).digest() == told[:_DIGEST]:
            bucket.bytecode_from_string(told[_DIGEST:])


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all: another process may be reading it."""
    new = file.with_name(f"{file.name}.{getpid()}.new")
    new.write_bytes(sha256(data).digest() + data)
    new.replace(file)
