"""`/desk/places/new`: a place is added as a draft; one that is known already is named before anything is written."""

from dataclasses import dataclass, field
from typing import Any

from flask import Response, jsonify, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.content import Content
from ...domain.correction import WAYS
from ...domain.fault import Fault
from ...domain.forms.field import Texts
from ...domain.forms.sections import NEW_PLACE
from ...domain.likeness import Likeness
from ...domain.place import Place
from ...domain.streets import find_street
from ...domain.territory import Territory
from ...domain.text import plain_text
from ...library.content.queries import read_library
from ...library.desk.adding import Added, Described, add_place, check_new_place
from ...library.desk.case import Sent
from ...library.desk.faults import NotHere, NotYours
from ...library.desk.queue import read_case
from ...map.basemap import basemap_of
from ..request import settings
from . import frame
from .beside import sentences_beside
from .controls import Drawer
from .fortnight import fortnight_words
from .place_view import draw_streets
from .places import AT_STREET, NO_STREET, NOT_SAVED
from .week_form import copied, read_week_form, week_form

blueprint = frame.desk_blueprint("new_place")

LONGEST_NAME = 80


@dataclass(frozen=True)
class Draft:
    """The form as it stands: what was typed, what is said of it, and the places that it may be."""

    texts: Texts
    problems: dict[str, str] = field(default_factory=dict)
    sentence: str = ""
    alike: tuple[Likeness, ...] = ()
    how: str = ""


@blueprint.get("/places/new")
def begin() -> Response:
    """Show an empty form, or one begun from a suggestion."""
    sent = _suggestion()
    text = sent.text.strip() if sent else ""
    name = text.splitlines()[0][:LONGEST_NAME] if text else ""
    city = _home(sent).city
    texts = {"name": [name], "address.city": [city] if city else [], "as": ["week"]}
    return _show(Draft(texts), sent)


@blueprint.post("/places/new")
def add() -> WerkzeugResponse:
    """Add the place, or say why not yet; look, copy and check write nothing."""
    sent = _suggestion()
    week = read_week_form(dict(request.form.lists()))
    known = "yes" if week.text else "unknown"
    texts: Texts = {**dict(request.form.lists()), "hours": [week.text], "hours_known": [known]}
    draft = Draft(
        texts, {name: frame.say(said) for name, said in week.problems.items()}, how=request.form.get("how", "")
    )
    described = Described(
        texts, settings().edition_date, draft.how, sent.id if sent else 0, frozenset(request.form.getlist("sure"))
    )
    if "check" in request.form:
        return _checked(described, draft)
    if filled := copied(texts):
        return _show(Draft({**filled, "hours": [read_week_form(filled).text]}, how=draft.how), sent)
    if "find" in request.form:
        return _found_street(draft, sent)
    if draft.problems or "look" in request.form:
        return _show(
            draft, sent, 422 if draft.problems else 200, sentence=frame.say(NOT_SAVED) if draft.problems else ""
        )
    try:
        added = add_place(frame.person(), described)
    except Fault as fault:
        return _show(draft, sent, frame.status_of(fault), sentence=frame.sentence_of(fault))
    if not added.is_refused:
        return frame.move(f"places/{added.id}?saved=new")
    return _show(_refused(draft, added), sent, 409 if added.alike else 422)


# Private


def _content() -> Content:
    """Return the library, looked at once a request."""
    if _KEY not in request.environ:
        request.environ[_KEY] = read_library()
    found: Content = request.environ[_KEY]
    return found


_KEY = "adeuxpas.content"


def _suggestion() -> Sent | None:
    """Return the suggestion that the place comes from, if its address names one."""
    id = request.args.get("suggestion", 0, type=int)
    return read_case(frame.person(), id).sent if id else None


def _home(sent: Sent | None) -> Territory:
    """Return the territory whose streets are shown: the one asked for, the suggestion's, else somebody's first."""
    content, person = _content(), frame.person()
    mine = {id: each for id, each in content.territories.items() if person.covers([id])}
    asked = (request.values.get("territory", ""), sent.subject if sent else "")
    found = next((mine[id] for id in asked if id in mine), next(iter(mine.values()), None))
    if found is None:
        raise NotHere
    return found


def _checked(described: Described, draft: Draft) -> Response:
    added = check_new_place(frame.person(), described)
    problems = {**_beside(added), **draft.problems}
    lines = _preview(_content(), described.texts, _home(_suggestion()))
    return jsonify(problems={name: said for name, said in problems.items() if name}, lines=lines)


def _beside(added: Added) -> dict[str, str]:
    beside = sentences_beside(added.outcome.problems, NEW_PLACE.fields, frame.language())
    return {**beside, **{name: frame.say(sentence) for name, sentence in added.read.refusals.items()}}


def _refused(draft: Draft, added: Added) -> Draft:
    problems = _beside(added)
    sentence = "" if added.alike else " ".join(part for part in (frame.say(NOT_SAVED), problems.pop("", "")) if part)
    return Draft(added.read.texts, problems, sentence, tuple(added.alike), draft.how)


def _found_street(draft: Draft, sent: Sent | None) -> Response:
    content, person, first = _content(), frame.person(), _home(sent)
    typed = plain_text(next(iter(draft.texts.get("address.street", ())), ""))
    others = (each for id, each in content.territories.items() if person.covers([id]) and each != first)
    tried = (
        (each, find_street(basemap_of(content, each, settings().maps).plan, each, typed)) for each in (first, *others)
    )
    home, street = next(((home, street) for home, street in tried if street), (first, None))
    if street is None:
        return _show(Draft(draft.texts, {"address.street": frame.say(NO_STREET)}, how=draft.how), sent, 422)
    lon, lat = street.position
    texts = {**draft.texts, "position.lon": [str(lon)], "position.lat": [str(lat)]}
    return _show(Draft(texts, {"position": frame.say(AT_STREET, street=street.name)}, how=draft.how), sent, home=home)


def _show(
    draft: Draft, sent: Sent | None, status: int = 200, *, sentence: str = "", home: Territory | None = None
) -> Response:
    if not frame.person().may_judge:
        raise NotYours
    content, home = _content(), home or _home(sent)
    drawer = Drawer(frame.language(), content.categories, draft.problems, streets=draw_streets(content, home))
    view: dict[str, Any] = {
        "draft": draft,
        "sentence": sentence or draft.sentence,
        "controls": drawer.controls(NEW_PLACE.fields[:-2], draft.texts),
        "week": week_form(draft.texts, frame.language(), draft.problems),
        "preview": _preview(content, draft.texts, home),
        "ways": {code: frame.say(words) for code, words in WAYS.items()},
        "home": home,
        "territories": {id: t.name for id, t in content.territories.items() if frame.person().covers([id])},
        "sent": sent,
    }
    return frame.show("new_place", status, **view)


def _preview(content: Content, texts: Texts, home: Territory) -> list[str]:
    hours = next(iter(texts.get("hours", ())), "")
    here = Place(id="new", name="new", position=home.point_in(home.bounds) or home.outline[0][0])
    return [*fortnight_words(content, here, None, hours, settings().edition_date, frame.language())]
