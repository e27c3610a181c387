"""The stops of a walk as its pages show them: where each is, what happens there, and the way from the stop before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..domain.duration import minutes_walking
from ..domain.geometry import Position
from ..domain.place import Place
from ..domain.text import Text
from ..domain.walk import Question, Stop, Walk
from ..map.legs import RoutedLeg, legs_of
from .cards import Card, hours_url_of, icon_of, kind_of, make_card
from .context import PageContext, SiteContext
from .walk_legs import UNSURVEYED, Surveyed, surveyed


@dataclass(frozen=True)
class Asked:
    """A question for children at a stop, what one may choose from, and what is folded: a hint, the right answer."""

    question: Text
    options: tuple[Text, ...]
    hint: Text
    answer: Text


@dataclass(frozen=True)
class StopCard:
    """A stop of a walk: where it is, what happens there, and the way from the stop before."""

    number: int
    name: str
    title: Text
    text: Text
    url: str
    kind: Text
    icon: str
    theme: str
    stay_min: int
    optional: bool
    leg_m: int
    leg_min: int
    leg_is_guessed: bool
    leg_has_steps: bool
    way: Surveyed
    """What is known of the way to it, and of the detour without steps."""

    detour: Surveyed | None
    sense: Text
    questions: tuple[Asked, ...]
    position: Position | None
    visibility: str
    place: str
    """The id of its place; empty for a stop in the street."""
    answer: str
    hours_url: str
    hours: tuple[str, ...]
    """Its week in a few lines, for paper."""


def stops_of(context: PageContext, walk: Walk) -> tuple[StopCard, ...]:
    """Return the stops of a walk as its pages show them."""
    key = ("stops", context.lang, walk.id)
    stops: tuple[StopCard, ...] = context.shared.remember(key, lambda: tuple(_make_stops(context, walk)))
    return stops


def walk_legs(context: SiteContext, walk: Walk) -> Mapping[int, RoutedLeg]:
    """Return the legs of a walk that are shown, each by the stop that it leads to."""
    return legs_of(context.content, walk, context.basemaps[walk.territory])


# Private


def _make_stops(context: PageContext, walk: Walk) -> Iterator[StopCard]:
    legs = walk_legs(context.shared, walk)
    for number, stop in enumerate(walk.stops, 1):
        place = context.content.places.get(stop.place or "")
        yield _stop_card(context, walk, (number, stop, place), legs.get(number))


def _stop_card(context: PageContext, walk: Walk, at: tuple[int, Stop, Place | None], leg: RoutedLeg | None) -> StopCard:
    number, stop, place = at
    leg_m = round(leg.metres) if leg else 0
    key = f"walk:{walk.id}/stop/{number}"
    card = _card_of(context, walk, place)
    written = walk.leg_to(number)
    detour = written.step_free if written else None
    return StopCard(
        number=number,
        name=place.name if place else stop.name or "",
        title=Text(place.name) if place else context.text(f"{key}/name", stop.name),
        text=context.text(f"{key}/text", stop.text),
        url=card.url if card else "",
        kind=kind_of(context, place) if place else Text(""),
        icon=icon_of(context.shared, place) if place else "pin",
        theme=card.theme if card else "",
        stay_min=stop.stay_min,
        optional=stop.optional,
        leg_m=leg_m,
        leg_min=minutes_walking(leg_m),
        leg_is_guessed=leg is not None and leg.is_guessed,
        leg_has_steps=leg is not None and leg.has_steps,
        way=surveyed(context, f"walk:{walk.id}/leg/{number}", written) if leg else UNSURVEYED,
        detour=surveyed(context, f"walk:{walk.id}/leg/{number}/step_free", detour) if leg and detour else None,
        sense=context.text(f"{key}/sense", stop.sense),
        questions=tuple(_asked(context, f"{key}/quiz/{n}", each) for n, each in enumerate(stop.questions, 1)),
        position=context.content.spot_of(stop),
        visibility=place.address_visibility if place else "full",
        place=place.id if place else "",
        answer=card.answer if card else "",
        hours=card.paper.hours if card and not card.closed else (),
        hours_url=hours_url_of(context.shared, context.content.territories[walk.territory], place.id) if place else "",
    )


def _asked(context: PageContext, key: str, quiz: Question) -> Asked:
    options = tuple(context.text(f"{key}/option/{n}", each) for n, each in enumerate(quiz.options, 1))
    answer = options[quiz.answer - 1] if quiz.answer and quiz.answer <= len(options) else Text("")
    question, hint = context.text(f"{key}/question", quiz.question), context.text(f"{key}/hint", quiz.hint)
    return Asked(question, options, hint, answer)


def _card_of(context: PageContext, walk: Walk, place: Place | None) -> Card | None:
    return make_card(context, context.content.territories[walk.territory], place) if place else None
