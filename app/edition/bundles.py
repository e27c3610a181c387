"""Planned files in bundles: what a plan takes over from the one before, it takes over by the bundle, so that an edit
looks at the files of no other."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial, wraps
from itertools import chain
from typing import ParamSpec

from .file import PlannedFile

Asked = ParamSpec("Asked")


class Bundle:
    """Some planned files, planned when somebody looks at them; `known_by` is the same object as long as they are the
    same. `near` names what it has to do with: bundles of the same are made one after the other."""

    def __init__(self, known_by: object, plan: Callable[[], Iterable[PlannedFile]], near: str = "") -> None:
        self.known_by, self.near = known_by, near
        self._plan = plan
        self._files: Sequence[PlannedFile] | None = None

    @property
    def files(self) -> Sequence[PlannedFile]:
        """The files."""
        if self._files is None:
            self._files = tuple(self._plan())
        return self._files

    @property
    def is_planned(self) -> bool:
        """Tell whether somebody looked at the files already."""
        return self._files is not None

    def now(self) -> "Bundle":
        """Return itself, with its files planned."""
        self._files = self.files
        return self


class PlannedFiles(Iterable[PlannedFile]):
    """Planned files, one after the other, and the bundles that they come in."""

    def __init__(self, bundles: Iterable[Bundle]) -> None:
        self.bundles = tuple(bundles)

    def __iter__(self) -> Iterator[PlannedFile]:
        return chain.from_iterable(bundle.files for bundle in self.bundles)

    def without(self, paths: Collection[str]) -> "PlannedFiles":
        """Return all but the files at some paths."""
        return PlannedFiles(_without(bundle, paths) for bundle in self.bundles) if paths else self


def in_bundles(plan: Callable[Asked, Iterable[Bundle]]) -> Callable[Asked, PlannedFiles]:
    """Have a function that yields bundles return planned files."""

    @wraps(plan)
    def planned(*args: Asked.args, **kwargs: Asked.kwargs) -> PlannedFiles:
        return PlannedFiles(plan(*args, **kwargs))

    return planned


def bundle_of(files: Iterable[PlannedFile]) -> Bundle:
    """Return files as a bundle that no plan had before."""
    return Bundle(_Unknown(), partial(tuple, files)).now()


def bundles_of(files: Iterable[PlannedFile]) -> Sequence[Bundle]:
    """Return the bundles that files come in; those that come in none are one."""
    return files.bundles if isinstance(files, PlannedFiles) else (bundle_of(files),)


# Private


class _Unknown:
    """Stands for files that were planned anew."""


def _without(bundle: Bundle, paths: Collection[str]) -> Bundle:
    kept = [file for file in bundle.files if file.path not in paths]
    return bundle if len(kept) == len(bundle.files) else bundle_of(kept)
