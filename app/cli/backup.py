"""`adeuxpas backup`: one file with all that cannot be made again, proved by restoring it."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from ..edition.store import EditionStore
from ..library.content.revision import library_digest
from ..library.saving.archive import Manifest, opened
from ..library.saving.faults import BackupFault, BackupMisplaced
from ..library.saving.keeping import require_same, write_backup
from ..publish.site_secret import print_of, site_secret
from ..settings import VERSION, Settings, read_settings
from .progress import Refusal, said
from .ready import require_folder
from .staging import opened_library, staged
from .telling import here, say, say_count

LAST = ".last-backup.json"
"""What the data folder remembers of its last backup: when it was made."""


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def command(file: Path) -> None:
    """Garde dans FILE tout ce qu’on ne peut pas refaire, pendant que le site marche.

    La bibliothèque, les messages, les personnes du bureau, les photos, les cartes et la clé du site, en un fichier ZIP
    que seul son propriétaire peut lire. Il est relu et restauré dans un dossier d’essai avant de prendre son nom ;
    un fichier d’avant reste jusque-là.
    """
    settings = read_settings()
    with said():
        require_folder(settings)
        if file.resolve().is_relative_to(settings.data):
            raise BackupMisplaced(folder=settings.data)
        with _under_another_name(file) as new:
            with opened_library(settings):
                library_digest()
                manifest = write_backup(new, about(settings), settings.data)
            prove_backup(new, settings)
        _remember(settings, manifest)
    _tell(file, manifest)


def prove_backup(file: Path, settings: Settings) -> None:
    """Restore a backup into a folder that is then thrown away; raise a `BackupFault` unless it gives all back."""
    with opened(file) as archive, staged(archive, settings, file.resolve().parent) as folder:
        require_same(archive, folder)


def last_backup(settings: Settings) -> datetime | None:
    """Return when the last backup of a data folder was made, None if never."""
    try:
        return datetime.fromisoformat(json.loads((settings.data / LAST).read_text())["made"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def about(settings: Settings) -> dict[str, Any]:
    """Return what a backup says of this site."""
    return {
        "version": VERSION,
        "made": datetime.now(UTC).replace(microsecond=0),
        "edition": EditionStore(settings.data / "editions").last_number(),
        "secret": print_of(site_secret(settings)),
    }


# Private


@contextmanager
def _under_another_name(file: Path) -> Iterator[Path]:
    """Give a file its name once all went well; what a backup that was killed has left is written over."""
    new = file.with_name(f".{file.name}.part")
    with os.fdopen(os.open(new, os.O_RDWR | os.O_CREAT, 0o600)) as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Refusal(say("Une autre sauvegarde s’écrit déjà dans %(file)s : attendez-la.", file=file)) from error
        try:
            yield new
        except (BackupFault, OSError):
            new.unlink(missing_ok=True)
            raise
        new.replace(file)
        folder = os.open(file.resolve().parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


def _remember(settings: Settings, manifest: Manifest) -> None:
    (settings.data / LAST).write_text(json.dumps({"made": manifest.made.isoformat()}))


def _tell(file: Path, manifest: Manifest) -> None:
    parts = say_count("%(num)s partie", "%(num)s parties", len(manifest.parts))
    rows = say_count("%(num)s ligne", "%(num)s lignes", sum(manifest.counts.values()))
    size = here().formats.number(round(file.stat().st_size / 1_000_000, 1))
    click.echo(
        say(
            "%(file)s : %(rows)s, %(parts)s, %(size)s Mo. Restaurée à l’essai : tout y est.",
            file=file,
            rows=rows,
            parts=parts,
            size=size,
        )
    )
    click.echo(
        say("Elle contient la clé du site et les mots des familles : gardez-la en lieu sûr, sur un autre disque.")
    )
