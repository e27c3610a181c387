"""`/desk/places`: every place of somebody's quarters, and the page on which one is edited, a section at a time."""

from dataclasses import replace
from typing import Any

from flask import Response, jsonify, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.forms.field import Texts
from ...domain.streets import find_street
from ...domain.text import N_, plain_text
from ...library.content.queries import read_library
from ...library.desk.editing import (
    Form,
    Saved,
    check_section,
    read_own_place,
    save_section,
    section_of,
    service_of,
)
from ...library.desk.homes import own_territories
from ...library.desk.listing import Wanted, list_places
from ...map.basemap import basemap_of
from ..request import settings
from . import frame, words
from .place_view import preview_of, problems_beside, show_place, show_service
from .section import Again
from .week_form import WeekRead, copied, read_week_form

blueprint = frame.desk_blueprint("places")


@blueprint.get("/places")
def list_all() -> Response:
    """Show the places of somebody's quarters, drafts first."""
    wanted = Wanted(*(request.args.get(name, "")[:200] for name in ("q", "territory", "status")))
    page = request.args.get("page", 1, type=int)
    person = frame.person()
    found = list_places(person, wanted, page)
    view: dict[str, Any] = {
        "found": found,
        "wanted": wanted,
        "page": min(max(1, page), found.pages),
        "statuses": {status.value: frame.say(said) for status, said in words.STATUSES.items()},
        "territories": own_territories(person),
        "may_edit": person.may_judge,
    }
    return frame.show("places", **view)


@blueprint.get("/places/<slug:id>")
def show(id: str) -> Response:
    """Show a place with all its sections."""
    return show_place(read_own_place(frame.person(), id), opened=request.args.get("open", ""))


@blueprint.post("/places/<slug:id>")
def save(id: str) -> WerkzeugResponse:
    """Save a section; what was not taken is shown again with all that was typed, and why."""
    return answer_form(id, "")


@blueprint.get("/places/<slug:id>/services/<slug:service>")
def show_one_service(id: str, service: str) -> Response:
    """Show a service of a place."""
    return show_service(read_own_place(frame.person(), id), service, opened=request.args.get("open", ""))


@blueprint.post("/places/<slug:id>/services/<slug:service>")
def save_service(id: str, service: str) -> WerkzeugResponse:
    """Save a section of a service."""
    return answer_form(id, service)


def answer_form(id: str, service: str) -> WerkzeugResponse:
    """Save, check or look up what a form of a place or of its service says."""
    form = form_of()
    section = section_of(form.section, service)
    if "week" in form.texts.get("as", ()):
        week = read_week_form(form.texts)
        form = replace(form, texts=_with_hours(id, service, form.texts, week.text))
        if answer := _answer_week(id, service, form, week):
            return answer
    if "check" in request.form:
        return _checked(id, form, service)
    if "look" in request.form:
        return _show_again(id, service, _again(form), 200)
    if "find" in request.form:
        return _found_street(id, form)
    try:
        saved = save_section(frame.person(), id, form, service=service)
    except Fault as fault:
        if frame.status_of(fault) != 409:
            raise
        again = replace(_again(form), sentence=frame.sentence_of(fault), version="")
        return _show_again(id, service, again, 409)
    if saved.is_refused:
        place = read_own_place(frame.person(), id)
        beside = problems_beside(saved.outcome.problems, section, place, service)
        return _show_again(id, service, _refused(form, saved, beside), 422)
    where = f"places/{id}/services/{service}" if service else f"places/{id}"
    return frame.move(f"{where}?open={section.name}&saved={section.name}#{section.name}")


def form_of() -> Form:
    """Return the section that was sent."""
    sent = request.form
    return Form(
        section=sent.get("section", ""),
        texts=dict(sent.lists()),
        today=settings().edition_date,
        version=sent.get("version", ""),
        how=sent.get("how", ""),
        why=frame.typed(sent, "why", frame.A_NOTE),
    )


# Private


