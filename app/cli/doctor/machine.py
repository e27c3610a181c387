"""The machine as the doctor looks at it: room on its disk, who may read what is secret, its printer, its e-mail."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from stat import S_IRWXG, S_IRWXO

from ...domain.mail import MailFault, MailServer
from ...exchange.mail import try_mail_server
from ...library.db import database_file
from ...library.faults import LEAST_FREE_MB
from ...settings import Settings
from ...studio.printer import PrinterFault, find_printer
from ..telling import here, say, say_fault
from .finding import Finding, look, well, wrong

_COMFORT_MB = 500
"""A map that is built, an edition and a backup at once need about that."""


def look_at_machine(settings: Settings) -> Iterator[Finding]:
    """Yield what is found."""
    yield _room(settings.data)
    yield from _rights(settings)
    yield _printer()
    yield _mail(settings.mail)


# Private


def _room(folder: Path) -> Finding:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    free_mb = shutil.disk_usage(there).free // 1_000_000
    told = here().formats.number(free_mb)
    if free_mb < LEAST_FREE_MB:
        return wrong(say("Disque : %(free)s Mo libres, plus rien ne s’écrit. Faites de la place.", free=told))
    if free_mb < _COMFORT_MB:
        return look(say("Disque : %(free)s Mo libres. Faites de la place.", free=told))
    return well(say("Disque : %(free)s Mo libres.", free=told))


def _rights(settings: Settings) -> Iterator[Finding]:
    secret, base = settings.data / "leader.key", database_file()
    if secret.exists() and secret.stat().st_mode & (S_IRWXG | S_IRWXO):
        yield wrong(say("Clé du site : d’autres comptes peuvent la lire. Lancez « chmod 600 %(file)s ».", file=secret))
    elif secret.exists():
        yield well(say("Clé du site : lue par son seul propriétaire."))
    # A closed folder shuts what lies in it.
    if base and base.exists() and base.stat().st_mode & S_IRWXO and base.parent.stat().st_mode & S_IRWXO:
        yield look(
            say(
                "Base de données : tous les comptes de la machine peuvent la lire. Lancez « chmod 700 %(folder)s ».",
                folder=base.parent,
            )
        )


def _printer() -> Finding:
    if shutil.which("lp") is None:
        return well(say("Imprimante : cette machine n’en a pas (CUPS n’est pas installé)."))
    try:
        return well(say("Imprimante : %(name)s.", name=find_printer()))
    except PrinterFault as fault:
        return look(say_fault(fault))


def _mail(server: MailServer | None) -> Finding:
    if server is None:
        return well(say("Courriel : non réglé ; une invitation se donne par son lien ou son code."))
    try:
        try_mail_server(server)
    except MailFault as fault:
        return look(say("Courriel : %(fault)s", fault=say_fault(fault)))
    return well(say("Courriel : le serveur %(host)s répond.", host=server.host))
