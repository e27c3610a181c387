"""Planned files in bundles: what a plan takes over from the one before, it takes over by the bundle, so that an edit
looks at the files of no other."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import wraps
from itertools import chain
from typing import NamedTuple, ParamSpec

from .file import PlannedFile

Asked = ParamSpec("Asked")


class Bundle(NamedTuple):
    """Some planned files; `known_by` is the same object as long as they are the same."""

    known_by: object
    files: Sequence[PlannedFile]


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
    return Bundle(_Unknown(), tuple(files))


def bundles_of(files: Iterable[PlannedFile]) -> Sequence[Bundle]:
    """Return the bundles that files come in; those that come in none are one."""
    return files.bundles if isinstance(files, PlannedFiles) else (bundle_of(files),)


# Private


class _Unknown:
    """Stands for files that were planned anew."""


def _without(bundle: Bundle, paths: Collection[str]) -> Bundle:
    kept = [file for file in bundle.files if file.path not in paths]
    return bundle if len(kept) == len(bundle.files) else bundle_of(kept)
