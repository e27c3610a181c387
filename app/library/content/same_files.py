"""Whether a folder holds what was loaded last: then nothing need be read, and the same warnings hold.

Files are compared by their digests, and the program by its own: what reads and checks them, and the libraries
that it asks. How far the calendar goes depends on the day, and is looked for again; a session that is over since is
told by who checks the files.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from ...domain.problem import Problem
from ...domain.text import Translation
from ...exchange.native import calendars, paths_in, photos, places, plan, texts
from ...exchange.native.folder import today_in_paris
from ...exchange.native.known import Known
from ...exchange.native.source import Source
from ..models import LoadingRow, PlaceRow, PlanRow, SourceFileRow, TranslationRow, UnfiledRow
from .photos import digests_of_photos, read_pictures
from .remembered import values_in

_PROGRAM = Path(__file__).resolve().parents[1]
_READERS = ("pydantic", "opening-hours-py", "phonenumbers", "polib", "tomlkit", "shapely", "tzdata")


def same_warnings(session: Session, folder: Path, today: date | None) -> list[Problem] | None:
    """Return what the last load warned of, when this folder holds its files; None when something may differ."""
    last = session.scalar(select(LoadingRow))
    if last is None or last.program != program() or not _holds_the_same(session, folder):
        return None
    source = Source(calendars.PATH, (folder / calendars.PATH).read_bytes())
    of_today = calendars.read_calendar(source, today or today_in_paris()).problems
    return [*of_today, *(Problem(**each) for each in json.loads(last.warnings))]


def remember_warnings(session: Session, problems: Sequence[Problem]) -> None:
    """Store what a load warned of, but for the calendar."""
    told = [asdict(problem) for problem in problems if problem.file != calendars.PATH]
    session.execute(delete(LoadingRow))
    warnings = json.dumps(told, ensure_ascii=False, default=str)
    session.execute(insert(LoadingRow), [{"id": 1, "program": program(), "warnings": warnings}])


def known_files(session: Session) -> Known:
    """Return the files that need not be read when they stay the same; none once the library says more than files."""
    last = session.scalar(select(LoadingRow))
    pictures = {picture.digest: picture for picture in read_pictures(session).values()}
    if last is None or last.program != program() or session.scalar(select(UnfiledRow.kind).limit(1)):
        return Known(pictures=pictures)
    values: dict[str, Callable[[], Any]] = {
        places.PATH: lambda: {place.id: place for place in values_in(session, PlaceRow)},
        plan.PATH: lambda: values_in(session, PlanRow)[0],
    }
    translations = cache(partial(values_in, session, TranslationRow))
    for language in session.scalars(select(TranslationRow.language).distinct()):
        for leader, path in ((False, texts.path_of(language)), (True, texts.leader_path_of(language))):
            values[path] = partial(_texts_in, translations, language, leader)
    return Known(_digests(session), values, pictures)


@cache
def program() -> str:
    """Return a digest of what reads and checks files."""
    digest = sha256(" ".join(version(name) for name in _READERS).encode())
    for package in ("domain", "library"):
        for file in sorted((_PROGRAM / package).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


# Private


def _holds_the_same(session: Session, folder: Path) -> bool:
    loaded = _digests(session)
    if {*paths_in(folder)} != loaded.keys():
        return False
    same = all(sha256((folder / path).read_bytes()).hexdigest() == digest for path, digest in loaded.items())
    return same and _shows_the_same(session, folder)


def _shows_the_same(session: Session, folder: Path) -> bool:
    """Tell whether the photos of a folder, whose places are those that were loaded, are too."""
    named = photos.names_told((folder / places.PATH).read_bytes())
    held = digests_of_photos(session) if named else {}
    there = {*photos.files_in(folder)} == named
    return there and all(photos.digest_in(folder, file) == held.get(file) for file in named)


def _digests(session: Session) -> dict[str, str]:
    return {row.path: row.digest for row in session.execute(select(SourceFileRow.path, SourceFileRow.digest))}


def _texts_in(translations: Callable[[], list[Any]], language: str, leader: bool) -> dict[str, Translation]:
    own = {text.key: text for its_own, text in translations() if its_own == language}
    return texts.texts_for(own, leader=leader)
