"""The memory of a server that makes editions: shared by its threads, and given back once an edition is made."""

import ctypes
import sys
from functools import cache
from typing import Any

_M_ARENA_MAX = -8
"""`mallopt(3)` of glibc: how many heaps there may be."""


def share_one_heap() -> None:
    """Have threads that begin from now on use the heap that is there. Of glibc each would get its own, and what a heap
    holds between two things that stay is held for ever: an edition made in a thread leaves 30 MB more so."""
    mallopt = _function("mallopt")
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, 1)


def give_memory_back() -> None:
    """Return free memory to the system: the C library would keep what its threads have used for ever."""
    trim = _function("malloc_trim")
    if trim is not None:
        trim(0)


# Private


@cache
def _function(name: str) -> Any:
    """Return a function of the C library; None elsewhere than on Linux, or where it has none so called (musl)."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
