"""What a command that shows the library needs first: a folder to write in, and a library that holds something."""

from importlib import import_module
from tempfile import TemporaryFile

from flask import Flask

from ..library.content.revision import library_digest
from ..library.db import is_at_head
from ..library.faults import LibraryMissing
from ..settings import Settings
from .progress import Refusal
from .telling import say


def require_folder(settings: Settings) -> None:
    """Make the data folder; refuse one that cannot be written in."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=settings.data):  # of no name: two commands may ask at once
            pass
    except OSError as error:
        raise Refusal(
            say(
                "On ne peut pas écrire dans le dossier %(folder)s (%(reason)s)\u00a0: "
                "donnez-en un autre avec ADEUXPAS_DATA.",
                folder=settings.data,
                reason=error.strerror,
            )
        ) from error


def bring_up_to_date(app: Flask) -> None:
    """Make the tables and load the project's files, where that was never done."""
    with app.app_context():
        if not is_at_head() or _is_empty():
            # By name, for its libraries take longer to import than a server that needs no filling to start.
            import_module(".filling", __package__).fill_library()


# Private


def _is_empty() -> bool:
    try:
        library_digest()
    except LibraryMissing:
        return True
    return False
