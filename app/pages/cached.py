"""What pages tell of territories that are not their own: an edit elsewhere leaves it as it was."""

from collections.abc import Callable
from typing import TypeVar

from ..cache import Cache
from ..domain.territory import Territory
from .context import PageContext

Told = TypeVar("Told")


def cached(context: PageContext, kind: str, territory: Territory, make: Callable[[], Told]) -> Told:
    """Return something made of what pages of a territory may show, of the plan before while all that is the same."""
    shown = context.shared.shows(context.language, territory)
    told: Told = _CACHE.take((kind, context.lang, territory.id), shown, make)
    return told


# Private

_CACHE = Cache()
"""By kind, language and territory."""
