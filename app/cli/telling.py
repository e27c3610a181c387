"""Problems and figures as a terminal shows them, in the language of the machine where we speak it."""

import gettext
from collections.abc import Iterable

import click

from ..domain.content import Content
from ..domain.place import Status
from ..domain.problem import Problem
from ..domain.walk import WalkStatus
from ..settings import ROOT


def tell_problems(problems: Iterable[Problem]) -> None:
    """Print every problem on a line of its own, then how many there are."""
    translate = gettext.translation("messages", ROOT / "translations", fallback=True).gettext
    told = list(problems)
    for problem in told:
        mark = translate("à savoir") if problem.warning else translate("erreur")
        click.echo(f"{mark} · {problem.tell(translate)}")
    errors = sum(not problem.warning for problem in told)
    if told:
        click.echo(f"{plural(errors, 'erreur')}, {plural(len(told) - errors, 'avertissement')}.")


def describe(content: Content) -> str:
    """Return what a content holds, in one sentence."""
    places = [place.status for place in content.places.values()]
    walks = [walk.status for walk in content.walks.values()]
    drafts = places.count(Status.DRAFT)
    return (
        f"{plural(len(places) - drafts, 'lieu publié', 'lieux publiés')}, {drafts} à vérifier, "
        f"{plural(walks.count(WalkStatus.PUBLISHED), 'balade publiée', 'balades publiées')}, "
        f"{walks.count(WalkStatus.DRAFT)} en projet, {plural(len(content.territories), 'territoire')}."
    )


def plural(count: int, one: str, many: str = "") -> str:
    """Return a number and its word; French says "0 lieu"."""
    return f"{count} {one if count < 2 else many or one + 's'}"
