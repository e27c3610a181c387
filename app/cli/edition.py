"""`adeuxpas edition`: make the edition now."""

import time

import click

from ..factory import create_app
from ..settings import read_settings
from ..web.press import Press
from .progress import bar, said


@click.command("edition")
def command() -> None:
    """Fabrique l’édition de maintenant et dit ce qui a changé."""
    start = time.perf_counter()
    with said():
        press = Press(create_app(read_settings()))
        with bar("Édition") as progress:
            edition = press.print_edition(progress)
    seconds = time.perf_counter() - start
    click.echo(f"Édition {edition.number} du {edition.date:%d/%m/%Y} · empreinte {edition.digest[:12]}")
    click.echo(f"{edition.made} fichiers faits, {edition.kept} gardés, en {seconds:.1f} s")
