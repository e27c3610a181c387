"""The two files that know which edition they belong to: `edition.json` and the service worker.

No other file may: a page that named its edition would change with every edit anywhere.
"""

from hashlib import sha256

from pydantic_core import to_json

from .store import Edition

SUMMARY = "edition.json"
WORKER = "sw.js"
"""The leaf at this path makes the script alone; what the script knows of its edition is put before it."""


def digest_of(edition: Edition, script: bytes) -> str:
    """Return the digest of every public byte: the addresses, their bodies, and the worker's script."""
    sheets = sorted((path, s.sha256, s.media_type) for path, s in edition.sheets.items())
    return sha256(to_json([sheets, edition.base, edition.languages]) + script).hexdigest()


def summary(edition: Edition) -> bytes:
    """Return `edition.json`: what the edition is, and the SHA-256 of every file by its path."""
    return to_json(
        {
            "number": edition.number,
            "digest": edition.digest,
            "date": edition.date,
            "version": edition.version,
            "files": {path: sheet.sha256 for path, sheet in sorted(edition.sheets.items())},
        }
    )


def worker_script(edition: Edition, script: bytes) -> bytes:
    """Return the worker with its edition in front of it."""
    known = {
        "digest": edition.digest,
        "number": edition.number,
        "base": edition.base,
        "languages": edition.languages,
        "shell": shell_of(edition),
    }
    return b"const EDITION = " + to_json(known) + b"\n" + script


def shell_of(edition: Edition) -> list[str]:
    """Return the paths that any page needs to look and work as it should, and the offline pages."""
    offline = [f"{lang}/offline" for lang in edition.languages]
    return sorted(path for path in edition.sheets if path.startswith("static/gen/") or path in offline)
