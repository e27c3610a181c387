"""What commands say of the pages that an edition goes on without."""

from collections.abc import Iterable

import click

from ..domain.problem import Problem
from ..domain.text import N_
from ..edition.unmade import Unmade
from .telling import say

_LEFT_OUT = N_(
    "La page /%(path)s n’a pas pu être faite (%(reason)s)\u00a0: l’édition s’en passe. "
    "Corrigez ce qu’elle montre, ou envoyez cette ligne à qui s’occupe du programme."
)
_CANNOT = N_("cette page ne peut pas être faite ({reason})\u00a0: l’édition s’en passerait.")


def tell_left_out(unmade: Iterable[Unmade]) -> None:
    """Say which pages could not be made."""
    for each in unmade:
        click.echo(say(_LEFT_OUT, path=each.path, reason=each.reason), err=True)


def problems_of(unmade: Iterable[Unmade]) -> list[Problem]:
    """Return what `check` says of the pages that could not be made."""
    return [Problem(f"/{each.path}", "", _CANNOT, {"reason": each.reason}) for each in unmade]
