"""How leaves become bodies: a few at once in this process, many on every core."""

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

from .leaf import Leaf
from .store import Body, EditionStore

MANY = 150
"""Fewer leaves than this are made before other processes have started."""

_CHUNK = 12
"""Leaves that a process takes at a time: neighbours share what they draw, such as one map in three languages."""

_QUEUE = 64
"""Bodies that may wait for compression: enough to keep every core busy, little enough to hold in memory."""


def make_bodies(store: EditionStore, leaves: Sequence[Leaf]) -> Iterator[tuple[Leaf, Body]]:
    """Make every leaf, keep its body, and yield both as they are done."""
    # A forked process that came from several threads may inherit a lock that nobody will ever open.
    alone = threading.active_count() == 1 and sys.platform == "linux"
    return _make_apart(store, leaves) if alone and len(leaves) >= MANY else _make_here(store, leaves)


# Private


def _make_here(store: EditionStore, leaves: Sequence[Leaf]) -> Iterator[tuple[Leaf, Body]]:
    """Make the leaves in this thread while others compress the ones before (brotli and zlib let them)."""
    bodies: dict[bytes, Future[Body]] = {}
    waiting: deque[tuple[Leaf, Future[Body]]] = deque()
    with ThreadPoolExecutor(os.cpu_count(), "compress") as pool:
        # What everybody fetches is compressed longest: it comes first, while the others are made.
        for leaf in sorted(leaves, key=lambda leaf: not leaf.shared):
            data = leaf.make()
            # The same bytes twice are one body: two threads must not write it at once.
            digest = sha256(data).digest()
            if digest not in bodies:
                bodies[digest] = pool.submit(store.keep, data, leaf.media_type, shared=leaf.shared)
            waiting.append((leaf, bodies[digest]))
            if len(waiting) == _QUEUE:
                yield _done(*waiting.popleft())
        for leaf, body in waiting:
            yield leaf, body.result()


def _done(leaf: Leaf, body: Future[Body]) -> tuple[Leaf, Body]:
    return leaf, body.result()


def _make_apart(store: EditionStore, leaves: Sequence[Leaf]) -> Iterator[tuple[Leaf, Body]]:
    """Make the leaves in forked processes: they inherit the plan, which could not be sent to them."""
    context = multiprocessing.get_context("fork")
    with _frozen(), ProcessPoolExecutor(os.cpu_count(), context, _inherit, (store, leaves)) as pool:
        for rank, body in pool.map(_make_one, range(len(leaves)), chunksize=_CHUNK):
            # Two processes may have kept the same bytes: the twins are as long as the last one wrote them.
            yield leaves[rank], store.measure(body)


@contextmanager
def _frozen() -> Iterator[None]:
    """Keep the collector off what is inherited: by visiting it, each process would copy it and waste seconds."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_inherited: tuple[EditionStore, Sequence[Leaf]]


def _inherit(store: EditionStore, leaves: Sequence[Leaf]) -> None:
    global _inherited
    _inherited = store, leaves


def _make_one(rank: int) -> tuple[int, Body]:
    store, leaves = _inherited
    leaf = leaves[rank]
    return rank, store.keep(leaf.make(), leaf.media_type, shared=leaf.shared)
