"""`adeuxpas check`: name everything that is wrong in the files."""

import sys
from pathlib import Path

import click

from ..exchange.native import read_content
from ..language.check import catalogue_problems
from ..settings import ROOT, read_settings
from .shares import language_lines
from .telling import describe, tell_problems


@click.command("check")
@click.argument("folder", type=click.Path(path_type=Path), default=ROOT)
def command(folder: Path) -> None:
    """Vérifie les fichiers et nomme tous les problèmes.

    FOLDER contient data/, walks/ et translations/ ; sans lui, ce sont les fichiers du projet.
    Le code de sortie est 1 s’il y a une erreur, 0 sinon.
    """
    content, problems = read_content(folder, read_settings().edition_date)
    problems += catalogue_problems()
    tell_problems(problems)
    if content is None or not all(problem.warning for problem in problems):
        sys.exit(1)
    click.echo(describe(content))
    for line in language_lines(folder, content):
        click.echo(line)
