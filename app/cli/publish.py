"""`adeuxpas publish`: the site as files, for a web space that runs nothing."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from ..domain.text import NN_
from ..factory import create_app
from ..publish.address import Address, read_address
from ..publish.export import Publication, SiteExport
from ..publish.folder import Report, write_folder
from ..settings import read_settings
from ..site.qr import payload_problems
from .left_out import tell_left_out
from .progress import bar, said
from .ready import bring_up_to_date, require_folder
from .telling import here, say, say_count, say_problem
from .watch import Watch

_UNDRAWN = NN_(
    "%(num)s affiche n’a pas pu être dessinée\u00a0: aucune page ne la propose.",
    "%(num)s affiches n’ont pas pu être dessinées\u00a0: aucune page ne les propose.",
)
_ANY_CODE = "K7M2Q4"
"""All codes are as long: what is said of one is true of all."""

_GENTLE = 10
"""How far we step back for a server on the same machine."""


@click.command("publish")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--base-url", metavar="ADRESSE", help="Où le site sera : https://mairie.example/18e/, ou /18e/.")
@click.option("--no-twins", is_flag=True, help="N’écrit pas les formes compressées (.br, .gz) à côté des fichiers.")
@click.option("--force", is_flag=True, help="Écrit dans un dossier qui contient déjà autre chose.")
@click.option("--watch", is_flag=True, help="Reste là, et récrit ce qui change.")
def command(folder: Path, base_url: str | None, no_twins: bool, force: bool, watch: bool) -> None:
    """Écrit le site dans FOLDER : à copier tel quel sur n’importe quel hébergement.

    La fois suivante, seuls les fichiers qui ont changé sont écrits. Les fichiers d’autrui restent. Sans --base-url,
    l’adresse est celle d’ADEUXPAS_PUBLIC_URL, sinon la racine d’un site dont on ne connaît pas le nom.
    """
    os.nice(_GENTLE)
    settings = read_settings()
    with said():
        address = read_address(base_url, settings.public_url)
        require_folder(settings)
        app = create_app(settings)
        bring_up_to_date(app)
        publisher = SiteExport(app, address)
        write = _writer(publisher, folder, twins=not no_twins, force=force)
        write()
    _tell_address(address)
    if watch:
        with suppress(KeyboardInterrupt):
            _FolderWatch(publisher, write).run()


# Private


def _writer(publisher: SiteExport, folder: Path, *, twins: bool, force: bool) -> Callable[[], None]:
    def write() -> None:
        with bar(say("Affiches")) as drawing, bar(say("Pages")) as making:
            made = publisher.make(drawing, making)
        with bar(say("Écriture"), counts=True) as writing:
            report = write_folder(folder, publisher.files(made, twins=twins), force=force, progress=writing)
        _tell(made, report, folder)

    return write


def _tell(made: Publication, report: Report, folder: Path) -> None:
    number, day = made.pages.number, here().formats.short_day(made.pages.date)
    written = say_count("%(num)s fichier écrit", "%(num)s fichiers écrits", report.written)
    unchanged = say_count("%(num)s déjà à jour", "%(num)s déjà à jour", report.unchanged)
    removed = say_count("%(num)s retiré", "%(num)s retirés", report.removed)
    click.echo(say("Édition %(number)s du %(day)s, dans %(folder)s.", number=number, day=day, folder=folder))
    click.echo(say("%(written)s, %(unchanged)s, %(removed)s.", written=written, unchanged=unchanged, removed=removed))
    tell_left_out(made.pages.unmade)
    if made.undrawn:
        click.echo(say_count(*_UNDRAWN, made.undrawn), err=True)


def _tell_address(address: Address) -> None:
    if address.public_url is None:
        click.echo(
            say(
                "L’adresse publique n’est pas connue\u00a0: le site n’a ni codes à scanner ni affiches. "
                "Donnez-la avec --base-url https://…"
            ),
            err=True,
        )
        return
    click.echo(say("Ce dossier est fait pour %(address)s", address=f"{address.public_url}/"))
    for problem in payload_problems(address.public_url, _ANY_CODE):
        click.echo(say_problem(replace(problem, where="")), err=True)


class _FolderWatch(Watch):
    """The watch of a folder of files."""

    def __init__(self, publisher: SiteExport, write: Callable[[], None]) -> None:
        super().__init__()
        self._publisher = publisher
        self._write = write

    def look(self) -> None:
        """Write what changed."""
        if not self._publisher.is_current():
            self._write()
