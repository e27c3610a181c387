"""`/desk/territories`: what a quarter is called, speaks and says at its kiosk."""

from typing import Any

from flask import Response, jsonify, request
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.forms.sections import TERRITORY_SECTIONS
from ...domain.territory import Territory
from ...library.content.queries import read_library
from ...library.desk.quarters import read_own_territories, read_own_territory, save_territory_section
from . import frame, labels
from .controls import Drawer
from .places import form_of
from .section import Again, show_section
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
    again = refused(form, saved, TERRITORY_SECTIONS[form.section])
    if is_trial:
        return jsonify(problems=dict(again.problems))
    if saved.is_refused:
        return _show(read_own_territory(frame.person(), id), again, 422)
    return frame.move(f"territories/{id}?open={form.section}&saved={form.section}#{form.section}")


# Private


def _show(territory: Territory, again: Again | None = None, status: int = 200) -> Response:
    drawer = Drawer(frame.language(), read_library().categories, scope="territory.")
    view: dict[str, Any] = {
        "territory": territory,
        "sections": [
            show_section(territory, section, labels.SECTIONS[section.name], drawer, again)
            for section in TERRITORY_SECTIONS.values()
        ],
        "opened": again.section if again else request.args.get("open", "what"),
        "may_edit": frame.person().may_judge,
        "request_saved": "saved" in request.args,
        "ways": {},
    }
    return frame.show("territory", status, **view)
