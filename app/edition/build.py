"""The making of an edition: only the planned files whose fingerprint changed are made, compressed and written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ..cache import uncollected
from ..domain.text import N_
from ..site.addresses import Site
from ..site.headers import Headers, security_headers
from .bundles import Bundle, bundles_of
from .file import PlannedFile
from .lines import Files, Piece, with_pieces
from .making import MANY, make_blobs, make_bundles, to_plan_apart
from .open_data import site_map
from .packs.build import bind_packs
from .packs.plan import PackPlan
from .store import Edition, EditionFault, EditionStore, StoredFile
from .summary import LINE, SUMMARY, WORKER, digest_of, line, summary, worker_script
from .unmade import HTML, Unmade, attempt_plan


class Plan(NamedTuple):
    """What an edition is to be made of; `aside` is what it is planned without."""

    files: Iterable[PlannedFile]
    packs: Sequence[PackPlan] = ()
    aside: tuple[Unmade, ...] = ()


Without = Callable[[Sequence[Unmade]], Plan | None]
"""Plans again without what could not be made; None when there is nothing else to leave out."""

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
    aside: Sequence[Unmade] = (),
    without: Without = lambda unmade: None,
    progress: Progress | None = None,
) -> Edition:
    """Make what changed since the current edition and put the new one in its place.

    `maker` sums up the program: files of another maker are not taken over. `inputs` sums up all that the
    edition is made from, for `Edition.inputs`. The number grows only when a public byte changed.

    Of a page that cannot be made nothing stays, not even the one of the edition before: it may tell what is hidden
    since. `without` then plans again, so that no other page names it; `aside` is what was planned without already.
    Raise `EditionFault` with a sentence when the disk refuses, or for a file that no edition goes without; the
    edition before is then still current.
    """
    site = site or Site(("fr",), version)
    blank = Edition(0, "", date, version, {}, tuple(site.languages), site.base, inputs, maker, site.asset_version)
    store = EditionStore(folder)
    with store.locked():
        former = store.current()
        reusable = former.files if former is not None and former.maker == maker else Files()
        plan = Plan(planned, packs, tuple(aside))
        made = _make_what_can_be(store, plan, reusable, (without, progress or _silent))
        found = replace(blank, made=made.fresh, unmade=(*made.plan.aside, *made.lost))
        edition = _numbered(store, former, replace(found, files=_with_site_map(store, made.files, site)), made.script)
        with uncollected():
            edition = replace(edition, files=bind_packs(store, edition, made.plan.packs))
        spoken = _spoken(store, edition, made.script, security_headers(site.public_url))
        edition = replace(edition, files=with_pieces(edition.files, Piece(spoken)))
        store.publish(edition, keep=KEPT)
    return edition


# Private

_APART = (HTML, "application/pdf")
"""What is read by itself: an edition goes on without one of these, and stops for a file that pages are made of."""


class _Made(NamedTuple):
    """What became of a plan: every stored file, how many are fresh, the worker's script, what could not be made."""

    plan: Plan
    files: Files
    fresh: int
    script: bytes
    lost: list[Unmade]


class _Tried(NamedTuple):
    """A bundle whose files were looked at: none, and why, when they cannot be planned."""

    bundle: Bundle
    files: Sequence[PlannedFile]
    lost: list[Unmade]


class _Became(NamedTuple):
    """What became of a bundle: its stored files, and what of it could not be made."""

    bundle: Bundle
    piece: Piece
    lost: list[Unmade]


def _silent(done: int, total: int) -> None:
    """Say nothing."""


def _make_what_can_be(
    store: EditionStore, plan: Plan, reusable: Mapping[str, StoredFile], asked: tuple[Without, Progress]
) -> _Made:
    without, progress = asked
    made = _make_plan(store, plan, reusable, progress)
    while made.lost and (again := without(made.lost)):
        made = _make_plan(store, again, made.files, _silent, before=made.fresh)
    _require_whole(made.lost)
    return made


def _make_plan(
    store: EditionStore, plan: Plan, former: Mapping[str, StoredFile], progress: Progress, before: int = 0
) -> _Made:
    """Take over the pieces of the bundles that were made before; look at each file of the others."""
    bundles = bundles_of(plan.files)
    known = former.made_of if isinstance(former, Files) else {}
    fresh = [bundle for bundle in bundles if bundle.known_by not in known]
    apart = [] if former else to_plan_apart(fresh)
    with uncollected():
        here = [_tried(bundle) for bundle in fresh if bundle.is_planned or not apart]
    planned = _by_path(file for each in here for file in each.files)
    worker = next((file for each in bundles if each.is_planned for file in each.files if file.path == WORKER), None)
    planned.pop(WORKER, None)
    found, count, lost = _make_files(store, planned.values(), former, partial(_part_of, progress, 0, len(apart)))
    became = [_became(each, found, lost) for each in here]
    became += _make_apart(store, apart, partial(_part_of, progress, len(planned), 0))
    count += sum(len(each.piece.files) for each in became[len(here) :])
    lost = [unmade for each in became for unmade in each.lost]
    return _Made(plan, _files(bundles, known, became), before + count, worker.make() if worker else b"", lost)


