"""The drawings of pages: the pins of their places on the street plan, in the words of their language."""

from collections.abc import Sequence

from markupsafe import Markup

from ..domain.geometry import Position
from ..domain.place import Place
from ..domain.territory import Territory
from ..domain.text import N_
from ..edition.file import fingerprint_of
from ..language.language import Language
from ..map.drawing.draw import Drawing, MapWords, Pin, draw_around, draw_territory, draw_walk
from ..map.drawing.numbers import draw_numbers, draw_touchable
from ..map.legs import RoutedLeg
from .cards import icon_of
from .context import PageContext, SiteContext
from .lines import main_places, numbers_in

AROUND_M = 220
"""Half the side of a place's small plan: three streets each way."""


def pin_of(context: PageContext, place: Place, *, number: int | None = None) -> Pin:
    """Return the pin of a place."""
    theme = context.content.theme_of(place)
    return Pin(
        id=place.id,
        position=place.position,
        href=context.site.url(context.site.place(context.lang, place.id)),
        label=place.name,
        icon=icon_of(context.shared, place),
        theme=theme.id if theme else "",
        number=number,
    )


def pins_digest(context: SiteContext, territory: Territory) -> str:
    """Return a digest of all that the pins of a territory show."""
    places = context.content.public_places(territory.id)
    digest: str = context.remember(
        ("pins", territory.id),
        lambda: fingerprint_of([(p.id, p.name, p.position, p.shows_address, p.categories) for p in places]),
    )
    return digest


def draw_home(context: PageContext, territory: Territory) -> Drawing:
    """Draw a territory with the places of its list whose address may be shown."""
    places = main_places(context.shared, territory)
    pins = [pin_of(context, place) for place in places if place.shows_address]
    words, anchor = _words(context.language, N_("Plan du quartier")), context.content.anchor_of(territory)
    return draw_territory(
        context.shared.plan_under(territory),
        territory,
        pins,
        words=words,
        sprite=_sprite(context.shared),
        school=(anchor.position, anchor.name) if anchor else None,
    )


def draw_numbered(context: PageContext, territory: Territory) -> Markup:
    """Draw the same places with the numbers that they have on the printed list."""
    numbers = numbers_in(context.shared, territory)
    pins = [pin_of(context, context.content.places[id], number=number) for id, number in numbers.items()]
    # Drawn by us, of figures only.
    return Markup(draw_numbers(territory, pins))  # noqa: S704


def draw_on_kiosk(context: PageContext, territory: Territory, here: Position | None) -> tuple[Drawing, Markup]:
    """Draw a territory for the screen of its kiosk: the streets, and the numbered places over them."""
    words, anchor = _words(context.language, N_("Plan du quartier")), context.content.anchor_of(territory)
    school = (anchor.position, anchor.name) if anchor else None
    streets = draw_territory(
        context.shared.plan_under(territory), territory, (), words=words, sprite=_sprite(context.shared), school=school
    )
    numbers = numbers_in(context.shared, territory)
    pins = [pin_of(context, context.content.places[id], number=number) for id, number in numbers.items()]
    # Drawn by us, of figures only.
    return streets, Markup(draw_touchable(territory, pins, here))  # noqa: S704


def draw_place(context: PageContext, place: Place, home: Territory | None) -> Drawing:
    """Draw the streets around a place."""
    words = _words(context.language, N_("Plan autour du lieu"))
    pins = [pin_of(context, place)]
    plan, sprite = context.shared.plan_under(home), _sprite(context.shared)
    return draw_around(plan, place.position, AROUND_M, pins, words=words, lang=context.lang, sprite=sprite)


def draw_stops(context: PageContext, territory: Territory, stops: Sequence[Pin], legs: Sequence[RoutedLeg]) -> Drawing:
    """Draw the numbered stops of a walk, and the way from each to the next."""
    plan, words = context.shared.plan_under(territory), _words(context.language, N_("Plan de la balade"))
    return draw_walk(plan, stops, legs, words=words, lang=context.lang)


def _words(language: Language, title: str) -> MapWords:
    say, french = language.say, MapWords()
    return MapWords(say(title), say(french.cluster), say(french.scale), say(french.here))


def _sprite(context: SiteContext) -> str:
    return context.site.url("static/gen/pictograms.svg")
