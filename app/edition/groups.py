"""Files planned together, taken over from the plan before while all that they are made from is the same.

What is taken over knows its path and its fingerprint. Should its bytes be needed all the same (the disk has lost
them, or it is for another folder), its group is planned again from what there is now: nothing old is kept alive.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from .file import PlannedFile

Plan = Callable[[], Iterable[PlannedFile]]


class Groups:
    """The groups of the last plan, by slot; what a plan does not ask for is forgotten with the next one."""

    def __init__(self) -> None:
        self._before: dict[Any, _Group] = {}
        self._now: dict[Any, _Group] = {}

    def begin(self) -> None:
        """Begin another plan."""
        self._before, self._now = self._now, {}

    def take(self, slot: Any, inputs: tuple[Any, ...], plan: Plan) -> Sequence[PlannedFile]:
        """Return the files of a slot: those of the last plan when they were made from the same, else planned now."""
        group = self._before.pop(slot, None) or self._now.get(slot)
        if group is not None and group.inputs == inputs:
            group.renew(plan)
            self._now[slot] = group
            return group.files
        files = list(plan())
        self._now[slot] = _Group(inputs, plan, files)
        return files


GROUPS = Groups()
"""The files of the last plan, by what they are, territory and language."""


class _Group:
    """What one slot held."""

    def __init__(self, inputs: tuple[Any, ...], plan: Plan, files: Iterable[PlannedFile]) -> None:
        self.inputs = inputs
        self.files = [replace(file, make=partial(self._make, file.path)) for file in files]
        self.renew(plan)

    def renew(self, plan: Plan) -> None:
        """Let go of what the files were last planned from."""
        self._plan = plan
        self._again: dict[str, PlannedFile] = {}

    # Private

    def _make(self, path: str) -> bytes:
        if not self._again:
            self._again = {file.path: file for file in self._plan()}
        return self._again[path].make()
