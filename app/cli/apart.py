"""Work done in a process of its own: what it reads and loads is gone when it ends, and no later fork inherits it."""

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1
"""`prctl(2)`: the signal that a process gets when its parent is gone."""


def do_apart(work: Callable[[], None]) -> None:
    """Do a work in a forked process, and end as it ends when it fails; here where processes are not forked.

    What is told on the way, a refusal too, is told by the work itself.
    """
    if multiprocessing.get_start_method() != "fork":
        work()
        return
    process = multiprocessing.get_context("fork").Process(target=_begin, args=(work, os.getpid()))
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(process.exitcode if process.exitcode > 0 else 128 - process.exitcode)


# Private


def _begin(work: Callable[[], None], parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() == parent:  # it may have gone before we asked to be told
        work()
