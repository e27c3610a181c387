"""`adeuxpas dump`: write the library to files."""

import sys
from pathlib import Path

import click

from ..factory import create_app
from ..library.content.dump import dump_folder
from ..settings import read_settings
from .progress import said
from .telling import say, say_count, tell_problems


@click.command("dump")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Écrit la bibliothèque dans des fichiers, sous FOLDER.

    Un fichier dont rien n’a changé retrouve ses propres lignes, commentaires compris. FOLDER est nouveau, vide,
    ou contient déjà data/ ; chaque fichier y est remplacé d’un coup.
    """
    with said(), create_app(read_settings()).app_context():
        report = dump_folder(folder)
    tell_problems(report.problems)
    if report.is_refused:
        click.echo(say("Rien n’a été écrit."))
        sys.exit(1)
    written = say_count("%(num)s fichier écrit", "%(num)s fichiers écrits", report.written)
    click.echo(say("%(written)s, %(unchanged)s déjà à jour.", written=written, unchanged=report.unchanged))
