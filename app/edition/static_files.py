"""Built assets and pictures as planned files, and the service worker's script."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from ..site.addresses import Site
from .file import PlannedFile
from .summary import WORKER

STATIC = Path(__file__).parent.parent / "static"
PUBLIC = ("gen", "img")
"""The folders of `app/static` that are published; sources stay at home."""

_AT_ROOT = {"static/gen/sw.js": WORKER, "static/gen/icons/favicon.ico": "favicon.ico"}
"""A worker rules the folder it comes from, and browsers ask for this icon here."""

_FOR_FILES = {"static/gen/door.js"}
"""What a server does itself."""

_FOR_SERVERS = ("static/gen/desk", "static/gen/round.")
"""What belongs to pages that no site of files has."""

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}


def static_files(site: Site, folder: Path = STATIC) -> Iterator[PlannedFile]:
    """Yield every published asset, and the worker at the root of the site."""
    for file in asset_files(folder):
        path = f"static/{file.relative_to(folder).as_posix()}"
        if path.startswith(_FOR_SERVERS) if site.is_static else path in _FOR_FILES:
            continue
        digest = site.assets.get(path) or digest_of(file)
        yield PlannedFile(_AT_ROOT.get(path, path), MEDIA_TYPES[file.suffix], digest, file.read_bytes, shared=True)


def asset_files(folder: Path = STATIC) -> list[Path]:
    """Return the files that are published, in a stable order."""
    files = (file for part in PUBLIC for file in (folder / part).rglob("*"))
    return sorted(file for file in files if file.suffix in MEDIA_TYPES and file.is_file())


def asset_digests(folder: Path = STATIC) -> dict[str, str]:
    """Return the digest of every published asset by its path, for `Site.assets`."""
    return {f"static/{file.relative_to(folder).as_posix()}": digest_of(file) for file in asset_files(folder)}


def digest_of(file: Path) -> str:
    """Return the digest of a file's bytes."""
    return sha256(file.read_bytes()).hexdigest()[:32]
