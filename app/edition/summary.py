"""The files that know which edition they belong to: its summary, one line of it, and the service worker.

With the manifests of packs they are all: a page that named its edition would change with every edit anywhere.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath

from pydantic_core import to_json

from ..cache import once_each
from ..site.addresses import versioned
from .lines import Piece, digest_of_files, pieces_of, summary_text
from .store import Edition

SUMMARY = "edition.json"
LINE = "edition-line.json"
WORKER = "sw.js"
"""The planned file at this path makes the script alone; what the script knows of its edition is put before it."""

_SHELL = ("", "codes.json", "manifest.webmanifest", "static/gen/icons/icon-192.png")


def digest_of(edition: Edition, script: bytes) -> str:
    """Return the digest of every public byte: the addresses, their bodies, and the worker's script."""
    return sha256(to_json([digest_of_files(edition.files), edition.base, edition.languages]) + script).hexdigest()


def summary(edition: Edition) -> bytes:
    """Return `edition.json`: what the edition is, and the SHA-256 of every file by its path."""
    return f'{line(edition).decode()[:-1]},"files":{summary_text(edition.files)}}}'.encode()


def line(edition: Edition) -> bytes:
    """Return what the foot of a page says: the summary without its list of files."""
    return to_json(_line_of(edition))


def worker_script(edition: Edition, script: bytes, headers: Mapping[str, str]) -> bytes:
    """Return the worker with its edition in front of it, and the headers of the pages it makes from a pack."""
    shell = [edition.base + versioned(path, edition.asset_version) for path in shell_of(edition)]
    known = _line_of(edition) | {"base": edition.base, "languages": edition.languages, "shell": shell}
    known |= {"headers": headers}
    return b"const EDITION = " + to_json(known) + b"\n" + script


def shell_of(edition: Edition) -> list[str]:
    """Return the paths that any page needs to look and work as it should with the server gone."""
    apart = {
        *_SHELL,
        *(f"{lang}/{name}" for lang in edition.languages for name in ("offline", "outbox", "manifest.webmanifest")),
    }
    assets = (path for piece in pieces_of(edition.files) for path in _shell_assets(piece))
    return sorted({*assets, *(path for path in apart if path in edition.files)})


# Private

_APART = ("static/gen/desk.", "static/gen/kiosk.", "static/gen/round.", "static/gen/studio.")
"""Kept, if at all, where a kiosk, a volunteer or a round asks for it: no family's phone does."""


def _line_of(edition: Edition) -> dict[str, object]:
    return {"number": edition.number, "digest": edition.digest, "date": edition.date, "version": edition.version}


@once_each
def _shell_assets(piece: Piece) -> Sequence[str]:
    return [path for path in piece.files if _is_shell_asset(path)]


def _is_shell_asset(path: str) -> bool:
    is_apart = path.startswith(_APART)
    return path.startswith("static/gen/") and not is_apart and PurePosixPath(path).suffix in (".js", ".css", ".svg")
