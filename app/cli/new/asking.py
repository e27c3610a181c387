"""What every `adeuxpas new …` does: it reads the folder, asks, gives an id and a code, and writes all or nothing."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from ...domain.code import draw_code, read_code
from ...domain.content import Content
from ...domain.problem import Problem
from ...domain.subject import SUBJECTS
from ...domain.territory import Territory
from ...domain.text import N_, slug_of
from ...exchange.native import read_folder
from ...exchange.native.adding import Addition
from ...exchange.native.replacing import replace_files
from ...settings import ROOT, read_settings
from ..finding import find_territory
from ..progress import Refusal
from ..telling import say, say_problem

Command = Callable[..., None]


@dataclass(frozen=True)
class Given:
    """What the options of a command say of a new thing; what they leave out is asked, or made."""

    name: str | None
    id: str | None
    code: str | None


@dataclass(frozen=True)
class New:
    """What everything new has; no other has its id or its code."""

    name: str
    id: str
    code: str


@dataclass(frozen=True)
class Answers:
    """The folder to add to, and what was read in it."""

    folder: Path
    content: Content
    files: Mapping[str, bytes]
    problems: Sequence[Problem] = ()


def open_folder(folder: Path) -> Answers:
    """Read a folder; one with errors is mended first, for nobody could tell them from ours."""
    read = read_folder(folder, read_settings().edition_date)
    if read.content is None:
        raise Refusal(f"{_told(read.problems)}\n{say(_MEND_FIRST)}")
    return Answers(folder, read.content, read.files, read.problems)


def takes_what_all_take(command: Command) -> Command:
    """Give a command the folder and the options that every new thing has, its name apart."""
    for decorate in (
        click.option("--code", "wanted_code", metavar="CODE", help=_CODE_HELP),
        click.option("--id", "wanted_id", metavar="ID", help=_ID_HELP),
        takes_folder,
    ):
        command = decorate(command)
    return command


def takes_folder(command: Command) -> Command:
    """Give a command the folder that it writes to."""
    return click.argument("folder", type=click.Path(path_type=Path), default=ROOT)(command)


def takes_territory(command: Command) -> Command:
    """Give a command the territory that a new thing belongs to."""
    return click.option("--territory", metavar="T", help="Identifiant du quartier (chapelle-nord).")(command)


def ask_what(content: Content, kind: str, given: Given, question: str) -> New:
    """Return what a new thing of a kind is called, its id and its code; `question` asks for the name."""
    name = ask("--name", given.name, question)
    return New(name, _free_id(content, kind, given.id, name), _free_code(content, given.code))


def ask_home(content: Content, given: str | None) -> Territory:
    """Return the territory that a new thing belongs to."""
    return find_territory(content, ask("--territory", given, _which(content)))


def ask(option: str, given: str | None, question: str) -> str:
    """Return an answer: the option's, else what the person types; refuse where there is nobody to ask."""
    if given is None:
        try:
            given = str(click.prompt(question))
        except click.Abort as nobody:
            click.echo()
            raise _missing(option) from nobody
    if not given.strip():
        raise refused(say("%(option)s est vide\u00a0: donnez une réponse.", option=option))
    return given.strip()


def ask_or(option: str, question: str, otherwise: str) -> str:
    """Return what the person types, or what is proposed (perhaps nothing) where they only press Enter."""
    try:
        typed = str(click.prompt(question, default=otherwise, show_default=bool(otherwise)))
    except click.Abort as nobody:
        click.echo()
        raise _missing(option) from nobody
    return typed.strip()


def ask_number(option: str, given: str | None, question: str) -> float:
    """Return a number, written with a point or a comma."""
    return number_of(option, ask(option, given, question))


def number_of(option: str, words: str) -> float:
    """Return the number that somebody wrote, with a point or a comma."""
    if not re.fullmatch(r"[+-]?\d+([.,]\d+)?", words.strip()):
        raise refused(
            say(
                "%(option)s\u00a0: «\u00a0%(value)s\u00a0» n’est pas un nombre, comme 2.3639.",
                option=option,
                value=words,
            )
        )
    return float(words.replace(",", "."))


