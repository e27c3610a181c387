"""The places of a territory sorted out by theme: once for all the pages and languages of a plan."""

from collections.abc import Mapping, Sequence

from ..domain.place import Place
from ..domain.territory import Territory
from .context import SiteContext


def public_by_theme(context: SiteContext, territory: Territory) -> Mapping[str, Sequence[Place]]:
    """Return the places of a territory that families may see, by each theme that any of their categories has."""
    places = context.content.public_places(territory.id)
    found: Mapping[str, Sequence[Place]] = context.remember(
        ("public by theme", territory.id), lambda: _by_theme(context, places)
    )
    return found


def drafts_by_theme(context: SiteContext, territory: Territory) -> Mapping[str, Sequence[Place]]:
    """Return the places of a territory that wait for a check, by theme."""
    places = context.content.drafts_by_territory[territory.id]
    found: Mapping[str, Sequence[Place]] = context.remember(
        ("drafts by theme", territory.id), lambda: _by_theme(context, places)
    )
    return found


# Private


def _by_theme(context: SiteContext, places: Sequence[Place]) -> Mapping[str, Sequence[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        for theme in context.themes_of(place):
            found.setdefault(theme, []).append(place)
    return found
