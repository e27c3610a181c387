"""The lines of a printed list, with the numbers that its places have on the printed map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..domain.place import Place
from ..domain.territory import Territory
from ..map.drawing.numbers import is_on_paper
from .cards import PAGE_SIZE, Card, make_card
from .context import PageContext, SiteContext

MOST = 150
"""A longer list is printed page by page."""


@dataclass(frozen=True)
class Line:
    """A place on a printed list; without a number it is on no printed map."""

    number: int | None
    card: Card


def make_lines(
    context: PageContext, territory: Territory, places: Sequence[Place], *, page: int = 1
) -> tuple[Line, ...]:
    """Return the lines of a page of a list; its first page has them all, unless they are too many for paper."""
    numbers = numbers_in(context.shared, territory)
    shown = lined_on(places, page)
    return tuple(Line(numbers.get(place.id), make_card(context, territory, place)) for place in shown)


def lined_on(places: Sequence[Place], page: int) -> Sequence[Place]:
    """Return the places that a page of a list has in its lines."""
    return places[:MOST] if page == 1 else places[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]


def line_digests(lines: Sequence[Line]) -> tuple[tuple[int | None, str], ...]:
    """Return what tells each line from another."""
    return tuple((line.number, line.card.digest) for line in lines)


def main_places(context: SiteContext, territory: Territory) -> tuple[Place, ...]:
    """Return the places of a territory's list: all but the practical layer."""
    return _layers(context, territory)[0]


def practical_places(context: SiteContext, territory: Territory) -> tuple[Place, ...]:
    """Return the places of the practical layer of a territory."""
    return _layers(context, territory)[1]


def numbers_in(context: SiteContext, territory: Territory) -> Mapping[str, int]:
    """Return the number on paper of each place that the numbered map shows: in the order of the list."""
    numbers: Mapping[str, int] = context.remember(
        ("numbers", territory.id), lambda: {place.id: n for n, place in enumerate(_on_map(context, territory), 1)}
    )
    return numbers


# Private


def _layers(context: SiteContext, territory: Territory) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    places = context.content.public_places(territory.id)
    found: tuple[tuple[Place, ...], tuple[Place, ...]] = context.remember(
        ("layers", territory.id),
        lambda: (
            tuple(place for place in places if not context.is_practical(place)),
            tuple(place for place in places if context.is_practical(place)),
        ),
    )
    return found


def _on_map(context: SiteContext, territory: Territory) -> Sequence[Place]:
    places = [place for place in main_places(context, territory)[:MOST] if place.shows_address]
    seen = is_on_paper(territory, [place.position for place in places])
    return [place for place, is_seen in zip(places, seen, strict=True) if is_seen]
