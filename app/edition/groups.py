"""Files planned together, taken over from the plan before while all that they are made from is the same.

What is taken over knows its path and its fingerprint. Should its bytes be needed all the same (the disk has lost
them, or it is for another folder), its group is planned again from what there is now: nothing old is kept alive.
A large group lies in parts: an edit plans those again that it touches.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property, partial
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
        return self.take(slot, found, lambda: found)

    def take_parts(self, slot: Any, inputs: tuple[Any, ...], parts: Parts) -> PlannedFiles:
        """Return the files of a slot whose parts are planned each by itself, a bundle a part; while `inputs` are the
        same, no part is looked at."""
        group = self._before.pop(slot, None) or self._now.get(slot)
        if group is not None and group.inputs == inputs:
            group.renew(inputs, parts)
            self._now[slot] = group
            return group.files
        self._now[slot] = group = _Group(inputs, parts, group.parts if group else {})
        return group.planned()


GROUPS = Groups()
"""The files of the last plan, by what they are, territory and language."""


class _Group:
    """What one slot held."""

    def __init__(self, inputs: tuple[Any, ...], parts: Parts, before: "Mapping[Any, _Part]") -> None:
        self.inputs = inputs
        self.parts: dict[Any, _Part] = {}
        self._again = parts
        self._before = before

    @cached_property
    def files(self) -> PlannedFiles:
        """The files, which hold nothing that they were planned from."""
        return PlannedFiles(Bundle(part, part.files) for part in self.parts.values())

    def planned(self) -> PlannedFiles:
        """Plan what is not the same as before, and return all files: those planned now are made as they are."""
        found: list[Bundle] = []
        for slot, inputs, plan in self._again():
            known = self._before.get(slot)
            if known is not None and known.inputs == inputs:
                known.renew(inputs, plan)
                found.append(Bundle(known, known.files))
            else:
                files = tuple(plan())
                known = _Part(inputs, plan, files)
                found.append(Bundle(known, files))
            self.parts[slot] = known
        self._before = {}
        return PlannedFiles(found)

    def renew(self, inputs: tuple[Any, ...], parts: Parts) -> None:
        """Let go of what the files were last planned from."""
        self.inputs, self._again = inputs, parts
        for slot, part in self.parts.items():
            part.renew(part.inputs, partial(_plan_part, parts, slot))


class _Part:
    """What one part of a slot held."""

    def __init__(self, inputs: tuple[Any, ...], plan: Plan, files: Iterable[PlannedFile]) -> None:
        self.inputs = inputs
        self._again = _Again(plan)
        self.files = tuple([replace(file, make=partial(self._again.make, file.path)) for file in files])

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

    def make(self, path: str) -> bytes:
        """Return the bytes of a file."""
        if not self._files:
            self._files = {file.path: file for file in self._plan()}
        return self._files[path].make()


def _plan_part(parts: Parts, slot: Any) -> Iterable[PlannedFile]:
    return next(part.plan() for part in parts() if part.slot == slot)
