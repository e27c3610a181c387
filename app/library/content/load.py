"""Loading a folder of files: afterwards the library says what the files say, or nothing has changed.

The library becomes equal to the files: what is in no file goes, except for short codes, which paper keeps,
and for what people changed since the last load, which no file says yet.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from ...domain.content import CodeEntry, Content
from ...domain.problem import Problem
from ...domain.text import N_
from ...exchange.native import Folder, check_content, read_folder
from ...exchange.native.codes import CODE_TAKEN
from ...exchange.native.codes import PATH as CODES
from ..db import Base
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
    WalkRow,
)
from ..photo_models import PhotoRow
from ..sessions import reading, writing
from .edits import LOAD, Author, Edit, write_edits
from .filing import file_edits, settle, still_unfiled
from .photos import forget_photos_within, photo_rows, read_pictures
from .rows import TABLES, Row, Rows, code_row, content_of, rows_of
from .same_files import known_files, remember_warnings, same_warnings
from .states import keep_states
from .store import Counts, count_rows, counts_of, edits_for, read_rows
from .wordings import forget_what_the_program_says

Progress = Callable[[int, int], None]

KINDS: Mapping[type[Base], str] = {
    TerritoryRow: N_("territoires"),
    PlaceRow: N_("lieux"),
    WalkRow: N_("balades"),
    CategoryRow: N_("catégories"),
    NeedRow: N_("entrées de l’accueil"),
    CalendarRow: N_("calendrier"),
    PublicHolidayRow: N_("calendrier"),
    SchoolHolidayRow: N_("calendrier"),
    PlanRow: N_("plan des rues"),
    TranslationRow: N_("traductions"),
    CodeRow: N_("codes courts"),
    PhotoRow: N_("photos"),
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
    folder: Path,
    *,
    dry_run: bool = False,
    force: bool = False,
    today: date | None = None,
    progress: Progress | None = None,
) -> LoadReport:
    """Make the library say what a folder says, in one transaction; `dry_run` only counts.

    What people changed since the last load stays, and is refused where the files changed too; `force` replaces it.
    """
    if not dry_run:
        forget_what_the_program_says()
    same = None if force else _nothing_new(folder, today)
    if same is not None:
        return same
    read = _read(folder, today)
    if read.content is None:
        return LoadReport(problems=tuple(read.problems))
    with writing() as session:
        report = _load(session, read, read.content, progress, force)
        if not (dry_run or report.is_refused):
            session.commit()
    return report


# Private


def _nothing_new(folder: Path, today: date | None) -> LoadReport | None:
    """Return the report of a load that would find, file by file, what the last one found; None when it might not."""
    with reading() as session:
        warned = same_warnings(session, folder, today)
        if warned is None:
            return None
        counts = {model: Counts(unchanged=count_rows(session, model)) for model in KINDS}
        return LoadReport(_by_kind(counts), (*still_unfiled(session), *warned))


def _read(folder: Path, today: date | None) -> Folder:
    with reading() as session:
        return read_folder(folder, today, known_files(session))


def _load(session: Session, read: Folder, content: Content, progress: Progress | None, force: bool) -> LoadReport:
    codes, refused = _codes_for_ever(session, content)
    rows = rows_of(content) | {CodeRow: codes} | _file_rows(read.files)
    rows[PhotoRow] = photo_rows(session, content.pictures, read.photos)
    rows[TranslationRow] = keep_states(session, rows[TranslationRow])
    edits = _edits(session, rows, progress)
    filing = file_edits(session, [edit for each in edits.values() for edit in each], force=force)
    problems = [*refused, *filing.problems, *read.problems]
    if any(not problem.warning for problem in problems):
        return LoadReport(problems=tuple(problems))
    write_edits(session, filing.edits, Author(LOAD))
    settle(session, filing.settled)
    forget_photos_within(session, Author(LOAD))
    if any(problem.warning for problem in filing.problems):
        problems += _faults_together(session)
    remember_warnings(session, read.problems)
    counts = {model: counts_of([e for e in filing.edits if e.model is model], len(rows[model])) for model in rows}
    return LoadReport(_by_kind(counts), tuple(problems))


def _edits(session: Session, rows: Rows, progress: Progress | None) -> dict[type[Base], list[Edit]]:
    edits: dict[type[Base], list[Edit]] = {}
    for done, (model, wanted) in enumerate(rows.items(), 1):
        edits[model] = edits_for(session, model, wanted)
        if progress:
            progress(done, len(rows))
    return edits


def _faults_together(session: Session) -> list[Problem]:
    """Return what is wrong once people's changes and the files' stand together: each was right by itself."""
    content = content_of({model: read_rows(session, model) for model in TABLES})
    content = replace(content, pictures=read_pictures(session))
    return [problem for problem in check_content(content) if not problem.warning]


def _file_rows(files: Mapping[str, bytes]) -> dict[type[Base], list[Row]]:
    return {SourceFileRow: [{"path": path, "data": data} for path, data in files.items()]}


def _codes_for_ever(session: Session, content: Content) -> tuple[list[Row], list[Problem]]:
    """Return the rows of codes with those that only the library still knows; a code never changes owner."""
    held = {row["code"]: CodeEntry(row["code"], row["kind"], row["id"]) for row in read_rows(session, CodeRow)}
    asked = {entry.code: entry for entry in content.codes}
    refused = [
        Problem(CODES, f"code {code}", CODE_TAKEN, {"kind": held[code].kind, "id": held[code].id})
        for code, entry in asked.items()
        if code in held and held[code] != entry
    ]
    ordered = [*asked.values(), *(entry for code, entry in held.items() if code not in asked)]
    return [code_row(entry) for entry in ordered], refused


def _by_kind(counts: Mapping[type[Base], Counts]) -> dict[str, Counts]:
    kinds: dict[str, Counts] = {}
    for model, name in KINDS.items():
        kinds[name] = kinds.get(name, Counts()) + counts[model]
    return kinds
