"""`adeuxpas poster`: print one poster, once everything wrong with it has been said."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from ..domain.code import read_code
from ..domain.content import Content
from ..domain.problem import Problem
from ..domain.subject import SUBJECTS
from ..domain.text import N_
from ..factory import create_app
from ..print.formats import DEFAULT, format_names
from ..print.guard import guard
from ..print.refusal import PosterRefused
from ..publish.make import site_of
from ..publish.sheets import Asked, draw_sheet, read_printable
from ..settings import read_settings
from .progress import Refusal, said
from .telling import here, say, tell_problems


@click.command("poster")
@click.argument("subject", metavar="CODE|ID")
@click.option("--lang", "languages", multiple=True, default=("fr", "ar"), help="Une à quatre langues (fr, ar).")
@click.option("--format", "sheet_format", default=DEFAULT, help="Format de la feuille (a4).")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Fichier .pdf ou .png à écrire.")
@click.option("--yes", is_flag=True, help="Ne demande pas de confirmer les avertissements.")
def command(subject: str, languages: tuple[str, ...], sheet_format: str, out: Path | None, yes: bool) -> None:
    """Imprime l’affiche d’un lieu, d’une balade ou d’un territoire.

    Ce qui interdit l’affiche (brouillon, lieu fermé, adresse cachée, jamais vérifié) l’arrête ; ce qui la rend
    douteuse (information ancienne, traduction non relue) demande une confirmation.
    """
    settings = read_settings()
    with said(), create_app(settings).app_context():
        _require_format(sheet_format)
        printable, day = read_printable(site_of(settings), settings.maps), settings.edition_date
        kind, id = find_subject(printable.content, subject)
        _confirm(guard(printable.content, printable.site, kind, id, languages, day, here()), yes=yes)
        file = out or Path(f"affiche-{id}.pdf")
        fmt: Literal["pdf", "png"] = "png" if file.suffix == ".png" else "pdf"
        try:
            file.write_bytes(draw_sheet(printable, Asked(kind, id, languages, day, sheet_format), fmt=fmt))
        except PosterRefused as refused:
            _confirm(refused.problems, yes=yes)
    click.echo(say("%(file)s est prêt.", file=file))


def find_subject(content: Content, words: str) -> tuple[str, str]:
    """Return the kind and the id that a code or an id stands for."""
    code = read_code(words)
    named = next(((entry.kind, entry.id) for entry in content.codes if entry.code == code), None)
    if named is not None:
        return named
    found = next((name for name, kind in SUBJECTS.items() if words in kind.of(content)), None)
    if found is None:
        sentence = N_("« %(words)s » n’est ni un code, ni l’identifiant d’un lieu, d’une balade ou d’un territoire.")
        raise Refusal(say(sentence, words=words))
    return found, words


def _require_format(name: str) -> None:
    if name not in format_names():
        sentence = N_("Le format « %(name)s » n’existe pas : choisissez parmi %(offered)s.")
        raise Refusal(say(sentence, name=name, offered=", ".join(format_names())))


def _confirm(problems: Sequence[Problem], *, yes: bool) -> None:
    tell_problems(problems)
    if any(not problem.warning for problem in problems):
        sys.exit(1)
    if problems and not yes:
        click.confirm(say("Imprimer quand même ?"), abort=True)
