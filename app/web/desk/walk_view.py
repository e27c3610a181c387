"""The page of a walk at the desk: its line and its times, its stops, its sections, and what is wrong with it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Response, request

from ...domain.content import Content
from ...domain.duration import minutes_walking
from ...domain.fault import Fault
from ...domain.forms.sections import Section
from ...domain.forms.walk_sections import WALK_SECTIONS
from ...domain.inside import places_inside
from ...domain.place import Place
from ...domain.problem import Problem
from ...domain.public import public_content
from ...domain.text import SOURCE
from ...domain.walk import Stop, Walk, WalkStatus
from ...library.content.queries import read_library
from ...library.desk.composing import problems_of_walk
from ...library.desk.editing import Form, Saved
from ...library.desk.faults import NotYours
from ...library.desk.homes import own_territories
from ...library.desk.own_walks import version_of_stops, version_of_walk
from ...map.basemap import Basemap, basemap_of
from ...map.course import course_of, minutes_of
from ...map.drawing.draw import Drawing, MapWords, Pin, draw_walk
from ...map.legs import RoutedLeg, legs_of
from ..request import languages, settings
from . import frame, walk_labels
from .beside import sentences_beside, told
from .controls import Choice, Drawer
from .place_view import Missing, draw_streets
from .places import NOT_SAVED
from .section import Again, show_section


@dataclass(frozen=True)
class StopLine:
    """A stop on the page of its walk: its number, name, stay; the way to it in words, and when a group is there."""

    number: int
    name: str
    is_waiting: bool
    stay: str
    way: str
    is_told: bool
    """Whether somebody wrote how the way to it goes, or what it is like."""

    after: str


def show_list(status: int, **again: Any) -> Response:
    """Return the list of walks; `again` is what a form of a further one holds again."""
    person = frame.person()
    if status != 200 and not person.may_judge:
        raise NotYours
    content = read_library()
    territories = own_territories(person)
    mine = [walk for walk in content.walks.values() if person.covers([walk.territory])]
    places = [place for id in territories for place in content.public_places(id)]
    view: dict[str, Any] = {
        "walks": sorted(mine, key=lambda walk: (walk.status != "draft", walk.title.casefold())),
        "territories": territories,
        "statuses": {status.value: frame.say(said) for status, said in walk_labels.STATUSES.items()},
        "places": sorted({place.id: place for place in places}.values(), key=lambda place: place.name.casefold()),
        "may_edit": person.may_judge,
        **{"title": "", "problem": "", "toml": "", "toml_problems": (), "track_problem": "", **again},
    }
    return frame.show("walks", status, **view)


def show_checked(walk: Walk, *, again: Again | None = None, status: int = 200, **more: Any) -> Response:
    """Return the page of a walk with what checking it says; `more` is what another form of it holds again."""
    content, problems, formats = read_library(), problems_of_walk(walk), frame.language().formats
    basemap = basemap_of(content, content.territories[walk.territory], settings().maps)
    legs, lines, length = _course(content, walk, basemap)
    drawer = drawer_for(content, walk, "walk.")
    view: dict[str, Any] = {
        "walk": walk,
        "lines": lines,
        "length": length,
        "drawing": _drawn(content, walk, basemap, legs),
        "sections": [
            show_section(walk, section, walk_labels.SECTIONS[section.name], drawer, again)
            for section in WALK_SECTIONS.values()
        ],
        "opened": again.section if again else request.args.get("open", ""),
        "version": version_of_stops(walk),
        "whole_version": version_of_walk(walk),
        "translated": {lang: formats.language(lang) for lang in languages() if lang != SOURCE},
        "problems": [_told(each) for each in problems],
        "choices": places_to_add(content, walk),
        "names": names_of_places(content),
        "picked": _picked(content, request.args.get("place", "")),
        "may_edit": frame.person().may_judge,
        "status_words": frame.say(walk_labels.STATUSES[walk.status]),
        "request_saved": "saved" in request.args,
        "moved": request.args.get("moved", 0, type=int),
        "done": request.args.get("done", ""),
        "ways": {},
        "toml": "",
        "toml_problems": (),
        "stop_problem": "",
        "notes": (),
        **more,
    }
    return frame.show("walk", status, **view)


def places_to_add(content: Content, walk: Walk) -> list[Place]:
    """Return the places that may be a stop: those of the walk's territory, by name."""
    territory = content.territories[walk.territory]
    found = places_inside([territory], [*content.places.values()])[territory.id]
    return sorted(found, key=lambda place: place.name.casefold())


def refused(form: Form, saved: Saved, section: Section, *, within: str = "") -> Again:
    """Return a form with why it was refused."""
    beside = sentences_beside(saved.outcome.problems, section.fields, frame.language(), within=within)
    problems = {**beside, **{name: frame.say(said) for name, said in saved.read.refusals.items()}}
    sentence = " ".join(part for part in (frame.say(NOT_SAVED), problems.pop("", "")) if part)
    return Again(form.section, saved.read.texts, form.version, "", form.why, problems, sentence)


