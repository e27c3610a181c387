"""`/desk/territories`: what a quarter is called, speaks and says at its kiosk."""

from dataclasses import replace
from typing import Any

from flask import Response, jsonify, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.forms.field import texts_of
from ...domain.forms.sections import TERRITORY_SECTIONS, Section, document_of, version_of
from ...domain.territory import Territory
from ...library.content.queries import read_library
from ...library.desk.quarters import read_own_territories, read_own_territory, save_territory_section
from . import frame, labels
from .controls import Drawer
from .place_view import Again, Shown
from .places import NOT_SAVED, form_of
from .walk_view import refused

blueprint = frame.desk_blueprint("territories")


@blueprint.get("/territories")
def list_all() -> Response:
    """Show somebody's quarters."""
    return frame.show("territories", territories=read_own_territories(frame.person()))


@blueprint.get("/territories/<slug:id>")
def show(id: str) -> Response:
    """Show a quarter."""
    return _show(read_own_territory(frame.person(), id))


@blueprint.post("/territories/<slug:id>")
def save(id: str) -> WerkzeugResponse:
    """Save a section of a quarter; what was not taken is shown again with all that was typed."""
    form, is_trial = form_of(), "check" in request.form
    try:
        saved = save_territory_section(frame.person(), id, form, is_trial=is_trial)
    except Fault as fault:
        if frame.status_of(fault) != 409:
            raise
        again = Again(form.section, form.texts, "", "", form.why, {}, frame.sentence_of(fault))
        return _show(read_own_territory(frame.person(), id), again, 409)
    again = refused(form, saved, TERRITORY_SECTIONS[form.section], frame.say(NOT_SAVED))
    if is_trial:
        return jsonify(problems=dict(again.problems))
    if saved.is_refused:
        return _show(read_own_territory(frame.person(), id), again, 422)
    return frame.move(f"territories/{id}?open={form.section}&saved={form.section}#{form.section}")


# Private


def _show(territory: Territory, again: Again | None = None, status: int = 200) -> Response:
    view: dict[str, Any] = {
        "territory": territory,
        "sections": [_shown(territory, section, again) for section in TERRITORY_SECTIONS.values()],
        "opened": again.section if again else request.args.get("open", "what"),
        "may_edit": frame.person().may_judge,
        "request_saved": "saved" in request.args,
        "ways": {},
    }
    return frame.show("territory", status, **view)


def _shown(territory: Territory, section: Section, again: Again | None) -> Shown:
    mine = again if again and again.section == section.name else None
    now = texts_of(section.fields, document_of(territory))
    drawer = Drawer(frame.language(), read_library().categories, mine.problems if mine else {}, scope="territory.")
    drawer = replace(drawer, now=now) if mine and mine.is_moved else drawer
    icon, title = labels.SECTIONS[section.name]
    return Shown(
        name=section.name,
        icon=icon,
        title=frame.say(title),
        controls=drawer.controls(section.fields, mine.texts if mine else now),
        version=(mine.version if mine else "") or version_of(territory, section.tops),
        says=(),
        again=mine,
    )
