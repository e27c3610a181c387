"""Where tests put their files: in memory where the machine has room.

Each test has its own data folder, and a disk that is slow with many small files more than doubles the time of a run.
"""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - what is put there lies in folders that `tempfile` makes
_ROOM_BYTES = 6_000_000_000
"""A run was seen to hold a third of this, profiles of browsers included."""


def use_memory() -> None:
    """Have this process and those it starts put what is temporary in memory, unless the machine was told where."""
    if "TMPDIR" not in os.environ and _has_room():
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


# Private


def _has_room() -> bool:
    if not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK) or os.statvfs(MEMORY).f_flag & os.ST_NOEXEC:
        return False
    return shutil.disk_usage(MEMORY).free > _ROOM_BYTES
