"""The command `adeuxpas`: one module a command, loaded when it is called."""

import importlib
import sys

import click

from ..settings import HELP, VERSION, SettingFault

COMMANDS = {
    "serve": "Publie l’édition sur http://127.0.0.1:8000.",
    "check": "Vérifie les fichiers et nomme tous les problèmes.",
    "new": "Ajoute un lieu, une balade, un quartier ou une langue.",
    "walk": "Écrit, vérifie, montre et importe des balades.",
    "load": "Charge les fichiers dans la bibliothèque, ou ne change rien.",
    "dump": "Écrit la bibliothèque dans des fichiers.",
    "status": "Dit si un lieu est ouvert, et pourquoi.",
    "edition": "Fabrique une édition.",
    "publish": "Écrit le site dans un dossier, pour n’importe quel hébergement.",
    "assets": "Construit scripts, styles, pictogrammes, icônes, polices et messages.",
    "posters": "Imprime des feuilles : affiches, étiquettes, cartes, plans, livrets…",
    "poster": "Imprime une affiche, et demande avant si quelque chose est douteux.",
    "map": "Construit la carte d’un territoire (build), dit ce qu’elle contient (info).",
    "user": "Ajoute, liste, invite ou retire une personne du bureau.",
    "backup": "Garde dans un fichier tout ce qu’on ne peut pas refaire.",
    "restore": "Redonne ce que garde une sauvegarde.",
    "doctor": "Dit comment va le site, et quoi faire.",
    "suggestions": "Liste les messages reçus depuis les pages.",
}
"""Name and one-line help of each command; `app/cli/<name>.py` holds it as `command`."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"app.cli.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commandes"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nRéglages (variables d’environnement) :\n"
    + "\n".join(f"  {name}  {text}" for name, text in HELP.items()),
)
@click.version_option(VERSION, prog_name="adeuxpas")
def commands() -> None:
    """À deux pas : lieux ressources et balades d’un quartier, hors connexion d’abord."""


def main() -> None:
    """Run the command line; a wrong setting is a sentence, not a stack trace."""
    try:
        commands()
    except SettingFault as error:
        telling = importlib.import_module("app.cli.telling")
        click.echo(telling.say_fault(error), err=True)
        sys.exit(2)
