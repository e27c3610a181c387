"""The page of a place at the desk: its sections, each a form with the version of its fields, and what it lacks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from flask import Response, request

from ...domain.content import Content
from ...domain.correction import WAYS
from ...domain.forms.sections import PLACE_SECTIONS, SERVICE_SECTIONS, Section, version_of
from ...domain.place import Place, Service
from ...domain.problem import Problem
from ...domain.territory import Territory
from ...domain.translatable import photo_key
from ...exchange.native.check_photos import MOST as MOST_PHOTOS
from ...library.content.queries import read_library
from ...library.desk.editing import missing_for_publication, service_of
from ...library.desk.place_photos import photos_version
from ...map.basemap import basemap_of
from ...map.drawing.draw import Drawing, MapWords, draw_territory
from ..request import settings
from . import frame, labels, words
from .beside import path_of, sentences_beside, told
from .controls import Drawer
from .fortnight import fortnight_words
from .section import Again, Shown, show_section
from .week_form import texts_of_week, week_form, week_of_hours


@dataclass(frozen=True)
class Missing:
    """What a place lacks before families may see it, and the section where that is mended."""

    sentence: str
    section: str


def show_place(
    place: Place, *, again: Again | None = None, status: int = 200, opened: str = "", **more: object
) -> Response:
    """Return the page of a place; `more` is what a form of its services or its photos holds again."""
    content = read_library()
    outcome = missing_for_publication(place)
    view: dict[str, Any] = {
        "place": place,
        "sections": _with_week(sections_of(place, PLACE_SECTIONS, content, again), content, place, None, again),
        "opened": again.section if again else opened,
        "missing": _missing(outcome.problems, errors=True),
        "remarks": _missing(outcome.problems, errors=False),
        "status_words": frame.say(words.STATUSES[place.status]),
        "services_version": version_of(place, ["services"]),
        "photos_version": photos_version(place),
        "most_photos": MOST_PHOTOS,
        "photo_key": photo_key,
        **_common(),
        **more,
    }
    return frame.show("place", status, **view)


def show_service(place: Place, id: str, *, again: Again | None = None, status: int = 200, opened: str = "") -> Response:
    """Return the page of a service of a place."""
    service, content = service_of(place, id), read_library()
    view: dict[str, Any] = {
        "place": place,
        "service": service,
        "sections": _with_week(sections_of(service, SERVICE_SECTIONS, content, again), content, place, service, again),
        "opened": again.section if again else opened or "what",
        "services_version": version_of(place, ["services"]),
        **_common(),
    }
    return frame.show("service", status, **view)


def sections_of(
    block: Place | Service | Territory, sections: Mapping[str, Section], content: Content, again: Again | None
) -> list[Shown]:
    """Return the sections of a block, one of them perhaps as it was typed."""
    return [_shown(block, section, content, again) for section in sections.values()]


def problems_beside(problems: Sequence[Problem], section: Section, place: Place, service: str = "") -> dict[str, str]:
    """Return the sentences of problems by the input of a section that they stand beside."""
    ids = [each.id for each in place.services]
    within = f"services.{ids.index(service)}" if service in ids else ""
    return sentences_beside(problems, section.fields, frame.language(), within=within)


def streets_near(content: Content, position: Sequence[float]) -> Drawing | None:
    """Return the streets on which a position is chosen; none where there is no territory."""
    spot = (position[0], position[1])
    near = min(content.territories.values(), key=lambda each: each.degrees_to(spot), default=None)
    return draw_streets(content, near) if near else None


def draw_streets(content: Content, territory: Territory) -> Drawing:
    """Return the streets of a territory, to tap on; drawn once for each basemap."""
    basemap, title = basemap_of(content, territory, settings().maps), frame.say(MapWords().title)
    known = _drawings(basemap.digest, territory, title)
    if not known:
        known.append(draw_territory(basemap.plan, territory, (), words=MapWords(title), sprite=""))
    return known[0]


def preview_of(content: Content, place: Place, service: Service | None, hours: str) -> list[str]:
    """Return the next two weeks of a place or a service, were these its hours."""
    return [*fortnight_words(content, place, service, hours, settings().edition_date, frame.language())]


# Private


@lru_cache(maxsize=32)
def _drawings(digest: str, territory: Territory, title: str) -> list[Drawing]:
    """Return where the drawing of a territory over a basemap is kept."""
    return []


def _common() -> dict[str, Any]:
    language = frame.language()
    return {
        "ways": {code: frame.say(sentence) for code, sentence in WAYS.items()},
        "may_edit": frame.person().may_judge,
        "may_translate": frame.person().may_translate,
        "request_saved": "saved" in request.args,
        "say": language.say,
        "exception_words": lambda each: words.exception_words(each, language),
    }


def _shown(block: Any, section: Section, content: Content, again: Again | None) -> Shown:
    streets = streets_near(content, block.position) if section.name == "where" else None
    drawer = Drawer(frame.language(), content.categories, streets=streets)
    says = _says(block, section.name, content)
    return show_section(block, section, labels.SECTIONS[section.name], drawer, again, says=says)


def _with_week(
    sections: Sequence[Shown], content: Content, place: Place, service: Service | None, again: Again | None
) -> list[Shown]:
    """Return the sections, that of the hours with its rows of times and with what families will read."""
    return [_hours_shown(each, content, place, service, again) if each.name == "hours" else each for each in sections]


def _hours_shown(shown: Shown, content: Content, place: Place, service: Service | None, again: Again | None) -> Shown:
    block, mine = service or place, again if again and again.section == shown.name else None
    texts, hours = mine.texts if mine else {}, block.hours or ""
    if mine:
        hours = next(iter(texts.get("hours", ())), "")
    week = week_of_hours(block.hours)
    as_week = "week" in texts.get("as", ()) if mine else week is not None and request.args.get("as") != "text"
    form = None
    if as_week:
        held = texts if mine else texts_of_week(week) if week else {}
        form = week_form(held, frame.language(), mine.problems if mine else {})
    return replace(shown, week=form, preview=preview_of(content, place, service, hours), is_rich=week is None)


def _says(block: Any, section: str, content: Content) -> list[str]:
    """Return what a section says now, for who looks for what to mend."""
    return [*_SAYS[section](block, content)] if section in _SAYS else []


def _categories(block: Any, content: Content) -> Iterator[str]:
    known = content.categories.all
    yield frame.language().formats.list(known[id].label for id in getattr(block, "categories", ()) if id in known)


def _phones(block: Any, _content: Content) -> Iterator[str]:
    for phone in block.contact.phones if block.contact else ():
        yield frame.language().formats.phone(phone.number)


_SAYS: Mapping[str, Callable[[Any, Content], Iterable[str]]] = {
    "what": _categories,
    "where": lambda place, _: [place.address.line] if place.address else [],
    "hours": lambda block, _: [*words.week_words(block.hours, frame.language())],
    "days": lambda block, _: [words.exception_words(each, frame.language()) for each in block.exceptions],
    "contact": _phones,
    "truth": lambda block, _: [frame.language().formats.short_day(block.verified.on)] if block.verified else [],
    "status": lambda place, _: [frame.say(words.STATUSES[place.status])],
}


def _missing(problems: Sequence[Problem], *, errors: bool) -> list[Missing]:
    """Return what is wrong, or only to be known, each with the section that mends it."""
    found = [Missing(told(each, frame.language()), _section_of(each)) for each in problems if each.warning != errors]
    return list(dict.fromkeys(found))


def _section_of(problem: Problem) -> str:
    top = path_of(problem.where).split(".")[0]
    return next((name for name, section in PLACE_SECTIONS.items() if top in section.tops), "")
