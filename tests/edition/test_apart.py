"""A first edition: its bundles are planned where they are made, in processes that end; what they say stays the same."""

import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from app.edition.build import Plan, build_edition
from app.edition.bundles import Bundle, PlannedFiles, bundle_of
from app.edition.file import PlannedFile
from app.edition.making import MANY
from app.edition.store import Edition, EditionStore
from app.edition.unmade import Unmade, blaming


def alone() -> Executor:
    """Return what runs a check in a process that may fork."""
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))


def among_threads() -> Executor:
    """Return what runs a check in this process, which may not: all is planned here."""
    return ThreadPoolExecutor(1)


Machine = Callable[[], Executor]
anywhere = pytest.mark.parametrize("machine", [alone, among_threads])


def page(path: str, text: str = "court") -> PlannedFile:
    return PlannedFile(path, "text/html; charset=utf-8", text, text.encode)


def many(*first: PlannedFile) -> PlannedFiles:
    """Return a plan of more bundles than are planned in one process, and one that is planned already."""
    return planned_by(lambda: first)


def planned_by(plan: Callable[[], Iterable[PlannedFile]]) -> PlannedFiles:
    plans = [plan, *(partial(tuple, [page(f"fr/{number}", f"{number}")]) for number in range(MANY))]
    # Told apart in another order than they are made in.
    return PlannedFiles(
        [*(Bundle(each, each, str(rank % 2)) for rank, each in enumerate(plans)), bundle_of([page("")])]
    )


def build(folder: Path, planned: PlannedFiles, **options: object) -> Edition:
    return build_edition(folder, planned, date=date(2026, 11, 18), version="0", **options)  # type: ignore[arg-type]


def makes_all(folder: Path, planned_here: bool) -> None:
    planned, counted = many(page("fr/")), list[tuple[int, int]]()
    edition = build(folder, planned, progress=lambda *each: counted.append(each))
    assert [*edition.files][:3] == ["fr/", "fr/0", "fr/1"] and edition.made == MANY + 2
    assert EditionStore(folder).body(edition.files["fr/7"]) == b"7"
    assert counted == [(done, MANY + 2) for done in range(1, MANY + 3)]
    assert [each.is_planned for each in planned.bundles] == [planned_here] * (MANY + 1) + [True]
    again = build(folder, planned)
    assert (again.number, again.made, [*again.files.items()]) == (1, 0, [*edition.files.items()])


@anywhere
def test_every_bundle_is_made_once_and_taken_over(machine: Machine, tmp_path: Path) -> None:
    with machine() as pool:
        pool.submit(makes_all, tmp_path, machine is among_threads).result()


def goes_without(folder: Path) -> None:
    def spoilt() -> Iterable[PlannedFile]:
        with blaming("place:abc"):
            raise ValueError

    def without(unmade: Sequence[Unmade]) -> Plan | None:
        return Plan(many(page("fr/"))) if {each.subject for each in unmade} == {"place:abc"} else None

    edition = build(folder, planned_by(spoilt), without=without)
    assert len(edition.files) == MANY + 4 and edition.number == 1


@anywhere
def test_what_cannot_be_planned_is_left_out(machine: Machine, tmp_path: Path) -> None:
    with machine() as pool:
        pool.submit(goes_without, tmp_path).result()


def refuses(folder: Path) -> None:
    with pytest.raises(ValueError, match="Two planned files have the path 'fr/1'"):
        build(folder, many(page("fr/1")))
    with pytest.raises(ValueError, match="leaves the edition"):
        build(folder, many(page("fr/../x")))


@anywhere
def test_no_path_is_there_twice_or_leaves_the_edition(machine: Machine, tmp_path: Path) -> None:
    with machine() as pool:
        pool.submit(refuses, tmp_path).result()
