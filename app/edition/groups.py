"""Files planned together, taken over from the plan before while all that they are made from is the same.

They are planned when somebody looks at them: what is made of them may be all that is needed. Then what is taken over
knows its path and its fingerprint. Should its bytes be needed all the same (the disk has lost them, or it is for
another folder), its group is planned again from what there is now: nothing old is kept alive.
A large group lies in parts: an edit plans those again that it touches.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from .bundles import Bundle, PlannedFiles
from .file import PlannedFile

Plan = Callable[[], Iterable[PlannedFile]]


class Part(NamedTuple):
    """Files of a group that are planned together: their slot in the group, all that they are made from, their plan."""

    slot: Any
    inputs: tuple[Any, ...]
    plan: Plan


Parts = Callable[[], Iterable[Part]]


class Groups:
    """The groups of the last plan, by slot; what a plan does not ask for is forgotten with the next one."""

    def __init__(self) -> None:
        self._before: dict[Any, _Group] = {}
        self._now: dict[Any, _Group] = {}

    def begin(self) -> None:
        """Begin another plan."""
        self._before, self._now = self._now, {}

    def take(self, slot: Any, inputs: tuple[Any, ...], plan: Plan) -> PlannedFiles:
        """Return the files of a slot: those of the last plan when they were made from the same, else planned now."""
        return self.take_parts(slot, inputs, lambda: (Part("", inputs, plan),))

    def keep(self, slot: Any, files: Iterable[PlannedFile]) -> PlannedFiles:
        """Return files that are planned every time: the bundle of the last plan while they are all the same."""
        found = tuple(files)
        return PlannedFiles(bundle.now() for bundle in self.take(slot, found, lambda: found).bundles)

    def take_parts(self, slot: Any, inputs: tuple[Any, ...], parts: Parts) -> PlannedFiles:
        """Return the files of a slot whose parts are planned each by itself, a bundle a part; while `inputs` are the
        same, no part is looked at. The last word of a slot is what its bundles are near to."""
        group = self._before.pop(slot, None) or self._now.get(slot)
        if group is not None and group.inputs == inputs:
            group.renew(inputs, parts)
        else:
            group = _Group(inputs, parts, group.parts if group else {})
        self._now[slot] = group
        near = str(slot[-1]) if isinstance(slot, tuple) else ""
        return PlannedFiles(Bundle(part, part.planned, near) for part in group.parts.values())


GROUPS = Groups()
"""The files of the last plan, by what they are, territory and language."""


class _Group:
    """What one slot holds."""

    def __init__(self, inputs: tuple[Any, ...], parts: Parts, before: "Mapping[Any, _Part]") -> None:
        self.inputs = inputs
        self.parts = {part.slot: _taken_over(part, before.get(part.slot)) for part in parts()}

    def renew(self, inputs: tuple[Any, ...], parts: Parts) -> None:
        """Let go of what the files were last planned from."""
        self.inputs = inputs
        for slot, part in self.parts.items():
            part.renew(part.inputs, partial(_plan_part, parts, slot))


class _Part:
    """What one part of a slot holds; its files once they were planned, which hold nothing that they are made from."""

    def __init__(self, inputs: tuple[Any, ...], plan: Plan) -> None:
        self.inputs = inputs
        self._again = _Again(plan)
        self._files: Sequence[PlannedFile] = ()

    def planned(self) -> Sequence[PlannedFile]:
        """Return the files; those planned now are made as they are."""
        if self._files:
            return self._files
        found = self._again.plan()
        self._files = tuple([replace(file, make=partial(self._again.make, file.path)) for file in found])
        return found

    def renew(self, inputs: tuple[Any, ...], plan: Plan) -> None:
        """Let go of what the files were last planned from."""
        self.inputs = inputs
        self._again.renew(plan)


class _Again:
    """Makes the files of a part, planned again. It does not hold them: what holds its holder stays in memory until
    somebody looks for such circles, with all that the files were planned from."""

    def __init__(self, plan: Plan) -> None:
        self.renew(plan)

    def renew(self, plan: Plan) -> None:
        """Plan them so from now on."""
        self._plan = plan
        self._files: dict[str, PlannedFile] = {}

    def plan(self) -> Sequence[PlannedFile]:
        """Return the files, planned now."""
        return tuple(self._plan())

    def make(self, path: str) -> bytes:
        """Return the bytes of a file."""
        if not self._files:
            self._files = {file.path: file for file in self._plan()}
        return self._files[path].make()


def _taken_over(asked: Part, known: _Part | None) -> _Part:
    """Return a part of the plan before that is made from the same, else a new one."""
    if known is None or known.inputs != asked.inputs:
        return _Part(asked.inputs, asked.plan)
    known.renew(asked.inputs, asked.plan)
    return known


def _plan_part(parts: Parts, slot: Any) -> Iterable[PlannedFile]:
    return next(part.plan() for part in parts() if part.slot == slot)