def moved_again(fault: Fault, form: Form) -> Again:
    """Return a form whose subject says something else by now; raise any other fault."""
    if frame.status_of(fault) != 409:
        raise fault
    return Again(form.section, form.texts, "", "", form.why, {}, frame.sentence_of(fault))


def drawer_for(
    content: Content, walk: Walk, scope: str, again: Again | None = None, *, has_streets: bool = True
) -> Drawer:
    """Return what draws the fields of a walk: it knows its stops, its variants, and places by name."""
    stops = [(str(n), f"{n}. {name_of(content, stop)}") for n, stop in enumerate(walk.stops, 1)]
    offered: dict[str, Sequence[Choice]] = {
        "walk.themes": [(theme.id, theme.label) for theme in content.categories.themes],
        "walk.territory": [*own_territories(frame.person()).items()],
        "walk.session.variant": [(variant.id, variant.id) for variant in walk.variants],
        "stop.at": [(str(n), frame.language().formats.number(n)) for n in range(1, len(walk.stops) + 2)],
        **dict.fromkeys(("walk.variant.drop", "walk.notice.stops", "walk.service.stop"), stops),
    }
    return Drawer(
        frame.language(),
        content.categories,
        again.problems if again else {},
        streets=draw_streets(content, content.territories[walk.territory]) if has_streets else None,
        offered=offered,
        places=names_of_places(content),
        scope=scope,
    )


def names_of_places(content: Content) -> dict[str, str]:
    """Return how places are typed, by id: by name, or by id where two are called the same."""
    counts = Counter(place.name for place in content.places.values())
    return {id: place.name if counts[place.name] == 1 else id for id, place in content.places.items()}


def name_of(content: Content, stop: Stop) -> str:
    """Return what a stop is called."""
    place = content.places.get(stop.place or "")
    return place.name if place else stop.name or stop.place or ""


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """Return problems of a file as lines to read, without its name."""
    translate = frame.language().translations.gettext
    return [replace(problem, file="").tell(translate) for problem in problems]


# Private


def _course(content: Content, walk: Walk, basemap: Basemap) -> tuple[dict[int, RoutedLeg], list[StopLine], str]:
    """Return the legs, the stops with when a group is there, and how long it all is, as an edition would have it."""
    public, formats, say = public_content(content), frame.language().formats, frame.say
    shown = walk.model_copy(update={"status": WalkStatus.PUBLISHED})
    legs, course = legs_of(public, shown, basemap), course_of(public, shown, basemap)
    metres = sum(leg.metres for leg in legs.values())
    words = {"distance": formats.distance(metres), "total": formats.minutes(minutes_of(course))}
    lines = [_line(content, walk, n, course[n - 1].after_min, legs.get(n)) for n in range(1, len(walk.stops) + 1)]
    return legs, lines, say("%(distance)s · %(total)s avec des enfants", **words)


def _line(content: Content, walk: Walk, number: int, after_min: int, leg: RoutedLeg | None) -> StopLine:
    formats, stop = frame.language().formats, walk.stops[number - 1]
    place = content.places.get(stop.place or "")
    way = " · ".join((formats.distance(leg.metres), formats.minutes(minutes_walking(leg.metres)))) if leg else ""
    guessed = frame.say("chemin inconnu, distance estimée") if leg and leg.is_guessed else ""
    return StopLine(
        number=number,
        name=name_of(content, stop),
        is_waiting=place is not None and not place.is_public,
        stay=formats.minutes(stop.stay_min),
        way=" · ".join(part for part in (way, guessed) if part),
        is_told=walk.leg_to(number) is not None,
        after=formats.minutes(after_min),
    )


def _picked(content: Content, id: str) -> str:
    place = content.places.get(id)
    return place.name if place and frame.person().covers([t.id for t in content.territories_of(place)]) else ""


def _drawn(content: Content, walk: Walk, basemap: Basemap, legs: Mapping[int, RoutedLeg]) -> Drawing | None:
    spots = {n: content.spot_of(stop) for n, stop in enumerate(walk.stops, 1)}
    pins = [
        Pin(f"stop-{n}", spot, f"#stop-{n}", name_of(content, walk.stops[n - 1]), "", "", number=n)
        for n, spot in spots.items()
        if spot
    ]
    words = MapWords(frame.say("Plan de la balade"))
    return draw_walk(basemap.plan, pins, [*legs.values()], words=words, lang=frame.language().code) if pins else None


def _told(problem: Problem) -> Missing:
    """Return a problem, which tells its stop by itself."""
    translate = frame.language().translations.gettext
    return Missing(replace(problem, file="").tell(translate) if problem.where else told(problem, frame.language()), "")
