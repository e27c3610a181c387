"""`adeuxpas edition`: make the edition now."""

import sys
import time

import click

from ..factory import create_app
from ..publish.make import EditionMaker
from ..settings import read_settings
from .left_out import tell_left_out
from .progress import bar, said
from .telling import here, say, say_count, say_fault


@click.command("edition")
def command() -> None:
    """Fabrique l’édition de maintenant et dit ce qui a changé.

    Une page qui ne peut pas être faite est nommée, l’édition s’en passe, et le code de sortie est 1.
    """
    start = time.perf_counter()
    with said():
        maker = EditionMaker(create_app(read_settings()))
        with bar(say("Édition")) as progress:
            edition = maker.make_edition(progress)
        tell_damaged_maps(maker)
    seconds = time.perf_counter() - start
    number, day = edition.number, here().formats.short_day(edition.date)
    print_ = edition.digest[:12]
    click.echo(say("Édition %(number)s du %(day)s · empreinte %(print)s", number=number, day=day, print=print_))
    made = say_count("%(num)s fichier fait", "%(num)s fichiers faits", edition.made)
    taken = here().formats.number(round(seconds, 1))
    click.echo(say("%(made)s, %(kept)s gardés, en %(seconds)s s", made=made, kept=edition.kept, seconds=taken))
    tell_left_out(edition.unmade)
    if edition.unmade:
        sys.exit(1)


def tell_damaged_maps(maker: EditionMaker) -> None:
    """Say which built maps are damaged: the street plan stands in for them."""
    for fault in maker.damaged_maps():
        click.echo(say_fault(fault), err=True)
