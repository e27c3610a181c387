"""`adeuxpas new`: a skeleton for a further place, walk, territory or language."""

import click

from . import language, place, territory, walk


@click.group("new")
def command() -> None:
    """Ajoute un lieu ou une balade, en brouillon, un quartier, chacun avec son code court, ou une langue.

    Ce qui n’est pas donné en option est demandé. Si une réponse ne convient pas, une phrase dit pourquoi et rien
    n’est écrit (code 2).
    """


command.add_command(place.command)
command.add_command(walk.command)
command.add_command(territory.command)
command.add_command(language.command)
