"""`adeuxpas walk check`: what is wrong with one walk, or with all of them, and with nothing else."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ...domain.problem import Problem
from ...domain.text import N_
from ...exchange.native import read_folder
from ...exchange.native.walks import FOLDER, path_of
from ...settings import ROOT, read_settings
from ..progress import said
from ..telling import say, tell_problems
from .finding import find_walk


@click.command("check")
@click.argument("walks", metavar="[BALADE]…", nargs=-1)
@click.option("--folder", type=click.Path(path_type=Path), default=ROOT, help="Dossier qui contient data/ et walks/.")
def command(walks: Sequence[str], folder: Path) -> None:
    """Vérifie des balades, par leur identifiant ; sans rien, toutes. Code de sortie 1 s’il y a une erreur."""
    with said():
        read = read_folder(folder, read_settings().edition_date)
        known = [Path(path).stem for path in read.files if path.startswith(f"{FOLDER}/")]
        asked = [find_walk(known, walk) for walk in walks] or known
    problems = [problem for problem in read.problems if _is_of(problem, asked)]
    tell_problems(problems)
    if not all(problem.warning for problem in problems):
        sys.exit(1)
    if not problems:
        click.echo(say(_FINE))


# Private

_FINE = N_("Rien à corriger.")


def _is_of(problem: Problem, asked: Sequence[str]) -> bool:
    """Tell whether a problem is one of a walk's file, or of its translations."""
    keys = tuple(f"walk:{slug}/" for slug in asked)
    return problem.file in {path_of(slug) for slug in asked} or problem.where.startswith(keys)
