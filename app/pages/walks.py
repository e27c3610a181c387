"""The walks of a territory, and the page of each: numbered stops that refer to living places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..domain.duration import minutes_walking, total_minutes
from ..domain.subject import WALK
from ..domain.territory import Territory
from ..domain.text import Text
from ..domain.walk import Walk
from ..edition.bundles import Bundle, in_bundles
from ..edition.file import PlannedFile
from ..edition.unmade import blaming
from ..edition.walks.feeds import feed_of_territory, feed_of_walk
from ..edition.walks.files import DOWNLOADS
from ..edition.walks.track import track_of
from ..edition.walks.trip import trip_of
from ..map.drawing.draw import Drawing, Pin
from ..map.legs import stops_drawn
from .context import Crumb, Frame, PageContext, View, is_drafted
from .facts import Fact
from .maps import draw_stops
from .ready import ready_of
from .reprints import old_sheets
from .territories import help_of, territory_card, territory_crumbs
from .walk_before import ThemeOf, before_leaving, pace_sentences, pace_words, themes_of
from .walk_legs import step_free_facts
from .walk_sessions import SessionCard, session_cards
from .walk_stops import StopCard, stops_of, walk_legs

__all__ = ["StopCard", "WalkCard", "stops_of", "walk_card", "walk_files"]


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


@in_bundles
def walk_files(context: PageContext) -> Iterator[Bundle]:
    """Yield the list of walks of every territory, and the page of every walk, in a language."""
    for territory in context.content.territories.values():
        yield from context.together("walks", territory, partial(_files_of, context, territory)).bundles


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
        step_free=tuple(step_free_facts(walk, walk_legs(context.shared, walk), context.language)),
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
    meeting, transit = (walk.meeting.text, walk.meeting.transit) if walk.meeting else (None, None)
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
        "ready": ready_of(context, walk),
        "is_loop": walk.shape == "loop",
        "advice": advice,
        "meeting": context.text(f"walk:{walk.id}/meeting/text", meeting),
        "transit": context.text(f"walk:{walk.id}/meeting/transit", transit),
        "is_partly_surveyed": any(stop.way.checked or stop.way.facts for stop in stops_of(context, walk)),
        "before": before_leaving(context, walk),
        "feed": _feed(context, feed_of_walk(walk.id)),
        "stops": stops_of(context, walk),
        "checked": walk.checked,
        "exports": _exports(context, walk),
        "code": walk.code or "",
        "paper": context.paper(walk.code),
        "old_sheets": old_sheets(context, walk),
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
    legs = list(walk_legs(context.shared, walk).values())
    return draw_stops(context, context.content.territories[walk.territory], pins, legs) if pins else None
