"""Every page of an edition, in every language."""

from collections.abc import Iterator, Mapping

from ...domain.content import Content
from ...ground.ground import Ground, grounds_of
from ..leaf import Leaf
from ..site import Site
from .book import Book
from .doors import door_leaves
from .places import place_leaves
from .plain import plain_leaves
from .territories import territory_leaves
from .walks import walk_leaves


def page_leaves(content: Content, site: Site, grounds: Mapping[str, Ground] | None = None) -> Iterator[Leaf]:
    """Yield every page: the choice of language, then for each language its lists, and every place."""
    book = Book(content, site, grounds_of(content) if grounds is None else grounds)
    yield from door_leaves(book)
    for language in book.languages:
        yield from plain_leaves(book, language)
        yield from territory_leaves(book, language)
        yield from walk_leaves(book, language)
    yield from place_leaves(book)
