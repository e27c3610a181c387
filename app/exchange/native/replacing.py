"""Replacing files below a folder: all of them, or none."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory


def replace_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all to a folder beside first: when the disk is full, nothing of the target has been touched.

    When one of them cannot be put in its place, those before it become again what they were.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".dump-") as beside:
        for path, data in files.items():
            (Path(beside) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(beside) / path).write_bytes(data)
        _put_in_place(folder, Path(beside), files)


# Private


def _put_in_place(folder: Path, beside: Path, paths: Mapping[str, bytes]) -> None:
    former: dict[Path, bytes | None] = {}
    try:
        for path in paths:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            before = target.read_bytes() if target.is_file() else None
            (beside / path).replace(target)
            former[target] = before
    except OSError:
        for target, before in former.items():
            if before is None:
                target.unlink()
            else:
                target.write_bytes(before)
        raise
