"""A backup given back into a folder of its own, with an application over it: to prove it, to bring it up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from ..factory import create_app
from ..library.db import db
from ..library.saving.archive import Archive
from ..library.saving.keeping import stage_backup
from ..settings import Settings

BASE = "adeuxpas.db"


@contextmanager
def staged(archive: Archive, settings: Settings, near: Path) -> Iterator[Path]:
    """Give a folder beside `near` that holds what a backup gives back; its library is that of the application."""
    with TemporaryDirectory(prefix=".restoring-", dir=near) as name:
        folder = Path(name)
        url = f"sqlite:///{quote(str(folder / BASE))}"
        with opened_library(replace(settings, data=folder, database_url=url)):
            stage_backup(archive, folder)
            yield folder


@contextmanager
def opened_library(settings: Settings) -> Iterator[None]:
    """Open the library that the settings name, and keep nothing open of it: a file may take its place."""
    with create_app(settings).app_context():
        try:
            yield
        finally:
            db.session.remove()
            db.engine.dispose()
