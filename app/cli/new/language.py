"""`adeuxpas new language`: the two files of a language, every sentence and text in them waiting for its words."""

from pathlib import Path

import click

from ...domain.content import Content
from ...domain.text import N_, SOURCE
from ...exchange.native.replacing import replace_files
from ...exchange.native.texts import complete_texts, path_of
from ...language.catalogues import read_catalogue
from ...language.completing import catalogue_path, complete_catalogue
from ...settings import ROOT
from ..progress import said
from ..shares import language_line
from ..telling import here, say
from .asking import Answers, ask, open_folder, refused, takes_folder
from .tags import read_tag


@click.command("language")
@click.argument("tag", metavar="LANGUE", required=False)
@takes_folder
@click.option("--complete", is_flag=True, help="Ajoute à une langue qui existe les phrases qui lui manquent encore.")
def command(tag: str | None, folder: Path, complete: bool) -> None:
    """Ajoute une langue (es, pt-BR…) à translations/ de FOLDER (sans lui, les fichiers du projet).

    Elle a ses pages dès l’édition suivante. Ce qui n’est pas encore traduit s’y montre en français, dit comme tel.
    """
    with said():
        answers = open_folder(folder)
        tag = read_tag(ask("LANGUE", tag, say("Code de la langue (es, ar, pt-BR…)")))
        before = {path: _there(folder, path) for path in (catalogue_path(tag), path_of(tag))}
        _require_use(answers, tag, complete=complete, exists=any(data is not None for data in before.values()))
        made = {
            catalogue_path(tag): complete_catalogue(tag, folder / catalogue_path(tag)),
            path_of(tag): complete_texts(tag, answers.content, before[path_of(tag)]),
        }
        written = {path: data for path, data in made.items() if data != before[path]}
        replace_files(folder, written)
    for path in written:
        click.echo(say("Écrit dans %(file)s.", file=folder / path))
    _tell_next(folder, answers.content, tag)


# Private


def _there(folder: Path, path: str) -> bytes | None:
    file = folder / path
    return file.read_bytes() if file.is_file() else None


def _require_use(answers: Answers, tag: str, *, complete: bool, exists: bool) -> None:
    """Refuse to begin what is there, to complete what is not, and to translate French into itself."""
    if tag == SOURCE:
        raise refused(say(_SOURCE))
    if complete and not exists:
        raise refused(say(_NOT_BEGUN, tag=tag))
    po = answers.folder / catalogue_path(tag)
    line = read_catalogue(po) if po.exists() else None
    if isinstance(line, int):
        raise refused(say(_UNREADABLE, file=po, line=line))
    if exists and not complete:
        raise refused(say(_EXISTS, tag=tag, share=language_line(answers.folder, answers.content, tag)))


def _tell_next(folder: Path, content: Content, tag: str) -> None:
    click.echo(language_line(folder, content, tag))
    click.echo("\n" + say(_NEXT, language=here().formats.language(tag)))
    if folder.resolve() != ROOT:
        click.echo(say(_ELSEWHERE, file=ROOT / catalogue_path(tag)))


_SOURCE = N_("Le français est la langue de départ\u00a0: il est déjà là.")
_NOT_BEGUN = N_("La langue %(tag)s n’est pas commencée\u00a0: enlevez --complete.")
_EXISTS = N_("La langue %(tag)s existe déjà (%(share)s)\u00a0: --complete ajoute les phrases qui lui manquent.")
_UNREADABLE = N_("%(file)s est mal écrit ligne %(line)s\u00a0: corrigez-la d’abord.")
_NEXT = N_(
    "Ouvrez ces fichiers avec Poedit, ou un éditeur de texte\u00a0: écrivez en %(language)s entre les guillemets de "
    "msgstr. Un msgstr vide s’affiche en français. Puis\u00a0: adeuxpas check, adeuxpas load."
)
_ELSEWHERE = N_("Les boutons et les phrases du site se lisent dans %(file)s\u00a0: copiez-y ce fichier.")