def _with_hours(id: str, service: str, texts: Texts, hours: str) -> Texts:
    """Return the texts of a form with the hours that its rows say.

    Who gives hours where nobody knew them, and leaves the question beside alone, has answered it; so has who takes
    them away.
    """
    place = read_own_place(frame.person(), id)
    block = service_of(place, service) if service else place
    known = next(iter(texts.get("hours_known", ())), "")
    if known == (block.hours_known or "") and hours != (block.hours or ""):
        known = "yes" if hours and known in ("", "unknown") else "unknown" if not hours and known == "yes" else known
    return {**texts, "hours": [hours], "hours_known": [known]}


def _answer_week(id: str, service: str, form: Form, week: WeekRead) -> Response | None:
    """Answer what the rows of a week ask before they are saved: a day copied, a look, or times that cannot be."""
    said = {name: frame.say(sentence) for name, sentence in week.problems.items()}
    if "check" in request.form and said:
        return jsonify(problems=said, lines=[])
    if filled := copied(form.texts):
        again = replace(_again(form), texts={**filled, "hours": [read_week_form(filled).text]})
        return _show_again(id, service, again, 200)
    if said or "look" in request.form:
        sentence = frame.say(NOT_SAVED) if said else ""
        return _show_again(id, service, replace(_again(form), problems=said, sentence=sentence), 422 if said else 200)
    return None


def _checked(id: str, form: Form, service: str) -> Response:
    """Say at once what saving would be refused for, by input; the fields that are fine are not named."""
    saved = check_section(frame.person(), id, form, service=service)
    section = section_of(form.section, service)
    place = read_own_place(frame.person(), id)
    beside = problems_beside(saved.outcome.problems, section, place, service)
    said = {name: sentence for name, sentence in _said(saved, beside).items() if name}
    if section.name != "hours":
        return jsonify(problems=said)
    hours = plain_text(next(iter(form.texts.get("hours", ())), "")).strip()
    lines = preview_of(read_library(), place, service_of(place, service) if service else None, hours)
    return jsonify(problems=said, lines=lines)


def _said(saved: Saved, beside: dict[str, str]) -> dict[str, str]:
    return {**beside, **{name: frame.say(sentence) for name, sentence in saved.read.refusals.items()}}


def _refused(form: Form, saved: Saved, beside: dict[str, str]) -> Again:
    problems = _said(saved, beside)
    sentence = " ".join(part for part in (frame.say(NOT_SAVED), problems.pop("", "")) if part)
    return replace(_again(form), texts=saved.read.texts, problems=problems, sentence=sentence)


def _again(form: Form) -> Again:
    return Again(form.section, form.texts, form.version, form.how, form.why)


def _show_again(id: str, service: str, again: Again, status: int) -> Response:
    place = read_own_place(frame.person(), id)
    if service:
        return show_service(place, service, again=again, status=status)
    return show_place(place, again=again, status=status)


def _found_street(id: str, form: Form) -> Response:
    """Put the point where the street of the address is, or say that no street is called so."""
    place, content = read_own_place(frame.person(), id), read_library()
    typed = plain_text(next(iter(form.texts.get("address.street", ())), ""))
    home = min(content.territories.values(), key=lambda each: each.degrees_to(place.position))
    street = find_street(basemap_of(content, home, settings().maps).plan, home, typed)
    if street is None:
        return _show_again(id, "", replace(_again(form), problems={"address.street": frame.say(NO_STREET)}), 422)
    lon, lat = street.position
    texts = {**form.texts, "position.lon": [str(lon)], "position.lat": [str(lat)]}
    said = {"position": frame.say(AT_STREET, street=street.name)}
    return _show_again(id, "", replace(_again(form), texts=texts, problems=said), 200)


NOT_SAVED = N_("Rien n’est encore enregistré : voyez ce qui est dit plus bas, tout ce que vous avez tapé est là.")
NO_STREET = N_("Aucune rue du plan ne s’appelle ainsi : vérifiez le nom, ou touchez le plan.")
AT_STREET = N_("Le point est au milieu de « %(street)s » : déplacez-le jusqu’à la porte, puis enregistrez.")
