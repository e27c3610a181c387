"""What can be wrong with a backup: a file that cannot be restored, and what a restore would cost.

BackupFault
├── BackupForeign     no backup of ours
├── BackupDamaged     cut short, or a part of it is not what it was
├── BackupTooNew      made by a later release
├── BackupWrong       just made, and does not give back what was kept: never handed out
├── BackupMisplaced   asked for inside of the folder that it is to save
└── LibraryInUse      what is here would be replaced, and nobody said so
"""

from ...domain.fault import Fault
from ...domain.text import N_


class BackupFault(Fault):
    """A backup that cannot be made, or not restored."""


class BackupForeign(BackupFault):
    """The file is something else."""

    sentence = N_(
        "« %(file)s » n’est pas une sauvegarde d’adeuxpas : donnez le fichier qu’a écrit « adeuxpas backup »."
    )


class BackupDamaged(BackupFault):
    """The file is cut, or one of its parts is not what it was."""

    sentence = N_("La sauvegarde « %(file)s » est abîmée (%(part)s) : prenez-en une autre. Rien n’a changé ici.")


class BackupTooNew(BackupFault):
    """Made by a later release."""

    sentence = N_(
        "La sauvegarde « %(file)s » vient d’une version plus récente (%(version)s) : installez celle-là d’abord. "
        "Rien n’a changé ici."
    )


class BackupWrong(BackupFault):
    """What was written does not give back what was read."""

    sentence = N_("La sauvegarde ne redonne pas ce qui était là (%(part)s) : elle n’a pas été gardée. Recommencez.")


class BackupMisplaced(BackupFault):
    """A backup in the folder that it saves would be lost with it."""

    sentence = N_("Une sauvegarde se garde ailleurs que dans %(folder)s : donnez un fichier sur un autre disque.")


class LibraryInUse(BackupFault):
    """There is something here already."""

    sentence = N_(
        "Il y a déjà une bibliothèque ici : rien n’a changé. Avec --force, elle est mise de côté, jamais effacée, "
        "et la sauvegarde prend sa place."
    )
