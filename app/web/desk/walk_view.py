"""The page of a walk at the desk: its line and its times, its stops, its sections, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Response, request

from ...domain.content import Content
from ...domain.duration import minutes_walking
from ...domain.forms.field import texts_of
from ...domain.forms.sections import Section, document_of, version_of
from ...domain.forms.walk_sections import STOP, WALK_SECTIONS
from ...domain.inside import places_inside
from ...domain.place import Place
from ...domain.problem import Problem
from ...domain.public import public_content
from ...domain.text import N_
from ...domain.walk import Stop, Walk, WalkStatus
from ...library.content.queries import read_library
from ...library.desk.editing import Form, Saved
from ...library.desk.own_walks import STOPS, version_of_stops, version_of_walk
from ...map.basemap import Basemap, basemap_of
from ...map.course import course_of, minutes_of
from ...map.drawing.draw import Drawing, MapWords, Pin, draw_territory, draw_walk
from ...map.legs import Leg, legs_of
from ..request import base, settings
from . import frame, labels
from .beside import sentences_beside, told
from .controls import Drawer
from .place_view import Missing, draw_ground
from .section import Again, Shown, show_section


@dataclass(frozen=True)
class StopLine:
    """A stop on the page of its walk: its number, name, stay; the way to it in words, and when a group is there."""

    number: int
    name: str
    is_waiting: bool
    stay: str
    way: str
    after: str


def show_walk(
    walk: Walk, problems: Sequence[Any], *, again: Again | None = None, status: int = 200, **more: Any
) -> Response:
    """Return the page of a walk; `problems` are what checking it says, `more` what another form of it holds again."""
    content = read_library()
    basemap = basemap_of(content, content.territories[walk.territory], settings().maps)
    legs, lines, length = _course(content, walk, basemap)
    drawer = Drawer(frame.language(), content.categories, scope="walk.")
    view: dict[str, Any] = {
        "walk": walk,
        "lines": lines,
        "length": length,
        "drawing": _drawn(content, walk, basemap, legs),
        "sections": [
            show_section(walk, section, labels.WALK_SECTIONS[section.name], drawer, again)
            for section in WALK_SECTIONS.values()
        ],
        "opened": again.section if again else request.args.get("open", ""),
        "version": version_of_stops(walk),
        "whole_version": version_of_walk(walk),
        "problems": [_told(each) for each in problems],
        "choices": places_to_add(content, walk),
        "picked": _picked(content, request.args.get("place", "")),
        "may_edit": frame.person().may_judge,
        "status_words": frame.say(labels.WALK_STATUSES[walk.status]),
        "request_saved": "saved" in request.args,
        "moved": request.args.get("moved", 0, type=int),
        "done": request.args.get("done", ""),
        "ways": {},
        "toml": "",
        "toml_problems": (),
        "stop_problem": "",
        **more,
    }
    return frame.show("walk", status, **view)


def show_stop(walk: Walk, number: int, *, again: Again | None = None, status: int = 200) -> Response:
    """Return the page of one stop."""
    content, stop = read_library(), walk.stops[number - 1]
    texts = again.texts if again else texts_of(STOP.fields, document_of(stop))
    ground = draw_ground(content, content.territories[walk.territory])
    drawer = Drawer(frame.language(), content.categories, again.problems if again else {}, ground=ground, scope="stop.")
    fields = tuple(each for each in STOP.fields if stop.place is None or each.name not in ("name", "point"))
    shown = Shown(
        name="stop",
        icon="pin",
        title=_name(content, stop),
        controls=drawer.controls(fields, texts),
        version=(again.version if again else "") or version_of(walk, STOPS),
        says=(),
        again=again,
    )
    view = {"walk": walk, "number": number, "section": shown, "name": _name(content, stop), "ways": {}}
    return frame.show("walk_stop", status, **view, may_edit=frame.person().may_judge)


def show_picking(walk: Walk) -> Response:
    """Return the page on which a place is picked on the plan, or from the list below it."""
    content = read_library()
    places, territory = places_to_add(content, walk), content.territories[walk.territory]
    back = f"{base()}desk/walks/{walk.id}"
    pins = [_pin(content, place, f"{back}?place={place.id}#add") for place in places]
    plan = basemap_of(content, territory, settings().maps).plan
    words = MapWords(*map(frame.say, (_PICK, MapWords().cluster, MapWords().scale, MapWords().here)))
    drawing = draw_territory(plan, territory, pins, words=words, sprite=f"{base()}static/gen/pictograms.svg")
    return frame.show("walk_pick", walk=walk, places=places, drawing=drawing)


def places_to_add(content: Content, walk: Walk) -> list[Place]:
    """Return the places that may be a stop: those of the walk's territory, by name."""
    territory = content.territories[walk.territory]
    found = places_inside([territory], [*content.places.values()])[territory.id]
    return sorted(found, key=lambda place: place.name.casefold())


