"""How planned files become blobs: a few at once in this process, many on every core."""

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from typing import TypeVar

from .file import PlannedFile
from .store import Blob, EditionStore
from .unmade import Unmade, attempt

Result = TypeVar("Result")

MANY = 150
"""Fewer planned files than this are made before other processes have started."""

_CHUNK = 12
"""Leaves that a process takes at a time: neighbours share what they draw, such as one map in three languages."""

_QUEUE = 64
"""Bodies that may wait for compression: enough to keep every core busy, little enough to hold in memory."""


Made = tuple[PlannedFile, Blob | Unmade]
"""A planned file, and its blob or why there is none."""


def make_blobs(store: EditionStore, planned: Sequence[PlannedFile]) -> Iterator[Made]:
    """Make every planned file, keep its blob, and yield both as they are done."""
    return _make_apart(store, planned) if _may_fork(planned) else _make_here(store, planned)


def try_files(planned: Sequence[PlannedFile]) -> Iterator[Unmade | None]:
    """Make every planned file, keep none, and yield what is to be said of each as it is done."""
    if not _may_fork(planned):
        yield from map(_tried, planned)
        return
    with _processes(planned, _try_one) as results:
        yield from results


# Private


def _may_fork(planned: Sequence[PlannedFile]) -> bool:
    # A forked process that came from several threads may inherit a lock that nobody will ever open.
    return threading.active_count() == 1 and sys.platform == "linux" and len(planned) >= MANY


def _make_here(store: EditionStore, planned: Sequence[PlannedFile]) -> Iterator[Made]:
    """Make the planned files in this thread while others compress the ones before (brotli and zlib let them)."""
    bodies: dict[bytes, Future[Blob]] = {}
    waiting: deque[tuple[PlannedFile, Future[Blob]]] = deque()
    with ThreadPoolExecutor(os.cpu_count(), "compress") as pool:
        # What everybody fetches is compressed longest: it comes first, while the others are made.
        for planned_file in sorted(planned, key=lambda planned_file: not planned_file.shared):
            data = attempt(planned_file)
            if isinstance(data, Unmade):
                yield planned_file, data
                continue
            # The same bytes twice are one body: two threads must not write it at once.
            digest = sha256(data).digest()
            if digest not in bodies:
                bodies[digest] = pool.submit(store.keep, data, planned_file.media_type, shared=planned_file.shared)
            waiting.append((planned_file, bodies[digest]))
            if len(waiting) == _QUEUE:
                yield _done(*waiting.popleft())
        for planned_file, body in waiting:
            yield planned_file, body.result()


def _done(planned_file: PlannedFile, body: Future[Blob]) -> tuple[PlannedFile, Blob]:
    return planned_file, body.result()


def _make_apart(store: EditionStore, planned: Sequence[PlannedFile]) -> Iterator[Made]:
    """Make the planned files in forked processes, and keep them there."""
    with _processes(planned, partial(_make_one, store)) as results:
        for planned_file, body in zip(planned, results, strict=True):
            # Two processes may have kept the same bytes: the twins are as long as the last one wrote them.
            yield planned_file, body if isinstance(body, Unmade) else store.measure(body)


@contextmanager
def _processes(planned: Sequence[PlannedFile], work: Callable[[int], Result]) -> Iterator[Iterator[Result]]:
    """Do a work for the rank of every planned file on every core: forks inherit the plan, it could not be sent."""
    context = multiprocessing.get_context("fork")
    with _frozen(), ProcessPoolExecutor(os.cpu_count(), context, _inherit, (planned,)) as pool:
        yield pool.map(work, range(len(planned)), chunksize=_CHUNK)


@contextmanager
def _frozen() -> Iterator[None]:
    """Keep the collector off what is inherited: by visiting it, each process would copy it and waste seconds."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_inherited: Sequence[PlannedFile]


def _inherit(planned: Sequence[PlannedFile]) -> None:
    global _inherited
    _inherited = planned


def _make_one(store: EditionStore, rank: int) -> Blob | Unmade:
    planned_file = _inherited[rank]
    data = attempt(planned_file)
    return data if isinstance(data, Unmade) else store.keep(data, planned_file.media_type, shared=planned_file.shared)


def _try_one(rank: int) -> Unmade | None:
    return _tried(_inherited[rank])


def _tried(planned_file: PlannedFile) -> Unmade | None:
    data = attempt(planned_file)
    return data if isinstance(data, Unmade) else None