def refused(sentence: str) -> Refusal:
    """Return the refusal of an answer."""
    return Refusal(f"{sentence} {say(_NOTHING_WRITTEN)}")


def write(answers: Answers, addition: Addition) -> None:
    """Write the files of an addition, unless something is wrong with it; what is only to be known is told."""
    wrong = [problem for problem in addition.problems if not problem.warning]
    if wrong:
        raise Refusal(f"{_told(wrong)}\n{say(_NOTHING_WRITTEN)}")
    replace_files(answers.folder, addition.files)
    for problem in addition.problems:
        click.echo(f"{say('à savoir')} · {say_problem(problem)}", err=True)


def tell_written(answers: Answers, path: str, code: str) -> None:
    """Say where the new thing stands and its code."""
    click.echo(say("Écrit dans %(file)s.", file=answers.folder / path))
    click.echo(say("Code court\u00a0: %(code)s (ajouté à data/codes.csv).", code=code))


# Private


def _missing(option: str) -> Refusal:
    return Refusal(say("Il manque %(option)s. Rien n’a été écrit.", option=option))


def _which(content: Content) -> str:
    return say("Quartier (%(known)s)", known=", ".join(content.territories))


def _free_id(content: Content, kind: str, wanted: str | None, name: str) -> str:
    """Return the id of a new thing, refused when another has it or had it: paper still leads there."""
    identifier = wanted.strip() if wanted is not None else slug_of(name)[:_LONGEST_ID].strip("-")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", identifier) or len(identifier) > _LONGEST_ID:
        raise refused(say(_NO_ID, id=identifier))
    if identifier in SUBJECTS[kind].of(content):
        raise refused(
            say("L’identifiant «\u00a0%(id)s\u00a0» est déjà pris\u00a0: donnez-en un autre avec --id.", id=identifier)
        )
    former = next((e.code for e in content.codes if (e.kind, e.id) == (kind, identifier)), None)
    if former:
        raise refused(say(_ONCE_GIVEN, id=identifier, code=former))
    return identifier


def _free_code(content: Content, wanted: str | None) -> str:
    """Return a code that nobody was ever given: the one asked for, else a new one."""
    given = {entry.code: entry for entry in content.codes}
    if wanted is None:
        return next(code for code in iter(draw_code, "") if code not in given)
    code = read_code(wanted)
    if code is None:
        raise refused(say(_NO_CODE, code=wanted))
    if code in given:
        raise refused(say(_CODE_TAKEN, code=code, id=given[code].id))
    return code


def _told(problems: Sequence[Problem]) -> str:
    return "\n".join(say_problem(problem) for problem in problems if not problem.warning)


_ID_HELP = "Identifiant, en minuscules et tirets ; sinon, il est tiré du nom."
_CODE_HELP = "Code court déjà imprimé ; sinon, il en est tiré un nouveau."
_LONGEST_ID = 80
_NOTHING_WRITTEN = N_("Rien n’a été écrit.")
_MEND_FIRST = N_("Corrigez d’abord ces lignes. Rien n’a été écrit.")
_NO_ID = N_(
    "L’identifiant «\u00a0%(id)s\u00a0» ne convient pas\u00a0: minuscules sans accent, chiffres et tirets, "
    "comme square-alain-bashung (--id)."
)
_ONCE_GIVEN = N_(
    "L’identifiant «\u00a0%(id)s\u00a0» a déjà servi, et son code %(code)s est imprimé\u00a0: "
    "donnez-en un autre avec --id."
)
_NO_CODE = N_("«\u00a0%(code)s\u00a0» n’est pas un code court\u00a0: six lettres et chiffres, comme K7M2Q4.")
_CODE_TAKEN = N_("Le code %(code)s est déjà donné à «\u00a0%(id)s\u00a0»\u00a0: un code ne sert qu’une fois.")
