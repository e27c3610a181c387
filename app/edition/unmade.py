"""What an edition goes on without: a page that cannot be made costs that page, named, and never the edition."""

import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from ..domain.fault import Fault
from .bundles import Bundle
from .file import PlannedFile

HTML = "text/html"
"""What the media type of a page begins with."""

_ROOT = Path(__file__).resolve().parents[2]

_STOPPING = (Fault, OSError, MemoryError)
"""What the machine refuses, or what is said in a sentence already: no page is to blame for it."""


class Unmade(NamedTuple):
    """A planned file that could not be made, and why; `subject` is what its page is about (`place:abc`), if known."""

    path: str
    media_type: str
    reason: str
    subject: str = ""


class Spoilt(Exception):
    """Something of a subject could not be made, here or in a file that tells of many."""

    def __init__(self, subject: str, reason: str) -> None:
        super().__init__(subject, reason)
        self.subject, self.reason = subject, reason


@contextmanager
def blaming(subject: str) -> Iterator[None]:
    """Say which subject whatever goes wrong inside is about."""
    try:
        yield
    except (Spoilt, *_STOPPING):
        raise
    except Exception as error:
        raise Spoilt(subject, _told(error)) from error


def attempt(planned_file: PlannedFile) -> bytes | Unmade:
    """Return the bytes of a planned file, or what is to be said of it when it cannot be made."""
    try:
        return planned_file.make()
    except _STOPPING:
        raise
    except Spoilt as fault:
        return Unmade(planned_file.path, planned_file.media_type, fault.reason, fault.subject)
    except Exception as error:
        return Unmade(planned_file.path, planned_file.media_type, _told(error), planned_file.subject)


def attempt_plan(bundle: Bundle) -> Sequence[PlannedFile] | Unmade:
    """Return the files of a bundle, or what is to be said of it when they cannot even be planned."""
    try:
        return bundle.files
    except Spoilt as fault:
        return unplanned(fault)


def unplanned(fault: Spoilt) -> Unmade:
    """Return what is to be said of pages that cannot be planned."""
    return Unmade("", HTML, fault.reason, fault.subject)


# Private


def _told(error: Exception) -> str:
    """Return an error of the program in a line: what it is, and where whoever mends it has to look."""
    step = traceback.extract_tb(error.__traceback__)[-1]
    file = Path(step.filename)
    shown = file.relative_to(_ROOT) if file.is_relative_to(_ROOT) else file.name
    return f"{type(error).__name__}: {error}, {shown}:{step.lineno}"
