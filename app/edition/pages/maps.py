"""The drawings of pages: the pins of their places on the street plan, in the words of their language."""

from collections.abc import Sequence

from ...domain.place import Place
from ...domain.territory import Territory
from ...domain.text import N_
from ..map_drawing import Drawing, MapWords, Pin, draw_around, draw_territory, draw_walk
from ..render import Language
from ..walking import Leg
from .book import Book
from .cards import icon_of

AROUND_M = 220
"""Half the side of a place's small plan: three streets each way."""


def pin_of(book: Book, language: Language, place: Place, *, number: int | None = None) -> Pin:
    """Return the pin of a place."""
    theme = book.content.theme_of(place)
    return Pin(
        id=place.id,
        position=place.position,
        href=book.site.url(book.site.place(language.code, place.id)),
        label=place.name,
        icon=icon_of(book, place),
        theme=theme.id if theme else "",
        number=number,
    )


def draw_home(book: Book, language: Language, territory: Territory) -> Drawing:
    """Draw a territory with the places of its list whose address may be shown."""
    places = [p for p in book.content.public_places(territory.id) if p.id not in book.practical]
    pins = [pin_of(book, language, place) for place in places if place.address_visibility == "full"]
    words = _words(language, N_("Plan du quartier"))
    return draw_territory(book.plan_under(territory), territory, pins, words=words, sprite=_sprite(book))


def draw_place(book: Book, language: Language, place: Place, home: Territory | None) -> Drawing:
    """Draw the streets around a place."""
    words = _words(language, N_("Plan autour du lieu"))
    pins = [pin_of(book, language, place)]
    plan, sprite = book.plan_under(home), _sprite(book)
    return draw_around(plan, place.position, AROUND_M, pins, words=words, lang=language.code, sprite=sprite)


def draw_stops(
    book: Book, language: Language, territory: Territory, stops: Sequence[Pin], legs: Sequence[Leg]
) -> Drawing:
    """Draw the numbered stops of a walk, and the way from each to the next."""
    plan, words = book.plan_under(territory), _words(language, N_("Plan de la balade"))
    return draw_walk(plan, stops, legs, words=words, lang=language.code)


def _words(language: Language, title: str) -> MapWords:
    say, french = language.say, MapWords()
    return MapWords(say(title), say(french.cluster), say(french.scale), say(french.here))


def _sprite(book: Book) -> str:
    return book.site.url("static/gen/pictograms.svg")
