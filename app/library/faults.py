"""What can happen to a library, as a tree of errors that each end in one French sentence.

LibraryFault
├── LibraryMissing      no database, or nothing loaded into it yet
├── LibraryBusy         somebody else is writing; it will pass
├── LibraryDamaged      the file is not a database any more
├── LibraryFull         the database cannot be written; nothing was
│   └── DiskFull        because the disk is full
├── LibraryUnreachable  the database server does not answer, or refuses us
├── LibraryOutdated     tables older than the program: `adeuxpas load` brings them up to date
└── LibraryTooNew       tables newer than the program: install the newer program again
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage

from pydantic_core import ValidationError
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from ..domain.fault import Fault
from ..domain.text import N_

LEAST_FREE_MB = 10
"""Below it a disk is full: the database, its journal and an edition after a few edits need that."""


class LibraryFault(Fault):
    """A library that cannot be used now."""

    sentence = N_("la bibliothèque ne répond pas.")


class LibraryMissing(LibraryFault):
    """There is no library yet."""

    sentence = N_("La bibliothèque est vide : chargez-la avec « adeuxpas load ».")


class LibraryBusy(LibraryFault):
    """Another program holds the write lock."""

    sentence = N_("La bibliothèque est occupée par une autre écriture : réessayez dans quelques secondes.")


class LibraryDamaged(LibraryFault):
    """The database file is corrupt or something else altogether."""

    sentence = N_("La base de données est abîmée : mettez-la de côté, puis rechargez-la avec « adeuxpas load ».")


class LibraryFull(LibraryFault):
    """No room, or no right, to write."""

    sentence = N_("La base de données ne peut pas être écrite (disque plein ou protégé) : rien n’a changé.")


class DiskFull(LibraryFull):
    """There is no room; what was received is where it was."""

    sentence = N_(
        "Le disque est plein : %(free)s Mo libres, il en faut au moins %(least)s. "
        "Rien n’est perdu ; tout reprend dès qu’il y a de la place."
    )


class LibraryUnreachable(LibraryFault):
    """The server of the database is away."""

    sentence = N_("Le serveur de base de données ne répond pas : vérifiez DATABASE_URL et qu’il est démarré.")


class LibraryOutdated(LibraryFault):
    """The tables, or what they hold, were made by an earlier release."""

    sentence = N_("La bibliothèque date d’une version précédente : mettez-la à jour avec « adeuxpas load ».")


class LibraryTooNew(LibraryFault):
    """The tables were made by a later release."""

    sentence = N_("La bibliothèque a été faite par une version plus récente d’adeuxpas : réinstallez celle-là.")


@contextmanager
def faults_told(file: Path | None = None) -> Iterator[None]:
    """Turn what a driver raises into the fault that it means; anything else is a bug and passes.

    `file` is that of the database: on a full disk SQLite says many things, and that the file is damaged is one.
    """
    try:
        yield
    except DBAPIError as error:
        fault = _fault(error, file)
        if fault is None:
            raise
        raise fault from error
    except ValidationError as error:  # a document that an earlier release found right
        raise LibraryOutdated from error


def require_room(folder: Path) -> None:
    """Refuse a disk that has no room to write on."""
    free_mb = _free_bytes(folder) // 1_000_000
    if free_mb < LEAST_FREE_MB:
        raise DiskFull(free=free_mb, least=LEAST_FREE_MB)


def _free_bytes(folder: Path) -> int:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    return disk_usage(there).free


def _fault(error: DBAPIError, file: Path | None) -> LibraryFault | None:
    said = str(error.orig)
    if file is not None and re.search(_ON_A_FULL_DISK, said, re.IGNORECASE):
        try:
            require_room(file.parent)
        except DiskFull as fault:
            return fault
    known = next((fault for pattern, fault in _MESSAGES if re.search(pattern, said, re.IGNORECASE)), None)
    if known is None and isinstance(error, (OperationalError, InterfaceError)):
        known = LibraryUnreachable
    return known() if known else None


_ON_A_FULL_DISK = "disk i/o error|is full|unable to open|no space left|readonly"

# What SQLite and PostgreSQL say; drivers have no common codes for it.
_MESSAGES: list[tuple[str, type[LibraryFault]]] = [
    ("is locked|deadlock|lock timeout", LibraryBusy),
    ("malformed|not a database|disk i/o error|invalid page", LibraryDamaged),
    ("is full|readonly|no space left|read-only", LibraryFull),
    ("no such table|unable to open|relation .* does not exist", LibraryMissing),
    ("no such column|column .* does not exist", LibraryOutdated),
]
