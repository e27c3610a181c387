"""The files of a map that was built: written together or not at all, and read only when they are whole.

<territory>.pmtiles        the tiles; its metadata hold the digests of the two others
<territory>.ways           the ways to walk (gzip, JSON), where the source knows them
<territory>.plan.geojson   the streets that paper and the first view show, where the source knows them
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..domain.plan import Plan
from ..domain.plan_geojson import parse_plan, write_plan
from ..domain.routing.way import FootWay
from ..domain.text import N_
from .faults import ArchiveBroken, MapDamaged
from .tiles.archive import OURS, check_archive

TILES, WAYS, PLAN = SUFFIXES = (".pmtiles", ".ways", ".plan.geojson")


@dataclass(frozen=True, eq=False)
class BuiltMap:
    """A map that was built, as its files hold it."""

    tiles: bytes
    metadata: Mapping[str, Any]
    ways: bytes | None
    plan: Plan | None
    digest: str

    @property
    def notice(self) -> str:
        """Where the map comes from."""
        return str(self.metadata.get("attribution", ""))

    @property
    def knows_steps(self) -> bool:
        """Whether the source of its ways says where there are steps."""
        return self.ways is not None

    def walk(self) -> Sequence[FootWay]:
        """Return its ways to walk."""
        return unpack_ways(self.ways or pack_ways([]))


def file_of(folder: Path, territory: str, suffix: str) -> Path:
    """Return where a file of a territory lies."""
    return folder / f"{territory}{suffix}"


def write_map(folder: Path, territory: str, files: Mapping[str, bytes]) -> None:
    """Put the files of a map (by suffix) in the place of those there were.

    All are on the disk before the first takes its place: a full disk changes nothing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    fresh = {suffix: file_of(folder, territory, f"{suffix}.new") for suffix in files}
    try:
        for suffix, path in fresh.items():
            path.write_bytes(files[suffix])
        for suffix, path in fresh.items():
            path.replace(file_of(folder, territory, suffix))
    finally:
        for path in fresh.values():
            path.unlink(missing_ok=True)


def remove_map(folder: Path, territory: str) -> bool:
    """Remove the map that was built for a territory; tell whether there was one."""
    found = [path for suffix in SUFFIXES if (path := file_of(folder, territory, suffix)).exists()]
    for path in found:
        path.unlink()
    return bool(found)


def read_map(folder: Path, territory: str) -> BuiltMap | None:
    """Return the map that was built for a territory, None without one; raise `MapDamaged` when it is not whole."""
    paths = tuple(file_of(folder, territory, suffix) for suffix in SUFFIXES)
    if not paths[0].exists():
        return None
    try:
        return _read(paths, tuple(_stamp(path) for path in paths))
    except (OSError, ArchiveBroken, ValueError, KeyError, TypeError) as error:
        sentence = N_(
            "La carte construite pour « %(territory)s » est abîmée (%(reason)s) : le plan des rues la remplace. "
            "Construisez-la de nouveau avec adeuxpas map build."
        )
        raise MapDamaged(sentence, territory=territory, reason=error) from error


def digest_of_maps(folder: Path) -> str:
    """Return a digest of the files in a folder: another build is another edition."""
    found = sorted(path for path in folder.glob("*") if path.name.endswith(SUFFIXES))
    return sha256(json.dumps([(path.name, _stamp(path)) for path in found]).encode()).hexdigest()


def territories_in(folder: Path) -> list[str]:
    """Return the territories that a map was built for."""
    return sorted(path.name.removesuffix(TILES) for path in folder.glob(f"*{TILES}"))


def files_of(tiles: bytes, ways: bytes | None, plan: Plan | None) -> dict[str, bytes]:
    """Return the files of a map by suffix; `tiles` already hold the digests of the others (`marks_of`)."""
    files = {WAYS: ways, PLAN: write_plan(plan).encode() if plan else None}
    return {suffix: data for suffix, data in files.items() if data is not None} | {TILES: tiles}


def marks_of(ways: bytes | None, plan: Plan | None) -> dict[str, str]:
    """Return the digests that the metadata of the tiles hold of the other files."""
    written = {"ways": ways, "plan": write_plan(plan).encode() if plan else None}
    return {name: sha256(data).hexdigest() for name, data in written.items() if data is not None}


def pack_ways(ways: Sequence[FootWay]) -> bytes:
    """Return ways as a file."""
    rows: list[dict[str, Any]] = [
        {"nodes": way.nodes, "line": way.line, "tags": dict(way.tags), "met": dict(way.node_tags)} for way in ways
    ]
    return gzip.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)


def unpack_ways(data: bytes) -> list[FootWay]:
    """Return the ways of a file that `pack_ways` made."""
    return [
        FootWay(
            tuple(row["nodes"]),
            tuple((lon, lat) for lon, lat in row["line"]),
            row["tags"],
            {int(node): tags for node, tags in row["met"].items()},
        )
        for row in json.loads(gzip.decompress(data))
    ]


# Private


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=64)
def _read(paths: tuple[Path, ...], stamps: tuple[object, ...]) -> BuiltMap:
    """Read files, once as long as their stamps are the same."""
    tiles = paths[0].read_bytes()
    metadata = check_archive(tiles)
    marks = metadata.get(OURS, {})
    ways, plan = (_matching(path, marks.get(name)) for path, name in zip(paths[1:], ("ways", "plan"), strict=True))
    digest = sha256(b"".join(sha256(data or b"").digest() for data in (tiles, ways, plan))).hexdigest()[:32]
    return BuiltMap(tiles, metadata, ways, parse_plan(plan.decode()) if plan else None, digest)


def _matching(path: Path, mark: str | None) -> bytes | None:
    """Return the bytes of a file that the tiles name; one that they do not name belongs to another build."""
    if mark is None:
        return None
    data = path.read_bytes()
    if sha256(data).hexdigest() != mark:
        raise ValueError(path.name)
    return data
