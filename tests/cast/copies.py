"""Copies of folders that a test may change."""

import os
import shutil
from pathlib import Path


def linked(source: str, target: str) -> str:
    """Copy a file; a body of an edition, which is named by its contents and never written again, by a link alone."""
    if source.split(os.sep)[-3:-2] != ["objects"]:  # noqa: PTH206 - text: hundreds of files, a thousand times
        return shutil.copy2(source, target)
    os.link(source, target)
    return target


def copied(made: Path, folder: Path) -> Path:
    """Copy a folder into another one, and return it."""
    return shutil.copytree(made, folder, dirs_exist_ok=True)


def lent(made: Path, folder: Path) -> Path:
    """Copy a data folder whose editions are read, added to or deleted, and return it; who damages a body takes a copy.

    An edition has hundreds of bodies, and a thousand tests have one.
    """
    return shutil.copytree(made, folder, dirs_exist_ok=True, copy_function=linked)
