"""`adeuxpas walk`: a walk from its first line to what families will read."""

import click

from ..new.walk import command as new
from .check import command as check
from .code import command as code
from .import_track import command as import_track
from .preview import command as preview


@click.group("walk")
def command() -> None:
    """Écrit, vérifie, lit et importe des balades : new, check, preview, import, code."""


command.add_command(new, "new")
command.add_command(check, "check")
command.add_command(preview, "preview")
command.add_command(import_track, "import")
command.add_command(code, "code")
