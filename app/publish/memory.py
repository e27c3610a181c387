"""Memory given back once an edition is made: the C library would keep what its threads have used for ever."""

import ctypes
import sys


def give_memory_back() -> None:
    """Return free memory to the system where the C library can (`malloc_trim(3)` of glibc); elsewhere do nothing."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)
