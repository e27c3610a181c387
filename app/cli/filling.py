"""The first start: make the tables and load the files that came with the program."""

from ..library.content.load import load_folder
from ..library.content.revision import library_digest
from ..library.faults import LibraryMissing
from ..library.migrating import migrate_library
from ..settings import ROOT
from .progress import Refusal, bar
from .telling import say, say_problem


def fill_library() -> None:
    """Bring the tables up to date; load the project's files into a library that holds nothing."""
    migrate_library()
    try:
        library_digest()
    except LibraryMissing:
        _load()


# Private


def _load() -> None:
    with bar(say("Chargement")) as progress:
        report = load_folder(ROOT, progress=progress)
    if report.is_refused:
        faults = [say_problem(problem) for problem in report.problems if not problem.warning]
        raise Refusal("\n".join([*faults, say("Rien n’a été chargé\u00a0: corrigez ces lignes, puis relancez.")]))
