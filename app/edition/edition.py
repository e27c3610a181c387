"""The plan of an edition: every leaf of every part, in every language."""

from collections.abc import Mapping
from datetime import date

from ..domain.content import Content
from ..ground.ground import Ground, grounds_of
from .bindery import build_edition
from .codes import code_leaves
from .data import data_leaves, site_map
from .hours import hours_leaves
from .kept import uncollected
from .leaf import Leaf
from .manifest import manifest_leaves
from .maps import map_leaves
from .pages import page_leaves
from .phone import phone_leaves
from .sentences import sentence_leaves
from .site import Site
from .static import static_leaves
from .walking import measured

__all__ = ["build_edition", "plan_edition"]


def plan_edition(content: Content, site: Site, today: date, grounds: Mapping[str, Ground] | None = None) -> list[Leaf]:
    """Return every leaf of the edition of a day; nothing is made yet.

    `grounds` is what lies under each territory; without it, what the street plan knows.
    """
    grounds = grounds_of(content) if grounds is None else grounds
    with uncollected():
        content = measured(content, grounds)
        pages = list(page_leaves(content, site, grounds))
        return [
            *pages,
            *site_map(pages, site),
            *phone_leaves(content, site),
            *sentence_leaves(site),
            *hours_leaves(content, site, today),
            *map_leaves(grounds),
            *manifest_leaves(content, site),
            *data_leaves(content, site),
            *code_leaves(content, site),
            *static_leaves(site),
        ]
