"""`adeuxpas check`: name everything that is wrong in the files."""

import sys
from pathlib import Path

import click

from ..exchange.native import read_content
from ..language.check import catalogue_problems
from ..publish.make import producer, site_of
from ..settings import ROOT, read_settings
from .left_out import problems_of
from .progress import bar
from .shares import language_lines
from .telling import describe, say, tell_problems


@click.command("check")
@click.argument("folder", type=click.Path(path_type=Path), default=ROOT)
def command(folder: Path) -> None:
    """Vérifie les fichiers et nomme tous les problèmes.

    Ce que l’édition ferait de ces fichiers est fait aussi, sans être gardé : une page qui ne peut pas être faite est
    un problème.
    FOLDER contient data/, walks/ et translations/ ; sans lui, ce sont les fichiers du projet.
    Le code de sortie est 1 s’il y a une erreur, 0 sinon.
    """
    settings = read_settings()
    content, problems = read_content(folder, settings.edition_date)
    problems += catalogue_problems()
    if content is not None:
        with bar(say("Essai des pages")) as progress:
            unmade = producer().unmade_of(content, site_of(settings), settings.edition_date, progress)
        problems = sorted([*problems_of(unmade), *problems], key=lambda problem: problem.warning)
    tell_problems(problems)
    if content is None or not all(problem.warning for problem in problems):
        sys.exit(1)
    click.echo(describe(content))
    for line in language_lines(folder, content):
        click.echo(line)
