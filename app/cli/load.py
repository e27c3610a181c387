"""`adeuxpas load`: make the library say what the files say."""

import sys
from pathlib import Path

import click

from ..domain.text import NN_
from ..factory import create_app
from ..library.content.load import LoadReport, load_folder
from ..library.migrating import migrate_library
from ..settings import ROOT, read_settings
from .progress import bar, said
from .telling import say, say_count, tell_problems


@click.command("load")
@click.argument("folder", type=click.Path(path_type=Path), default=ROOT)
@click.option("--dry-run", is_flag=True, help="Dit ce qui changerait, sans rien changer.")
@click.option("--force", is_flag=True, help="Remplace aussi ce que des personnes ont changé dans la bibliothèque.")
def command(folder: Path, dry_run: bool, force: bool) -> None:
    """Charge les fichiers dans la bibliothèque, ou ne change rien.

    La bibliothèque dit ensuite exactement ce que disent les fichiers : ce qui n’y est plus s’en va, sauf les
    codes courts, déjà imprimés, et ce que des personnes ont changé depuis (voir --force). À la première erreur
    trouvée, toutes sont nommées et rien ne change (code 1).
    """
    settings = read_settings()
    with said(), create_app(settings).app_context():
        migrate_library()
        with bar(say("Chargement")) as progress:
            report = load_folder(folder, dry_run=dry_run, force=force, today=settings.edition_date, progress=progress)
    tell_problems(report.problems)
    if report.is_refused:
        click.echo(say("Rien n’a été chargé."))
        sys.exit(1)
    _tell_counts(report, dry_run=dry_run)


def _tell_counts(report: LoadReport, *, dry_run: bool) -> None:
    if report.is_unchanged:
        click.echo(say("Rien n’a changé : la bibliothèque dit déjà ce que disent les fichiers."))
        return
    click.echo(say("Ce qui changerait :") if dry_run else say("La bibliothèque est à jour :"))
    for kind, counts in report.counts.items():
        changes = [(_ADDED, counts.added), (_CHANGED, counts.changed), (_GONE, counts.gone)]
        parts = [say_count(*words, number) for words, number in changes if number]
        parts.append(say("%(number)s sans changement", number=counts.unchanged))
        click.echo(f"  {say(kind)} · {say(', ').join(parts)}")


_ADDED = NN_("%(num)s ajout", "%(num)s ajouts")
_CHANGED = NN_("%(num)s changement", "%(num)s changements")
_GONE = NN_("%(num)s retrait", "%(num)s retraits")
