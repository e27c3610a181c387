"""Which files of an edition each part of a pack holds, and a digest of all that a pack is made from."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from ..file import fingerprint_of
from ..store import StoredFile
from .plan import PackPlan, PartPlan

Seen = tuple[str, str, str]
"""Path, hash and media type of a file."""


class Members:
    """The files of an edition as packs look for them: by path, and by the beginning of their paths."""

    def __init__(self, files: Mapping[str, StoredFile]) -> None:
        self._files = files
        self._ordered = sorted(files)
        self._known: dict[int, tuple[PartPlan, tuple[Sequence[str], str]]] = {}

    def paths(self, part: PartPlan) -> Sequence[str]:
        """Return the paths of the files that a part holds, in order."""
        paths, _ = self._of(part)
        return paths

    def mark(self, part: PartPlan) -> str:
        """Return a digest of all that a part is made from."""
        _, mark = self._of(part)
        return mark

    def digest(self, plan: PackPlan) -> str:
        """Return a digest of all that a pack is made from, its manifest's words on the edition apart."""
        parts = [(part.name, part.group, self.mark(part)) for part in _parts_of(plan)]
        files = [(file, self._seen(file.path)) for file in plan.files if file.path in self._files]
        return fingerprint_of(plan.territory, list(plan.languages), parts, files)

    # Private

    def _of(self, part: PartPlan) -> tuple[Sequence[str], str]:
        known = self._known.get(id(part))
        if known is None or known[0] is not part:
            named = {path for path in part.paths if path in self._files}
            paths = sorted(named.union(*(self._starting(start) for start in part.below)))
            known = self._known[id(part)] = part, (paths, fingerprint_of([self._seen(path) for path in paths]))
        return known[1]

    def _seen(self, path: str) -> Seen:
        stored = self._files[path]
        return path, stored.sha256, stored.media_type

    def _starting(self, start: str) -> Sequence[str]:
        ordered = self._ordered
        # No path has the last character there is.
        return ordered[bisect_left(ordered, start) : bisect_left(ordered, f"{start}\U0010ffff")]


# Private


def _parts_of(plan: PackPlan) -> Iterator[PartPlan]:
    for parts in plan.languages.values():
        yield from parts
    yield plan.pictures
