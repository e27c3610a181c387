"""Loading a folder of files: afterwards the library says what the files say, or nothing has changed.

The library becomes equal to the files: what is in no file goes, except for short codes, which paper keeps.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from ...domain.content import CodeEntry, Content
from ...domain.problem import Problem
from ...domain.text import N_
from ...exchange.native import read_folder
from ...exchange.native.codes import PATH as CODES
from ..db import Base
from ..models import (
    CalendarRow,
    CategoryRow,
    CodeRow,
    EntryRow,
    PlaceRow,
    PlanRow,
    PublicHolidayRow,
    SchoolHolidayRow,
    SourceFileRow,
    TerritoryRow,
    TranslationRow,
    WalkRow,
)
from ..sessions import writing
from .rows import Rows, rows_of
from .store import Counts, digest_of, read_rows, store_digest, store_rows

Progress = Callable[[int, int], None]

KINDS: Mapping[type[Base], str] = {
    TerritoryRow: N_("territoires"),
    PlaceRow: N_("lieux"),
    WalkRow: N_("balades"),
    CategoryRow: N_("catégories"),
    EntryRow: N_("entrées de l’accueil"),
    CalendarRow: N_("calendrier"),
    PublicHolidayRow: N_("calendrier"),
    SchoolHolidayRow: N_("calendrier"),
    PlanRow: N_("plan des rues"),
    TranslationRow: N_("traductions"),
    CodeRow: N_("codes courts"),
    SourceFileRow: N_("fichiers"),
}
"""How a report names each table."""


@dataclass(frozen=True)
class LoadReport:
    """What a load did, by kind; or every problem for which it did nothing."""

    counts: Mapping[str, Counts] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing was loaded."""
        return any(not problem.warning for problem in self.problems)

    @property
    def is_unchanged(self) -> bool:
        """Tell whether the library already said all this."""
        return not any(each.added or each.changed or each.gone for each in self.counts.values())


def load_folder(
    folder: Path, *, dry_run: bool = False, today: date | None = None, progress: Progress | None = None
) -> LoadReport:
    """Make the library say what a folder says, in one transaction; `dry_run` only counts."""
    read = read_folder(folder, today)
    problems = tuple(read.problems)
    if read.content is None:
        return LoadReport(problems=problems)
    with writing() as session:
        codes, refused = _codes_for_ever(session, read.content)
        if refused:
            return LoadReport(problems=(*refused, *problems))
        rows = rows_of(read.content) | {CodeRow: codes}
        counts = _store(session, rows | _file_rows(read.files), progress)
        store_digest(session, digest_of(rows))
        if dry_run:
            session.rollback()
        else:
            session.commit()
    return LoadReport(_by_kind(counts), problems)


# Private


def _store(session: Session, rows: Rows, progress: Progress | None) -> dict[type[Base], Counts]:
    done = iter(range(1, len(rows) + 1))
    return store_rows(session, rows, lambda: progress(next(done), len(rows)) if progress else None)


def _file_rows(files: Mapping[str, bytes]) -> dict[type[Base], list[dict[str, object]]]:
    return {SourceFileRow: [{"path": path, "data": data} for path, data in files.items()]}


def _codes_for_ever(session: Session, content: Content) -> tuple[list[dict[str, object]], list[Problem]]:
    """Return the rows of codes with those that only the library still knows; a code never changes owner."""
    held = {row["code"]: CodeEntry(row["code"], row["kind"], row["id"]) for row in read_rows(session, CodeRow)}
    asked = {entry.code: entry for entry in content.codes}
    refused = [
        Problem(CODES, f"code {code}", _TAKEN, {"kind": held[code].kind, "id": held[code].id})
        for code, entry in asked.items()
        if code in held and held[code] != entry
    ]
    ordered = [*asked.values(), *(entry for code, entry in held.items() if code not in asked)]
    rows = [{"code": e.code, "rank": rank, "kind": e.kind, "id": e.id} for rank, e in enumerate(ordered)]
    return rows, refused


def _by_kind(counts: Mapping[type[Base], Counts]) -> dict[str, Counts]:
    kinds: dict[str, Counts] = {}
    for model, name in KINDS.items():
        kinds[name] = kinds.get(name, Counts()) + counts[model]
    return kinds


_TAKEN = N_("ce code est déjà donné à « {id} » ({kind}) : un code imprimé ne change pas de lieu.")
