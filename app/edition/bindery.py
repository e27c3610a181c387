"""The making of an edition: only the leaves whose fingerprint changed are made, compressed and written."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from .leaf import Leaf
from .site import Site
from .store import Body, Edition, EditionStore, Sheet, mark_of
from .summary import LINE, SUMMARY, WORKER, digest_of, line, summary, worker_script

Progress = Callable[[int, int], None]
"""Called with how many leaves are made, and of how many."""

KEPT = 3
"""How many editions stay on disk: a phone may still ask for a file of the one before."""

_QUEUE = 64
"""Bodies that may wait for compression: enough to keep every core busy, little enough to hold in memory."""


def build_edition(
    folder: Path,
    leaves: Iterable[Leaf],
    *,
    date: date,
    version: str,
    site: Site | None = None,
    maker: str = "",
    inputs: str = "",
    progress: Progress | None = None,
) -> Edition:
    """Make what changed since the current edition and put the new one in its place.

    `maker` sums up the program: sheets of another maker are not taken over. `inputs` sums up all that the
    edition is made from, for `Edition.inputs`. The number grows only when a public byte changed. Raise
    `EditionError` with a sentence when the disk refuses; the edition before is then still current.
    """
    plan = _by_path(leaves)
    site = site or Site(("fr",), version)
    blank = Edition(0, "", date, version, {}, tuple(site.languages), site.base, inputs, maker)
    store = EditionStore(folder)
    with store.locked():
        former = store.current()
        reusable = former.sheets if former is not None and former.maker == maker else {}
        work = _Work(store, reusable, progress or (lambda done, total: None))
        sheets = work.make(leaf for leaf in plan.values() if leaf.path != WORKER)
        edition = _bind(store, former, replace(blank, sheets=sheets, made=work.made), plan.get(WORKER))
        store.publish(edition, keep=KEPT)
    return edition


# Private


@dataclass
class _Work:
    """The making of sheets: this thread writes pages while others compress the ones before."""

    store: EditionStore
    former: Mapping[str, Sheet]
    progress: Progress
    sheets: dict[str, Sheet] = field(default_factory=dict)
    made: int = 0

    def make(self, leaves: Iterable[Leaf]) -> dict[str, Sheet]:
        todo = [leaf for leaf in leaves if not self._take_over(leaf)]
        with ThreadPoolExecutor(os.cpu_count(), "compress") as pool:
            for leaf, body in self._compress(pool, todo):
                self.sheets[leaf.path] = Sheet(leaf.media_type, mark_of(leaf), *body.result())
                self.made += 1
                self.progress(self.made, len(todo))
        return self.sheets

    def _take_over(self, leaf: Leaf) -> bool:
        sheet = self.former.get(leaf.path)
        if sheet is None or sheet.mark != mark_of(leaf) or sheet.media_type != leaf.media_type:
            return False
        self.sheets[leaf.path] = sheet
        return True

    def _compress(self, pool: ThreadPoolExecutor, todo: list[Leaf]) -> Iterator[tuple[Leaf, Future[Body]]]:
        bodies: dict[bytes, Future[Body]] = {}
        waiting: deque[tuple[Leaf, Future[Body]]] = deque()
        for leaf in todo:
            data = leaf.make()
            # The same bytes twice are one body: two threads must not write it at once.
            digest = sha256(data).digest()
            if digest not in bodies:
                bodies[digest] = pool.submit(self.store.keep, data, leaf.media_type, shared=leaf.shared)
            waiting.append((leaf, bodies[digest]))
            if len(waiting) == _QUEUE:
                yield waiting.popleft()
        yield from waiting


def _by_path(leaves: Iterable[Leaf]) -> dict[str, Leaf]:
    plan: dict[str, Leaf] = {}
    for leaf in leaves:
        if leaf.path in plan:
            raise ValueError(f"Two leaves have the path {leaf.path!r}.")
        if leaf.path.startswith("/") or ".." in leaf.path.split("/"):
            raise ValueError(f"The path {leaf.path!r} leaves the edition.")
        plan[leaf.path] = leaf
    return plan


def _bind(store: EditionStore, former: Edition | None, edition: Edition, worker: Leaf | None) -> Edition:
    """Number the edition, then add the files that speak of the edition itself."""
    script = worker.make() if worker else b""
    edition = replace(edition, digest=digest_of(edition, script))
    if former is not None and former.digest == edition.digest:
        edition = replace(edition, number=former.number, date=former.date, version=former.version)
    else:
        edition = replace(edition, number=store.last_number() + 1)
    return replace(edition, sheets={**edition.sheets, **_spoken(store, edition, script)})


def _spoken(store: EditionStore, edition: Edition, script: bytes) -> dict[str, Sheet]:
    made = {LINE: ("application/json", line(edition)), SUMMARY: ("application/json", summary(edition))}
    if script:
        made[WORKER] = ("text/javascript; charset=utf-8", worker_script(edition, script))
    return {
        path: Sheet(media_type, edition.digest, *store.keep(data, media_type, shared=path == WORKER))
        for path, (media_type, data) in made.items()
    }
