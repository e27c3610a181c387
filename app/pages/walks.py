"""The walks of a territory, and the page of each: numbered stops that refer to living places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..domain.duration import minutes_walking, total_minutes
from ..domain.geometry import Position
from ..domain.place import Place
from ..domain.subject import WALK
from ..domain.territory import Territory
from ..domain.text import Text
from ..domain.walk import Question, Stop, Walk
from ..edition.file import PlannedFile
from ..edition.unmade import blaming
from ..edition.walks.feeds import feed_of_territory, feed_of_walk
from ..edition.walks.files import DOWNLOADS
from ..edition.walks.track import track_of
from ..edition.walks.trip import trip_of
from ..map.drawing.draw import Drawing, Pin
from ..map.legs import Leg, legs_of, stops_drawn
from .cards import Card, hours_url_of, icon_of, kind_of, make_card
from .context import Crumb, Frame, PageContext, SiteContext, View, is_drafted
from .facts import Fact
from .maps import draw_stops
from .territories import help_of, territory_card, territory_crumbs
from .walk_before import ThemeOf, before_leaving, pace_sentences, pace_words, themes_of
from .walk_legs import UNSURVEYED, Surveyed, step_free_facts, surveyed
from .walk_sessions import SessionCard, session_cards


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


@dataclass(frozen=True)
class WalkCard:
    """A walk as lists show it."""

    id: str
    title: Text
    summary: Text
    url: str
    stops: int
    metres: int
    walking_min: int
    staying_min: int
    start: str
    themes: tuple[ThemeOf, ...]
    paces: tuple[str, ...]
    step_free: tuple[Fact, ...]
    sessions: tuple[SessionCard, ...]

    @property
    def total_min(self) -> int:
        """Walking and staying, to the next five minutes."""
        return total_minutes(self.walking_min, self.staying_min)


def walk_files(context: PageContext) -> Iterator[PlannedFile]:
    """Yield the list of walks of every territory, and the page of every walk, in a language."""
    for territory in context.content.territories.values():
        yield from context.together("walks", territory, partial(_files_of, context, territory))


def _files_of(context: PageContext, territory: Territory) -> Iterator[PlannedFile]:
    walks = context.content.public_walks(territory.id)
    title = context.say("Balades")
    name = context.territory_name(territory)
    cards = tuple(walk_card(context, walk) for walk in walks)
    view = {
        "frame": Frame(
            title=context.say("Balades : %(name)s", name=name.words),
            rest=f"{territory.id}/walks/",
            description=context.say("Des balades à pied d’un lieu à l’autre : %(name)s.", name=name.words),
            crumbs=territory_crumbs(context, territory, title),
            territory=territory.id,
            section="walks",
        ),
        "territory": territory_card(context, territory),
        "walks": cards,
        "feed": _feed(context, feed_of_territory(territory.id)),
        "help": help_of(context, territory),
        "is_drafted": any(is_drafted(card.title) or is_drafted(card.summary) for card in cards),
    }
    yield context.page(f"{territory.id}/walks/", "walks/list.html", view, lambda view=view: view)  # type: ignore[misc]
    for walk in walks:
        yield _walk_file(context, walk)


def walk_card(context: PageContext, walk: Walk) -> WalkCard:
    """Return a walk as lists show it."""
    with blaming(WALK.key(walk.id)):
        return _walk_card(context, walk)


def _walk_card(context: PageContext, walk: Walk) -> WalkCard:
    stops = stops_of(context, walk)
    metres, staying_min = sum(stop.leg_m for stop in stops), sum(stop.stay_min for stop in stops)
    return WalkCard(
        id=walk.id,
        title=context.text(f"walk:{walk.id}/title", walk.title),
        summary=context.text(f"walk:{walk.id}/summary", walk.summary),
        url=context.site.url(context.site.walk(context.lang, walk.id)),
        stops=len(stops),
        metres=round(metres, -1),
        walking_min=minutes_walking(metres),
        staying_min=staying_min,
        start=stops[0].name,
        themes=themes_of(context, walk),
        paces=pace_sentences(context, metres, staying_min),
        step_free=tuple(step_free_facts(walk, _legs(context.shared, walk), context.language)),
        sessions=session_cards(context, walk),
    )


def _walk_file(context: PageContext, walk: Walk) -> PlannedFile:
    view = _walk_view(context, walk)
    seen = (view, context.basemaps[walk.territory].digest)
    return context.page(
        f"walks/{walk.id}",
        "walks/show.html",
        seen,
        lambda: {**view, "drawing": _drawing(context, walk), "json_ld": _json_ld(context, walk)},
        subject=WALK.key(walk.id),
    )


def _walk_view(context: PageContext, walk: Walk) -> View:
    territory = context.content.territories[walk.territory]
    card = walk_card(context, walk)
    advice = context.text(f"walk:{walk.id}/advice", walk.advice)
    meeting = walk.meeting.text if walk.meeting else None
    crumbs = territory_crumbs(context, territory, context.say("Balades"))
    crumbs = (*crumbs[:-1], Crumb(crumbs[-1].words, context.site.walks(context.lang, territory.id)))
    lang = card.title.lang if card.title.lang != context.lang else ""
    return {
        "frame": Frame(
            title=card.title.words,
            rest=f"walks/{walk.id}",
            description=card.summary.words,
            crumbs=(*crumbs, Crumb(card.title.words, None, lang)),
            territory=territory.id,
            section="walks",
        ),
        "walk": card,
        "lead_url": context.site.url(context.site.lead(context.lang, walk.id)),
        "languages_here": territory.languages,
        "is_loop": walk.shape == "loop",
        "advice": advice,
        "meeting": context.text(f"walk:{walk.id}/meeting/text", meeting),
        "transit": walk.meeting.transit or "" if walk.meeting else "",
        "is_partly_surveyed": any(stop.way.checked or stop.way.facts for stop in stops_of(context, walk)),
        "before": before_leaving(context, walk),
        "feed": _feed(context, feed_of_walk(walk.id)),
        "stops": stops_of(context, walk),
        "checked": walk.checked,
        "exports": _exports(context, walk),
        "code": walk.code or "",
        "paper": context.paper(walk.code),
        "is_drafted": any(is_drafted(text) for text in (card.title, card.summary, advice)),
        "paces": pace_words(context),
        "notice": context.shared.notice_under(territory),
        "knows_steps": context.basemaps[territory.id].knows_steps,
        "help": help_of(context, territory),
    }


def _feed(context: PageContext, path: str) -> Mapping[str, str]:
    """Return what a telephone subscribes to, where the site knows its own address, and the file of a calendar."""
    whole = context.site.address(path) if context.site.public_url else ""
    return {"webcal": f"webcal:{whole.partition(':')[2]}" if whole else "", "file": context.site.url(path)}


def _exports(context: PageContext, walk: Walk) -> Mapping[str, str]:
    """Return the addresses of its files for other programs; none when no stop may be shown."""
    endings = ("gpx", "route.gpx", "kml", "geojson") if stops_drawn(context.content, walk) else ()
    return {ending: context.site.url(f"{DOWNLOADS}{walk.id}.{ending}") for ending in endings}


def _json_ld(context: PageContext, walk: Walk) -> Mapping[str, Any]:
    return trip_of(track_of(context.content, walk, context.basemaps[walk.territory], context.site))


def _drawing(context: PageContext, walk: Walk) -> Drawing | None:
    pins = [
        Pin(f"stop-{stop.number}", stop.position, f"#stop-{stop.number}", stop.name, stop.icon, stop.theme, stop.number)
        for stop in stops_of(context, walk)
        if stop.position
    ]
    legs = list(_legs(context.shared, walk).values())
    return draw_stops(context, context.content.territories[walk.territory], pins, legs) if pins else None


def _legs(context: SiteContext, walk: Walk) -> Mapping[int, Leg]:
    return legs_of(context.content, walk, context.basemaps[walk.territory])


def stops_of(context: PageContext, walk: Walk) -> tuple[StopCard, ...]:
    """Return the stops of a walk as its pages show them."""
    key = ("stops", context.lang, walk.id)
    stops: tuple[StopCard, ...] = context.shared.remember(key, lambda: tuple(_make_stops(context, walk)))
    return stops


def _make_stops(context: PageContext, walk: Walk) -> Iterator[StopCard]:
    legs = _legs(context.shared, walk)
    for number, stop in enumerate(walk.stops, 1):
        place = context.content.places.get(stop.place or "")
        yield _stop_card(context, walk, (number, stop, place), legs.get(number))


def _stop_card(context: PageContext, walk: Walk, at: tuple[int, Stop, Place | None], leg: Leg | None) -> StopCard:
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
