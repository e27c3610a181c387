"""How planned files become blobs: a few at once in this process, many on every core.

A first edition has nothing to take over: its bundles are planned where they are made, in processes that then end with
all that the plan remembered. What stays here is what became of the files.
"""

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar

from .bundles import Bundle
from .file import PlannedFile
from .store import Blob, EditionStore
from .unmade import Unmade, attempt, attempt_plan

Result = TypeVar("Result")

MANY = 150
"""Fewer planned files than this are made, and bundles planned, before other processes have started."""


class _Turn(NamedTuple):
    """How many things the same processes make before others follow, and how many of them one takes at a time:
    neighbours share what they draw, such as one map in three languages."""

    length: int
    chunk: int


_FILES = _Turn(3_000, 12)
"""Of planned files. A process copies what it looks at, the whole plan in the end, and keeps what it
draws: others follow, which inherit the plan anew."""

_BUNDLES = _Turn(120, 4)
"""Half as many files, in bundles of a dozen: what they are planned from is kept too."""

_QUEUE = 64
"""Bodies that may wait for compression: enough to keep every core busy, little enough to hold in memory."""


Made = tuple[PlannedFile, Blob | Unmade]
"""A planned file, and its blob or why there is none."""

Row = tuple[str, str, str, Blob]
"""Path, media type and mark of a planned file, and its blob."""


def make_blobs(store: EditionStore, planned: Sequence[PlannedFile]) -> Iterator[Made]:
    """Make every planned file, keep its blob, and yield both as they are done."""
    return _make_apart(store, planned) if _may_fork(planned) else _make_here(store, planned)


def try_files(planned: Sequence[PlannedFile]) -> Iterator[Unmade | None]:
    """Make every planned file, keep none, and yield what is to be said of each as it is done."""
    return _in_processes(planned, _try_one) if _may_fork(planned) else map(_tried, planned)


def to_plan_apart(bundles: Iterable[Bundle]) -> Sequence[Bundle]:
    """Return the bundles that are better planned where they are made: no process then holds the whole plan."""
    found = [bundle for bundle in bundles if not bundle.is_planned]
    return found if _may_fork(found) else []


def make_bundles(store: EditionStore, bundles: Sequence[Bundle]) -> Iterator[tuple[list[Row], list[Unmade]]]:
    """Plan and make the files of every bundle in other processes; yield what became of each bundle as it is done."""
    for rows, lost in _in_processes(bundles, partial(_make_bundle, store), _BUNDLES):
        yield [(path, sys.intern(kind), mark, store.measure(blob)) for path, kind, mark, blob in rows], lost


# Private


def _may_fork(work: Sequence[object]) -> bool:
    # A forked process that came from several threads may inherit a lock that nobody will ever open.
    return threading.active_count() == 1 and sys.platform == "linux" and len(work) >= MANY


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
    for planned_file, body in zip(planned, _in_processes(planned, partial(_make_one, store)), strict=True):
        # Two processes may have kept the same bytes: the twins are as long as the last one wrote them.
        yield planned_file, body if isinstance(body, Unmade) else store.measure(body)


def _in_processes(planned: Sequence[Any], work: Callable[[int], Result], turn: _Turn = _FILES) -> Iterator[Result]:
    """Do a work for the rank of everything planned on every core: forks inherit the plan, it could not be sent."""
    context = multiprocessing.get_context("fork")
    for start in range(0, len(planned), turn.length):
        some = planned[start : start + turn.length]
        with _frozen(), ProcessPoolExecutor(os.cpu_count(), context, _inherit, (some,)) as pool:
            yield from pool.map(work, range(len(some)), chunksize=turn.chunk)


@contextmanager
def _frozen() -> Iterator[None]:
    """Keep the collector off what is inherited: by visiting it, each process would copy it and waste seconds."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_inherited: Sequence[Any]


def _inherit(planned: Sequence[Any]) -> None:
    global _inherited
    _inherited = planned


def _make_one(store: EditionStore, rank: int) -> Blob | Unmade:
    planned_file = _inherited[rank]
    data = attempt(planned_file)
    return data if isinstance(data, Unmade) else _kept(store, planned_file, data)


def _make_bundle(store: EditionStore, rank: int) -> tuple[list[Row], list[Unmade]]:
    bundle: Bundle = _inherited[rank]
    files = attempt_plan(bundle)
    if isinstance(files, Unmade):
        return [], [files]
    rows: list[Row] = []
    lost: list[Unmade] = []
    for file in files:
        data = attempt(file)
        if isinstance(data, Unmade):
            lost.append(data)
        else:
            rows.append((file.path, file.media_type, file.mark, _kept(store, file, data)))
    return rows, lost


def _kept(store: EditionStore, planned_file: PlannedFile, data: bytes) -> Blob:
    return store.keep(data, planned_file.media_type, shared=planned_file.shared)


def _try_one(rank: int) -> Unmade | None:
    return _tried(_inherited[rank])


def _tried(planned_file: PlannedFile) -> Unmade | None:
    data = attempt(planned_file)
    return data if isinstance(data, Unmade) else None
