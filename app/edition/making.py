"""How planned files become blobs: a few at once in this process, many on every core."""

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256

from .file import PlannedFile
from .store import Blob, EditionStore

MANY = 150
"""Fewer planned files than this are made before other processes have started."""

_CHUNK = 12
"""Leaves that a process takes at a time: neighbours share what they draw, such as one map in three languages."""

_QUEUE = 64
"""Bodies that may wait for compression: enough to keep every core busy, little enough to hold in memory."""


def make_blobs(store: EditionStore, planned: Sequence[PlannedFile]) -> Iterator[tuple[PlannedFile, Blob]]:
    """Make every planned file, keep its blob, and yield both as they are done."""
    # A forked process that came from several threads may inherit a lock that nobody will ever open.
    alone = threading.active_count() == 1 and sys.platform == "linux"
    return _make_apart(store, planned) if alone and len(planned) >= MANY else _make_here(store, planned)


# Private


def _make_here(store: EditionStore, planned: Sequence[PlannedFile]) -> Iterator[tuple[PlannedFile, Blob]]:
    """Make the planned files in this thread while others compress the ones before (brotli and zlib let them)."""
    bodies: dict[bytes, Future[Blob]] = {}
    waiting: deque[tuple[PlannedFile, Future[Blob]]] = deque()
    with ThreadPoolExecutor(os.cpu_count(), "compress") as pool:
        # What everybody fetches is compressed longest: it comes first, while the others are made.
        for planned_file in sorted(planned, key=lambda planned_file: not planned_file.shared):
            data = planned_file.make()
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


def _make_apart(store: EditionStore, planned: Sequence[PlannedFile]) -> Iterator[tuple[PlannedFile, Blob]]:
    """Make the planned files in forked processes: they inherit the plan, which could not be sent to them."""
    context = multiprocessing.get_context("fork")
    with _frozen(), ProcessPoolExecutor(os.cpu_count(), context, _inherit, (store, planned)) as pool:
        for rank, body in pool.map(_make_one, range(len(planned)), chunksize=_CHUNK):
            # Two processes may have kept the same bytes: the twins are as long as the last one wrote them.
            yield planned[rank], store.measure(body)


@contextmanager
def _frozen() -> Iterator[None]:
    """Keep the collector off what is inherited: by visiting it, each process would copy it and waste seconds."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_inherited: tuple[EditionStore, Sequence[PlannedFile]]


def _inherit(store: EditionStore, planned: Sequence[PlannedFile]) -> None:
    global _inherited
    _inherited = store, planned


def _make_one(rank: int) -> tuple[int, Blob]:
    store, planned = _inherited
    planned_file = planned[rank]
    return rank, store.keep(planned_file.make(), planned_file.media_type, shared=planned_file.shared)
