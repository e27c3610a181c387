"""The files of maps that were built: where they lie, and a digest that says whether they changed."""

from hashlib import sha256
from pathlib import Path

SUFFIXES = (".pmtiles", ".paths", ".plan.geojson")
"""What a build leaves for a territory: its tiles, its ways to walk, and the streets that paper shows."""


def file_of(folder: Path, territory: str, suffix: str) -> Path:
    """Return where a file of a territory lies."""
    return folder / f"{territory}{suffix}"


def digest_of_maps(folder: Path) -> str:
    """Return a digest of the files in a folder: another build is another edition."""
    found = sorted(path for path in folder.glob("*") if path.name.endswith(SUFFIXES))
    digest = sha256()
    for path in found:
        digest.update(f"{path.name} {path.stat().st_mtime_ns} {path.stat().st_size}\n".encode())
    return digest.hexdigest()
