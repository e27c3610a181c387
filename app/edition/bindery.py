"""The making of an edition: only the leaves whose fingerprint changed are made, compressed and written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from .headers import Headers, security_headers
from .leaf import Leaf
from .packs.binding import bind_packs
from .packs.plan import PackPlan
from .site import Site
from .store import Edition, EditionStore, Sheet, mark_of
from .summary import LINE, SUMMARY, WORKER, digest_of, line, summary, worker_script
from .workshop import make_bodies

Progress = Callable[[int, int], None]
"""Called with how many leaves are made, and of how many."""

KEPT = 3
"""How many editions stay on disk: a phone may still ask for a file of the one before."""


def build_edition(
    folder: Path,
    leaves: Iterable[Leaf],
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
        sheets, made = _make_sheets(store, plan.values(), reusable, progress or (lambda done, total: None))
        script = plan[WORKER].make() if WORKER in plan else b""
        edition = _numbered(store, former, replace(blank, sheets=sheets, made=made), script)
        edition = _with(edition, bind_packs(store, edition, packs))
        edition = _with(edition, _spoken(store, edition, script, security_headers(site.public_url)))
        store.publish(edition, keep=KEPT)
    return edition


# Private


def _make_sheets(
    store: EditionStore, plan: Iterable[Leaf], former: Mapping[str, Sheet], progress: Progress
) -> tuple[dict[str, Sheet], int]:
    """Return every sheet, taken over or made, and how many were made."""
    leaves = [leaf for leaf in plan if leaf.path != WORKER]
    todo = [leaf for leaf in leaves if not _is_same(leaf, former.get(leaf.path))]
    sheets = {leaf.path: former[leaf.path] for leaf in leaves if leaf.path in former}
    for done, (leaf, body) in enumerate(make_bodies(store, todo), 1):
        sheets[leaf.path] = Sheet(leaf.media_type, mark_of(leaf), *body)
        progress(done, len(todo))
    return sheets, len(todo)


def _is_same(leaf: Leaf, sheet: Sheet | None) -> bool:
    return sheet is not None and sheet.mark == mark_of(leaf) and sheet.media_type == leaf.media_type


def _by_path(leaves: Iterable[Leaf]) -> dict[str, Leaf]:
    plan: dict[str, Leaf] = {}
    for leaf in leaves:
        if leaf.path in plan:
            raise ValueError(f"Two leaves have the path {leaf.path!r}.")
        if leaf.path.startswith("/") or ".." in leaf.path.split("/"):
            raise ValueError(f"The path {leaf.path!r} leaves the edition.")
        plan[leaf.path] = leaf
    return plan


def _numbered(store: EditionStore, former: Edition | None, edition: Edition, script: bytes) -> Edition:
    """Return the edition with its digest, and its number: the former one when no public byte changed."""
    edition = replace(edition, digest=digest_of(edition, script))
    if former is not None and former.digest == edition.digest:
        return replace(edition, number=former.number, date=former.date, version=former.version)
    return replace(edition, number=store.last_number() + 1)


def _with(edition: Edition, sheets: Mapping[str, Sheet]) -> Edition:
    return replace(edition, sheets={**edition.sheets, **sheets})


def _spoken(store: EditionStore, edition: Edition, script: bytes, headers: Headers) -> dict[str, Sheet]:
    """Return the files that speak of the edition itself."""
    made = {LINE: ("application/json", line(edition)), SUMMARY: ("application/json", summary(edition))}
    if script:
        made[WORKER] = ("text/javascript; charset=utf-8", worker_script(edition, script, dict(headers)))
    return {
        path: Sheet(media_type, edition.digest, *store.keep(data, media_type, shared=path == WORKER))
        for path, (media_type, data) in made.items()
    }
