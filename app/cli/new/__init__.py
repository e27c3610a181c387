"""`adeuxpas new`: a code and a skeleton for a further place, walk or territory."""

import click

from . import place, territory, walk


@click.group("new")
def command() -> None:
    """Ajoute un lieu ou une balade, en brouillon, ou un quartier, chacun avec son code court.

    Ce qui n’est pas donné en option est demandé. Si une réponse ne convient pas, une phrase dit pourquoi et rien
    n’est écrit (code 2).
    """


command.add_command(place.command)
command.add_command(walk.command)
command.add_command(territory.command)
