"""People's changes and files: which rows no file says yet, and what a load may do with them.

The library, the files of the last load and those of this one are compared row by row. Where only people changed a
row, their work stays; where only the file did, the file counts; where both did, somebody has to choose.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ...domain.problem import Problem
from ...domain.text import N_
from ...exchange.native import calendars, categories, codes, places, plan, territories, texts, walks
from ..models import (
    CalendarRow,
    CategoryRow,
    CodeRow,
    NeedRow,
    PlaceRow,
    PlanRow,
    PublicHolidayRow,
    SchoolHolidayRow,
    SourceFileRow,
    TerritoryRow,
    TranslationRow,
    UnfiledRow,
    WalkRow,
)
from .edits import Edit


@dataclass(frozen=True)
class Filing:
    """What a load makes of rows that no file said: edits that it leaves out, and what it has to say of them."""

    edits: list[Edit]
    problems: list[Problem]
    settled: list[tuple[str, str]]
    """Subjects of which the library and the files say the same afterwards."""


def read_unfiled(session: Session) -> dict[tuple[str, str], str | None]:
    """Return the digest that the files gave, by table and subject, of each row that was changed since."""
    found = session.execute(select(UnfiledRow.kind, UnfiledRow.subject, UnfiledRow.filed))
    return {(kind, subject): filed for kind, subject, filed in found}


def file_edits(session: Session, edits: Sequence[Edit], *, force: bool) -> Filing:
    """Sort the edits of a load by whether they touch what people changed; with `force` the files win."""
    unfiled = read_unfiled(session)
    if force or not unfiled:
        return Filing(list(edits), [], [*unfiled])
    touched = {edit.name: edit for edit in edits if edit.name in unfiled and edit.says_something_new}
    kept = {name for name, edit in touched.items() if _digest(edit.after) == unfiled[name]}
    problems = [problem_of(*name, warning=name in kept) for name in touched]
    rest = [edit for edit in edits if edit.name not in touched and edit.name not in _files_of(kept)]
    return Filing(rest, problems, [name for name in unfiled if name not in touched])


def still_unfiled(session: Session) -> list[Problem]:
    """Return a warning for each row that no file says yet."""
    return [problem_of(kind, subject, warning=True) for kind, subject in read_unfiled(session)]


def problem_of(kind: str, subject: str, *, warning: bool) -> Problem:
    """Return what a load says of a row that people changed: that it stays, or that the file changed it too."""
    path, where = _PLACES_IN_FILES[kind](subject)
    return Problem(path, where, _NOT_IN_FILE if warning else _IN_BOTH, warning=warning)


def settle(session: Session, names: Sequence[tuple[str, str]]) -> None:
    """Forget that rows were unfiled: a file says them now, or has replaced them."""
    for kind, subject in names:
        session.execute(delete(UnfiledRow).where(UnfiledRow.kind == kind, UnfiledRow.subject == subject))


# Private


def _files_of(kept: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the files of walks whose rows stay: what somebody gave at the desk keeps its comments too."""
    return {(SourceFileRow.__tablename__, walks.path_of(id)) for kind, id in kept if kind == WalkRow.__tablename__}


def _digest(row: Mapping[str, object] | None) -> object:
    return row["digest"] if row else None


def _in_texts(subject: str) -> tuple[str, str]:
    language, _, key = subject.partition("/")
    return texts.file_of(language, key), key


_PLACES_IN_FILES: Mapping[str, Callable[[str], tuple[str, str]]] = {
    TerritoryRow.__tablename__: lambda id: (territories.PATH, f"territoire {id}"),
    PlaceRow.__tablename__: lambda id: (places.PATH, f"lieu {id}"),
    WalkRow.__tablename__: lambda id: (walks.path_of(id), ""),
    CategoryRow.__tablename__: lambda id: (categories.PATH, f"catégorie {id}"),
    NeedRow.__tablename__: lambda id: (categories.PATH, f"entrée {id}"),
    CalendarRow.__tablename__: lambda _: (calendars.PATH, ""),
    PublicHolidayRow.__tablename__: lambda day: (calendars.PATH, f"jour férié {day}"),
    SchoolHolidayRow.__tablename__: lambda id: (calendars.PATH, f"vacances {id}"),
    PlanRow.__tablename__: lambda _: (plan.PATH, ""),
    TranslationRow.__tablename__: _in_texts,
    CodeRow.__tablename__: lambda code: (codes.PATH, f"code {code}"),
}
"""Where a file says what a row says: the path, and the place in it as problems name it."""

_NOT_IN_FILE = N_("changé dans la bibliothèque, pas encore ici : « adeuxpas dump » l’écrira dans le fichier.")
_IN_BOTH = N_(
    "changé dans la bibliothèque et ici : gardez la bibliothèque avec « adeuxpas dump », "
    "ou ce fichier avec « adeuxpas load --force »."
)
