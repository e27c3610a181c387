"""The category tree: sixteen themes that families know, and the kinds of place below them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .block import Block
from .place import Sentence, Slug


class Category(Block):
    """A theme (no `parent`) or a kind of place below one; the crosswalk lists name outside vocabularies.

    `stale_after_months` says how long a fact about such a place may be trusted; `practical` themes
    (water, toilets) stay off lists and vague searches until asked for.
    """

    id: Slug
    label: Sentence
    parent: Slug | None = None
    icon: str | None = None
    practical: bool = False
    stale_after_months: int | None = None
    synonyms: tuple[str, ...] = ()
    osm: tuple[str, ...] = ()
    data_inclusion: tuple[str, ...] = ()
    soliguide: tuple[str, ...] = ()
    schema_org: str | None = None


@dataclass(frozen=True)
class Need:
    """A need in a family's words, a button of the home page, and the categories behind it."""

    id: str
    label: str
    icon: str
    categories: tuple[str, ...]


@dataclass(frozen=True)
class Categories:
    """Every category by id, in the order of the file, and the needs of the home page."""

    all: Mapping[str, Category]
    needs: Sequence[Need] = ()

    @cached_property
    def themes(self) -> Sequence[Category]:
        """The top of the tree, in order."""
        return tuple(c for c in self.all.values() if c.parent is None)

    def theme_of(self, category: str) -> Category:
        """Return the theme a category belongs to (itself when it is one)."""
        found = self.all[category]
        return found if found.parent is None else self.theme_of(found.parent)

    def pictogram_of(self, category: str) -> str:
        """Return the name of the pictogram of a category: its own, else that of its theme."""
        theme = self.theme_of(category)
        return self.all[category].icon or theme.icon or theme.id
