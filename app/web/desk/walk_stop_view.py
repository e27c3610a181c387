"""The pages of one stop of a walk, of the way to it, and of a further one."""

from typing import Any

from flask import Response, request

from ...domain.content import Content
from ...domain.forms.field import texts_of
from ...domain.forms.sections import document_of, version_of
from ...domain.forms.walk_sections import LEG_SECTIONS, NEW_STOP, STOP
from ...domain.place import Place
from ...domain.text import N_
from ...domain.walk import Walk
from ...library.content.queries import read_library
from ...library.desk.composing import leg_document
from ...library.desk.own_walks import STOPS
from ...map.basemap import basemap_of
from ...map.drawing.draw import MapWords, Pin, draw_territory
from ..request import base, settings
from . import frame, walk_labels
from .section import Again, Shown
from .walk_view import drawer_for, name_of, names_of_places, places_to_add


def show_stop(walk: Walk, number: int, *, again: Again | None = None, status: int = 200) -> Response:
    """Return the page of one stop."""
    content, stop = read_library(), walk.stops[number - 1]
    texts = again.texts if again else texts_of(STOP.fields, document_of(stop))
    # A place has a name and a door: a point of its own is offered to who asks for one.
    is_point = "point" in request.args or stop.place is None or bool(stop.name or stop.point or again)
    drawer = drawer_for(content, walk, "stop.", again, has_streets=is_point)
    fields = tuple(each for each in STOP.fields if is_point or each.name not in ("name", "point"))
    shown = Shown(
        name="stop",
        icon="pin",
        title=name_of(content, stop),
        controls=drawer.controls(fields, texts),
        version=(again.version if again else "") or version_of(walk, STOPS),
        says=(),
        again=again,
    )
    view = {"number": number, "section": shown, "name": name_of(content, stop), "is_point": is_point}
    return _show("walk_stop", status, content, walk, **view)


def show_leg(walk: Walk, number: int, *, again: Again | None = None, status: int = 200) -> Response:
    """Return the page of the way to a stop: how it goes, and how who cannot take steps goes."""
    content, document = read_library(), leg_document(walk, number)
    sections = []
    for section in LEG_SECTIONS.values():
        mine = again if again and again.section == section.name else None
        icon, title = walk_labels.SECTIONS[section.name]
        texts = mine.texts if mine else texts_of(section.fields, document)
        drawer = drawer_for(content, walk, "leg.", mine, has_streets=False)
        version = (mine.version if mine else "") or version_of(walk, STOPS)
        controls = drawer.controls(section.fields, texts)
        sections.append(Shown(section.name, icon, frame.say(title), controls, version, (), mine))
    ends = [name_of(content, walk.stops[n - 1]) for n in (number - 1, number)]
    opened = again.section if again else "step_free" if "step_free" in document else ""
    return _show("walk_leg", status, content, walk, number=number, sections=sections, ends=ends, opened=opened)


def show_new_stop(walk: Walk, *, again: Again | None = None, status: int = 200) -> Response:
    """Return the page on which a stop is added that is no place."""
    content = read_library()
    texts = again.texts if again else {"at": [str(len(walk.stops) + 1)]}
    version = (again.version if again else "") or version_of(walk, STOPS)
    controls = drawer_for(content, walk, "stop.", again).controls(NEW_STOP.fields, texts)
    section = Shown("new", "pin", frame.say(NEW), controls, version, (), again)
    return _show("walk_new_stop", status, content, walk, section=section)


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


# Private

_PICK = N_("Touchez un lieu pour en faire une étape")
NEW = N_("Un point sans lieu")


def _show(template: str, status: int, content: Content, walk: Walk, **view: Any) -> Response:
    places = {"choices": places_to_add(content, walk), "names": names_of_places(content)}
    return frame.show(template, status, walk=walk, ways={}, may_edit=frame.person().may_judge, **places, **view)


def _pin(content: Content, place: Place, href: str) -> Pin:
    theme = content.theme_of(place)
    icon = content.categories.pictogram_of(place.categories[0]) if place.categories else "pin"
    return Pin(place.id, place.position, href, place.name, icon, theme.id if theme else "")