def refused(form: Form, saved: Saved, section: Section, sentence: str, *, within: str = "") -> Again:
    """Return a form with why it was refused."""
    beside = sentences_beside(saved.outcome.problems, section.fields, frame.language(), within=within)
    problems = {**beside, **{name: frame.say(said) for name, said in saved.read.refusals.items()}}
    words = " ".join(part for part in (sentence, problems.pop("", "")) if part)
    return Again(form.section, saved.read.texts, form.version, "", form.why, problems, words)


# Private

_PICK = N_("Touchez un lieu pour en faire une étape")


def _pin(content: Content, place: Place, href: str) -> Pin:
    theme = content.theme_of(place)
    icon = content.categories.pictogram_of(place.categories[0]) if place.categories else "pin"
    return Pin(place.id, place.position, href, place.name, icon, theme.id if theme else "")


def _course(content: Content, walk: Walk, basemap: Basemap) -> tuple[dict[int, Leg], list[StopLine], str]:
    """Return the legs, the stops with when a group is there, and how long it all is, as an edition would have it."""
    public, formats, say = public_content(content), frame.language().formats, frame.say
    shown = walk.model_copy(update={"status": WalkStatus.PUBLISHED})
    legs, course = legs_of(public, shown, basemap), course_of(public, shown, basemap)
    metres = sum(leg.metres for leg in legs.values())
    words = {"distance": formats.distance(metres), "total": formats.minutes(minutes_of(course))}
    lines = [_line(content, stop, course[n - 1].after_min, n, legs.get(n)) for n, stop in enumerate(walk.stops, 1)]
    return legs, lines, say("%(distance)s · %(total)s avec des enfants", **words)


def _line(content: Content, stop: Stop, after_min: int, number: int, leg: Leg | None) -> StopLine:
    formats = frame.language().formats
    place = content.places.get(stop.place or "")
    way = " · ".join((formats.distance(leg.metres), formats.minutes(minutes_walking(leg.metres)))) if leg else ""
    guessed = frame.say("chemin inconnu, distance estimée") if leg and leg.is_guessed else ""
    return StopLine(
        number=number,
        name=_name(content, stop),
        is_waiting=place is not None and not place.is_public,
        stay=formats.minutes(stop.stay_min),
        way=" · ".join(part for part in (way, guessed) if part),
        after=formats.minutes(after_min),
    )


def _picked(content: Content, id: str) -> str:
    place = content.places.get(id)
    return place.name if place and frame.person().covers([t.id for t in content.territories_of(place)]) else ""


def _name(content: Content, stop: Stop) -> str:
    place = content.places.get(stop.place or "")
    return place.name if place else stop.name or stop.place or ""


def _drawn(content: Content, walk: Walk, basemap: Basemap, legs: Mapping[int, Leg]) -> Drawing | None:
    spots = {n: content.spot_of(stop) for n, stop in enumerate(walk.stops, 1)}
    pins = [
        Pin(f"stop-{n}", spot, f"#stop-{n}", _name(content, walk.stops[n - 1]), "", "", number=n)
        for n, spot in spots.items()
        if spot
    ]
    words = MapWords(frame.say("Plan de la balade"))
    return draw_walk(basemap.plan, pins, [*legs.values()], words=words, lang=frame.language().code) if pins else None


def _told(problem: Problem) -> Missing:
    """Return a problem, which tells its stop by itself."""
    translate = frame.language().translations.gettext
    return Missing(replace(problem, file="").tell(translate) if problem.where else told(problem, frame.language()), "")
