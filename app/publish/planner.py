"""The plan of an edition, and the plan without what cannot be made: no other page names a page that is not there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any

from ..cache import uncollected
from ..domain.content import Content
from ..domain.place import Status
from ..domain.public import PublicContent, public_content
from ..domain.subject import PLACE, SUBJECTS, WALK, Subject
from ..domain.text import SOURCE
from ..domain.walk import WalkStatus
from ..edition.build import Plan, Progress
from ..edition.bundles import PlannedFiles, bundle_of, bundles_of
from ..edition.file import PlannedFile
from ..edition.making import try_files
from ..edition.packs.plan import plan_packs
from ..edition.unmade import HTML, Spoilt, Unmade, attempt_plan, unplanned
from ..edition.walks.leader_pack import leader_files
from ..map.basemap import Basemap
from ..site.addresses import Site
from .plan import plan_edition

_DRAFTS: Mapping[str, Any] = {PLACE.name: Status.DRAFT, WALK.name: WalkStatus.DRAFT}
"""What a subject is in an edition that cannot show it: waiting for a check, so that its code and its street stay."""


class Planner:
    """Plans an edition as often as it takes, each time without what could not be made before.

    With a `secret`, what only leaders may read is published sealed with it.
    """

    def __init__(
        self, content: Content, site: Site, day: date, basemaps: Mapping[str, Basemap], secret: bytes | None = None
    ) -> None:
        self._content = content
        self._site, self._day, self._basemaps, self._secret = site, day, basemaps, secret
        self._aside: dict[str, Unmade] = {}

    def plan(self) -> Plan:
        """Return the plan without what was put aside so far."""
        while True:
            content = public_content(self._content)
            try:
                files = plan_edition(content, self._site, self._day, self._basemaps, self._aside.keys())
            except Spoilt as fault:
                if not self._put_aside([unplanned(fault)]):
                    raise
            else:
                files = PlannedFiles([bundle_of(self._leader_packs(content)), *files.bundles])
                with uncollected():
                    return Plan(files, plan_packs(content, self._site), tuple(self._aside.values()))

    def without(self, unmade: Sequence[Unmade]) -> Plan | None:
        """Return the plan without what could not be made, None when nothing else can be left out."""
        return self.plan() if self._put_aside(unmade) else None

    # Private

    def _leader_packs(self, public: PublicContent) -> Iterator[PlannedFile]:
        if self._secret is not None:
            walks = {walk.id: walk for id in public.territories for walk in public.public_walks(id)}
            yield from leader_files(self._content, walks, self._secret)

    def _put_aside(self, unmade: Sequence[Unmade]) -> bool:
        """Leave out the subjects that are to blame, or else the pages; tell whether that was anything new."""
        subjects = {each.subject: each for each in reversed(unmade) if self._is_shown(each.subject)}
        for each in subjects.values():
            self._content = _as_draft(self._content, each.subject)
        pages = [each for each in unmade if not each.subject and each.path and each.media_type.startswith(HTML)]
        told = [each._replace(path=_path_of(each.subject)) for each in reversed(subjects.values())] + pages
        new = {each.path: each for each in told if each.path not in self._aside}
        self._aside |= new
        return bool(new)

    def _is_shown(self, subject: str) -> bool:
        kind, _, id = subject.partition(":")
        found = SUBJECTS[kind].of(self._content).get(id) if kind in _DRAFTS else None
        return found is not None and SUBJECTS[kind].is_public(self._content, found)


def try_plan(planner: Planner, progress: Progress) -> Iterator[Unmade]:
    """Make all that an edition is made of, keep nothing, and yield what cannot be made."""
    plan: Plan | None = planner.plan()
    sound: set[tuple[str, str]] = set()
    while plan is not None:
        tried = [attempt_plan(bundle) for bundle in bundles_of(plan.files)]
        lost = [each for each in tried if isinstance(each, Unmade)]
        planned = chain.from_iterable(each for each in tried if not isinstance(each, Unmade))
        files = [file for file in planned if (file.path, file.mark) not in sound]
        for done, (file, unmade) in enumerate(zip(files, try_files(files), strict=True), 1):
            lost += [unmade] if unmade else []
            sound |= set() if unmade else {(file.path, file.mark)}
            progress(done, len(files))
        told, plan = (*plan.aside, *lost), planner.without(lost)
    yield from told


# Private


def _as_draft(content: Content, subject: str) -> Content:
    kind, _, id = subject.partition(":")
    shelf = SUBJECTS[kind].of(content)
    changed: dict[str, Any] = {SUBJECTS[kind].shelf: {**shelf, id: _draft_of(shelf[id], kind)}}
    return replace(content, **changed)


def _draft_of(subject: Subject, kind: str) -> Subject:
    return subject.model_copy(update={"status": _DRAFTS[kind]})


def _path_of(subject: str) -> str:
    kind, _, id = subject.partition(":")
    return f"{SOURCE}/{SUBJECTS[kind].path(id)}"
