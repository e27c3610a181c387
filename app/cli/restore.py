"""`adeuxpas restore`: a backup takes the place of what is here, which is put aside."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

import click

from ..domain.calendar import PARIS
from ..domain.text import N_
from ..edition.store import EditionStore
from ..library.db import database_file
from ..library.faults import LibraryMissing
from ..library.migrating import migrate_library
from ..library.saving.archive import Archive, Manifest, opened
from ..library.saving.faults import LibraryInUse
from ..library.saving.keeping import ASIDE, fill_from, holds_something, names_kept, read_lines, write_backup
from ..publish.site_secret import print_of, site_secret
from ..settings import Settings, read_settings
from .backup import about
from .progress import said
from .ready import require_folder
from .staging import BASE, opened_library, staged
from .telling import here, say, say_count


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--force", is_flag=True, help="Met de côté la bibliothèque qui est ici, et prend celle de FILE.")
def command(file: Path, force: bool) -> None:
    """Redonne ce que garde FILE, une sauvegarde d’« adeuxpas backup ». Arrêtez d’abord le site.

    FILE est vérifié en entier avant que rien ne change ici ; celui d’une version plus ancienne est mis à jour. Il va
    dans la base que dit DATABASE_URL, SQLite ou PostgreSQL, d’où qu’il vienne.
    """
    settings = read_settings()
    with said():
        require_folder(settings)
        with opened(file) as archive:
            with opened_library(settings):
                used = holds_something(settings.data)
            if used and not force:
                raise LibraryInUse
            aside = _restore(archive, settings, used=used)
        EditionStore(settings.data / "editions").number_after(archive.manifest.edition)
    _tell(archive.manifest, settings, aside)


# Private

_OTHER_SECRET = N_(
    "SECRET_KEY n’est pas celle de ce site-là : les codes donnés aux balades n’ouvrent plus rien. Remettez l’ancienne "
    "valeur, ou donnez de nouveaux codes."
)


def _restore(archive: Archive, settings: Settings, *, used: bool) -> Path | None:
    """Put what a backup holds in the place of what is here; return where that lies now."""
    aside = settings.data / f"{ASIDE}{datetime.now(PARIS):%Y%m%d-%H%M%S}"
    with staged(archive, settings, settings.data) as folder:
        migrate_library()
        lines_of = read_lines()
        files = names_kept(folder)
        with opened_library(settings):
            if used:
                aside.mkdir()
                _put_aside(settings, aside)
            base = database_file()
            if base is None:
                fill_from(lines_of)
        if base is not None:
            base.parent.mkdir(parents=True, exist_ok=True)
            (folder / BASE).replace(base)
        for name in files:
            (folder / name).replace(settings.data / name)
    return aside if used else None


def _put_aside(settings: Settings, aside: Path) -> None:
    base = database_file()
    if base is None:
        with suppress(LibraryMissing):
            write_backup(aside / "library.zip", about(settings), settings.data)
    else:
        # With its journal: it may hold the last writes.
        for file in base.parent.glob(f"{base.name}*"):
            file.replace(aside / file.name)
    for name in names_kept(settings.data):
        (settings.data / name).replace(aside / name)


def _tell(manifest: Manifest, settings: Settings, aside: Path | None) -> None:
    day = here().formats.short_day(manifest.made.astimezone(PARIS).date())
    rows = say_count("%(num)s ligne", "%(num)s lignes", sum(manifest.counts.values()))
    click.echo(
        say("La bibliothèque est celle du %(day)s : %(rows)s. Au bureau, chacun entre de nouveau.", day=day, rows=rows)
    )
    if aside:
        click.echo(say("Ce qui était ici est dans %(folder)s.", folder=aside))
    if print_of(site_secret(settings)) != manifest.secret:
        click.echo(say(_OTHER_SECRET), err=True)
