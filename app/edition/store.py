"""Where editions are kept: bodies by the hash of their bytes, one ledger an edition, and which is current.

    objects/ab/ab12…      a body, beside its precompressed twins `.br` and `.gz`
    7.json                the ledger of edition 7: every address, what it was made from, the body it has
    current               the number of the edition that is served

A body is written once and never changed, so an edit writes only the bodies it changed, however large the
edition; unchanged ones cost nothing. A ledger is renamed into place when all its bodies are there, and
`current` after it: whoever is stopped in between leaves the former edition whole.
"""

import errno
import fcntl
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ..domain.fault import Fault
from ..domain.text import N_
from .compress import SUFFIXES, compress
from .lines import Files, Piece, bodies_in, ledger_lines, pieces_of
from .unmade import Unmade


class EditionFault(Fault):
    """An edition cannot be made or read."""


class Blob(NamedTuple):
    """Bytes that are kept: their hash and length; `br` and `gzip` are the lengths of the twins, 0 for none."""

    sha256: str
    size: int
    br: int
    gzip: int


class StoredFile(NamedTuple):
    """A planned_file once made: what it is, the mark it was made under (`PlannedFile.mark`), and its body."""

    media_type: str
    mark: str
    sha256: str
    size: int
    br: int
    gzip: int


@dataclass(frozen=True)
class Edition:
    """A finished edition: every address (`""` is the root) with its stored file.

    `inputs` sums up all it was made from: while they are the same there is nothing to make.
    """

    number: int
    digest: str
    date: date
    version: str
    files: Mapping[str, StoredFile] = field(repr=False)
    languages: tuple[str, ...] = ()
    base: str = "/"
    inputs: str = ""
    maker: str = ""
    asset_version: str = ""
    made: int = 0
    unmade: tuple[Unmade, ...] = ()
    """What it goes on without."""

    @property
    def kept(self) -> int:
        """How many files were taken over from the edition before."""
        return len(self.files) - self.made


class EditionStore:
    """The folder of editions. Reading needs no lock; `locked` lets one builder in at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._objects = folder / "objects"
        self._current = folder / "current"
        self._mark = folder / "building"

    def stamp(self) -> tuple[int, int] | None:
        """Return what changes when another edition becomes the current one (one `stat`)."""
        try:
            state = self._current.stat()
        except OSError:
            return None
        return state.st_ino, state.st_mtime_ns

    def current(self) -> Edition | None:
        """Return the current edition; the newest that can be read when it was damaged; None without any."""
        try:
            numbers = [int(self._current.read_text())]
        except (OSError, ValueError):
            numbers = []
        found = (self._try_read(number) for number in (*numbers, *reversed(self._numbers())))
        return next((edition for edition in found if edition is not None), None)

    def kept(self) -> Iterator[Edition]:
        """Yield the editions that are still here, the newest first."""
        found = (self._try_read(number) for number in reversed(self._numbers()))
        yield from (edition for edition in found if edition is not None)

    def body(self, stored: StoredFile, coding: str = "") -> bytes:
        """Return the bytes of a stored file, or of its twin in a content coding."""
        return self._path(stored.sha256, SUFFIXES.get(coding, "")).read_bytes()

    def is_whole(self, edition: Edition) -> bool:
        """Tell whether every body of the edition is there with its length (a power cut may lose some)."""
        return all(self._holds(stored) for stored in edition.files.values())

    def drop_damaged(self, edition: Edition) -> Edition:
        """Delete bodies that lost their length; return the edition with the files that are whole."""
        whole = {path: stored for path, stored in edition.files.items() if self._holds(stored)}
        for path in edition.files.keys() - whole.keys():
            self._delete(edition.files[path].sha256)
        return replace(edition, files=whole)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let one builder in; sweep what a builder that was stopped half-way has left."""
        with _said(self.folder):
            self._objects.mkdir(parents=True, exist_ok=True)
            lock = (self.folder / "lock").open("w")
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            with _said(self.folder):
                self._enter()
            yield
            self._mark.unlink()

    def last_number(self) -> int:
        """Return the highest number ever given here and still known."""
        return max([0, *self._numbers()])

    def number_after(self, number: int) -> None:
        """Have the next edition bear a higher number than this one, which was given elsewhere: phones hold it."""
        if number > self.last_number():
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(self._ledger(number), [])

    def keep(self, data: bytes, media_type: str, *, shared: bool = False) -> Blob:
        """Write a body and its twins, unless the same bytes are there already."""
        digest = sha256(data).hexdigest()
        file = self._path(digest)
        if not file.exists():
            for coding, twin in compress(data, media_type, shared=shared).items():
                _write(self._path(digest, SUFFIXES[coding]), [twin])
            _write(file, [data])  # last: a body that is there has its twins
        return self.measure(Blob(digest, len(data), 0, 0))

    def measure(self, body: Blob) -> Blob:
        """Return a body with the lengths of the twins it has on disk."""
        br, gz = (_size(self._path(body.sha256, suffix)) for suffix in SUFFIXES.values())
        return body._replace(br=br, gzip=gz)

    def publish(self, edition: Edition, *, keep: int) -> None:
        """Make an edition the current one; forget all but the last `keep` and the bodies only they had."""
        ledger = asdict(replace(edition, files={})) | {"date": edition.date.isoformat()}
        del ledger["files"]
        head = json.dumps(ledger, separators=(",", ":"))[:-1]
        _write(self._ledger(edition.number), ledger_lines(head, edition.files, keep=bool(self._numbers())))
        _READ[self._ledger(edition.number)] = self._stamp_of(edition.number), edition
        _write(self._current, [f"{edition.number}\n".encode()])
        self._forget([n for n in self._numbers() if n <= edition.number - keep or n > edition.number])

    # Private

    def _enter(self) -> None:
        if self._mark.exists():
            self._sweep()
        self._mark.touch()

    def _path(self, digest: str, suffix: str = "") -> Path:
        return Path(f"{self._objects}/{digest[:2]}/{digest}{suffix}")

    def _ledger(self, number: int) -> Path:
        return self.folder / f"{number}.json"

    def _try_read(self, number: int) -> Edition | None:
        try:
            return _read(self._ledger(number), self._stamp_of(number))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _stamp_of(self, number: int) -> tuple[int, ...]:
        state = self._ledger(number).stat()
        return state.st_ino, state.st_mtime_ns, state.st_size

    def _holds(self, stored: StoredFile) -> bool:
        sizes = {"": stored.size, ".br": stored.br, ".gz": stored.gzip}
        return all(_size(self._path(stored.sha256, suffix)) == size for suffix, size in sizes.items())

    def _numbers(self) -> list[int]:
        return sorted(int(ledger.stem) for ledger in self.folder.glob("*.json") if ledger.stem.isdecimal())

    def _forget(self, numbers: list[int]) -> None:
        gone = self._pieces(numbers)
        for number in numbers:
            self._ledger(number).unlink()
        here = self._pieces(self._numbers()) if gone else gone
        for digest in bodies_in(gone - here) - bodies_in(here):
            self._delete(digest)

    def _delete(self, digest: str) -> None:
        for suffix in ("", *SUFFIXES.values()):
            self._path(digest, suffix).unlink(missing_ok=True)

    def _pieces(self, numbers: Iterable[int]) -> Set[Piece]:
        # A damaged ledger has no claim on any body.
        editions = (self._try_read(number) for number in numbers)
        return {piece for edition in editions if edition for piece in pieces_of(edition.files)}

    def _sweep(self) -> None:
        known = bodies_in(self._pieces(self._numbers()))
        for file in self._objects.glob("*/*"):
            if file.name.split(".")[0] not in known or file.suffix == ".new":
                file.unlink()


