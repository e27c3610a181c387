"""The making of an edition: only the planned files whose fingerprint changed are made, compressed and written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..cache import uncollected
from ..site.addresses import Site
from ..site.headers import Headers, security_headers
from .file import PlannedFile
from .making import MANY, make_blobs
from .packs.build import bind_packs
from .packs.plan import PackPlan
from .store import Edition, EditionStore, StoredFile
from .summary import LINE, SUMMARY, WORKER, digest_of, line, summary, worker_script

Progress = Callable[[int, int], None]
"""Called with how many planned files are made, and of how many."""

KEPT = 3
"""How many editions stay on disk: a phone may still ask for a file of the one before."""


def build_edition(
    folder: Path,
    planned: Iterable[PlannedFile],
    *,
    date: date,
    version: str,
    site: Site | None = None,
    maker: str = "",
    inputs: str = "",
    packs: Sequence[PackPlan] = (),
    progress: Progress | None = None,
) -> Edition:
    """Make what changed since the current edition and put the new one in its place.

    `maker` sums up the program: files of another maker are not taken over. `inputs` sums up all that the
    edition is made from, for `Edition.inputs`. The number grows only when a public byte changed. Raise
    `EditionFault` with a sentence when the disk refuses; the edition before is then still current.
    """
    plan = _by_path(planned)
    site = site or Site(("fr",), version)
    blank = Edition(0, "", date, version, {}, tuple(site.languages), site.base, inputs, maker)
    store = EditionStore(folder)
    with store.locked():
        former = store.current()
        reusable = former.files if former is not None and former.maker == maker else {}
        worker = plan.pop(WORKER, None)
        files, made = _make_files(store, plan.values(), reusable, progress or (lambda done, total: None))
        script = worker.make() if worker else b""
        edition = _numbered(store, former, replace(blank, files=files, made=made), script)
        with uncollected():
            edition = _with(edition, bind_packs(store, edition, packs))
        edition = _with(edition, _spoken(store, edition, script, security_headers(site.public_url)))
        store.publish(edition, keep=KEPT)
    return edition


# Private


def _make_files(
    store: EditionStore, plan: Iterable[PlannedFile], former: Mapping[str, StoredFile], progress: Progress
) -> tuple[dict[str, StoredFile], int]:
    """Return every stored file, taken over or made, and how many were made."""
    files: dict[str, StoredFile] = {}
    todo: list[PlannedFile] = []
    for planned_file in plan:
        path, stored = planned_file.path, former.get(planned_file.path)
        if stored is not None:
            files[path] = stored
        if stored is None or stored.mark != planned_file.mark or stored.media_type != planned_file.media_type:
            todo.append(planned_file)
    # What an edit makes is soon made; a first edition leaves more behind than memory should hold.
    with uncollected() if len(todo) < MANY else nullcontext():
        for done, (planned_file, body) in enumerate(make_blobs(store, todo), 1):
            files[planned_file.path] = StoredFile(planned_file.media_type, planned_file.mark, *body)
            progress(done, len(todo))
    return files, len(todo)


def _by_path(planned: Iterable[PlannedFile]) -> dict[str, PlannedFile]:
    plan: dict[str, PlannedFile] = {}
    for planned_file in planned:
        path = planned_file.path
        if path in plan:
            raise ValueError(f"Two planned files have the path {path!r}.")
        if path[:1] == "/" or (".." in path and ".." in path.split("/")):
            raise ValueError(f"The path {path!r} leaves the edition.")
        plan[path] = planned_file
    return plan


def _numbered(store: EditionStore, former: Edition | None, edition: Edition, script: bytes) -> Edition:
    """Return the edition with its digest, and its number: the former one when no public byte changed."""
    edition = replace(edition, digest=digest_of(edition, script))
    if former is not None and former.digest == edition.digest:
        return replace(edition, number=former.number, date=former.date, version=former.version)
    return replace(edition, number=store.last_number() + 1)


def _with(edition: Edition, files: Mapping[str, StoredFile]) -> Edition:
    return replace(edition, files={**edition.files, **files})


def _spoken(store: EditionStore, edition: Edition, script: bytes, headers: Headers) -> dict[str, StoredFile]:
    """Return the files that speak of the edition itself."""
    made = {LINE: ("application/json", line(edition)), SUMMARY: ("application/json", summary(edition))}
    if script:
        made[WORKER] = ("text/javascript; charset=utf-8", worker_script(edition, script, dict(headers)))
    return {
        path: StoredFile(media_type, edition.digest, *store.keep(data, media_type, shared=path == WORKER))
        for path, (media_type, data) in made.items()
    }