def _tried(bundle: Bundle) -> _Tried:
    files = attempt_plan(bundle)
    return _Tried(bundle, (), [files]) if isinstance(files, Unmade) else _Tried(bundle, files, [])


def _part_of(progress: Progress, before: int, after: int, done: int, total: int) -> None:
    """Tell how far a part of the work is, which others go before and come after."""
    progress(before + done, before + total + after)


def _make_apart(store: EditionStore, bundles: Sequence[Bundle], progress: Progress) -> Iterator[_Became]:
    """Make bundles in processes that plan them."""
    # What is near to the same shows the same: made one after the other, each process copies little of the content.
    ordered = sorted(bundles, key=attrgetter("near"))
    for done, (bundle, (rows, lost)) in enumerate(zip(ordered, make_bundles(store, ordered), strict=True), 1):
        stored = {_inside(path): StoredFile(kind, mark, *blob) for path, kind, mark, blob in rows}
        yield _Became(bundle, Piece(stored), lost)
        progress(done, len(ordered))


def _files(bundles: Iterable[Bundle], known: Mapping[object, Piece], became: Iterable[_Became]) -> Files:
    """Return the stored files of every bundle, and by bundle those of all that is whole."""
    fresh = {each.bundle.known_by: each.piece for each in became}
    pieces = {bundle.known_by: fresh.get(bundle.known_by) or known[bundle.known_by] for bundle in bundles}
    spoilt = {each.bundle.known_by for each in became if each.lost}
    return Files(pieces.values(), WeakKeyDictionary({key: each for key, each in pieces.items() if key not in spoilt}))


def _became(tried: _Tried, found: Mapping[str, StoredFile], lost: Sequence[Unmade]) -> _Became:
    paths = [file.path for file in tried.files]
    piece = Piece({path: found[path] for path in paths if path in found})
    return _Became(tried.bundle, piece, [*tried.lost, *(each for each in lost if each.path in paths)])


def _require_whole(lost: Iterable[Unmade]) -> None:
    for each in lost:
        if not each.media_type.startswith(_APART) or not each.path:
            raise EditionFault(_ESSENTIAL, path=each.path, reason=each.reason)


_ESSENTIAL = N_(
    "Le fichier %(path)s de l’édition n’a pas pu être fait (%(reason)s) : aucune page n’irait sans lui. "
    "L’édition précédente reste en place."
)


def _make_files(
    store: EditionStore, plan: Iterable[PlannedFile], former: Mapping[str, StoredFile], progress: Progress
) -> tuple[dict[str, StoredFile], int, list[Unmade]]:
    """Return every stored file, taken over or made, how many were made, and what could not be made."""
    files: dict[str, StoredFile] = {}
    lost: list[Unmade] = []
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
            if isinstance(body, Unmade):
                files.pop(planned_file.path, None)
                lost.append(body)
            else:
                files[planned_file.path] = StoredFile(planned_file.media_type, planned_file.mark, *body)
            progress(done, len(todo))
    return files, len(todo) - len(lost), lost


def _by_path(planned: Iterable[PlannedFile]) -> dict[str, PlannedFile]:
    plan: dict[str, PlannedFile] = {}
    for planned_file in planned:
        path = _inside(planned_file.path)
        if path in plan:
            raise ValueError(f"Two planned files have the path {path!r}.")
        plan[path] = planned_file
    return plan


def _inside(path: str) -> str:
    """Return a path that does not leave the edition."""
    if path[:1] == "/" or (".." in path and ".." in path.split("/")):
        raise ValueError(f"The path {path!r} leaves the edition.")
    return path


def _with_site_map(store: EditionStore, files: Files, site: Site) -> Files:
    """Return files with the site map: it names the pages that there are, so that none is planned for it alone."""
    pages = (path for path, stored in files.items() if stored.media_type.startswith(HTML))
    for each in site_map(pages, site):
        stored = StoredFile(each.media_type, each.mark, *store.keep(each.make(), each.media_type))
        return with_pieces(files, Piece({each.path: stored}))
    return files


def _numbered(store: EditionStore, former: Edition | None, edition: Edition, script: bytes) -> Edition:
    """Return the edition with its digest, and its number: the former one when no public byte changed."""
    edition = replace(edition, digest=digest_of(edition, script))
    if former is not None and former.digest == edition.digest:
        return replace(edition, number=former.number, date=former.date, version=former.version)
    return replace(edition, number=store.last_number() + 1)


def _spoken(store: EditionStore, edition: Edition, script: bytes, headers: Headers) -> dict[str, StoredFile]:
    """Return the files that speak of the edition itself."""
    made = {LINE: ("application/json", line(edition)), SUMMARY: ("application/json", summary(edition))}
    if script:
        made[WORKER] = ("text/javascript; charset=utf-8", worker_script(edition, script, dict(headers)))
    # Every edition makes them anew, and half of the summary is hashes: not worth the slowest compression, or any.
    return {
        path: StoredFile(media_type, edition.digest, *store.keep(data, "" if path == SUMMARY else media_type))
        for path, (media_type, data) in made.items()
    }