_MOST_READ = 4
_READ: dict[Path, tuple[tuple[int, ...], Edition]] = {}
"""The ledgers read last, each with its stamp: it changes when another is put in its place."""


def _read(file: Path, stamp: tuple[int, ...]) -> Edition:
    """Read a ledger. Editions differ by few files: those they share are the same objects."""
    known, edition = _READ.get(file, ((), None))
    if edition is None or known != stamp:
        ledger: dict[str, Any] = json.loads(file.read_bytes())
        ledger["date"] = date.fromisoformat(ledger["date"])
        ledger["languages"] = tuple(ledger["languages"])
        ledger["unmade"] = tuple(Unmade(*each) for each in ledger.get("unmade", ()))
        # The ledgers of release 0.2.0 call them so: what they hold is taken over.
        ledger["files"] = Files([Piece(dict(_shared(file.parent, ledger.pop("sheets"))))])
        edition = Edition(**ledger)
    _READ.pop(file, None)
    _READ[file] = stamp, edition
    for oldest in [*_READ][:-_MOST_READ]:
        _READ.pop(oldest, None)
    return edition


def _shared(folder: Path, files: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, StoredFile]]:
    """Yield the files of a ledger; what the last one read from the folder has too is taken from it."""
    last: Mapping[str, StoredFile] = next((e.files for f, (_, e) in [*_READ.items()][::-1] if f.parent == folder), {})
    for path, row in files.items():
        stored, known = StoredFile(*row), last.get(path)
        yield sys.intern(path), known if known == stored else stored._replace(media_type=sys.intern(stored.media_type))


def _write(file: Path, data: Iterable[bytes]) -> None:
    """Write a file whole or not at all."""
    # An edition has tens of thousands of files: strings cost a third of the paths of `pathlib`.
    path = str(file)
    new = f"{path}.{os.getpid()}.new"
    with _said(file.parent):
        with suppress(FileExistsError):
            os.mkdir(os.path.dirname(path))  # noqa: PTH102, PTH120
        with open(new, "wb") as out:  # noqa: PTH123
            out.writelines(data)
        os.replace(new, path)  # noqa: PTH105


def _size(file: Path) -> int:
    try:
        return os.stat(file).st_size  # noqa: PTH116
    except FileNotFoundError:
        return 0


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    """Turn what the system says of the disk into a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise EditionFault(
                N_(
                    "Le disque est plein\u202f: l’édition n’a pas pu être écrite dans %(folder)s. "
                    "La précédente reste en place."
                ),
                folder=folder,
            ) from error
        raise EditionFault(
            N_("L’édition n’a pas pu être écrite dans %(folder)s\u00a0: %(reason)s."),
            folder=folder,
            reason=error.strerror or error,
        ) from error
