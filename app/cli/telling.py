"""What commands say, in the language of the machine where we speak it, else in French."""

import os
from collections.abc import Iterable

import click

from ..domain.content import Content
from ..domain.fault import Fault
from ..domain.place import Status
from ..domain.problem import Problem
from ..domain.text import SOURCE
from ..domain.walk import WalkStatus
from ..language.catalogues import TRANSLATIONS
from ..language.language import Language
from ..language.spoken import spoken


def offered() -> list[str]:
    """Return the codes of the languages that commands speak."""
    return sorted({SOURCE, *(folder.parent.name for folder in TRANSLATIONS.glob("*/LC_MESSAGES"))})


def here() -> Language:
    """Return the language of the terminal, as POSIX ranks the variables that name it."""
    named = next((found for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (found := os.environ.get(name))), "")
    code = named.partition(".")[0].partition("_")[0].lower()
    return spoken(code if code in offered() else SOURCE)


def say(sentence: str, **values: object) -> str:
    """Return a sentence as the terminal says it; `%(name)s` stands for a value."""
    return here().say(sentence, **values)


def say_count(singular: str, plural: str, count: int, **values: object) -> str:
    """Return a number and its words as the terminal says them."""
    return here().say_count(singular, plural, count, **values)


def say_problem(problem: Problem) -> str:
    """Return a problem as the terminal says it."""
    return problem.tell(here().translations.gettext)


def say_fault(error: Exception) -> str:
    """Return what went wrong as the terminal says it."""
    if not isinstance(error, Fault):
        return str(error)
    told = str(here().translations.gettext(error.sentence))
    return told % {name: _said(value) for name, value in error.values.items()} if error.values else told


def _said(value: object) -> object:
    """Return a value as a sentence holds it: a fault inside of another is said in the same language."""
    return say_fault(value) if isinstance(value, Exception) else value


def tell_problems(problems: Iterable[Problem]) -> None:
    """Print every problem on a line of its own, then how many there are."""
    told = list(problems)
    for problem in told:
        mark = say("à savoir") if problem.warning else say("erreur")
        click.echo(f"{mark} · {say_problem(problem)}")
    errors = sum(not problem.warning for problem in told)
    if told:
        click.echo(
            say(
                "%(errors)s, %(warnings)s.",
                errors=say_count("%(num)s erreur", "%(num)s erreurs", errors),
                warnings=say_count("%(num)s avertissement", "%(num)s avertissements", len(told) - errors),
            )
        )


def describe(content: Content) -> str:
    """Return what a content holds, in one sentence."""
    places = [place.status for place in content.places.values()]
    walks = [walk.status for walk in content.walks.values()]
    drafts = places.count(Status.DRAFT)
    return say(
        "%(places)s, %(drafts)s à vérifier, %(walks)s, %(projects)s en projet, %(territories)s.",
        places=say_count("%(num)s lieu publié", "%(num)s lieux publiés", len(places) - drafts),
        drafts=drafts,
        walks=say_count("%(num)s balade publiée", "%(num)s balades publiées", walks.count(WalkStatus.PUBLISHED)),
        projects=walks.count(WalkStatus.DRAFT),
        territories=say_count("%(num)s territoire", "%(num)s territoires", len(content.territories)),
    )
